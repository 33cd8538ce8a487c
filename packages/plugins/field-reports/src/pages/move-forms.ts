import { field, type FieldErrors, type Html, onceField, type Say } from '@tinhthong/core';
import { html } from 'hono/html';
import type { MoveName } from '../report-states.ts';
import type { StaffReport } from './environment.ts';
import { byName, options } from './options.ts';
import { isOnward } from './may-move.ts';
import type { Names } from './names.ts';
import { photoField, type Photo } from './photos.ts';
import { moveWords } from './words.ts';

/** What an officer had filled in when a form comes back. */
export interface MoveDraft {
  readonly answer?: string;
  readonly reason?: string;
  readonly agency?: string;
  readonly photos?: readonly Photo[];
}

/** A form for each possible move; those that bring the report on its way come first. */
export function moveForms(say: Say, names: Names, report: StaffReport, possible: readonly MoveName[], draft: MoveDraft, errors: FieldErrors): Html {
  if (possible.length === 0) return html`<p>${say('Bạn không có bước nào phải làm lúc này.', 'There is nothing for you to do now.')}</p>`;
  const inOrder = possible.toSorted((a, b) => Number(isOnward(report.status, b)) - Number(isOnward(report.status, a)));
  return html`${inOrder.map(
    (move) => html`<form class="move" method="post" action="/phan-anh/viec/${report.code}/${move}"${move === 'answer' ? html` enctype="multipart/form-data"` : ''}>
${onceField()}${fieldsOf(say, names, report, move, draft, errors)}
<button${isOnward(report.status, move) ? '' : html` class="second"`}>${say(moveWords[move].button)}</button></form>`,
  )}`;
}

function fieldsOf(say: Say, names: Names, report: StaffReport, move: MoveName, draft: MoveDraft, errors: FieldErrors): Html | '' {
  if (move === 'assign') {
    const agencies = byName([...names.agencies].map(([id, name]) => [id, say(name)] as const));
    return field({ name: 'agency', label: say('Đơn vị xử lý', 'Agency'), error: errors['agency'] }, (attributes) => html`<select ${attributes}>${options(agencies, draft.agency || report.agency)}</select>`);
  }
  if (move === 'reject') {
    return field({ name: 'reason', label: say('Lý do, người gửi đọc được', 'Reason, which the reporter reads'), error: errors['reason'] }, (attributes) => html`<textarea ${attributes} required minlength="5" maxlength="1000" rows="3">${draft.reason}</textarea>`);
  }
  if (move !== 'answer') return '';
  return html`${field(
    { name: 'answer', label: say('Trả lời người dân', 'Answer to the citizen'), hint: say('Đã làm gì, kết quả ra sao. Phần này được công khai.', 'What was done, with which result. This is public.'), error: errors['answer'] },
    (attributes) => html`<textarea ${attributes} required minlength="10" maxlength="4000" rows="6">${draft.answer}</textarea>`,
  )}${photoField(say, draft.photos ?? [], errors['photos'])}`;
}
