import blank from '@tinhthong/templates/provinces/blank/modules.json' with { type: 'json' };
import dakLak from '@tinhthong/templates/provinces/dak-lak/modules.json' with { type: 'json' };
import hue from '@tinhthong/templates/provinces/hue/modules.json' with { type: 'json' };
import type { Text } from '@tinhthong/core';
import type { z } from 'zod';
import { mostPhotosInAll } from '../after-answer/remarks.ts';
import { mostReopenings } from '../after-answer/reopening.ts';
import { mostSubscriptions } from '../after-answer/subscriptions.ts';
import { mostLines } from '../bulk-csv/read-csv.ts';
import { unlimited, warnedAfter } from '../clocks/due-times.ts';
import { leastLikenessWithoutPlace } from '../duplicates/rank-similar.ts';
import { definitions, definitionVersion } from '../figures/definitions.ts';
import { backlogDays } from '../figures/read-sums.ts';
import { smallestShown } from '../figures/withhold.ts';
import { mostRequests } from '../open311/request-filter.ts';
import { mostRefusals } from '../routing/refusal.ts';
import { longestDays } from '../suggestions/choose-model.ts';
import { leastReports } from '../suggestions/known-features.ts';
import { leastHistory, leastOfClass } from '../suggestions/train-model.ts';
import { mostPhotos } from '../shapes.ts';
import { template } from '../template.ts';
import { both, code, page, table } from './markdown.ts';

type Template = z.output<typeof template>;
type Category = Template['categories'][number];
type Limit = Template['limits'][number];
type Rule = Template['routing'][number];

const provinces: readonly (readonly [name: string, content: Template])[] = [
  ['Huế', template.parse(hue.modules['field-reports'].template)],
  ['Đắk Lắk', template.parse(dakLak.modules['field-reports'].template)],
  ['tỉnh mới · a new province', template.parse(blank.modules['field-reports'].template)],
];

/** What a province decides, as its template begins with it, and what the code says for all of them. */
export function rulesPage(): string {
  return page(
    { vi: 'Quy tắc của phản ánh hiện trường', en: 'Rules of field reports' },
    'Những gì dưới đây là dòng trong cơ sở dữ liệu của tỉnh, đầu tiên lấy từ mẫu; tỉnh sửa được. Con số tỉnh đặt bằng cài đặt: [reference.md](../reference.md). Quy tắc nằm ở tệp nào: [where.md](where.md). · What follows are rows in the province’s database, first filled from its template; the province edits them. Numbers set by settings: [reference.md](../reference.md). Which file holds which rule: [where.md](where.md).',
    '## Thời hạn · Time limits',
    'Dòng đầu tiên khớp lĩnh vực, kênh, mức ưu tiên được áp dụng; trong các dòng giống nhau, dòng có hiệu lực sau cùng vào lúc gửi. Dòng bỏ trống đúng với mọi trường hợp. Giờ và ngày là của lịch làm việc; phản ánh tức thời tính theo giờ đồng hồ. · The first row that fits category, channel and priority holds; of equal ones the latest in force when the report was sent. What is empty fits all. Hours and days are working time; immediate reports go by the clock on the wall.',
    ...byProvince(({ limits }) => limitTable(limits)),
    '## Bậc thang quá hạn · The ladder of what is late',
    ...byProvince(({ ladder }) =>
      ladder === undefined ? '–' : table(['bậc · rung', 'báo ai · who is told', 'sau hạn · after the due time'], ladder.map(({ told, afterHours }, at) => [at + 1, toldWords[told] ?? code(told), `${afterHours} giờ làm việc · working hours`]))),
    '## Lĩnh vực · Categories',
    ...byProvince(({ categories }) => categoryTable(categories)),
    '## Phân luồng · Routing',
    'Dòng đầu tiên khớp thắng. Không dòng nào khớp: UBND xã, phường nơi xảy ra. Xã, phường đó được báo trong mọi trường hợp. · The first row that fits wins. Where none does: the committee of the commune where it happened, which is told in any case.',
    ...byProvince(({ routing }) => routingTable(routing)),
    '## Con số của chung · Numbers that hold everywhere',
    table(['', '', 'ở đâu · where'], fixed.map(([value, words, file]) => [String(value), both(words), `[${file}](../src/${file})`])),
    `## Chỉ số công bố · Published figures`,
    `Phiên bản công thức · version of the formulas: ${definitionVersion}. Tệp · file: [definitions.ts](../src/figures/definitions.ts).`,
    table(
      ['chỉ số · figure', '', 'công thức · formula', 'đơn vị · unit', 'đủ mẫu từ · least n'],
      Object.entries(definitions).map(([name, { title, meaning, unit, leastN }]) => [code(name), both(title), both(meaning), unit, leastN]),
    ),
  );
}

const toldWords: Readonly<Record<string, string>> = {
  $agency: 'đơn vị đang giữ việc · who owes it',
  $parent: 'đơn vị cấp trên · the agency above',
  $chairman: 'văn phòng Chủ tịch UBND · the chairman’s office',
};

/** The same text once for all provinces that have it. */
function byProvince(write: (content: Template) => string): string[] {
  const written = Map.groupBy(provinces, ([, content]) => write(content));
  return [...written].flatMap(([text, names]) => (written.size === 1 ? [text] : [`### ${names.map(([name]) => name).join(', ')}`, text]));
}

const all = '';
const span = (days: number | undefined, hours: number | undefined): string => (hours !== undefined ? `${hours} giờ · h` : days === undefined ? '–' : `${days} ngày · d`);

