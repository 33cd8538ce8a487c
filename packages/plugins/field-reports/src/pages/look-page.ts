import { field, type Html, notFound, onceField, page, Problem, readForm, type Route, type Say, sayIn, type Text, timeTag } from '@tinhthong/core';
import { html } from 'hono/html';
import { lookUpSender } from '../intake/look-up-sender.ts';
import { readWaiting } from '../intake/read-waiting.ts';
import { lookAtOriginal } from '../privacy/look-at-original.ts';
import { lookUpReporter } from '../privacy/look-up-reporter.ts';
import { readInboxReport } from '../reading/read-inbox-report.ts';
import type { PageRequest } from './environment.ts';

interface Contact {
  readonly name: string | null;
  readonly phone: string | null;
  readonly email: string | null;
}
interface Original {
  readonly text: string;
  readonly address: string | null;
  readonly remarks: readonly { readonly text: string | null; readonly at: string }[];
  readonly timeline: readonly { readonly text: string }[];
  readonly pictures: readonly { readonly picture: string; readonly original: string }[];
}

/** What is looked at, by the last part of the page's address. */
interface Look {
  readonly route: Route;
  readonly permission: `report:${string}`;
  readonly title: Text;
  readonly why: Text;
  shown(say: Say, found: unknown): Html;
}

const identity = {
  permission: 'report:identify',
  why: {
    vi: 'Danh tính người gửi được giữ kín, cả với đơn vị xử lý. Mỗi lần xem được ghi lại: ai, lúc nào, để làm gì. Chỉ dùng cho đúng mục đích đã nêu.',
    en: 'Who sent it is kept from everybody, handling agencies too. Each look is recorded: who, when, what for. Use it for that purpose alone.',
  },
  shown: (say: Say, found: unknown) => contactOf(say, found as Contact),
} as const;

const ofReport: Readonly<Record<string, Look>> = {
  'nguoi-gui': { ...identity, route: lookUpReporter, title: { vi: 'Xem người gửi', en: 'See who sent it' } },
  'ban-goc': {
    route: lookAtOriginal,
    permission: 'report:original',
    title: { vi: 'Xem bản gốc', en: 'See the original' },
    why: {
      vi: 'Nguyên văn và ảnh chưa che có thể có số điện thoại, giấy tờ, mặt người. Mỗi lần xem được ghi lại: ai, lúc nào, để làm gì.',
      en: 'The text as it was written and pictures without bars may hold phones, papers, faces. Each look is recorded: who, when, what for.',
    },
    shown: (say, found) => originalOf(say, found as Original),
  },
};

const ofWaiting: Readonly<Record<string, Look>> = { 'nguoi-gui': { ...identity, route: lookUpSender, title: { vi: 'Xem người gửi tin', en: 'See who sent the message' } } };

/** `/phan-anh/viec/<code>/nguoi-gui`, `/ban-goc`, and `/phan-anh/tiep-nhan/<id>/nguoi-gui`: asks for the purpose. */
export function lookPage(c: PageRequest): Promise<Response> {
  return askPage(c, '', undefined);
}

/** `POST` of the same: records the purpose, then shows it once. The answer to a form is stored nowhere and stands in no address. */
export async function lookFromPage(c: PageRequest): Promise<Response> {
  const { look, params, back } = lookOf(c);
  const say = sayIn(c.get('ctx').language);
  const form = await readForm(c);
  const purpose = form.text('purpose');
  try {
    const found = await c.get('call')(look.route, { params, body: { purpose } });
    return await page(c, {
      title: say(look.title),
      body: html`<div class="wrap narrow"><p class="crumb"><a href="${back}">${say('Trở lại', 'Back')}</a></p><h1>${say(look.title)}</h1>
<div class="notice" role="status" tabindex="-1" autofocus><p>${say('Lần xem này đã được ghi lại với mục đích:', 'This look is recorded, with its purpose:')} <span lang="vi">${purpose}</span></p></div>${look.shown(say, found)}</div>`,
    });
  } catch (problem) {
    if (!(problem instanceof Problem) || problem.status !== 422) throw problem;
    return askPage(c, purpose, say('Hãy nêu mục đích, 10 đến 500 ký tự.', 'State the purpose in 10 to 500 characters.'));
  }
}

