import { sayIn } from '@tinhthong/core/say';
import { formatNumber } from '@tinhthong/core/times-and-numbers';
import type { Say } from '@tinhthong/core';
import { define, type Home, localTime, TtWidget } from '@tinhthong/ui-webcomponents';
import { type CSSResultGroup, html, nothing, type PropertyDeclarations, svg, type TemplateResult } from 'lit';
import { dayInWords, freshnessWords, metricBasis, metricState, metricValue } from '../../../src/figures/words.ts';
import type { paths, PublishedMetric } from '../../api.gen.ts';
import { reportsApi, unanswered } from '../../reports-api.ts';
import { styles } from './report-figures.styles.ts';

type Figures = paths['/api/field-reports/figures']['get']['responses'][200]['content']['application/json'];
type MetricId = PublishedMetric['id'];

/** Satisfaction never stands without its coverage. */
const shown: readonly (readonly [MetricId, MetricId?])[] = [['fr.ontime_766'], ['fr.sat_hue', 'fr.rating_cov'], ['fr.t_close_med']];

/**
 * How the province deals with reports: handled in time, satisfied with how many having rated, how long it takes. Of fewer
 * than ten cases nothing is shown, and it says so.
 *
 * @attr {string} period `365` for the last 365 days (by default), a year `2026`, a quarter `2026-Q3` or a month `2026-07`
 * @attr {string} embed-key the public key that the province made for this website
 * @attr {string} lang `vi` or `en`; by default the language of the page
 * @attr {string} theme `light`, `dark` or `auto`
 * @slot what a citizen can do where the widget cannot work: a link and a number
 * @fires tt-ready once it can be read
 * @fires tt-error with `code`, why it cannot
 *
 * @example <tt-report-figures embed-key="pk_…" period="2026"><a href="https://hue.example/phan-anh/so-lieu">Số liệu phản ánh</a></tt-report-figures>
 */
export class ReportFigures extends TtWidget {
  static override styles: CSSResultGroup = [TtWidget.styles, styles];
  static override properties: PropertyDeclarations = { period: {}, figures: { state: true } };

  declare period: string | undefined;
  declare protected figures: Figures | undefined;
  protected readonly module = 'field-reports';
  #home: Home | undefined;

  override focus(options?: FocusOptions): void {
    this.renderRoot.querySelector<HTMLElement>('a, button')?.focus(options);
  }

  /** Asks for the figures of this moment. */
  reset(): void {
    if (this.#home !== undefined) void this.start(this.#home);
  }

  protected async start(home: Home): Promise<void> {
    this.#home = home;
    const { period } = this;
    const ask = (query: { readonly period?: string }) => reportsApi(home, this.language, this.embedKey).GET('/api/field-reports/figures', { params: { query } });
    let { data, error } = await ask({ ...(period && { period }) });
    if (error?.status === 422) {
      console.warn(`<${this.localName}> period="${period}": 365, 2026, 2026-Q3, 2026-07`);
      this.period = undefined;
      ({ data, error } = await ask({}));
    }
    if (data === undefined) return this.refuse(unanswered(error));
    this.figures = data;
  }

  protected content(home: Home): TemplateResult {
    const say = sayIn(this.language);
    const { figures } = this;
    if (figures === undefined) return html`<p role="status" class="hint">${say('Đang tải …', 'Loading …')}</p>`;
    const { from, to, freshness, computedAt, total, metrics } = figures;
    const byId = new Map(metrics.map((metric) => [metric.id, metric]));
    const withheld = [total.submitted, ...shown.flat().map((id) => byId.get(id!)?.state)].some((state) => state === null || state === 'withheld');
    return html`<div class="room"><dl><div><dt>${say('Phản ánh đã gửi', 'Reports sent')}</dt><dd class="value">${total.submitted === null ? say('dưới 10', 'under 10') : formatNumber(say, total.submitted)}</dd></div>
      ${shown.map(([id, beside]) => figure(say, byId.get(id)!, beside === undefined ? undefined : byId.get(beside)))}</dl></div>
      ${withheld ? html`<p class="note">${say('Dưới 10 trường hợp thì không công bố, để không ai bị nhận ra.', 'Fewer than 10 cases are not published, so that nobody can be recognised.')}</p>` : nothing}
      <p class="muted">${say('Từ', 'From')} ${dayInWords(from)} ${say('đến', 'to')} ${dayInWords(to)}; ${say(freshnessWords(freshness))}. ${say('Tính lúc', 'Computed at')} ${localTime(computedAt)}.</p>
      <p><a href="${home.origin}/phan-anh/so-lieu${this.period ? `?period=${encodeURIComponent(this.period)}` : ''}">${say('Mọi số liệu và cách tính', 'All figures, and how they are computed')}</a></p>`;
  }
}

function figure(say: Say, metric: PublishedMetric, beside: PublishedMetric | undefined): TemplateResult {
  const value = (of: PublishedMetric) => (of.state === 'shown' ? metricValue(say, of) : say(metricState(of)));
  return html`<div><dt>${say(metric.title)}</dt><dd class=${metric.state === 'shown' ? 'value' : 'none'}>${value(metric)}</dd>
    ${metric.state === 'shown' && metric.unit === '%' ? html`<dd aria-hidden="true">${bar(metric.value!)}</dd>` : nothing}
    <dd class="muted">${metricBasis(say, metric)}</dd>
    ${beside === undefined ? nothing : html`<dd>${say(beside.title)}: <b>${value(beside)}</b></dd>`}</div>`;
}

/** Beside its number, which says the same to whoever does not see it. */
function bar(percent: number): TemplateResult {
  return html`<svg class="bar" viewBox="0 0 100 6" preserveAspectRatio="none">${svg`<rect class="whole" width="100" height="6"></rect><rect class="share" width=${Math.min(100, Math.max(0, percent))} height="6"></rect>`}</svg>`;
}

define('tt-report-figures', ReportFigures);
