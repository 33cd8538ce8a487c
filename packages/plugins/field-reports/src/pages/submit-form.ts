import { errorLine, errorSummary, field, type FieldErrors, type Html, onceField, type Say } from '@tinhthong/core';
import { html } from 'hono/html';
import { trapName } from '../intake/submit-report.ts';
import { consentVersion } from '../intake/submit.ts';
import { type CommuneType, communeTypes, type Names } from './names.ts';
import { byName, options } from './options.ts';
import { photoField, type Photo } from './photos.ts';
import { draftScript } from './scripts.ts';

/** What a person has filled in so far. */
export interface Draft {
  readonly category: string;
  readonly description: string;
  readonly commune: string;
  readonly address: string;
  readonly name: string;
  readonly phone: string;
  readonly email: string;
  readonly consent: boolean;
  /** Pictures that have arrived already. */
  readonly photos: readonly Photo[];
}

export const emptyDraft: Draft = { category: '', description: '', commune: '', address: '', photos: [], name: '', phone: '', email: '', consent: false };

export function submitForm(say: Say, names: Names, draft: Draft, errors: FieldErrors): Html {
  const categories = [...names.categories].map(([code, { name }]) => [code, say(name)] as const);
  const choose = html`<option value="">${say('– Chọn –', '– Choose –')}</option>`;
  return html`${errorSummary(say, errors)}
<h1>${say('Gửi phản ánh', 'Send a report')}</h1>
<p class="lead">${say('Mất khoảng hai phút, không cần tài khoản. Bạn nhận mã để theo dõi đơn vị nào xử lý và đến bao giờ.', 'Takes about two minutes and no account. You get a code to follow who handles it and until when.')}</p>
<div class="notice" data-draft hidden role="status"><p>${say('Trên máy này còn một phản ánh chưa gửi được, giữ lúc', 'This device holds a report that was not sent, kept')} <time></time>.</p>
<div class="actions"><button type="button">${say('Điền lại', 'Fill it in')}</button><button type="button" class="second">${say('Xóa', 'Delete it')}</button></div></div>
<form method="post" action="/phan-anh/gui" enctype="multipart/form-data" data-keep
data-waiting="${say('Đang mất mạng. Phản ánh được giữ trên máy này và tự gửi khi có mạng lại; xin đừng đóng trang.', 'The line is gone. The report is kept on this device and goes off once the line is back; please leave this page open.')}">
${onceField()}
${field({ name: 'category', label: say('Việc gì?', 'What is it about?'), error: errors['category'] }, (attributes) => html`<select ${attributes} required>${choose}${options(categories, draft.category)}</select>`)}
${field(
  { name: 'description', label: say('Điều gì đang xảy ra?', 'What is wrong?'), hint: say('Nêu sự việc và từ khi nào. Đừng ghi tên, số điện thoại: phần này được công khai.', 'What and since when. Leave out names and phone numbers: this part is public.'), error: errors['description'] },
  (attributes) => html`<textarea ${attributes} required minlength="10" maxlength="4000" rows="6">${draft.description}</textarea>`,
)}
${field({ name: 'commune', label: say('Xã, phường, đặc khu', 'Commune or ward'), error: errors['commune'] }, (attributes) => html`<select ${attributes} required>${choose}${communeOptions(say, names, draft.commune)}</select>`)}
${field(
  { name: 'address', label: say('Địa chỉ hoặc điểm dễ nhận ra (không bắt buộc)', 'Address or landmark (optional)'), hint: say('Ví dụ: 12 Lê Lợi, đối diện trường học', 'For example: 12 Lê Lợi, opposite the school'), error: errors['address'] },
  (attributes) => html`<input ${attributes} maxlength="300" autocomplete="off" value="${draft.address}">`,
)}
${photoField(say, draft.photos, errors['photos'])}
${contactFields(say, draft, errors)}
${trap(say)}
<p role="status" class="late" data-told></p>
<button>${say('Gửi phản ánh', 'Send the report')}</button>
</form><script type="module" src="${draftScript.path}"></script>`;
}

export function communeOptions(say: Say, names: Names, chosen: string): Html[] {
  return (Object.keys(communeTypes) as CommuneType[]).flatMap((type) => {
    const ofType = [...names.communes].filter(([, commune]) => commune.type === type).map(([code, { name }]) => [code, name] as const);
    if (ofType.length === 0) return [];
    return [html`<optgroup label="${say(communeTypes[type])}">${options(byName(ofType), chosen)}</optgroup>`];
  });
}

function contactFields(say: Say, draft: Draft, errors: FieldErrors): Html {
  const input = (name: 'name' | 'phone' | 'email', label: string, type: string, autocomplete: string) =>
    field({ name, label, error: errors[name] }, (attributes) => html`<input ${attributes} type="${type}" autocomplete="${autocomplete}" maxlength="100" value="${draft[name]}">`);
  return html`<fieldset><legend>${say('Liên hệ (không bắt buộc)', 'Contact (optional)')}</legend>
<p class="hint">${say('Chỉ trung tâm điều hành thấy khi cần hỏi thêm; đơn vị xử lý và công chúng không thấy.', 'Only the operations centre sees it, to ask back; agencies and the public do not.')}</p>
${input('name', say('Họ và tên', 'Full name'), 'text', 'name')}
${input('phone', say('Số điện thoại', 'Phone'), 'tel', 'tel')}
${input('email', 'E-mail', 'email', 'email')}
<div class="field${errors['consent'] ? ' wrong' : ''}">${errorLine('consent', errors['consent'])}
<label class="choice"><input type="checkbox" id="consent" name="consent" value="${consentVersion}"${draft.consent ? html` checked` : ''}${errors['consent'] ? html` aria-describedby="consent-error" aria-invalid="true"` : ''}><span>${say(
    'Tôi đồng ý để thông tin liên hệ này được dùng nhằm trả lời phản ánh này, và được xóa sau 24 tháng kể từ khi đóng.',
    'I agree that these details are used to answer this report, and erased 24 months after it is closed.',
  )} <small>${say('Bản', 'Version')} ${consentVersion}</small></span></label></div>
</fieldset>`;
}

/**
 * Out of sight and out of the tab order, and not read aloud: a machine that fills in every field fills in this one, and
 * is answered as everybody is. What it sent waits for a person, and is seen by nobody else.
 */
function trap(say: Say): Html {
  return html`<div class="trap" aria-hidden="true">${field({ name: trapName, label: say('Xin để trống ô này', 'Leave this empty') }, (attributes) => html`<input ${attributes} autocomplete="off" tabindex="-1">`)}</div>`;
}