function lookOf(c: PageRequest): { look: Look; read: Route; params: object; back: string } {
  const [code, id] = [c.req.param('code'), c.req.param('id')];
  const what = c.req.path.split('/').at(-1) ?? '';
  const look = (code === undefined ? ofWaiting : ofReport)[what];
  if (look === undefined) throw notFound({ vi: 'trang này', en: 'This page' });
  return code === undefined ? { look, read: readWaiting, params: { id }, back: `/phan-anh/tiep-nhan/${id}` } : { look, read: readInboxReport, params: { code }, back: `/phan-anh/viec/${code}` };
}

async function askPage(c: PageRequest, purpose: string, error: string | undefined): Promise<Response> {
  const ctx = c.get('ctx');
  const say = sayIn(ctx.language);
  const { look, read, params, back } = lookOf(c);
  // Whoever may not look is told so before writing anything.
  c.get('call').guard(look.route);
  ctx.authorize(look.permission, (await c.get('call')(read, { params })) as object);
  return page(c, {
    title: `${error === undefined ? '' : say('Lỗi: ', 'Error: ')}${say(look.title)}`,
    status: error === undefined ? 200 : 422,
    body: html`<div class="wrap narrow"><p class="crumb"><a href="${back}">${say('Trở lại', 'Back')}</a></p><h1>${say(look.title)}</h1><p>${say(look.why)}</p>
<form method="post">${onceField()}${field({ name: 'purpose', label: say('Mục đích', 'Purpose'), hint: say('Ví dụ: Gọi lại để hỏi rõ vị trí hố sụt', 'For example: calling back to ask where exactly the hole is'), error }, (attributes) => html`<textarea ${attributes} required minlength="10" maxlength="500" rows="3">${purpose}</textarea>`)}
<button>${say('Ghi lại và xem', 'Record it and look')}</button></form></div>`,
  });
}

function contactOf(say: Say, { name, phone, email }: Contact): Html {
  if (name === null && phone === null && email === null) return html`<p>${say('Người gửi không để lại liên hệ.', 'No contact was left.')}</p>`;
  const fact = (term: string, value: Html | string | null) => (value === null ? '' : html`<div><dt>${term}</dt><dd>${value}</dd></div>`);
  return html`<dl class="facts">${fact(say('Họ và tên', 'Full name'), name)}${fact(say('Số điện thoại', 'Phone'), phone === null ? null : html`<a href="tel:${phone}">${phone}</a>`)}${fact('E-mail', email === null ? null : html`<a href="mailto:${email}">${email}</a>`)}</dl>`;
}

function originalOf(say: Say, { text, address, remarks, timeline, pictures }: Original): Html {
  const added = remarks.filter((one) => one.text !== null);
  return html`<h2>${say('Nguyên văn', 'As it was written')}</h2><p class="pre" lang="vi">${text}</p>
${address === null ? '' : html`<h2>${say('Địa chỉ', 'Address')}</h2><p lang="vi">${address}</p>`}
${added.length === 0 ? '' : html`<h2>${say('Người gửi bổ sung', 'Added by the reporter')}</h2>${added.map((one) => html`<p><small>${timeTag(new Date(one.at))}</small></p><p class="pre" lang="vi">${one.text}</p>`)}`}
${timeline.length === 0 ? '' : html`<h2>${say('Lời đã che trong diễn biến', 'Hidden words of the timeline')}</h2>${timeline.map((one) => html`<p class="pre" lang="vi">${one.text}</p>`)}`}
${pictures.length === 0 ? '' : html`<h2>${say('Ảnh chưa che', 'Pictures without bars')}</h2><ul class="pictures">${pictures.map(({ original }, i) => html`<li><img src="${original}" alt="${say('Ảnh gốc', 'Original picture')} ${i + 1}/${pictures.length}"></li>`)}</ul>`}`;
}
