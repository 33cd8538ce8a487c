import { field, type Html, icon, page, type Say, sayIn } from '@tinhthong/core';
import { html } from 'hono/html';
import { feedHref } from '../after-answer/feed-filter.ts';
import { listReports } from '../reading/list-reports.ts';
import type { ListedPage, PageRequest } from './environment.ts';
import { communeName, namesOf, type Names } from './names.ts';
import { byName, options } from './options.ts';
import { reportCard } from './report-card.ts';
import { publicStates, stateWords } from './words.ts';

const perPage = 12;

/** `/phan-anh`: public reports, newest first. */
export async function listPage(c: PageRequest): Promise<Response> {
  const ctx = c.get('ctx');
  const say = sayIn(ctx.language);
  const { category, commune, status, bbox, q, cursor } = given(c, ['category', 'commune', 'status', 'bbox', 'q', 'cursor']);
  const [names, found] = await Promise.all([namesOf(ctx), c.get('call')(listReports, { query: { category, commune, status, bbox, q, cursor, limit: perPage } })]);
  const { items, next } = found as ListedPage;
  const filter = { category, commune, status, bbox, q };
  const placed = { category, commune, status, bbox };
  return page(c, {
    title: q === undefined ? say('Phản ánh', 'Reports') : say(`Tìm: ${q}`, `Search: ${q}`),
    keep: q === undefined,
    alternates: [
      { href: feedHref('/phan-anh/rss.xml', placed), type: 'application/rss+xml', title: say('Phản ánh mới', 'New reports') },
      { href: feedHref('/phan-anh/diem.geojson', placed), type: 'application/geo+json', title: say('Điểm phản ánh trên bản đồ', 'Places of reports') },
    ],
    body: html`<div class="wrap">
<div class="title"><h1>${say('Phản ánh của người dân', 'Reports from citizens')}</h1><a class="button" href="/phan-anh/gui">${say('Gửi phản ánh', 'Send a report')}</a></div>
${viewTabs(say, 'list', placed)}
${filterForm(say, names, filter)}
${bbox === undefined ? '' : partOfMap(say, { category, commune, status, q })}
<h2 class="unseen">${say('Danh sách', 'List')}</h2>
${items.length === 0 ? nothingFound(say) : html`<ul class="cards">${items.map((item) => reportCard(say, names, item, ctx.now(), { href: `/phan-anh/${item.code}` }))}</ul>`}
${pageLinks(say, '/phan-anh', filter, cursor, next)}
<p class="links"><a href="${feedHref('/phan-anh/nhan-tin', { category, commune })}">${say('Nhận tin khi có phản ánh mới', 'Be told of new reports')}</a> <a href="${feedHref('/phan-anh/rss.xml', placed)}">RSS</a> <a href="${feedHref('/phan-anh/diem.geojson', placed)}">GeoJSON</a></p>
</div>`,
  });
}

/** The parameters of an address that were filled in; an untouched select of a form sends an empty one. */
export function given<N extends string>(c: PageRequest, names: readonly N[]): Partial<Record<N, string>> {
  return Object.fromEntries(names.flatMap((name) => (c.req.query(name) ? [[name, c.req.query(name)]] : []))) as Partial<Record<N, string>>;
}

export function pageLinks(say: Say, path: string, filter: Partial<Record<string, string>>, cursor: string | undefined, next: string | null): Html | '' {
  if (cursor === undefined && next === null) return '';
  const kept = Object.entries(filter).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]]));
  const link = (extra: string[][]) => `${path}?${new URLSearchParams([...kept, ...extra])}`;
  return html`<nav class="paging" aria-label="${say('Trang', 'Pages')}">
${cursor === undefined ? '' : html`<a class="button second" href="${link([])}">${say('Về trang đầu', 'First page')}</a>`}
${next === null ? '' : html`<a class="button second" href="${link([['cursor', next]])}">${say('Trang sau', 'Next page')}</a>`}</nav>`;
}

type Filter = Partial<Record<'category' | 'commune' | 'status' | 'bbox' | 'q', string | undefined>>;

/** The same reports as a list and on a map; what is filtered stays. */
export function viewTabs(say: Say, shown: 'list' | 'map', { category, commune, status }: Filter): Html {
  const views = [['list', '/phan-anh', say('Danh sách', 'List'), 'list'], ['map', '/phan-anh/ban-do', say('Bản đồ', 'Map'), 'pin']] as const;
  return html`<nav class="tabs" aria-label="${say('Cách xem', 'View')}"><ul>${views.map(([view, path, words, drawing]) => html`<li><a href="${feedHref(path, { category, commune, status })}"${view === shown ? html` aria-current="page"` : ''}>${icon(drawing)} ${words}</a></li>`)}</ul></nav>`;
}

/** A part of the map was pressed: said, and taken back with one press. */
function partOfMap(say: Say, rest: Filter): Html {
  return html`<p class="row narrowed"><span>${icon('pin')} ${say('Chỉ trong phần bản đồ đã chọn.', 'Only in the part of the map that was chosen.')}</span> <a href="${feedHref('/phan-anh', rest)}">${say('Xem cả tỉnh', 'Show the whole province')}</a></p>`;
}

/** `action` is the view's own address; a map is not searched by words. */
export function filterForm(say: Say, names: Names, { category, commune, status, bbox, q }: Filter, action = '/phan-anh'): Html {
  const categories = [...names.categories.values()].filter((category) => category.public).map(({ code, name }) => [code, say(name)] as const);
  const communes = byName([...names.communes.keys()].map((code) => [code, communeName(names, code)] as const));
  const states = publicStates.map((state) => [state, say(stateWords[state])] as const);
  const narrowed = [commune, category, status].some((value) => value !== undefined);
  const press = html`<button class="second">${say('Lọc', 'Filter')}</button>`;
  return html`<form class="filter" action="${action}" role="search">
${bbox === undefined ? '' : html`<input type="hidden" name="bbox" value="${bbox}">`}
${action === '/phan-anh' ? field({ name: 'q', label: say('Từ, địa chỉ hoặc mã', 'Words, address, code') }, (attributes) => html`<input ${attributes} type="search" maxlength="100" autocomplete="off" value="${q ?? ''}">`) : ''}
<details class="filters"${narrowed ? html` open` : ''}><summary>${action === '/phan-anh' ? say('Thêm bộ lọc', 'More filters') : say('Bộ lọc', 'Filters')}</summary>
${field({ name: 'commune', label: say('Xã, phường, đặc khu', 'Commune or ward') }, (attributes) => html`<select ${attributes}><option value="">${say('Tất cả', 'All')}</option>${options(communes, commune)}</select>`)}
${field({ name: 'category', label: say('Lĩnh vực', 'Category') }, (attributes) => html`<select ${attributes}><option value="">${say('Tất cả', 'All')}</option>${options(categories, category)}</select>`)}
${field({ name: 'status', label: say('Trạng thái', 'Status') }, (attributes) => html`<select ${attributes}><option value="">${say('Tất cả', 'All')}</option>${options(states, status)}</select>`)}
${action === '/phan-anh' ? '' : press}</details>
${action === '/phan-anh' ? press : ''}</form>`;
}

function nothingFound(say: Say): Html {
  return html`<div class="notice"><p>${say('Chưa có phản ánh nào như vậy.', 'There are no such reports yet.')}</p>
<p><a href="/phan-anh">${say('Xem tất cả phản ánh', 'See all reports')}</a></p></div>`;
}
