import { errorLine, errorSummary, field, type FieldErrors, fieldErrors, type Html, onceField, page, Problem, readForm, type Say, sayIn } from '@tinhthong/core';
import { html } from 'hono/html';
import { joinReport } from '../duplicates/join-report.ts';
import { readReport } from '../reading/read-report.ts';
import { consentVersion } from '../intake/submit.ts';
import type { PageRequest, Shown } from './environment.ts';
import { categoryName, namesOf } from './names.ts';
import { alreadySentPage, joinedPage } from './similar-page.ts';

interface Voice {
  readonly remark: string;
  readonly phone: string;
  readonly email: string;
  readonly consent: boolean;
}

const emptyVoice: Voice = { remark: '', phone: '', email: '', consent: false };

/** `/phan-anh/<code>/cung-viec`: the same with me. */
export function joinPage(c: PageRequest): Promise<Response> {
  return formPage(c, emptyVoice, {});
}

export async function joinFromPage(c: PageRequest): Promise<Response> {
  const say = sayIn(c.get('ctx').language);
  const form = await readForm(c);
  const voice: Voice = { remark: form.text('remark'), phone: form.text('phone'), email: form.text('email'), consent: form.text('consent') === consentVersion };
  try {
    const joined = await c.get('call')(joinReport, { params: { code: c.req.param('code') }, body: bodyOf(voice), ...(form.repeat && { repeat: form.repeat }) });
    return await joinedPage(c, joined as { code: string; followUp: string });
  } catch (problem) {
    if (problem instanceof Problem && problem.code === 'own-report') return alreadySentPage(c, problem);
    if (!(problem instanceof Problem) || problem.status !== 422) throw problem;
    const errors = fieldErrors(say, problem, ({ path }) => path.split('.').at(-1) ?? '');
    return formPage(c, voice, { ...errors, ...(errors['consent'] && { consent: say('Hãy đánh dấu đồng ý, hoặc để trống phần liên hệ.', 'Tick your consent, or leave the contact details empty.') }) });
  }
}

function bodyOf({ remark, phone, email, consent }: Voice): object {
  const given = Object.fromEntries(Object.entries({ phone, email }).filter(([, value]) => value !== ''));
  return { ...(remark !== '' && { remark }), ...(Object.keys(given).length > 0 && { contact: { ...given, ...(consent && { consent: consentVersion }) } }) };
}

async function formPage(c: PageRequest, voice: Voice, errors: FieldErrors): Promise<Response> {
  const ctx = c.get('ctx');
  const say = sayIn(ctx.language);
  const [names, found] = await Promise.all([namesOf(ctx), c.get('call')(readReport, { params: { code: c.req.param('code') } })]);
  const report = found as Shown;
  const wrong = Object.keys(errors).length > 0;
  return page(c, {
    title: `${wrong ? say('Lỗi: ', 'Error: ') : ''}${say('Cùng việc này', 'The same with me')}`,
    status: wrong ? 422 : 200,
    body: html`<div class="wrap narrow">${errorSummary(say, errors)}<p class="crumb"><a href="/phan-anh/${report.code}">${categoryName(say, names, report.category)} ${report.code}</a></p>
<h1>${say('Tôi cũng gặp việc này', 'The same with me')}</h1>
<p class="clamp" lang="vi">${report.text}</p>
<form method="post" action="/phan-anh/${report.code}/cung-viec">${onceField()}${fieldsOf(say, voice, errors)}<button>${say('Góp tiếng nói', 'Add my voice')}</button></form></div>`,
  });
}

function fieldsOf(say: Say, voice: Voice, errors: FieldErrors): Html {
  return html`${field({ name: 'remark', label: say('Bạn muốn nói thêm gì? (không bắt buộc)', 'Anything to add? (optional)'), hint: say('Chỉ cán bộ đọc.', 'Read by staff alone.'), error: errors['remark'] }, (attributes) => html`<textarea ${attributes} maxlength="4000" rows="3">${voice.remark}</textarea>`)}
<fieldset><legend>${say('Để được báo tiến độ (không bắt buộc)', 'To be told of its progress (optional)')}</legend>
${field({ name: 'email', label: 'E-mail', error: errors['email'] }, (attributes) => html`<input ${attributes} type="email" autocomplete="email" maxlength="100" value="${voice.email}">`)}
${field({ name: 'phone', label: say('Số điện thoại', 'Phone'), error: errors['phone'] }, (attributes) => html`<input ${attributes} type="tel" autocomplete="tel" maxlength="30" value="${voice.phone}">`)}
<div class="field${errors['consent'] ? ' wrong' : ''}">${errorLine('consent', errors['consent'])}<label class="choice"><input type="checkbox" id="consent" name="consent" value="${consentVersion}"${voice.consent ? html` checked` : ''}><span>${say(
    'Tôi đồng ý để liên hệ này được dùng nhằm báo tiến độ của phản ánh này.',
    'I agree that these details are used to tell me of the progress of this report.',
  )}</span></label></div></fieldset>`;
}
