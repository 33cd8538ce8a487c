import { type CSSResultGroup, html, nothing, type PropertyDeclarations, svg, type SVGTemplateResult, type TemplateResult } from 'lit';
import { define } from '../../base/define.ts';
import { extremes } from '../extremes.ts';
import { niceScale, placeOn, type Scale } from '../geometry/scale.ts';
import { textWidth } from '../geometry/text-width.ts';
import { fillOf } from '../patterns.ts';
import { type ChartTable, TtChart } from '../tt-chart.ts';
import { amountText, type Figure, figureText, numberText, shownValue, stateOf } from '../words.ts';
import { styles } from './dot-chart.styles.ts';

export interface DotRow extends Figure {
  readonly label: string;
  /** Where the true value may well lie: the Wilson interval of a share, or the best and the worst rank. */
  readonly low?: number | null;
  readonly high?: number | null;
  /** What stands beside: "hạng 3–7", "n = 214". */
  readonly note?: string;
}

/**
 * Values as dots, each with the interval that chance leaves open: two whose intervals overlap are not told apart. With
 * `ranks` the values are places, first on the left.
 *
 * @example <tt-dot-chart heading="Khoảng tin cậy của nhiều xã chồng lên nhau" unit="%" from="0" to="100" rows='[{"label":"Phú Xuân","value":92.1,"low":88.4,"high":94.7}]'></tt-dot-chart>
 */
export class DotChart extends TtChart {
  static override styles: CSSResultGroup = [TtChart.styles, styles];
  static override properties: PropertyDeclarations = {
    rows: { type: Array },
    ranks: { type: Boolean },
    from: { type: Number },
    to: { type: Number },
    reference: { type: Number },
    referenceLabel: { attribute: 'reference-label' },
    rowLabel: { attribute: 'row-label' },
    valueLabel: { attribute: 'value-label' },
  };

  declare rows: readonly DotRow[];
  /** Values are places in an order: whole numbers from 1. */
  declare ranks: boolean;
  declare from: number | undefined;
  declare to: number | undefined;
  /** A value to compare with, as a line through all rows. */
  declare reference: number | undefined;
  /** "Toàn tỉnh" */
  declare referenceLabel: string;
  declare rowLabel: string;
  declare valueLabel: string;

  constructor() {
    super();
    this.rows = [];
    this.ranks = false;
    this.referenceLabel = '';
    this.rowLabel = '';
    this.valueLabel = '';
  }

  protected override drawing(): TemplateResult {
    const values = this.rows.flatMap((row) => (shownValue(row) === null ? [] : [row.value!, row.low ?? row.value!, row.high ?? row.value!]));
    const plain = niceScale([...values, this.reference ?? 0], {
      from: this.from ?? (this.ranks ? 1 : undefined),
      to: this.to ?? (this.ranks ? Math.max(2, ...values) : undefined),
      whole: this.ranks,
    });
    // There is no rank 0, and the first is what people look for.
    const scale = this.ranks && plain.ticks[0] !== plain.from ? { ...plain, ticks: [plain.from, ...plain.ticks] } : plain;
    return html`${this.#legend()}<ul class="rows" role="list">${this.rows.map((row) => this.#line(row, scale))}
      <li class="ends" aria-hidden="true"><svg>${this.#ends(scale)}</svg></li></ul>`;
  }

