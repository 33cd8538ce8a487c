import { errorLine, errorSummary, field, type FieldErrors, fieldErrors, type Form, type Html, onceField, page, Problem, readForm, type Say, sayIn } from '@tinhthong/core';
import { html } from 'hono/html';
import type { z } from 'zod';
import { askForNews, newsConsentVersion } from '../after-answer/ask-for-news.ts';
import { endSubscription } from '../after-answer/end-subscription.ts';
import { listSubscriptions, type subscription } from '../after-answer/list-subscriptions.ts';
import { followedInWords } from '../after-answer/tell-news.ts';
import { readReport } from '../reading/read-report.ts';
import { code as codeShape } from '../shapes.ts';
import type { PageRequest, Shown } from './environment.ts';
import { given } from './list-page.ts';
import { byName, options } from './options.ts';
import { categoryName, communeName, type Names, namesOf } from './names.ts';

type Subscription = z.output<typeof subscription>;

/** What a person has filled in so far; `code` where they came from a report. */
interface Draft {
  readonly code: string;
  readonly what: string;
  readonly category: string;
  readonly commune: string;
  readonly email: string;
  readonly phone: string;
}

const circles = ['300', '1000', '3000'] as const;

/** `GET /phan-anh/nhan-tin`: asks what to be told of; with `code` of a report also of that report, or of what lies around it. */
export function newsPage(c: PageRequest): Promise<Response> {
  const { code = '', category = '', commune = '' } = given(c, ['code', 'category', 'commune']);
  return formPage(c, { code, what: code === '' ? 'filter' : 'report', category, commune, email: '', phone: '' }, {});
}

/** `POST /phan-anh/nhan-tin`: subscribes, or ends a subscription of the signed-in account. What is wrong comes back beside its field. */
export async function newsFromPage(c: PageRequest): Promise<Response> {
  const say = sayIn(c.get('ctx').language);
  const form = await readForm(c);
  const end = form.text('end');
  if (end !== '') {
    await c.get('call')(endSubscription, { body: { id: end } });
    return formPage(c, draftOf(form), {}, say('Đã ngừng theo dõi.', 'Ended.'));
  }
  const draft = draftOf(form);
  try {
    const { status } = (await c.get('call')(askForNews, { body: await bodyOf(c, draft, form.text('consent')), ...(form.repeat && { repeat: form.repeat }) })) as { status: string };
    return status === 'active' ? await formPage(c, draft, {}, say('Đã đăng ký. Bạn nhận tin theo cách đã chọn ở trang tài khoản.', 'Subscribed. You are told as you chose on your account page.')) : await sentPage(c, draft);
  } catch (problem) {
    if (!(problem instanceof Problem) || ![409, 422].includes(problem.status)) throw problem;
    const errors = fieldErrors(say, problem, ({ path }) => fieldOfPath[path] ?? path.split('.')[1] ?? 'what');
    return formPage(c, draft, Object.keys(errors).length > 0 ? inOwnWords(say, errors) : { what: `${say(problem.title)} ${problem.detail ? say(problem.detail) : ''}` });
  }
}

const fieldOfPath: Readonly<Record<string, string>> = { 'body.report': 'what', 'body.circle.lat': 'what' };

function inOwnWords(say: Say, errors: FieldErrors): FieldErrors {
  return {
    ...errors,
    ...(errors['consent'] && { consent: say('Hãy đánh dấu đồng ý để chúng tôi được viết đến địa chỉ này.', 'Tick your consent, so that we may write to this address.') }),
  };
}

function draftOf({ text }: Form): Draft {
  return { code: text('code').toUpperCase(), what: text('what'), category: text('category'), commune: text('commune'), email: text('email'), phone: text('phone') };
}

