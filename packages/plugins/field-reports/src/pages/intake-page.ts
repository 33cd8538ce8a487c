import { errorLine, errorSummary, field, type FieldErrors, type Form, type Html, onceField, page, Problem, readForm, type Say, sayIn } from '@tinhthong/core';
import { html } from 'hono/html';
import { staffChannels } from '../intake/channels.ts';
import { discardWaiting } from '../intake/discard-waiting.ts';
import { enterReport } from '../intake/enter-report.ts';
import { readWaiting } from '../intake/read-waiting.ts';
import { changeDraft, saveDraft } from '../intake/save-draft.ts';
import { consentVersion, type Submitted } from '../intake/submit.ts';
import type { PageRequest } from './environment.ts';
import { channelWords, kindWords } from './intake-words.ts';
import { namesOf } from './names.ts';
import { byName, options } from './options.ts';
import { receiptPage } from './receipt-page.ts';
import { communeOptions, type Draft, emptyDraft } from './submit-form.ts';
import { errorsOf } from './submit-page.ts';

interface Waiting {
  readonly id: string;
  readonly kind: keyof typeof kindWords;
  readonly channel: keyof typeof channelWords;
  readonly category: string | null;
  readonly commune: string | null;
  readonly address: string | null;
  readonly text: string | null;
  readonly sender: string | null;
  readonly fault: string | null;
  readonly contact: { readonly name: string | null; readonly phone: string | null; readonly email: string | null } | null;
  readonly pictures: readonly string[];
}

interface Filled extends Omit<Draft, 'photos' | 'consent'> {
  readonly channel: string;
  readonly consent: boolean;
}

/** `/phan-anh/tiep-nhan/moi` and `/phan-anh/tiep-nhan/<id>`: a call, or what waits, on its way to a report. */
export async function intakePage(c: PageRequest): Promise<Response> {
  const item = await waitingOf(c);
  return formPage(c, item, filledFrom(item), {});
}

/** `POST`: enters the report, saves what there is, or puts it aside with a reason. */
export async function intakeFromPage(c: PageRequest): Promise<Response> {
  const form = await readForm(c);
  const item = await waitingOf(c);
  const filled = filledOf(form);
  const call = c.get('call');
  const repeat = form.repeat && { repeat: form.repeat };
  const say = sayIn(c.get('ctx').language);
  try {
    if (form.text('do') === 'discard' && item !== undefined) {
      await call(discardWaiting, { params: { id: item.id }, body: { reason: form.text('reason') }, ...repeat });
      return c.redirect('/phan-anh/tiep-nhan?done=discard', 303);
    }
    if (form.text('do') === 'draft') {
      await (item === undefined ? call(saveDraft, { body: bodyOf(filled), ...repeat }) : call(changeDraft, { params: { id: item.id }, body: bodyOf(filled), ...repeat }));
      return c.redirect('/phan-anh/tiep-nhan?done=draft', 303);
    }
    const entered = await call(enterReport, { body: { ...bodyOf(filled), ...(item !== undefined && { item: item.id }) }, ...repeat });
    return await receiptPage(c, entered as Submitted);
  } catch (problem) {
    if (!(problem instanceof Problem) || ![409, 422].includes(problem.status)) throw problem;
    const errors = problem.status === 409 ? { category: say(problem.title) } : errorsOf(say, problem, { ...filled, photos: [] });
    const reason = problem.errors.some(({ path }) => path === 'body.reason') ? { reason: say('Hãy nêu lý do, 5 đến 1.000 ký tự.', 'Give a reason of 5 to 1,000 characters.') } : undefined;
    return formPage(c, item, filled, reason ?? errors);
  }
}

async function waitingOf(c: PageRequest): Promise<Waiting | undefined> {
  const id = c.req.param('id');
  if (id !== undefined) return (await c.get('call')(readWaiting, { params: { id } })) as Waiting;
  c.get('call').guard(saveDraft);
  return undefined;
}

function filledFrom(item: Waiting | undefined): Filled {
  const { name, phone, email } = item?.contact ?? { name: null, phone: null, email: null };
  return {
    ...emptyDraft,
    channel: item?.channel ?? 'hotline',
    category: item?.category ?? '',
    description: item?.text ?? '',
    commune: item?.commune ?? '',
    address: item?.address ?? '',
    name: name ?? '',
    phone: phone ?? '',
    email: email ?? '',
  };
}

function filledOf({ text }: Form): Filled {
  const of = (name: keyof Draft) => text(name);
  return {
    channel: text('channel') || 'hotline',
    category: of('category'), description: of('description'), commune: of('commune'), address: of('address'),
    name: of('name'), phone: of('phone'), email: of('email'), consent: text('consent') === consentVersion,
  };
}

function bodyOf({ channel, category, description, commune, address, name, phone, email, consent }: Filled): object {
  const contact = Object.fromEntries(Object.entries({ name, phone, email }).filter(([, value]) => value !== ''));
  const given = Object.fromEntries(Object.entries({ category, description, commune, address }).filter(([, value]) => value !== ''));
  return { channel, ...given, ...(Object.keys(contact).length > 0 && { contact: { ...contact, ...(consent && { consent: consentVersion }) } }) };
}

