import { type CSSResultGroup, html, nothing, type PropertyDeclarations, svg, type SVGTemplateResult, type TemplateResult } from 'lit';
import { define } from '../../base/define.ts';
import { niceScale, placeOn } from '../geometry/scale.ts';
import { segments } from '../geometry/segments.ts';
import { fitting, textWidth } from '../geometry/text-width.ts';
import { type ChartTable, TtChart } from '../tt-chart.ts';
import { amountText, shownValue, stateOf } from '../words.ts';
import { styles } from './line-chart.styles.ts';
import type { LineSeries } from './line-series.ts';
import { mark } from './marks.ts';
import { drawn, seriesSummary, seriesTable } from './series-words.ts';

/**
 * Up to five series over periods; more than that belong into small multiples. A line breaks where a period is missing or
 * withheld, is dashed where it is provisional, and is cut where borders changed.
 *
 * @example <tt-line-chart heading="Đúng hạn tăng bốn quý liền" unit="%" periods='["Q1","Q2"]' series='[{"label":"Toàn tỉnh","points":[{"value":81},{"value":84.5,"provisional":true}]}]'></tt-line-chart>
 */
export class LineChart extends TtChart {
  static override styles: CSSResultGroup = [TtChart.styles, styles];
  static override properties: PropertyDeclarations = {
    periods: { type: Array },
    series: { type: Array },
    from: { type: Number },
    to: { type: Number },
    cut: { type: Number },
    cutLabel: { attribute: 'cut-label' },
    periodLabel: { attribute: 'period-label' },
  };

  declare periods: readonly string[];
  declare series: readonly LineSeries[];
  /** Ends of the scale; by default from zero to a round number. */
  declare from: number | undefined;
  declare to: number | undefined;
  /** Index of the first period that is counted differently from those before: of new borders, of a new definition. */
  declare cut: number | undefined;
  /** What the periods before the cut are: "địa giới cũ". */
  declare cutLabel: string;
  declare periodLabel: string;

  constructor() {
    super();
    this.periods = [];
    this.series = [];
    this.cutLabel = '';
    this.periodLabel = '';
  }

  protected override drawing(): TemplateResult {
    const scale = niceScale(this.series.flatMap(({ points }) => drawn(points).flatMap(({ value }) => value ?? [])), { from: this.from, to: this.to });
    const amounts = scale.ticks.map((tick) => amountText(tick, this.unit === '%' ? '%' : '', this.language));
    const left = Math.max(...amounts.map((text) => textWidth(text, this.letters))) + 8;
    const top = this.letters * 1.6;
    const height = Math.round(this.letters * 2.2 + Math.min(300, Math.max(200, this.width * 0.45)));
    const floor = height - this.letters - 14;
    const band = (this.width - left) / Math.max(1, this.periods.length);
    const x = (i: number) => left + band * (i + 0.5);
    const y = (value: number) => floor - placeOn(scale, value) * (floor - top);
    // The last label is moved inwards where it would stand over the edge.
    const inwards = Math.max(0, textWidth(this.periods.at(-1) ?? '', this.letters) - band) / 2;
    const fits = fitting(this.periods, band, this.letters, 8 + inwards);
    return html`${this.#legend()}<svg class="whole" viewBox="0 0 ${this.width} ${height}" aria-hidden="true">
      ${scale.ticks.map((tick, i) => svg`<line class=${i === 0 ? 'axis' : 'gridline'} x1=${left} x2=${this.width} y1=${y(tick)} y2=${y(tick)}></line><text x=${left - 8} y=${y(tick) + this.letters * 0.35} text-anchor="end">${amounts[i]}</text>`)}
      ${this.#bands(x, band, top, floor)}${this.#cutLine(x, band, floor)}
      ${this.periods.map((period, i) => (fits[i] ? svg`<text x=${Math.min(x(i), this.width - textWidth(period, this.letters) / 2)} y=${height - 4} text-anchor="middle">${period}</text>` : nothing))}
      ${this.series.map(({ points }, of) => {
        const values = drawn(points);
        const every = Math.max(1, Math.ceil(14 / band));
        const newest = values.findLastIndex(({ value }) => value !== null);
        const alone = (i: number) => values[i - 1]?.value == null && values[i + 1]?.value == null;
        return svg`${segments(values, this.cut).map(({ from, to, provisional }) => svg`<line class="piece series-${(of % 5) + 1} ${provisional ? 'provisional' : ''}" x1=${x(from)} y1=${y(values[from]!.value!)} x2=${x(to)} y2=${y(values[to]!.value!)}></line>`)}
          ${values.map(({ value, provisional }, i) => (value === null || !((newest - i) % every === 0 || alone(i)) ? nothing : mark(of, x(i), y(value), provisional)))}
          ${this.series.length === 1 && newest !== -1 ? svg`<text class="strong" text-anchor="end" x=${Math.min(this.width, x(newest) + 8)} y=${y(values[newest]!.value!) - 11}>${amountText(values[newest]!.value!, this.unit, this.language)}</text>` : nothing}`;
      })}</svg>`;
  }