async function bodyOf(c: PageRequest, { code, what, category, commune, email, phone }: Draft, consent: string): Promise<object> {
  const address = { ...(email !== '' && { email }), ...(phone !== '' && { phone }), ...(consent !== '' && { consent }) };
  if (what === 'report') return { report: code, ...address };
  const metres = circles.find((one) => one === what);
  if (metres === undefined) return { ...(category !== '' && { category }), ...(commune !== '' && { commune }), ...address };
  const report = (await reportOf(c, code))!;
  return { circle: { lat: report.lat, lon: report.lon, metres: Number(metres) }, ...address };
}

/** The public report that somebody came from; nothing where the address names none. */
async function reportOf(c: PageRequest, code: string): Promise<Shown | undefined> {
  if (!codeShape.safeParse(code).success) return undefined;
  return (await c.get('call')(readReport, { params: { code } })) as Shown;
}

async function formPage(c: PageRequest, draft: Draft, errors: FieldErrors, done?: string): Promise<Response> {
  const ctx = c.get('ctx');
  const say = sayIn(ctx.language);
  const signedIn = ctx.actor.kind === 'account';
  const [names, report] = await Promise.all([namesOf(ctx), reportOf(c, draft.code)]);
  const mine = signedIn ? ((await c.get('call')(listSubscriptions, { body: {} })) as { items: Subscription[] }).items : [];
  const wrong = Object.keys(errors).length > 0;
  return page(c, {
    title: `${wrong ? say('Lỗi: ', 'Error: ') : ''}${say('Nhận tin phản ánh', 'News of reports')}`,
    status: wrong ? 422 : 200,
    body: html`<div class="wrap narrow">${errorSummary(say, errors)}
${done ? html`<div class="notice good" role="status" tabindex="-1" autofocus><p>${done}</p></div>` : ''}
<h1>${say('Nhận tin phản ánh', 'News of reports')}</h1>
<p class="lead">${say('Chúng tôi báo khi có phản ánh mới hay có trả lời. Ngừng lúc nào cũng được, chỉ một lần bấm.', 'We tell you of new reports and of answers. You end it at any time, at one press.')}</p>
<form method="post" action="/phan-anh/nhan-tin">${onceField()}
${report === undefined ? filterFields(say, names, draft, errors) : choiceFields(say, names, report, draft, errors)}
${signedIn ? '' : addressFields(say, draft, errors)}
<button>${say('Đăng ký nhận tin', 'Subscribe')}</button></form>
${mineList(say, names, mine)}</div>`,
  });
}

function filterFields(say: Say, names: Names, draft: Draft, errors: FieldErrors): Html {
  const categories = [...names.categories.values()].filter((one) => one.public).map(({ code, name }) => [code, say(name)] as const);
  const communes = byName([...names.communes.keys()].map((code) => [code, communeName(names, code)] as const));
  const all = html`<option value="">${say('Tất cả', 'All')}</option>`;
  return html`<input type="hidden" name="what" value="filter">
${field({ name: 'category', label: say('Lĩnh vực', 'Category'), error: errors['category'] ?? errors['what'] }, (attributes) => html`<select ${attributes}>${all}${options(categories, draft.category)}</select>`)}
${field({ name: 'commune', label: say('Xã, phường, đặc khu', 'Commune or ward'), error: errors['commune'] }, (attributes) => html`<select ${attributes}>${all}${options(communes, draft.commune)}</select>`)}`;
}

function choiceFields(say: Say, names: Names, report: Shown, draft: Draft, errors: FieldErrors): Html {
  const choices: readonly (readonly [string, string])[] = [
    ['report', say(`Tiến độ của phản ánh ${report.code}`, `Progress of report ${report.code}`)],
    ...circles.map((metres) => [metres, say(`Mọi phản ánh trong ${metres === '300' ? '300 m' : `${metres[0]} km`} quanh nơi này`, `All reports within ${metres === '300' ? '300 m' : `${metres[0]} km`} of this place`)] as const),
    ['filter', `${categoryName(say, names, report.category)}, ${communeName(names, report.commune)}`],
  ];
  const chosen = choices.some(([value]) => value === draft.what) ? draft.what : 'report';
  return html`<input type="hidden" name="code" value="${report.code}"><input type="hidden" name="category" value="${report.category}"><input type="hidden" name="commune" value="${report.commune}">
<fieldset id="what"><legend>${say('Bạn muốn nghe về điều gì?', 'What do you want to hear of?')}</legend>${errorLine('what', errors['what'])}
${choices.map(([value, label]) => html`<label class="choice"><input type="radio" name="what" value="${value}"${value === chosen ? html` checked` : ''}>${label}</label>`)}</fieldset>`;
}

