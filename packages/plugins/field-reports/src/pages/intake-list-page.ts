import { type Html, page, type Say, sayIn, spanInWords } from '@tinhthong/core';
import { html } from 'hono/html';
import type { z } from 'zod';
import type { listedItem } from '../intake/item-shape.ts';
import { listWaiting } from '../intake/list-waiting.ts';
import type { ListedPage, PageRequest } from './environment.ts';
import { given, pageLinks } from './list-page.ts';
import { categoryName, communeName, namesOf, type Names } from './names.ts';
import { channelWords, kindWords } from './intake-words.ts';

type Item = z.output<typeof listedItem>;

const perPage = 20;
const tabs = [
  { state: 'waiting', vi: 'Đang chờ', en: 'Waiting' },
  { state: 'dropped', vi: 'Máy đã gạt ra', en: 'Put aside by machine' },
  { state: 'discarded', vi: 'Cán bộ đã bỏ', en: 'Put aside by staff' },
] as const;

/** `/phan-anh/tiep-nhan`: messages, letters and drafts that wait to become reports. */
export async function intakeListPage(c: PageRequest): Promise<Response> {
  const ctx = c.get('ctx');
  const say = sayIn(ctx.language);
  const { state = 'waiting', cursor } = given(c, ['state', 'cursor']);
  const { items, next } = (await c.get('call')(listWaiting, { query: { state, cursor, limit: perPage } })) as ListedPage<Item>;
  const names = await namesOf(ctx);
  const done = c.req.query('done');
  const words = done === 'draft' ? say('Đã lưu nháp.', 'The draft is saved.') : say('Đã bỏ, kèm lý do.', 'Put aside, with the reason.');
  const notice = done === undefined ? '' : html`<div class="notice good" role="status" tabindex="-1" autofocus><p>${words}</p></div>`;
  return page(c, {
    title: say('Chờ tiếp nhận', 'Waiting'),
    body: html`<div class="wrap">${notice}<div class="title"><h1>${say('Chờ tiếp nhận', 'Waiting')}</h1><a class="button" href="/phan-anh/tiep-nhan/moi">${say('Nhập cuộc gọi', 'Enter a call')}</a></div>
<nav class="tabs" aria-label="${say('Theo trạng thái', 'By state')}"><ul>${tabs.map((tab) => html`<li><a href="/phan-anh/tiep-nhan?state=${tab.state}"${tab.state === state ? html` aria-current="page"` : ''}>${say(tab)}</a></li>`)}</ul></nav>
<h2 class="unseen">${say('Danh sách', 'List')}</h2>
${items.length === 0 ? html`<div class="notice good"><p>${say('Không có gì chờ ở đây.', 'Nothing is waiting here.')}</p></div>` : html`<ul class="cards">${items.map((item) => card(say, names, item, ctx.now()))}</ul>`}
${pageLinks(say, '/phan-anh/tiep-nhan', { state }, cursor, next)}</div>`,
  });
}

function card(say: Say, names: Names, item: Item, now: Date): Html {
  const ago = spanInWords(say, now.getTime() - new Date(item.receivedAt).getTime());
  const title = `${say(kindWords[item.kind])}${item.kind === 'draft' ? '' : `, ${say(channelWords[item.channel])}`}`;
  const about = [item.category !== null && categoryName(say, names, item.category), item.commune !== null && communeName(names, item.commune), item.sender].filter(Boolean).join(' · ');
  return html`<li class="card report"><h3>${item.state === 'waiting' ? html`<a href="/phan-anh/tiep-nhan/${item.id}">${title}</a>` : title}</h3>
<div class="row"><small>${say(`${ago} trước`, `${ago} ago`)}${item.repeats > 0 ? say(`, lặp lại ${item.repeats} lần`, `, came again ${item.repeats} times`) : ''}</small></div>
<p class="clamp" lang="vi">${item.text ?? say('(không đọc được)', '(cannot be read)')}</p>
<div class="meta">${about === '' ? '' : html`<p>${about}</p>`}${item.fault === null ? '' : html`<p class="late">${item.fault}</p>`}</div></li>`;
}
