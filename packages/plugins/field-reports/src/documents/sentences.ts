import type { Text } from '@tinhthong/core';

/** A rule of the product, as its domain page says it: which file decides it, and which test holds it. */
export interface Sentence {
  readonly says: Text;
  /** Below `src/`; the first is the rule, the others keep or show it. */
  readonly files: readonly string[];
  /** File below the package, and how a test in it begins. */
  readonly tests: readonly (readonly [file: string, begins: string])[];
}

/** The folders of `src/` in the order of a report's life, with the sentences that lie in each. */
export interface Area {
  readonly folder: string;
  readonly holds: Text;
  readonly sentences: readonly Sentence[];
}

const at = (vi: string, en: string, files: Sentence['files'], ...tests: Sentence['tests']): Sentence => ({ says: { vi, en }, files, tests });

export const areas: readonly Area[] = [
  {
    folder: 'intake',
    holds: { vi: 'Tiếp nhận từ mọi kênh vào một hàng chờ: trang, tổng đài, tin nhắn, thư, bản nháp', en: 'Everything that comes in, into one queue: pages, hotline, messages, letters, drafts' },
    sentences: [
      at('Mọi kênh vào một hàng chờ, mỗi phản ánh một mã', 'One queue, one code per report', ['intake/submit.ts', 'intake/channels.ts', 'intake/take-in.ts'], ['test/intake.test.ts', 'a message that says category and place is a report at once, in the same queue']),
      at('Phản ánh ẩn danh có mã bí mật: xem, thêm ảnh, đánh giá, mở lại, không cần tài khoản', 'Anonymous reports get a secret follow-up code', ['after-answer/follow-up.ts', 'intake/submit.ts'], ['test/pages.test.ts', 'a form sent without JavaScript is answered with both codes'], ['test/pages.test.ts', 'without the right follow-up code nothing is shown']),
      at('Tin nhắn và thư gửi đến, có chữ ký', 'E-mail and message webhooks', ['intake/receive-message.ts', 'intake/receive-email.ts', 'intake/webhook-signature.ts', 'intake/drop-reason.ts'], ['test/intake.test.ts', 'only what the province’s secret has signed is taken in'], ['src/intake/webhook-signature.test.ts', 'another secret, another body']),
      at('Tổng đài nhập thay người dân; bản nháp', 'The hotline enters for others; drafts', ['intake/enter-report.ts', 'intake/save-draft.ts'], ['test/intake.test.ts', 'a call is interrupted']),
      at('Khóa lặp lại khiến gửi hai lần là một', 'An idempotency key makes a repeat harmless', ['intake/submit-report.ts'], ['test/pages.test.ts', 'a double press, or reloading the answer, is one report'], ['test/typed-client.test.ts', 'a write repeated with its key is done once']),
      at('Giới hạn lượt và ô bẫy trước khi cần đến mã xác thực', 'Rate limits and a honeypot before a captcha', ['intake/submit-report.ts', 'intake/hold-report.ts', 'intake/identical-reports.ts'], ['test/pages.test.ts', 'a machine that fills in the hidden field'], ['test/intake.test.ts', '10,000 identical reports from one address']),
    ],
  },
  {
    folder: 'media',
    holds: { vi: 'Ảnh, video, nơi chụp và giờ chụp, ảnh sau xử lý', en: 'Pictures, videos, what a picture says of itself, after-photos' },
    sentences: [
      at('Tối đa năm ảnh và một video', 'Up to 5 photos and one video', ['shapes.ts', 'media/begin-video.ts'], ['test/pages.test.ts', 'a file that is no picture, or a sixth picture'], ['test/videos.test.ts', 'a report has one video']),
      at('Gửi video dở thì gửi tiếp được, có ảnh bìa', 'Resumable upload, poster frame', ['media/video-uploads.ts', 'media/prepare-video.ts'], ['test/videos.test.ts', 'a broken-off upload goes on at the byte where it stopped']),
      at('Ảnh được mã hóa lại và gỡ dữ liệu ẩn; nơi chụp, giờ chụp giữ làm bằng chứng cho cán bộ', 'Re-encoded and stripped; capture time and place kept as evidence for staff only', ['media/keep-picture.ts', 'media/read-evidence.ts', 'media/evidence.ts'], ['test/evidence-and-after-photos.test.ts', 'where and when a picture was taken is kept for staff'], ['test/never-who-reported.test.ts', 'the picture that the public gets says nothing of the home']),
      at('Ảnh sau xử lý nơi lĩnh vực đòi hỏi, chụp gần chỗ đó', 'An after-photo where the category says so, taken near the place', ['media/after-photo.ts', 'media/require-after-photo.ts'], ['test/evidence-and-after-photos.test.ts', 'where the category requires an after-photo'], ['src/media/after-photo.test.ts', 'one picture near is enough']),
    ],
  },
  {
    folder: 'duplicates',
    holds: { vi: 'Phản ánh tương tự lúc gửi, cùng báo, gộp và tách', en: 'Similar reports at entry, joining, merging and separating' },
    sentences: [
      at('Tương tự: cùng lĩnh vực, trong bán kính và thời gian của tỉnh, xếp theo khoảng cách và lời kể', 'Duplicates at entry within a radius and a window, ranked by distance and text likeness', ['duplicates/similar-reports.ts', 'duplicates/rank-similar.ts', 'duplicates/likeness.ts'], ['test/duplicates.test.ts', 'open reports of the category within the province’s metres'], ['test/duplicates.test.ts', 'a closed report is found for the province’s days after its end']),
      at('Người dân cùng báo thay vì gửi mới: một tiếng nói được đếm, được báo tiến độ', 'The citizen can join one instead: a voice is counted, and they are told', ['duplicates/join-report.ts', 'duplicates/leave-report.ts'], ['test/duplicates.test.ts', 'somebody joins instead']),
      at('Gộp không làm ai mất theo dõi', 'Staff can merge; nobody is unsubscribed by it', ['duplicates/tell-merged.ts', 'duplicates/merge-report.ts', 'duplicates/merge-chain.ts'], ['test/duplicates.test.ts', 'nobody is unsubscribed by a merge'], ['test/duplicates.test.ts', 'a report that others were merged into']),
      at('Gộp nhầm thì tách lại trong ngày', 'A merge is undone within the day', ['duplicates/unmerge-report.ts'], ['test/duplicates.test.ts', 'a merge is undone within the day']),
    ],
  },
  {
    folder: 'routing',
    holds: { vi: 'Phân luồng, từ chối, phối hợp, chạy thử bảng mới', en: 'Routing rules, refusals, coordinating agencies, the replay of a change' },
    sentences: [
      at('Quy tắc là dòng: dòng đầu khớp lĩnh vực, nơi, giờ thắng; mỗi dòng có chủ trì và phối hợp', 'Rules are rows: first match wins over category, area, time of day; each names a lead and coordinating agencies', ['routing/route-report.ts', 'routing/is-in-area.ts', 'routing/during.ts'], ['src/routing/route-report.test.ts', 'the first rule that matches decides']),
      at('Lãnh đạo xã, phường nơi xảy ra cũng được báo', 'And by place to the leader of the commune where it happened', ['handling/tell-agency.ts'], ['test/routing.test.ts', 'the commune where it happened is told at once']),
      at('Đơn vị phối hợp có đồng hồ riêng, một câu trả lời chung', 'Coordinating agencies: own clocks, one merged answer', ['routing/contribute.ts', 'clocks/plan-clocks.ts', 'routing/parts-of.ts'], ['test/routing.test.ts', 'each coordinating agency sees the report and gives its part'], ['src/clocks/clocks.test.ts', 'reassigning never resets a clock; a coordinating agency that is new gets one']),
      at('Bảng mới chạy thử trên phản ánh tháng trước trước khi lưu', 'A rule change can be replayed over last month’s reports before it is saved', ['routing/replay-rules.ts', 'routing/replay-routing.ts'], ['test/routing.test.ts', "a proposed list is replayed over last month's reports"], ['src/routing/replay-rules.test.ts', 'a replay says how many reports would have gone elsewhere']),
      at('Quy tắc không bao giờ tới được, không khớp gì, nêu đơn vị không có thì bị chỉ ra', 'Rules that match nothing are told', ['routing/check-rules.ts', 'routing/unreachable-rules.ts'], ['src/routing/check-rules.test.ts', 'a rule below one that takes all of it is never reached'], ['test/routing.test.ts', 'a faulty list is refused with every reason']),
      at('Từ chối cần lý do và đơn vị đề xuất; lần thứ hai về đơn vị điều phối; luôn đúng một đơn vị giữ', 'Refusing needs a reason and a proposed owner; the second goes to the dispatcher; always exactly one owner', ['routing/refusal.ts', 'routing/refuse-report.ts', 'routing/hand-over.ts'], ['src/routing/refusal.test.ts', 'the second goes to the dispatcher'], ['test/routing.test.ts', 'the first refusal goes to the proposed agency']),
      at('Số lần từ chối đếm theo đơn vị', 'Refusals are counted per agency', ['figures/tally.ts'], ['src/figures/tally.test.ts', 'a refusal counts for the agency that refused']),
    ],
  },
  {
    folder: 'clocks',
    holds: { vi: 'Thời hạn, tạm dừng, gia hạn, nhắc, leo thang, chỉ đạo', en: 'Time limits, pauses, extensions, warnings, the ladder, orders' },
    sentences: [
      at('Hai luồng: có thời hạn, và tức thời – không đồng hồ từng bước, 24/7, gọi người trực', 'Flows: time-bound and immediate: no stage clocks, 24/7, pages the duty officer', ['clocks/due-times.ts', 'clocks/duty-calls.ts', 'clocks/page-duty-officer.ts'], ['src/clocks/due-times.test.ts', 'a flood on Saturday 14 November 2026 23:30'], ['src/clocks/duty-calls.test.ts', 'the first immediate report calls the duty officer at once'], ['test/clocks.test.ts', 'an immediate report of a Saturday night']),
      at('Đồng hồ từng bước: tiếp nhận, chuyển, trả lời; và toàn bộ', 'Stage clocks: accept, assign, answer; plus the whole', ['clocks/clocks.ts', 'clocks/plan-clocks.ts'], ['src/clocks/clocks.test.ts', 'each stage has its clock']),
      at('Thời hạn là dòng: lĩnh vực × kênh × ưu tiên × ngày hiệu lực; quy định mới không viết lại quá khứ', 'Limits are rows: category × channel × priority × valid-from; a new regulation never rewrites the past', ['clocks/limits.ts', 'clocks/change-limits.ts'], ['src/clocks/due-times.test.ts', 'a new regulation of 1 December 2026'], ['test/clocks.test.ts', 'a regulation that changes in the middle of a case']),
      at('Giờ làm việc, ngày nghỉ, ngày làm bù là dữ liệu theo năm', 'Working time: opening hours, holidays and swapped working days as data per year', ['clocks/due-times.ts'], ['src/clocks/due-times.test.ts', 'one working day from Friday 21 August 2026 15:00'], ['src/clocks/due-times.test.ts', 'four hours to accept from Friday 20 November 2026 10:30']),
      at('Ba ngày làm việc từ thứ Năm 4/2/2027 16:00 hết sau Tết', 'Three working days of Thursday 4 February 2027, 16:00, are due after Tết', ['clocks/due-times.ts'], ['src/clocks/due-times.test.ts', 'three working days from Thursday 4 February 2027 16:00']),
      at('Hạn tính một lần, giữ cùng mã quy định', 'The due time is computed once per rule and kept with the rule’s id', ['clocks/plan-clocks.ts', 'clocks/clock-rows.ts'], ['test/clocks.test.ts', 'the clocks of a report begin with it and follow its moves'], ['src/clocks/clocks.test.ts', 'whatever happens in whatever order']),
      at('Đổi lĩnh vực thì tính lại từ lúc tiếp nhận và nói rõ', 'A category change recomputes from acceptance and says so', ['clocks/reclassify-report.ts', 'clocks/plan-clocks.ts'], ['test/clocks.test.ts', 'another category is counted from acceptance']),
      at('Tạm dừng có lý do và trần, ghi thành sổ', 'Pause: only with a reason and a ceiling, kept as a ledger', ['clocks/pause-report.ts', 'clocks/end-pauses.ts', 'clocks/resume-report.ts'], ['test/clocks.test.ts', 'a pause needs a reason, ends by itself at its ceiling'], ['src/clocks/clocks.test.ts', 'a pause from Friday 20 November 15:00']),
      at('Gia hạn nhiều nhất n lần, có người duyệt, hẹn ngày và điều người dân thấy', 'Extend: at most n times, by an approver, with a promised date and a photo or text that the citizen sees', ['clocks/request-extension.ts', 'clocks/decide-extension.ts'], ['test/clocks.test.ts', 'an extension is asked for by the handler']),
      at('Chuyển đơn vị không đặt lại đồng hồ', 'Reassigning never resets the clock', ['clocks/plan-clocks.ts'], ['test/clocks.test.ts', 'reassigning leaves every clock as it is']),
      at('Nhắc trước ở 75 %, quá hạn thì báo đơn vị → cấp trên → văn phòng Chủ tịch', 'Late: shown at 75 %, escalated unit → department → chairman’s office', ['clocks/ladder.ts', 'clocks/due-times.ts', 'clocks/warn-late.ts'], ['src/clocks/ladder.test.ts', 'what is late goes from the unit to its department'], ['test/clocks.test.ts', 'an agency is warned at three quarters']),
      at('Chỉ đạo là một sự kiện có hạn riêng', 'The order is an event on the report with its own due time', ['clocks/give-order.ts', 'clocks/complete-order.ts'], ['src/clocks/clocks.test.ts', 'an order of the chairman has a time of its own']),
    ],
  },
  {
    folder: 'handling',
    holds: { vi: 'Bảng trạng thái và từng bước: tiếp nhận, chuyển, trả lời, đóng, rút', en: 'The transition table and its moves: accept, assign, answer, close, withdraw' },
    sentences: [
      at('Một bảng chuyển trạng thái cho máy chủ, trang và tài liệu', 'One transition table in one file', ['handling/report-states.ts', 'handling/move-report.ts'], ['src/handling/report-states.test.ts', 'every state but the first is reached'], ['test/pages.test.ts', 'staff take a report through all its moves']),
      at('Mỗi bước là một sự kiện có người làm, giờ, lý do', 'Every move is an event with actor, time, reason', ['events.ts', 'handling/move-report.ts'], ['test/life-of-a-report.test.ts', 'a report is routed, answered, closed and rated'], ['src/handling/report-states.test.ts', 'every move is an event that the module declares']),
    ],
  },
  {
    folder: 'privacy',
    holds: { vi: 'Che chữ và ảnh, bản gốc, người gửi, giữ bao lâu', en: 'Masking, redaction, originals, who reported, retention' },
    sentences: [
      at('Đơn vị xử lý không bao giờ thấy ai gửi; ai được xem thì mỗi lần xem đều ghi lại mục đích', 'Handling agencies never see who reported; each look of staff is audited with a purpose', ['privacy/look-up-reporter.ts', 'intake/look-up-sender.ts'], ['test/never-who-reported.test.ts', 'no route and no page shows handlers'], ['test/never-who-reported.test.ts', 'the reporter sees their own report']),
      at('Chữ công khai được che: số điện thoại, e-mail, số giấy tờ, biển số nơi lĩnh vực quy định', 'Public text is masked before publication', ['privacy/mask-text.ts', 'privacy/mask-for.ts'], ['test/redaction.test.ts', 'the public text is masked at entry'], ['src/privacy/mask-text.test.ts', 'what has been masked is masked no further']),
      at('Cán bộ che chữ và vùng ảnh; bản gốc cần quyền', 'Staff can redact text and picture regions; the original stays behind the permission', ['privacy/redact-text.ts', 'privacy/redact-picture.ts', 'privacy/look-at-original.ts'], ['test/redaction.test.ts', 'a region of a picture is black for everybody'], ['test/redaction.test.ts', 'the original is for who may see it']),
      at('Bản đồ công khai chỉ có nơi xảy ra, không có người gửi', 'The public map shows the place of the problem, never the reporter’s', ['after-answer/report-points.ts', 'reading/public-report.ts'], ['test/never-who-reported.test.ts', 'the picture that the public gets says nothing of the home']),
      at('Giữ bao lâu là theo lĩnh vực', 'Retention by category', ['privacy/kept-how-long.ts', 'privacy/personal-data.ts'], ['test/kept-by-category.test.ts', 'a category keeps contacts']),
    ],
  },
  {
    folder: 'reading',
    holds: { vi: 'Danh sách, tìm kiếm, một phản ánh cho mọi người và cho cán bộ', en: 'Lists, search, one report for everybody and for staff' },
    sentences: [
      at('Dòng thời gian có đơn vị, hạn, trả lời, ảnh trước và sau', 'Timeline with agency, deadline and answer, before/after photos', ['reading/public-report.ts', 'pages/timeline.ts', 'pages/report-view.ts'], ['test/life-of-a-report.test.ts', 'a report is routed, answered, closed and rated']),
      at('Tìm tiếng Việt có dấu hay không dấu', 'Vietnamese search with or without accents', ['reading/search-public-reports.ts', 'reading/search-words.ts'], ['test/search-and-feeds.test.ts', '"o ga", "ổ gà" and "Ổ GÀ"']),
    ],
  },
  {
    folder: 'after-answer',
    holds: { vi: 'Đánh giá, mở lại, cấp trên xem xét, bổ sung, theo dõi, RSS và GeoJSON', en: 'Rating, reopening, the supervisor, additions, subscriptions, RSS and GeoJSON' },
    sentences: [
      at('Ba mức hài lòng / chấp nhận / không hài lòng, tỷ lệ đánh giá luôn bên cạnh', 'Three-level rating; rating rate always shown beside it', ['after-answer/satisfaction.ts', 'after-answer/rate-report.ts'], ['src/after-answer/satisfaction.test.ts', 'satisfied and accepted are the first two of three levels'], ['test/figures-pages.test.ts', 'the public page shows satisfaction beside its coverage']),
      at('Người gửi mở lại trong 15 ngày, lần thứ hai sang đơn vị khác hoặc cấp trên', 'Reopening by the reporter within 15 days, the second time to another handler or the supervisor', ['after-answer/reopening.ts', 'after-answer/reopen-report.ts', 'after-answer/decide-dispute.ts'], ['src/after-answer/reopening.test.ts', 'the second time it goes to the supervisor'], ['test/after-answer.test.ts', 'after 15 days it is reopened no more']),
      at('Theo dõi một phản ánh, lĩnh vực, xã phường, vùng tròn', 'Subscriptions for a report, a category, a commune or a circle', ['after-answer/subscriptions.ts', 'after-answer/tell-followers.ts', 'after-answer/tell-news.ts'], ['test/news.test.ts', 'news of a category, a commune and a circle'], ['test/news.test.ts', 'steps of several reports that come together']),
      at('RSS và GeoJSON', 'RSS and GeoJSON feeds', ['after-answer/rss-feed.ts', 'after-answer/report-points.ts'], ['test/search-and-feeds.test.ts', 'RSS is well-formed'], ['test/search-and-feeds.test.ts', 'GeoJSON holds the places of public reports']),
    ],
  },
  {
    folder: 'suggestions',
    holds: { vi: 'Gợi ý lĩnh vực, đơn vị, mức khẩn, phản ánh trùng, học từ chính tỉnh', en: 'Suggestions learned from the province’s own reports' },
    sentences: [
      at('Học từ lịch sử của chính tỉnh, ngoài mạng, có độ chắc chắn; người xác nhận', 'A classifier trained on the province’s own history, offline, with a confidence; a person confirms', ['suggestions/train-model.ts', 'suggestions/suggest.ts', 'suggestions/calibrate.ts'], ['test/suggestions.test.ts', 'after a night with 700 closed reports it suggests'], ['test/suggestion-accuracy.test.ts', 'of what other citizens write nearly half is recognised']),
      at('Mỗi gợi ý và kết quả của nó được giữ; độ đúng được công bố', 'Every suggestion and what became of it is stored; its accuracy is a published figure', ['suggestions/fate.ts', 'suggestions/settle-suggestions.ts', 'suggestions/read-suggestion-figures.ts'], ['test/suggestions.test.ts', 'a report sent in the wrong category'], ['src/suggestions/fate.test.ts', 'a citizen said waste']),
    ],
  },
  {
    folder: 'figures',
    holds: { vi: 'Chỉ số, điểm nóng, bản tin hằng ngày, trang số liệu, xuất tệp', en: 'Metrics, hot spots, the daily digest, pages of figures, exports' },
    sentences: [
      at('Mỗi chỉ số fr.*: tử số, mẫu số, nhóm', 'Every fr.* metric with numerator, denominator and buckets', ['figures/definitions.ts', 'figures/tally.ts', 'figures/histogram.ts'], ['test/figures.test.ts', 'every metric of %s is what counting the events by hand gives'], ['src/figures/histogram.test.ts', 'the median of two provinces comes from their buckets']),
      at('Ô từ 1 đến 9 không công bố', 'Small cells are withheld', ['figures/withhold.ts'], ['src/figures/withhold.test.ts', 'a figure goes with the smallest count behind it']),
      at('Điểm nóng: cùng lĩnh vực trong 100 m, 3 lần trong 90 ngày', 'Hot spots: same category within 100 m, 3 times in 90 days', ['figures/find-hot-spots.ts', 'figures/keep-hot-spots.ts'], ['src/figures/find-hot-spots.test.ts', 'three of the same within 100 metres'], ['test/hot-spots.test.ts', 'after 90 days what has not come back is gone']),
      at('Bản tin hằng ngày cho Chủ tịch', 'Daily digest for the chairman', ['figures/daily-digest.ts', 'figures/send-digest.ts'], ['test/hot-spots.test.ts', "at seven the chairman's office gets yesterday in one letter"]),
    ],
  },
  {
    folder: 'open311',
    holds: { vi: 'Chuẩn Open311 GeoReport v2, JSON và XML', en: 'Open311 GeoReport v2, JSON and XML' },
    sentences: [
      at('Dịch vụ, định nghĩa, yêu cầu, mã chờ, cập nhật, như trang chuẩn', 'Services, definitions, requests, tokens, updates, as the page says', ['open311/open311.ts', 'open311/services.ts', 'open311/requests.ts', 'open311/post-request.ts', 'open311/tokens.ts', 'open311/updates.ts'], ['../../../tests/open311/answers.test.ts', ''], ['../../../tests/open311/errors.test.ts', '']),
      at('Không lộ người gửi qua định dạng công khai nào', 'No reporter through any public format', ['open311/select-requests.ts'], ['../../../tests/open311/nothing-private.test.ts', '']),
    ],
  },
  {
    folder: 'bulk-csv',
    holds: { vi: 'CSV hai chiều theo mẫu Open311', en: 'CSV both ways, in the Open311 bulk shape' },
    sentences: [
      at('Nhập và xuất hàng loạt; công thức thành chữ; bảng mã nào cũng đọc', 'Bulk CSV both ways; formulas become text; any encoding is read', ['bulk-csv/import-lines.ts', 'bulk-csv/export-reports.ts', 'bulk-csv/decode-text.ts', 'bulk-csv/write-csv.ts'], ['test/bulk-csv.test.ts', 'a file is checked first and brings in nothing'], ['test/bulk-csv.test.ts', 'formulas go out as text']),
    ],
  },
  { folder: 'pages', holds: { vi: 'Trang cho người dân và cán bộ, dựng ở máy chủ, chạy không cần JavaScript', en: 'Pages for citizens and staff, made on the server, without need of JavaScript' }, sentences: [] },
  { folder: 'migrations', holds: { vi: 'Lược đồ dữ liệu, từng bước một, chỉ thêm', en: 'The schema, step by step, adding only' }, sentences: [] },
  { folder: 'documents', holds: { vi: 'Viết README, docs/ từ các bảng ở trên', en: 'Writes the README and docs/ from the tables above' }, sentences: [] },
  { folder: 'demo', holds: { vi: 'Dữ liệu mẫu: một năm phản ánh tự tạo, không của ai', en: 'Sample data: a year of made-up reports, of nobody' }, sentences: [] },
];