  /** With one series, periods without a value are marked; with several the table says which of them has none. */
  #bands(x: (i: number) => number, band: number, top: number, floor: number): SVGTemplateResult[] {
    if (this.series.length !== 1) return [];
    return this.series[0]!.points.flatMap((point, i) =>
      shownValue(point) !== null ? [] : [svg`<rect class="band ${stateOf(point) === 'none' ? 'missing' : ''}" x=${x(i) - band * 0.4} width=${band * 0.8} y=${top} height=${floor - top}></rect>`],
    );
  }

  get #isCut(): boolean {
    return this.cut !== undefined && this.cut > 0 && this.cut < this.periods.length;
  }

  #cutLine(x: (i: number) => number, band: number, floor: number): SVGTemplateResult | typeof nothing {
    if (!this.#isCut) return nothing;
    const at = x(this.cut!) - band / 2;
    return svg`<line class="cut" x1=${at} x2=${at} y1="0" y2=${floor}></line>`;
  }

  #legend(): TemplateResult | typeof nothing {
    const points = this.series.flatMap((one) => one.points);
    const states = this.series.length === 1 ? points.map(stateOf) : [];
    const lines = this.series.length > 1 ? this.series : [];
    const provisional = points.some((point) => point.provisional);
    const held = states.some((state) => state === 'withheld' || state === 'too-few');
    const missing = states.includes('none');
    if (lines.length === 0 && !provisional && !held && !missing && !this.#isCut) return nothing;
    const key = (drawing: SVGTemplateResult, words: string) => html`<li><svg class="key" viewBox="0 0 32 16" aria-hidden="true">${drawing}</svg>${words}</li>`;
    return html`<ul class="legend" role="list">
      ${lines.map(({ label }, i) => key(svg`<line class="piece series-${(i % 5) + 1}" x1="2" x2="30" y1="8" y2="8"></line>${mark(i, 16, 8)}`, label))}
      ${provisional ? key(svg`<line class="piece series-1 provisional" x1="2" x2="30" y1="8" y2="8"></line>${mark(0, 16, 8, true)}`, this.say('tạm tính', 'provisional')) : nothing}
      ${held ? key(svg`<rect class="band" width="32" height="16"></rect>`, states.includes('withheld') ? this.say('giữ kín (dưới 10)', 'withheld (under 10)') : this.say('không đủ mẫu', 'too few')) : nothing}
      ${missing ? key(svg`<rect class="band missing" width="32" height="16"></rect>`, this.say('chưa có số liệu', 'no data')) : nothing}
      ${this.#isCut && this.cutLabel ? key(svg`<line class="cut" x1="16" x2="16" y1="0" y2="16"></line>`, this.say(`trước vạch: ${this.cutLabel}`, `before the line: ${this.cutLabel}`)) : nothing}
    </ul>`;
  }

  protected override table(): ChartTable {
    return seriesTable(this.periods, this.series, this.unit, this.periodLabel, this.language, this.say, this.cut, this.cutLabel);
  }

  protected override summary(): string {
    return seriesSummary(this.periods, this.series, this.unit, this.language, this.say);
  }
}

define('tt-line-chart', LineChart);