function limitTable(limits: readonly Limit[]): string {
  return table(
    ['lĩnh vực · category', 'kênh · channel', 'ưu tiên · priority', 'tiếp nhận · accept', 'chuyển · assign', 'xử lý · handle', 'toàn bộ · the whole', 'phối hợp · coordinate', 'từ ngày · valid from'],
    limits.map((row) => [
      row.category ?? all, row.channel ?? all, row.priority ?? all, span(undefined, row.acceptHours), span(undefined, row.assignHours),
      span(row.handleDays, row.handleHours), span(row.answerDays, row.answerHours), span(row.coordinateDays, row.coordinateHours), row.validFrom,
    ]),
  );
}

const kept: readonly (readonly [keyof Category['keepMonths'], string])[] = [
  ['contacts', 'liên hệ · contacts'], ['originals', 'bản gốc · originals'], ['evidence', 'nơi chụp · evidence'], ['videos', 'video'],
];

function categoryTable(categories: readonly Category[]): string {
  const yes = (value: boolean) => (value ? '✓' : '');
  return table(
    ['lĩnh vực · category', '', 'công khai · public', 'tức thời · immediate', 'phải có ảnh · photo', 'ảnh sau xử lý · after-photo', 'che biển số · plates masked', 'giữ riêng, tháng · kept otherwise, months', 'câu hỏi · questions'],
    categories.map(({ code: id, name, flow, keepMonths, questions, ...category }) => [
      code(id), both(name), yes(category.public), yes(flow === 'immediate'), yes(category.photoRequired), yes(category.afterPhotoRequired), yes(category.maskPlates),
      kept.flatMap(([kind, words]) => (keepMonths[kind] === undefined ? [] : [`${words} ${keepMonths[kind]}`])).join(', '), questions.map(({ question }) => both(question)).join('; '),
    ]),
  );
}

function routingTable(routing: readonly Rule[]): string {
  const agency = (id: string) => (id === '$commune' ? 'UBND xã, phường · the commune’s committee' : code(id));
  const place = ({ communes, area }: Rule) => [...(communes === null ? [] : [`${communes.length} xã, phường · communes`]), ...(area === null ? [] : ['vùng vẽ · a drawn area'])].join(', ');
  const time = ({ during }: Rule) => (during === null ? '' : 'office' in during ? { open: 'giờ làm việc · office hours', closed: 'ngoài giờ · outside of them' }[during.office] : `${during.days.join(', ')}: ${during.from}–${during.to}`);
  return table(
    ['', 'lĩnh vực · category', 'nơi · where', 'lúc · when', 'chủ trì · lead', 'phối hợp · coordinating'],
    routing.map((rule, at) => [at + 1, rule.category === null ? all : code(rule.category), place(rule), time(rule), agency(rule.lead), rule.coordinating.map(agency).join(', ')]),
  );
}

const fixed: readonly (readonly [value: number | string, words: Text, file: string])[] = [
  [`${warnedAfter * 100} %`, { vi: 'thời gian trôi qua thì nhắc đơn vị', en: 'of the time gone when the agency is warned' }, 'clocks/due-times.ts'],
  [unlimited.answer.days!, { vi: 'ngày làm việc, nếu tỉnh không có dòng nào khớp', en: 'working days where no row of the province fits' }, 'clocks/due-times.ts'],
  [mostRefusals, { vi: 'lần từ chối; lần sau cùng về đơn vị điều phối', en: 'refusals; the last goes to the dispatcher' }, 'routing/refusal.ts'],
  [mostReopenings, { vi: 'lần người gửi tự mở lại; sau đó cấp trên quyết định', en: 'reopenings by the reporter; after that the supervisor decides' }, 'after-answer/reopening.ts'],
  [leastLikenessWithoutPlace, { vi: 'giống lời ít nhất chừng này mới là tương tự, khi không biết đúng chỗ', en: 'likeness of text from which a report without an exact place is similar' }, 'duplicates/rank-similar.ts'],
  [mostPhotos, { vi: 'ảnh trong một lần gửi', en: 'pictures with one sending' }, 'shapes.ts'],
  [mostPhotosInAll, { vi: 'ảnh của một phản ánh, kể cả bổ sung', en: 'pictures of one report, later ones included' }, 'after-answer/remarks.ts'],
  [mostSubscriptions, { vi: 'đăng ký nhận tin của một người', en: 'subscriptions of one person' }, 'after-answer/subscriptions.ts'],
  [mostLines.toLocaleString('vi-VN'), { vi: 'dòng trong một tệp CSV nhập vào', en: 'lines of one CSV file' }, 'bulk-csv/read-csv.ts'],
  [mostRequests.toLocaleString('vi-VN'), { vi: 'phản ánh trong một câu trả lời Open311', en: 'requests in one answer of Open311' }, 'open311/request-filter.ts'],
  [smallestShown, { vi: 'trở lên thì một ô số liệu mới công bố', en: 'and more: only then a cell is published' }, 'figures/withhold.ts'],
  [backlogDays, { vi: 'ngày để tính số đóng trung bình mỗi ngày', en: 'days over which the mean of closed reports is taken' }, 'figures/read-sums.ts'],
  [leastHistory, { vi: 'phản ánh đã đóng thì mới gợi ý', en: 'closed reports before anything is suggested' }, 'suggestions/train-model.ts'],
  [leastOfClass, { vi: 'phản ánh của một lĩnh vực thì lĩnh vực đó mới được gợi ý', en: 'reports of a category before it is suggested' }, 'suggestions/train-model.ts'],
  [leastReports, { vi: 'phản ánh cùng có một từ thì từ đó mới vào mô hình', en: 'reports that hold a word before the model does' }, 'suggestions/known-features.ts'],
  [longestDays, { vi: 'ngày, rồi mô hình cũ phải nhường', en: 'days after which a former model gives way' }, 'suggestions/choose-model.ts'],
];
