import { field, formatNumber, formatShare, type Html, page, type Say, sayIn, timeTag } from '@tinhthong/core';
import { html } from 'hono/html';
import type { PageRequest } from '../pages/environment.ts';
import { given } from '../pages/list-page.ts';
import { categoryName, type Names, namesOf } from '../pages/names.ts';
import { options } from '../pages/options.ts';
import type { MetricId } from './definitions.ts';
import { readFigures } from './figures-route.ts';
import { hourBounds } from './histogram.ts';
import { periodChoices } from './period-choices.ts';
import type { CategoryFigures, PublicFigures } from './public-figures.ts';
import type { PublishedMetric } from './publish-metric.ts';
import { shareBar } from './share-bar.ts';
import { dayInWords, freshnessWords, metricBasis, metricState, metricValue } from './words.ts';

/** Shown large, with what belongs to it: satisfaction never without its coverage. */
const leading: readonly (readonly [MetricId, MetricId?])[] = [['fr.ontime_766', 'fr.overdue_open'], ['fr.sat_hue', 'fr.rating_cov'], ['fr.t_close_med', 'fr.t_close_p90'], ['fr.reopen_rate']];

/** `/phan-anh/so-lieu`: how the province deals with reports, for everybody. */
export async function figuresPage(c: PageRequest): Promise<Response> {
  const ctx = c.get('ctx');
  const say = sayIn(ctx.language);
  const { period = '365' } = given(c, ['period']);
  const [names, found] = await Promise.all([namesOf(ctx), c.get('call')(readFigures, { query: { period } })]);
  const { from, to, oldBorders, freshness, computedAt, metrics, categories } = found as PublicFigures;
  const byId = new Map(metrics.map((metric) => [metric.id, metric]));
  const large = new Set<MetricId>(leading.flat() as MetricId[]);
  const title = say('Số liệu phản ánh', 'Figures of reports');
  return page(c, {
    title,
    keep: true,
    body: html`<div class="wrap"><div class="title"><h1>${title}</h1></div>
<form class="filter" action="/phan-anh/so-lieu">
${field({ name: 'period', label: say('Kỳ', 'Period') }, (attributes) => html`<select ${attributes}>${options(periodChoices(say, ctx.now()), period)}</select>`)}
<button class="second">${say('Xem', 'Show')}</button></form>
<p>${say('Từ', 'From')} ${dayInWords(from)} ${say('đến', 'to')} ${dayInWords(to)}; ${say(freshnessWords(freshness))}. ${say('Tính lúc', 'Computed at')} ${timeTag(new Date(computedAt))}.${oldBorders ? say(' Trước 01/07/2025: địa giới cũ.', ' Before 1 July 2025: old borders.') : ''}</p>
<h2 class="unseen">${say('Chỉ số chính', 'Main figures')}</h2>
<div class="figures">${leading.map(([id, beside]) => largeFigure(say, byId.get(id)!, beside === undefined ? undefined : byId.get(beside)))}</div>
<h2>${say('Theo lĩnh vực', 'By category')}</h2>
${categories.length === 0 ? html`<p>${say('Chưa có phản ánh nào trong kỳ này.', 'There are no reports in this period.')}</p>` : categoryTable(say, names, categories)}
<h2>${say('Xử lý mất bao lâu', 'How long it takes')}</h2>
${durationTable(say, byId.get('fr.t_close_med')!)}
<h2>${say('Các chỉ số khác', 'Other figures')}</h2>
<dl class="measures">${metrics.filter(({ id }) => !large.has(id)).map((metric) => smallFigure(say, metric))}</dl>
<p class="hint">${say('Dưới 10 trường hợp được giữ kín. Dưới số mẫu tối thiểu ghi “không đủ mẫu”. Khoảng tin cậy 95% (Wilson): giá trị thật nhiều khả năng nằm trong đó.', 'Fewer than 10 cases are withheld. Below the least sample it says “too few”. The 95% interval (Wilson) is where the true value very likely lies.')}</p>
<p class="actions"><a class="button second" href="/api/field-reports/figures.csv?period=${period}">${say('Tải CSV', 'Download CSV')}</a>
<a class="button second" href="/api/field-reports/figures.xlsx?period=${period}">${say('Tải XLSX', 'Download XLSX')}</a></p></div>`,
  });
}

function largeFigure(say: Say, metric: PublishedMetric, beside: PublishedMetric | undefined): Html {
  return html`<div class="figure"><h3>${say(metric.title)}</h3><p><b>${shown(say, metric)}</b>${bar(metric)}<small>${metricBasis(say, metric)}</small></p>
${beside === undefined ? '' : html`<p>${say(beside.title)}: <strong>${shown(say, beside)}</strong></p>`}
<p class="hint">${say(metric.meaning)}${beside === undefined ? '' : ` ${say(beside.meaning)}`}</p>${former(say, metric)}</div>`;
}

