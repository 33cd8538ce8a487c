import { type CSSResultGroup, html, nothing, type PropertyDeclarations, svg, type TemplateResult } from 'lit';
import { define } from '../../base/define.ts';
import { niceScale, placeOn } from '../geometry/scale.ts';
import { fitting, textWidth } from '../geometry/text-width.ts';
import { type ChartTable, TtChart } from '../tt-chart.ts';
import { amountText, numberText } from '../words.ts';
import { bucketLabel, placeAmong } from './buckets.ts';
import { styles } from './histogram.styles.ts';

/**
 * How many fell into each bucket, as metrics publish it: upper bounds, one count more than bounds, `null` for a bucket
 * that is withheld. Buckets are drawn equally wide, whatever they span; the bounds stand between them.
 *
 * @example <tt-histogram heading="Một nửa xong trong hai ngày" unit="giờ" bounds="[24,48,72]" counts="[120,310,88,null]" marker="72" marker-label="hạn"></tt-histogram>
 */
export class Histogram extends TtChart {
  static override styles: CSSResultGroup = [TtChart.styles, styles];
  static override properties: PropertyDeclarations = {
    bounds: { type: Array },
    counts: { type: Array },
    marker: { type: Number },
    markerLabel: { attribute: 'marker-label' },
    bucketLabel: { attribute: 'bucket-label' },
    countLabel: { attribute: 'count-label' },
  };

  /** Upper bounds, rising. */
  declare bounds: readonly number[];
  declare counts: readonly (number | null)[];
  /** A value to be seen among the buckets: a time limit, the median. */
  declare marker: number | undefined;
  /** "hạn xử lý" */
  declare markerLabel: string;
  /** What the bounds are of: "Thời gian xử lý". */
  declare bucketLabel: string;
  /** What was counted: "Phản ánh". */
  declare countLabel: string;

  constructor() {
    super();
    this.bounds = [];
    this.counts = [];
    this.markerLabel = '';
    this.bucketLabel = '';
    this.countLabel = '';
  }

  protected override drawing(): TemplateResult {
    const scale = niceScale(this.counts.flatMap((count) => count ?? []), { from: 0, whole: true });
    const amounts = scale.ticks.map((tick) => numberText(tick, this.language));
    const left = Math.max(...amounts.map((text) => textWidth(text, this.letters))) + 8;
    const height = 260;
    const top = this.letters * 2;
    const floor = height - this.letters - 14;
    const band = (this.width - left) / Math.max(1, this.counts.length);
    const y = (count: number) => floor - placeOn(scale, count) * (floor - top);
    const bounds = this.bounds.map((bound) => numberText(bound, this.language));
    const fits = fitting(bounds, band, this.letters);
    return html`${this.#legend()}<svg class="whole" viewBox="0 0 ${this.width} ${height}" aria-hidden="true">
      ${scale.ticks.map((tick, i) => svg`<line class=${i === 0 ? 'axis' : 'gridline'} x1=${left} x2=${this.width} y1=${y(tick)} y2=${y(tick)}></line><text x=${left - 8} y=${y(tick) + this.letters * 0.35} text-anchor="end">${amounts[i]}</text>`)}
      ${this.counts.map((count, i) => svg`<rect class=${count === null ? 'withheld' : 'bar'} fill=${count === null ? 'url(#stripes)' : nothing} x=${left + band * i + 1} width=${Math.max(1, band - 2)} y=${count === null ? floor - 28 : y(count)} height=${count === null ? 28 : floor - y(count)}></rect>`)}
      ${bounds.map((bound, i) => svg`<line class="axis" x1=${left + band * (i + 1)} x2=${left + band * (i + 1)} y1=${floor} y2=${floor + 4}></line>${fits[i] ? svg`<text x=${left + band * (i + 1)} y=${height - 5} text-anchor="middle">${bound}</text>` : nothing}`)}
      ${this.#markerLine(left, band, floor)}</svg>
      <p class="names">${this.bucketLabel}${this.unit && ` (${this.unit})`}</p>`;
  }

  #markerLine(left: number, band: number, floor: number): TemplateResult | ReturnType<typeof svg> | typeof nothing {
    if (this.marker === undefined) return nothing;
    const x = left + band * placeAmong(this.bounds, this.marker);
    const text = `${this.markerLabel} ${amountText(this.marker, this.unit, this.language)}`.trim();
    const before = x > this.width / 2;
    return svg`<line class="marker" x1=${x} x2=${x} y1="4" y2=${floor}></line><text class="strong" x=${before ? x - 7 : x + 7} y=${this.letters} text-anchor=${before ? 'end' : 'start'}>${text}</text>`;
  }

  #legend(): TemplateResult | typeof nothing {
    if (!this.counts.includes(null)) return nothing;
    return html`<ul class="legend" role="list"><li><svg class="key" aria-hidden="true"><rect class="withheld" width="100%" height="100%" fill="url(#stripes)"></rect></svg>${this.say('giữ kín (dưới 10)', 'withheld (under 10)')}</li></ul>`;
  }

  #name(index: number): string {
    return bucketLabel(this.bounds, index, this.unit, this.language, this.say);
  }

  protected override table(): ChartTable {
    return {
      columns: [this.bucketLabel || this.say('Nhóm', 'Bucket'), this.countLabel || this.say('Số lượng', 'Count')],
      rows: this.counts.map((count, i) => [this.#name(i), count === null ? this.say('giữ kín', 'withheld') : numberText(count, this.language)]),
    };
  }

  protected override summary(): string {
    const most = this.counts.reduce<number>((best, count, i) => ((count ?? -1) > (this.counts[best] ?? -1) ? i : best), 0);
    const held = this.counts.filter((count) => count === null).length;
    return [
      this.say(`${this.counts.length} nhóm.`, `${this.counts.length} buckets.`),
      this.say(`Nhiều nhất: ${this.#name(most)}, ${numberText(this.counts[most] ?? 0, this.language)}.`, `Most: ${this.#name(most)}, ${numberText(this.counts[most] ?? 0, this.language)}.`),
      held === 0 ? '' : this.say(`Giữ kín: ${held} nhóm.`, `Withheld: ${held} buckets.`),
    ].join(' ').trim();
  }
}

define('tt-histogram', Histogram);
