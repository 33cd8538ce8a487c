import { type CSSResultGroup, html, nothing, type PropertyDeclarations, svg, type TemplateResult } from 'lit';
import { define } from '../../base/define.ts';
import { extremes } from '../extremes.ts';
import { textWidth } from '../geometry/text-width.ts';
import { fillOf } from '../patterns.ts';
import { type ChartTable, TtChart } from '../tt-chart.ts';
import { amountText, type Figure, figureText, shownValue, stateOf } from '../words.ts';
import { styles } from './bar-chart.styles.ts';

export interface BarRow extends Figure {
  readonly label: string;
  /** Per cent of the whole, beside the count. */
  readonly share?: number | null;
  /** Counted before the period was over. */
  readonly provisional?: boolean;
}

/**
 * Amounts as bars, each with its number, and its share where one is given. Upright bars lie down where their names
 * would not have room beside each other.
 *
 * @example <tt-bar-chart heading="Rác thải được phản ánh nhiều nhất" rows='[{"label":"Rác thải","value":1234,"share":45.6}]'></tt-bar-chart>
 */
export class BarChart extends TtChart {
  static override styles: CSSResultGroup = [TtChart.styles, styles];
  static override properties: PropertyDeclarations = {
    rows: { type: Array },
    upright: { type: Boolean },
    most: { type: Number },
    rowLabel: { attribute: 'row-label' },
    valueLabel: { attribute: 'value-label' },
  };

  declare rows: readonly BarRow[];
  /** Bars that stand, for a few periods or groups in their own order. */
  declare upright: boolean;
  /** The end of the scale, for example 100 of shares; by default the greatest value. */
  declare most: number | undefined;
  /** What the rows are: "Lĩnh vực". */
  declare rowLabel: string;
  /** What was counted: "Phản ánh". */
  declare valueLabel: string;

  constructor() {
    super();
    this.rows = [];
    this.upright = false;
    this.rowLabel = '';
    this.valueLabel = '';
  }

  protected override drawing(): TemplateResult {
    const values = this.rows.map((row) => shownValue(row) ?? 0);
    const band = this.width / Math.max(1, this.rows.length);
    const room = this.rows.every((row) => Math.max(textWidth(row.label, this.letters), textWidth(this.#textOf(row), this.letters)) + 8 <= band);
    const end = this.most ?? Math.max(1e-9, ...values);
    if (this.upright && room) return this.#standing(end, band);
    return html`<ul class="bars" role="list">${this.rows.map((row) => this.#lying(row, end))}</ul>`;
  }

  #lying(row: BarRow, end: number): TemplateResult {
    const value = shownValue(row);
    return html`<li class=${row.provisional ? 'provisional' : nothing}><span class="label">${row.label}${row.provisional ? html` <small>(${this.#provisionalWord})</small>` : nothing}</span>
      <svg aria-hidden="true"><rect class="track" width="100%" height="100%" rx="2"></rect>${
        value === null
          ? svg`<rect class="withheld" width="2.5em" height="100%" rx="2" fill=${fillOf(stateOf(row))}></rect>`
          : svg`<rect class="bar" width="${Math.min(100, (Math.max(0, value) / end) * 100)}%" height="100%" rx="2"></rect>`
      }</svg>
      <span class="value ${value === null ? 'none' : ''}">${figureText(row, this.unit, this.language, this.say)}${this.#shareOf(row)}</span></li>`;
  }

  #standing(end: number, band: number): TemplateResult {
    const height = 260;
    const top = this.letters + 10;
    const floor = height - this.letters - 14;
    const wide = Math.min(72, band * 0.64);
    return html`<svg class="whole" viewBox="0 0 ${this.width} ${height}" aria-hidden="true">
      <line class="axis" x1="0" x2=${this.width} y1=${floor} y2=${floor}></line>
      ${this.rows.map((row, i) => {
        const value = shownValue(row);
        const middle = band * (i + 0.5);
        const high = value === null ? 28 : Math.min(1, Math.max(0, value) / end) * (floor - top);
        return svg`<rect class=${value === null ? 'withheld' : row.provisional ? 'bar provisional' : 'bar'} fill=${value === null ? fillOf(stateOf(row)) : nothing}
          x=${middle - wide / 2} width=${wide} y=${floor - high} height=${high}></rect>
          <text class=${value === null ? nothing : 'strong'} text-anchor="middle" x=${middle} y=${floor - high - 6}>${this.#textOf(row)}</text>
          <text text-anchor="middle" x=${middle} y=${height - 6}>${row.label}</text>`;
      })}</svg>`;
  }

  protected override table(): ChartTable {
    const shares = this.rows.some(({ share }) => share !== undefined);
    return {
      columns: [this.rowLabel || this.say('Tên', 'Name'), this.valueLabel || this.say('Số liệu', 'Figure'), ...(shares ? [this.say('Tỷ lệ', 'Share')] : [])],
      rows: this.rows.map((row) => [
        `${row.label}${row.provisional ? ` (${this.#provisionalWord})` : ''}`,
        this.#textOf(row),
        ...(shares ? [this.#shareText(row)] : []),
      ]),
    };
  }

  protected override summary(): string {
    return extremes(this.rows, this.unit, this.language, this.say);
  }

  #textOf(row: BarRow): string {
    return figureText(row, this.unit, this.language, this.say);
  }

  #shareText(row: BarRow): string {
    return row.share === undefined || row.share === null || stateOf(row) !== 'shown' ? '–' : amountText(row.share, '%', this.language);
  }

  #shareOf(row: BarRow): TemplateResult | typeof nothing {
    const text = this.#shareText(row);
    return text === '–' ? nothing : html` <small>${text}</small>`;
  }

  get #provisionalWord(): string {
    return this.say('tạm tính', 'provisional');
  }
}

define('tt-bar-chart', BarChart);
