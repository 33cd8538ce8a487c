import { type CSSResultGroup, html, nothing, type PropertyDeclarations, svg, type SVGTemplateResult, type TemplateResult } from 'lit';
import { define } from '../../base/define.ts';
import { niceScale, placeOn, type Scale } from '../geometry/scale.ts';
import { segments } from '../geometry/segments.ts';
import type { LinePoint, LineSeries } from '../line-chart/line-series.ts';
import { drawn, seriesSummary, seriesTable } from '../line-chart/series-words.ts';
import { type ChartTable, TtChart } from '../tt-chart.ts';
import { amountText, figureText, stateOf } from '../words.ts';
import { styles } from './small-multiples.styles.ts';

/**
 * A small line for each place or agency, all on one scale, with the newest value in words; `compare` is drawn faintly
 * behind each, for example the whole province.
 *
 * @example <tt-small-multiples heading="Mười xã, một năm" unit="%" .periods=${periods} .series=${series} .compare=${province}></tt-small-multiples>
 */
export class SmallMultiples extends TtChart {
  static override styles: CSSResultGroup = [TtChart.styles, styles];
  static override properties: PropertyDeclarations = {
    periods: { type: Array },
    series: { type: Array },
    compare: { type: Object },
    from: { type: Number },
    to: { type: Number },
    periodLabel: { attribute: 'period-label' },
  };

  declare periods: readonly string[];
  declare series: readonly LineSeries[];
  declare compare: LineSeries | undefined;
  declare from: number | undefined;
  declare to: number | undefined;
  declare periodLabel: string;

  constructor() {
    super();
    this.periods = [];
    this.series = [];
    this.periodLabel = '';
  }

  protected override drawing(): TemplateResult {
    const all = this.compare === undefined ? this.series : [...this.series, this.compare];
    const scale = niceScale(all.flatMap(({ points }) => drawn(points).flatMap(({ value }) => value ?? [])), { from: this.from, to: this.to, steps: 3 });
    const end = (value: number) => amountText(value, this.unit, this.language);
    return html`<ul class="panels" role="list">${this.series.map((series) => this.#panel(series, scale))}</ul>
      <p class="scale">${this.say(
        `Mọi ô cùng thang: ${end(scale.from)} đến ${end(scale.to)}; ${this.periods[0]} đến ${this.periods.at(-1)}.`,
        `All on one scale: ${end(scale.from)} to ${end(scale.to)}; ${this.periods[0]} to ${this.periods.at(-1)}.`,
      )}${this.compare === undefined ? nothing : this.say(` Đường mảnh: ${this.compare.label}.`, ` Thin line: ${this.compare.label}.`)}</p>`;
  }

  #panel({ label, points }: LineSeries, scale: Scale): TemplateResult {
    const newest = points.at(-1) ?? { value: null };
    const none = stateOf(newest) !== 'shown';
    return html`<li><span class="name">${label}</span><span class="last ${none ? 'none' : ''}">${figureText(newest, this.unit, this.language, this.say)}${newest.provisional ? html` <small>${this.say('tạm tính', 'provisional')}</small>` : nothing}</span>
      <svg class="panel" aria-hidden="true">${this.#gaps(points)}${this.compare === undefined ? nothing : this.#line(this.compare.points, scale, 'compare')}${this.#line(points, scale, 'piece')}${this.#dots(points, scale)}</svg></li>`;
  }

  #x(i: number): number {
    return ((i + 0.5) / Math.max(1, this.periods.length)) * 100;
  }

  #line(points: readonly LinePoint[], scale: Scale, name: string): SVGTemplateResult[] {
    const values = drawn(points);
    return segments(values).map(({ from, to, provisional }) => svg`<line class="${name} ${provisional ? 'provisional' : ''}" x1="${this.#x(from)}%" x2="${this.#x(to)}%" y1="${yOf(scale, values[from]!.value!)}%" y2="${yOf(scale, values[to]!.value!)}%"></line>`);
  }

  /** The newest value, and those that stand alone between gaps. */
  #dots(points: readonly LinePoint[], scale: Scale): SVGTemplateResult[] {
    const values = drawn(points);
    return values.flatMap(({ value, provisional }, i) => {
      const alone = values[i - 1]?.value == null && values[i + 1]?.value == null;
      return value === null || !(alone || i === values.length - 1) ? [] : [svg`<circle class="mark ${provisional ? 'hollow' : ''}" cx="${this.#x(i)}%" cy="${yOf(scale, value)}%" r="4"></circle>`];
    });
  }

  #gaps(points: readonly LinePoint[]): SVGTemplateResult[] {
    const wide = 80 / Math.max(1, this.periods.length);
    return points.flatMap((point, i) => (stateOf(point) === 'shown' ? [] : [svg`<rect class="band ${stateOf(point) === 'none' ? 'missing' : ''}" x="${this.#x(i) - wide / 2}%" width="${wide}%" height="100%"></rect>`]));
  }

  protected override table(): ChartTable {
    return seriesTable(this.periods, this.compare === undefined ? this.series : [...this.series, this.compare], this.unit, this.periodLabel, this.language, this.say);
  }

  protected override summary(): string {
    return seriesSummary(this.periods, this.series, this.unit, this.language, this.say);
  }
}

/** Within the panel, with room for the mark at its ends. */
const yOf = (scale: Scale, value: number): number => 92 - placeOn(scale, value) * 84;

define('tt-small-multiples', SmallMultiples);
