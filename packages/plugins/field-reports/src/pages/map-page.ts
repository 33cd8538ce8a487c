import { formatNumber, type Html, page, type Say, sayIn } from '@tinhthong/core';
import { html } from 'hono/html';
import { feedFilter, feedHref } from '../after-answer/feed-filter.ts';
import { type ReportPoint, reportPoints } from '../after-answer/report-points.ts';
import type { PageRequest } from './environment.ts';
import { filterForm, given, viewTabs } from './list-page.ts';
import { communeName, namesOf } from './names.ts';
import { mapScript } from './scripts.ts';
import { type Named, staticMap } from './static-map.ts';

const mostRows = 12;

/** `/phan-anh/ban-do`: where public reports are, as a drawing with links, as a table, and at a press as a map to move. */
export async function mapPage(c: PageRequest): Promise<Response> {
  const ctx = c.get('ctx');
  const say = sayIn(ctx.language);
  const filter = given(c, ['category', 'commune', 'status']);
  const centres = () => ctx.db.selectFrom('core.communes').select(['code', 'name', 'lat', 'lon']).execute();
  const [names, json, communes] = await Promise.all([namesOf(ctx), reportPoints(ctx, feedFilter(filter)), ctx.kept('centres', centres)]);
  const { features } = JSON.parse(json) as { features: ReportPoint[] };
  const points = features.map(({ geometry: { coordinates: [lon, lat] } }) => ({ lat, lon }));
  const places: Named[] = filter.commune === undefined ? communes : communes.filter(({ code }) => code === filter.commune);
  const counts = new Map<string, number>();
  for (const { properties } of features) counts.set(properties.commune, (counts.get(properties.commune) ?? 0) + 1);
  return page(c, {
    title: say('Bản đồ phản ánh', 'Map of reports'),
    keep: true,
    body: html`<div class="wrap">
<div class="title"><h1>${say('Bản đồ phản ánh', 'Map of reports')}</h1><a class="button" href="/phan-anh/gui">${say('Gửi phản ánh', 'Send a report')}</a></div>
${viewTabs(say, 'map', filter)}
${filterForm(say, names, filter, '/phan-anh/ban-do')}
${features.length === 0 ? nothing(say) : html`<h2>${say(`${formatNumber(say, features.length)} phản ánh mới nhất`, `The latest ${formatNumber(say, features.length)} reports`)}</h2>
${moving(c, say, filter)}
<div class="split"><div data-still>${staticMap(say, points, places, ({ box }) => feedHref('/phan-anh', { ...filter, bbox: box.join(',') }))}
<p class="hint">${say('Số trong vòng tròn là số phản ánh quanh đó; bấm để xem danh sách. Không có nền bản đồ.', 'The number in a circle is how many reports are around there; press it for the list. There is no base map.')}</p></div>
<div class="side">${byCommune(say, [...counts].toSorted(([, a], [, b]) => b - a), (code) => communeName(names, code), filter)}</div></div>`}
</div>`,
  });
}

/** Only where the widget has been built, and a script runs: the drawing is complete without it. */
function moving(c: PageRequest, say: Say, filter: Partial<Record<'category' | 'commune' | 'status', string>>): Html | '' {
  const source = c.get('widget')('tt-reports-map');
  if (source === undefined) return '';
  const failed = say('Chưa tải được bản đồ. Bản đồ bên dưới vẫn dùng được.', 'The map could not be loaded. The one below still works.');
  return html`<div data-moving="${source}" data-category="${filter.category ?? ''}" data-commune="${filter.commune ?? ''}" data-status="${filter.status ?? ''}" hidden>
<p class="actions"><button class="second" type="button">${say('Mở bản đồ kéo, phóng được', 'Open a map that moves and zooms')}</button>
<span role="status" data-loading="${say('Đang tải bản đồ …', 'Loading the map …')}" data-failed="${failed}"></span></p></div>
<script type="module" src="${mapScript.path}"></script>`;
}

function byCommune(say: Say, counts: readonly (readonly [string, number])[], nameOf: (code: string) => string, filter: Partial<Record<string, string>>): Html {
  const rows = (some: typeof counts) => some.map(([code, count]) => html`<tr><th scope="row"><a href="${feedHref('/phan-anh', { ...filter, commune: code })}">${nameOf(code)}</a></th><td>${formatNumber(say, count)}</td></tr>`);
  const head = html`<thead><tr><th scope="col">${say('Xã, phường, đặc khu', 'Commune or ward')}</th><th scope="col">${say('Phản ánh', 'Reports')}</th></tr></thead>`;
  return html`<table class="numbers">${head}<tbody>${rows(counts.slice(0, mostRows))}</tbody></table>
${counts.length <= mostRows ? '' : html`<details><summary>${say(`Còn ${counts.length - mostRows} nơi`, `${counts.length - mostRows} more`)}</summary><table class="numbers">${head}<tbody>${rows(counts.slice(mostRows))}</tbody></table></details>`}`;
}

function nothing(say: Say): Html {
  return html`<div class="notice"><p>${say('Chưa có phản ánh nào như vậy.', 'There are no such reports yet.')}</p><p><a href="/phan-anh/ban-do">${say('Xem mọi phản ánh trên bản đồ', 'See all reports on the map')}</a></p></div>`;
}