function addressFields(say: Say, draft: Draft, errors: FieldErrors): Html {
  return html`<fieldset><legend>${say('Báo đến đâu?', 'Where to?')}</legend>
<p class="hint">${say('Chọn một: e-mail hoặc điện thoại. Chúng tôi gửi một liên kết để bạn xác nhận.', 'One of both: e-mail or phone. We send a link there, for you to confirm.')}</p>
${field({ name: 'email', label: 'E-mail', error: errors['email'] }, (attributes) => html`<input ${attributes} type="email" autocomplete="email" maxlength="200" value="${draft.email}">`)}
${field({ name: 'phone', label: say('Số điện thoại', 'Phone'), error: errors['phone'] }, (attributes) => html`<input ${attributes} type="tel" autocomplete="tel" maxlength="30" value="${draft.phone}">`)}
<div class="field${errors['consent'] ? ' wrong' : ''}">${errorLine('consent', errors['consent'])}
<label class="choice"><input type="checkbox" id="consent" name="consent" value="${newsConsentVersion}"${errors['consent'] ? html` aria-describedby="consent-error" aria-invalid="true"` : ''}><span>${say(
    'Tôi đồng ý để địa chỉ này được dùng nhằm gửi các tin tôi chọn, cho đến khi tôi ngừng.',
    'I agree that this address is used to send me the news I chose, until I end it.',
  )} <small>${say('Bản', 'Version')} ${newsConsentVersion}</small></span></label></div></fieldset>`;
}

/** What somebody follows, each with a button that ends it. */
export function mineList(say: Say, names: Names, items: readonly Subscription[], { action = '/phan-anh/nhan-tin', hidden = '' as Html | '' } = {}): Html | '' {
  if (items.length === 0) return '';
  return html`<h2>${say('Bạn đang theo dõi', 'You follow')}</h2><ul class="plain">${items.map((one) => {
    const words = subscriptionInWords(say, names, one);
    return html`<li class="row"><span>${words}</span><form method="post" action="${action}">${onceField()}${hidden}<button class="second" name="end" value="${one.id}">${say('Ngừng', 'End')}<span class="unseen"> ${words}</span></button></form></li>`;
  })}</ul>`;
}

function subscriptionInWords(say: Say, names: Names, { report, category, commune, circle }: Subscription): string {
  return report === null ? followedInWords(say, names, { category, commune, metres: circle?.metres ?? null }) : say(`Phản ánh ${report}`, `Report ${report}`);
}

function sentPage(c: PageRequest, { email }: Draft): Promise<Response> {
  const say = sayIn(c.get('ctx').language);
  return page(c, {
    title: say('Xác nhận đăng ký', 'Please confirm'),
    body: html`<div class="wrap narrow"><h1>${say('Còn một bước: xác nhận', 'One more step: please confirm')}</h1>
<div class="notice good" role="status"><p>${
      email === ''
        ? say('Chúng tôi vừa nhắn một liên kết đến số điện thoại của bạn.', 'We have just sent a link to your phone.')
        : say('Chúng tôi vừa gửi một liên kết đến e-mail của bạn. Hãy xem cả hộp thư rác.', 'We have just sent a link to your mailbox. Please look among the junk mail too.')
    } ${say('Mở liên kết trong vòng một ngày để xác nhận.', 'Open it within a day to confirm.')}</p></div>
<p><a href="/phan-anh">${say('Xem các phản ánh', 'See reports')}</a></p></div>`,
  });
}