async function formPage(c: PageRequest, item: Waiting | undefined, filled: Filled, errors: FieldErrors): Promise<Response> {
  const ctx = c.get('ctx');
  const say = sayIn(ctx.language);
  const names = await namesOf(ctx);
  const title = item === undefined ? say('Nhập cuộc gọi', 'Enter a call') : say(kindWords[item.kind]);
  const choose = html`<option value="">${say('– Chọn –', '– Choose –')}</option>`;
  const categories = [...names.categories].map(([code, { name }]) => [code, say(name)] as const);
  const wrong = Object.keys(errors).length > 0;
  return page(c, {
    title: `${wrong ? say('Lỗi: ', 'Error: ') : ''}${title}`,
    status: wrong ? 422 : 200,
    body: html`<div class="wrap narrow">${errorSummary(say, errors)}<p class="crumb"><a href="/phan-anh/tiep-nhan">${say('Chờ tiếp nhận', 'Waiting')}</a></p><h1>${title}</h1>
${item === undefined ? '' : about(say, item, ctx.can('report:identify'))}
<form method="post" action="/phan-anh/tiep-nhan/${item?.id ?? 'moi'}">${onceField()}
${item === undefined || item.kind === 'draft' ? field({ name: 'channel', label: say('Đến qua', 'Came by') }, (attributes) => html`<select ${attributes}>${options(staffChannels.map((channel) => [channel, say(channelWords[channel])] as const), filled.channel)}</select>`) : ''}
${field({ name: 'category', label: say('Lĩnh vực', 'Category'), error: errors['category'] }, (attributes) => html`<select ${attributes}>${choose}${options(byName(categories), filled.category)}</select>`)}
${field({ name: 'description', label: say('Điều gì đang xảy ra?', 'What is wrong?'), error: errors['description'] }, (attributes) => html`<textarea ${attributes} maxlength="4000" rows="6">${filled.description}</textarea>`)}
${field({ name: 'commune', label: say('Xã, phường, đặc khu', 'Commune or ward'), error: errors['commune'] }, (attributes) => html`<select ${attributes}>${choose}${communeOptions(say, names, filled.commune)}</select>`)}
${field({ name: 'address', label: say('Địa chỉ hoặc điểm dễ nhận ra', 'Address or landmark'), error: errors['address'] }, (attributes) => html`<input ${attributes} maxlength="300" autocomplete="off" value="${filled.address}">`)}
${contactFields(say, filled, errors)}
<div class="actions"><button name="do" value="enter">${say('Tiếp nhận thành phản ánh', 'Make it a report')}</button><button class="second" name="do" value="draft">${say('Lưu nháp', 'Save as draft')}</button></div>
${item === undefined ? '' : html`${field({ name: 'reason', label: say('Nếu không phải phản ánh: lý do bỏ', 'If it is no report: why'), error: errors['reason'] }, (attributes) => html`<input ${attributes} maxlength="1000" autocomplete="off">`)}<button class="second" name="do" value="discard">${say('Bỏ', 'Put aside')}</button>`}</form></div>`,
  });
}

function about(say: Say, { id, sender, fault, pictures, channel }: Waiting, mayIdentify: boolean): Html {
  return html`<p>${say('Đến qua', 'Came by')} ${say(channelWords[channel])}${sender === null ? '' : html`, ${say('người gửi', 'from')} ${sender}`}.${sender !== null && mayIdentify ? html` <a href="/phan-anh/tiep-nhan/${id}/nguoi-gui">${say('Xem người gửi, có ghi lại mục đích', 'See who sent it, with a recorded purpose')}</a>` : ''}</p>
${fault === null ? '' : html`<div class="notice warn"><p>${fault}</p></div>`}
${pictures.length === 0 ? '' : html`<ul class="pictures plain">${pictures.map((url, i) => html`<li><a href="${url}"><img src="${url}" alt="${say('Ảnh', 'Picture')} ${i + 1}/${pictures.length}" loading="lazy"></a></li>`)}</ul>`}`;
}

function contactFields(say: Say, filled: Filled, errors: FieldErrors): Html {
  const input = (name: 'name' | 'phone' | 'email', label: string, type: string) =>
    field({ name, label, error: errors[name] }, (attributes) => html`<input ${attributes} type="${type}" autocomplete="off" maxlength="100" value="${filled[name]}">`);
  return html`<fieldset><legend>${say('Liên hệ của người báo (để trống thì giữ người gửi của tin)', 'Contact of the reporter (empty keeps the sender of the message)')}</legend>
${input('name', say('Họ và tên', 'Full name'), 'text')}${input('phone', say('Số điện thoại', 'Phone'), 'tel')}${input('email', 'E-mail', 'email')}
<div class="field${errors['consent'] ? ' wrong' : ''}">${errorLine('consent', errors['consent'])}
<label class="choice"><input type="checkbox" id="consent" name="consent" value="${consentVersion}"${filled.consent ? html` checked` : ''}><span>${say('Người báo đã đồng ý để lại liên hệ nhằm trả lời phản ánh này.', 'The reporter has agreed to leave these details so that the report can be answered.')}</span></label></div></fieldset>`;
}