function smallFigure(say: Say, metric: PublishedMetric): Html {
  return html`<div><dt>${say(metric.title)}</dt><dd><strong>${shown(say, metric)}</strong>${bar(metric)}</dd>${basis(say, metric)}<dd class="hint">${say(metric.meaning)}${former(say, metric)}</dd></div>`;
}

function categoryTable(say: Say, names: Names, items: readonly CategoryFigures[]): Html {
  const most = Math.max(1, ...items.map(({ submitted }) => submitted ?? 0));
  return html`<table class="numbers"><thead><tr><th scope="col">${say('Lĩnh vực', 'Category')}</th><th scope="col">${say('Đã gửi', 'Sent')}</th><th scope="col">${say('Đúng hạn', 'In time')}</th><th scope="col">${say('Hài lòng, chấp nhận', 'Satisfied, accepting')}</th></tr></thead>
<tbody>${items.map(({ category, submitted, onTime, satisfaction, coverage }) => html`<tr><th scope="row">${categoryName(say, names, category)}${submitted === null ? '' : shareBar(submitted / most)}</th>
<td>${submitted === null ? say('dưới 10', 'under 10') : formatNumber(say, submitted)}</td><td>${brief(say, onTime)}</td>
<td>${brief(say, satisfaction)}<br><small>${say('được đánh giá', 'rated')} ${brief(say, coverage)}</small></td></tr>`)}</tbody></table>`;
}

/** How the closed reports spread over the time that they took: the bar beside the number, not instead of it. */
function durationTable(say: Say, metric: PublishedMetric): Html {
  const { histogram, denominator } = metric;
  if (histogram === null || denominator === null) return html`<p>${shown(say, metric)}</p>`;
  const most = Math.max(1, ...histogram.map((count) => count ?? 0));
  const name = (i: number) => {
    const [above, bound] = [hourBounds[i - 1], hourBounds[i]];
    if (bound === undefined) return say(`trên ${above} giờ`, `more than ${above} hours`);
    return above === undefined ? say(`đến ${bound} giờ`, `up to ${bound} hour`) : say(`trên ${above} đến ${bound} giờ`, `${above} to ${bound} hours`);
  };
  return html`<p class="hint">${say('Giờ làm việc từ tiếp nhận đến khi đóng; của các phản ánh đóng trong kỳ.', 'Working hours from acceptance to closing; of the reports closed in the period.')}</p>
<table class="numbers"><thead><tr><th scope="col">${say('Thời gian', 'Time')}</th><th scope="col">${say('Phản ánh', 'Reports')}</th><th scope="col">${say('Tỷ lệ', 'Share')}</th></tr></thead>
<tbody>${histogram.map((count, i) => html`<tr><th scope="row">${name(i)}${count === null ? '' : shareBar(count / most)}</th><td>${count === null ? say('giữ kín', 'withheld') : formatNumber(say, count)}</td><td>${count === null ? '–' : formatShare(say, count / denominator)}</td></tr>`)}</tbody></table>`;
}

/** A corrected figure says what it was before, and why it is no more. */
function former(say: Say, { history, unit }: PublishedMetric): Html | '' {
  if (history.length === 0) return '';
  return html`<ul class="plain">${history.map(({ state, value, computedAt, replacedBecause }) => html`<li>${say('Đã đính chính. Trước đó:', 'Corrected. Before:')} ${state === 'shown' ? metricValue(say, { value, beyond: false, unit }) : say('không công bố', 'not shown')}, ${say('tính lúc', 'computed at')} ${timeTag(new Date(computedAt))}. ${say('Lý do:', 'Reason:')} ${replacedBecause}</li>`)}</ul>`;
}

function basis(say: Say, metric: PublishedMetric): Html | '' {
  const words = metricBasis(say, metric);
  return words === '' ? '' : html`<dd><small>${words}</small></dd>`;
}

type Shown = Pick<PublishedMetric, 'state' | 'leastN' | 'value' | 'beyond' | 'unit' | 'denominator'>;

const shown = (say: Say, metric: Shown) => (metric.state === 'shown' ? metricValue(say, metric) : say(metricState(metric)));
/** In a table, whose foot says what is withheld and why. */
const brief = (say: Say, metric: Shown) => (metric.state === 'withheld' ? html`<span class="muted">${say('giữ kín', 'withheld')}</span>` : metric.state === 'too-few' ? html`<span class="muted">${say('không đủ mẫu', 'too few')}</span>` : shown(say, metric));
const bar = ({ state, unit, value }: Pick<PublishedMetric, 'state' | 'unit' | 'value'>) => (state === 'shown' && unit === '%' ? shareBar(value! / 100) : '');
