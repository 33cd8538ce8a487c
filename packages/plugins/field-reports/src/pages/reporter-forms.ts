import { field, type Html, onceField, type Say } from '@tinhthong/core';
import { html } from 'hono/html';
import { mostReopenings } from '../after-answer/reopening.ts';
import { moves, openStates, ratedStates, type ReportState } from '../handling/report-states.ts';
import type { Followed } from './environment.ts';
import { photoField, type Photo } from './photos.ts';
import { moveWords, ratingWords } from './words.ts';

/** What a reporter had filled in when the page comes back. */
export interface ReporterDraft {
  readonly text: string;
  readonly comment: string;
  readonly photos: readonly Photo[];
  readonly photoError?: string | undefined;
}

/**
 * What can be done about a report by whoever sent it, or added a voice to it: one form for each, all answered by the same
 * page. Whoever added a voice rates, and takes the voice back.
 */
export function reporterForms(say: Say, report: Followed, followUp: string, draft: ReporterDraft): Html {
  const { code, status, standing } = report;
  const can = (move: 'reopen' | 'withdraw') => standing === 'reporter' && (moves[move].from as readonly ReportState[]).includes(status);
  const form = (content: Html, files = false) => html`<form class="facts" method="post" action="/phan-anh/theo-doi"${files ? html` enctype="multipart/form-data"` : ''}>
${onceField()}<input type="hidden" name="code" value="${code}"><input type="hidden" name="followUp" value="${followUp}">${content}</form>`;
  return html`${ratedStates.includes(status) ? form(rating(say, report, draft)) : ''}
${standing === 'reporter' && openStates.includes(status) ? form(adding(say, draft), true) : ''}
${can('reopen') ? form(report.reopened < mostReopenings ? reopening(say, draft) : disputing(say, draft), true) : ''}
${can('withdraw') ? form(button(say(moveWords.withdraw.button), 'withdraw')) : ''}
${standing === 'voice' ? form(button(say('Rút tiếng nói của tôi', 'Take my voice back'), 'leave')) : ''}`;
}

const button = (label: string, action: string): Html => html`<div class="actions"><button class="second" name="do" value="${action}">${label}</button></div>`;

function rating(say: Say, { rating: given, standing }: Followed, { comment }: ReporterDraft): Html {
  const choices = Object.entries(ratingWords).map(
    ([value, words]) => html`<label class="choice"><input type="radio" name="rating" value="${value}"${standing === 'reporter' && value === given ? html` checked` : ''}>${say(words)}</label>`,
  );
  return html`<fieldset><legend>${say('Bạn thấy kết quả thế nào?', 'How do you find the result?')}</legend>${choices}</fieldset>
${field(
    { name: 'comment', label: say('Nhận xét (không bắt buộc)', 'Comment (optional)'), hint: say('Chỉ cán bộ đọc được; số điện thoại, e-mail được che.', 'For staff alone; phone numbers and e-mail addresses are masked.') },
    (attributes) => html`<textarea ${attributes} maxlength="1000" rows="3">${comment}</textarea>`,
  )}<div class="actions"><button name="do" value="rate">${say('Gửi đánh giá', 'Send the rating')}</button></div>`;
}

function adding(say: Say, { text, photos, photoError }: ReporterDraft): Html {
  return html`<h2>${say('Bổ sung thông tin', 'Add to it')}</h2>
${field({ name: 'text', label: say('Có gì mới?', 'What is new?'), hint: say('Chỉ cán bộ đọc được; ảnh thì công khai.', 'For staff alone; pictures are public.') }, (attributes) => html`<textarea ${attributes} maxlength="2000" rows="3">${text}</textarea>`)}
${photoField(say, photos, photoError)}<div class="actions"><button name="do" value="add">${say('Gửi bổ sung', 'Send')}</button></div>`;
}

function reopening(say: Say, { text, photos, photoError }: ReporterDraft): Html {
  return html`<h2>${say('Sự việc chưa xong?', 'Not solved?')}</h2>
${field({ name: 'text', label: say('Vì sao mở lại?', 'Why should it be reopened?'), hint: say('Cán bộ xử lý đọc được phần này.', 'Whoever handles it reads this.') }, (attributes) => html`<textarea ${attributes} required minlength="5" maxlength="1000" rows="3">${text}</textarea>`)}
${photoField(say, photos, photoError)}${button(say(moveWords.reopen.button), 'reopen')}`;
}

function disputing(say: Say, { text, photos, photoError }: ReporterDraft): Html {
  return html`<h2>${say('Vẫn chưa xong?', 'Still not solved?')}</h2>
<p>${say('Phản ánh đã được mở lại hai lần. Bạn có thể đề nghị cấp trên xem xét và quyết định.', 'It has been reopened twice. You can ask the supervisor to decide.')}</p>
${field({ name: 'text', label: say('Điều gì vẫn chưa được?', 'What is still wrong?') }, (attributes) => html`<textarea ${attributes} required minlength="5" maxlength="1000" rows="3">${text}</textarea>`)}
${photoField(say, photos, photoError)}${button(say('Đề nghị cấp trên xem xét', 'Ask the supervisor'), 'dispute')}`;
}
