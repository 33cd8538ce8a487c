import { errorLine, field, type FieldErrors, type Html, onceField, type Say, type Text } from '@tinhthong/core';
import { html } from 'hono/html';
import type { MoveName } from '../handling/report-states.ts';
import type { StaffReport } from './environment.ts';
import { byName, options } from './options.ts';
import { isOnward } from './may-move.ts';
import type { Names } from './names.ts';
import { photoField, type Photo } from './photos.ts';
import { mergedParts } from './coordination.ts';
import { moveWords } from './words.ts';

/** What an officer had filled in when a form comes back. */
export interface MoveDraft {
  readonly answer?: string;
  readonly reason?: string;
  readonly agency?: string;
  /** Undefined where the form did not ask. */
  readonly coordinating?: readonly string[] | undefined;
  readonly proposed?: string;
  /** Code of the report that it is to be merged into. */
  readonly into?: string;
  readonly photos?: readonly Photo[];
  readonly photoNote?: string;
}

/** A form for each possible move; those that bring the report on its way come first. */
export function moveForms(say: Say, names: Names, report: StaffReport, possible: readonly MoveName[], draft: MoveDraft, errors: FieldErrors): Html {
  if (possible.length === 0) return html`<p>${say('Bạn không có bước nào phải làm lúc này.', 'There is nothing for you to do now.')}</p>`;
  const inOrder = possible.toSorted((a, b) => Number(isOnward(report.status, b)) - Number(isOnward(report.status, a)));
  return html`${inOrder.map((move) => {
    const onward = isOnward(report.status, move);
    const fields = fieldsOf(say, names, report, move, draft, errors);
    const form = html`<form class="move" method="post" action="/phan-anh/viec/${report.code}/${move}"${move === 'answer' ? html` enctype="multipart/form-data"` : ''}>
${onceField()}${fields}<button${onward ? '' : html` class="second"`}>${say(moveWords[move].button)}</button></form>`;
    // What sends it elsewhere is folded away, so that nobody presses it for the next step.
    if (onward || fields === '') return form;
    const wrong = (fieldsOfMove[move] ?? []).some((name) => errors[name] !== undefined);
    return html`<details${wrong ? html` open` : ''}><summary>${say(foldedWords[move] ?? moveWords[move].button)}</summary>${form}</details>`;
  })}`;
}

/** Which errors are whose: a form that came back is open. */
const fieldsOfMove: Readonly<Partial<Record<MoveName, readonly string[]>>> = { assign: ['agency', 'coordinating'], refuse: ['proposed', 'reason'], merge: ['into'], reject: ['reason'] };

const foldedWords: Readonly<Partial<Record<MoveName, Text>>> = {
  merge: { vi: 'Gộp vào phản ánh khác', en: 'Merge into another report' },
  assign: { vi: 'Chuyển đơn vị khác', en: 'Assign to another agency' },
};

function fieldsOf(say: Say, names: Names, report: StaffReport, move: MoveName, draft: MoveDraft, errors: FieldErrors): Html | '' {
  if (move === 'assign') {
    const agencies = byName([...names.agencies].map(([id, name]) => [id, say(name)] as const));
    const coordinating = draft.coordinating ?? report.coordinating;
    return html`${field({ name: 'agency', label: say('Đơn vị xử lý', 'Agency'), error: errors['agency'] }, (attributes) => html`<select ${attributes}>${options(agencies, draft.agency || report.agency)}</select>`)}
<details${coordinating.length > 0 ? html` open` : ''}><summary>${say('Đơn vị phối hợp', 'Coordinating agencies')}</summary><fieldset><legend class="unseen">${say('Đơn vị phối hợp', 'Coordinating agencies')}</legend>${errorLine('coordinating', errors['coordinating'])}
<input type="hidden" name="asksCoordinating" value="1"><div class="choices">${agencies.map(([id, name]) => html`<label class="choice"><input type="checkbox" name="coordinating" value="${id}"${coordinating.includes(id) ? html` checked` : ''}>${name}</label>`)}</div></fieldset></details>`;
  }
  if (move === 'refuse') {
    const others = byName([...names.agencies].filter(([id]) => id !== report.agency).map(([id, name]) => [id, say(name)] as const));
    return html`${field({ name: 'proposed', label: say('Đơn vị có thẩm quyền', 'The competent agency'), hint: say('Lần từ chối đầu tiên chuyển thẳng đến đơn vị này; lần thứ hai do đơn vị điều phối quyết định.', 'The first refusal goes straight to it; after the second the dispatcher decides.'), error: errors['proposed'] }, (attributes) => html`<select ${attributes} required><option value=""></option>${options(others, draft.proposed)}</select>`)}
${field({ name: 'reason', label: say('Lý do, được công khai', 'Reason, which is public'), error: errors['reason'] }, (attributes) => html`<textarea ${attributes} required minlength="5" maxlength="1000" rows="2">${draft.reason}</textarea>`)}`;
  }
  if (move === 'merge') {
    return html`${field({ name: 'into', label: say('Cùng việc với phản ánh', 'About the same as report'), hint: say('Người gửi và người cùng báo được báo tin và đánh giá ở phản ánh kia. Tách lại được trong vòng một ngày.', 'Its reporter and voices are told of the other one, and rate there. It can be undone within a day.'), error: errors['into'] }, (attributes) => html`<input ${attributes} required autocomplete="off" autocapitalize="characters" spellcheck="false" list="similar-codes" value="${draft.into}">`)}
<datalist id="similar-codes">${report.similar.map(({ code }) => html`<option value="${code}"></option>`)}</datalist>`;
  }
  if (move === 'reject') {
    return field({ name: 'reason', label: say('Lý do, người gửi đọc được', 'Reason, which the reporter reads'), error: errors['reason'] }, (attributes) => html`<textarea ${attributes} required minlength="5" maxlength="1000" rows="3">${draft.reason}</textarea>`);
  }
  if (move !== 'answer') return '';
  return html`${field(
    { name: 'answer', label: say('Trả lời người dân', 'Answer to the citizen'), hint: say('Đã làm gì, kết quả ra sao. Phần này được công khai.', 'What was done, with which result. This is public.'), error: errors['answer'] },
    (attributes) => html`<textarea ${attributes} required minlength="10" maxlength="4000" rows="6">${draft.answer || mergedParts(names, say, report)}</textarea>`,
  )}${photoField(say, draft.photos ?? [], errors['photos'])}${photoNoteField(say, names.categories.get(report.category)?.afterPhotoRequired ?? false, draft.photoNote, errors['photoNote'])}`;
}

/** Only where the category requires an after-photo near the place. */
function photoNoteField(say: Say, required: boolean, note: string | undefined, error: string | undefined): Html | '' {
  if (!required) return '';
  return field(
    {
      name: 'photoNote',
      label: say('Nếu ảnh không chụp gần nơi xảy ra: vì sao?', 'If no picture was taken near the place: why?'),
      hint: say('Lĩnh vực này cần ảnh sau xử lý, chụp tại chỗ với định vị bật. Lý do chỉ cán bộ thấy.', 'This category needs an after-photo taken on the spot with location on. Only staff read the reason.'),
      error,
    },
    (attributes) => html`<textarea ${attributes} maxlength="500" rows="2">${note}</textarea>`,
  );
}