  #legend(): TemplateResult {
    return html`<ul class="legend" role="list">
      <li><svg class="key" aria-hidden="true">${this.#mark(50, 5, 95)}</svg>${this.ranks ? this.say('hạng, và khoảng hạng có thể', 'rank, and the ranks that are possible') : this.say('giá trị và khoảng tin cậy 95%', 'value and its 95% interval')}</li>
      ${this.reference === undefined ? nothing : html`<li><svg class="key" aria-hidden="true"><line class="reference" x1="50%" x2="50%" y1="0" y2="100%"></line></svg>${this.referenceLabel}: ${this.#amount(this.reference)}</li>`}
    </ul>`;
  }

  #line(row: DotRow, scale: Scale): TemplateResult {
    const value = shownValue(row);
    const on = (amount: number) => placeOn(scale, amount) * 100;
    return html`<li><span class="label">${row.label}</span>
      <svg aria-hidden="true">${scale.ticks.map((tick) => svg`<line class="gridline" x1="${on(tick)}%" x2="${on(tick)}%" y1="0" y2="100%"></line>`)}${
        this.reference === undefined ? nothing : svg`<line class="reference" x1="${on(this.reference)}%" x2="${on(this.reference)}%" y1="0" y2="100%"></line>`
      }${value === null
        ? svg`<rect class="withheld" y="35%" height="30%" width="100%" fill=${fillOf(stateOf(row))}></rect>`
        : this.#mark(on(value), on(row.low ?? value), on(row.high ?? value))}</svg>
      <span class="value ${value === null ? 'none' : ''}">${this.#valueText(row)}${this.#beside(row)}</span></li>`;
  }

  #mark(at: number, low: number, high: number): SVGTemplateResult {
    const cap = (x: number) => svg`<line class="cap" x1="${x}%" x2="${x}%" y1="32%" y2="68%"></line>`;
    return svg`${high > low ? svg`<line class="whisker" x1="${low}%" x2="${high}%" y1="50%" y2="50%"></line>${cap(low)}${cap(high)}` : nothing}<circle class="dot" cx="${at}%" cy="50%" r="6.5"></circle>`;
  }

  /** Numbers of the scale: as many as have room where the column is at its narrowest. */
  #ends(scale: Scale): SVGTemplateResult[] {
    const room = this.width * (this.width < 480 ? 0.85 : 0.3);
    const widest = Math.max(...scale.ticks.map((tick) => textWidth(numberText(tick, this.language), this.letters))) + 12;
    const every = Math.ceil((widest * (scale.ticks.length - 1)) / room) || 1;
    return scale.ticks.flatMap((tick, i) => {
      const last = i === scale.ticks.length - 1;
      if (!last && (i % every !== 0 || scale.ticks.length - 1 - i < every)) return [];
      const x = placeOn(scale, tick) * 100;
      return [svg`<text x="${x}%" y="1.2em" text-anchor=${x < 5 ? 'start' : x > 95 ? 'end' : 'middle'}>${numberText(tick, this.language)}${last && this.unit === '%' ? '%' : ''}</text>`];
    });
  }

  #beside({ note }: DotRow): TemplateResult | typeof nothing {
    return note ? html`<small>${note}</small>` : nothing;
  }

  #amount(value: number): string {
    return amountText(value, this.ranks ? '' : this.unit, this.language);
  }

  /** "92,1%", "hạng 3–7". */
  #valueText(row: DotRow): string {
    if (!this.ranks || shownValue(row) === null) return figureText(row, this.unit, this.language, this.say);
    const range = row.low === undefined || row.low === null || row.low === row.high ? numberText(row.value!, this.language) : `${row.low}–${row.high}`;
    return this.say(`hạng ${range}`, `rank ${range}`);
  }

  protected override table(): ChartTable {
    const notes = this.rows.some(({ note }) => note);
    const interval = (row: DotRow) =>
      shownValue(row) === null || row.low === undefined || row.low === null || row.high === undefined || row.high === null ? '–' : `${numberText(row.low, this.language)}–${this.#amount(row.high)}`;
    return {
      columns: [
        this.rowLabel || this.say('Tên', 'Name'),
        this.valueLabel || (this.ranks ? this.say('Hạng', 'Rank') : this.say('Giá trị', 'Value')),
        ...(this.ranks ? [] : [this.say('Khoảng tin cậy 95%', '95% interval')]),
        ...(notes ? [this.say('Ghi chú', 'Note')] : []),
      ],
      rows: this.rows.map((row) => [row.label, this.#valueText(row), ...(this.ranks ? [] : [interval(row)]), ...(notes ? [row.note ?? ''] : [])]),
    };
  }

  protected override summary(): string {
    // A rank of one is the best, so "highest" would say the opposite.
    if (this.ranks) return this.say(`${this.rows.length} dòng, mỗi dòng một khoảng hạng.`, `${this.rows.length} rows, each with the ranks that are possible.`);
    return extremes(this.rows, this.unit, this.language, this.say);
  }
}

define('tt-dot-chart', DotChart);
