import { type CSSResultGroup, html, nothing, type PropertyDeclarations, svg, type SVGTemplateResult, type TemplateResult } from 'lit';
import { define } from '../../base/define.ts';
import { extremes } from '../extremes.ts';
import { classBreaks, classOf } from '../geometry/classes.ts';
import { boundsOf, pathOf, type Projection, projectionTo, type Shape } from '../geometry/projection.ts';
import { fillOf } from '../patterns.ts';
import { type ChartTable, TtChart } from '../tt-chart.ts';
import { amountText, type Figure, type FigureState, figureText, numberText, shownValue, stateOf, stateWord } from '../words.ts';
import { styles } from './choropleth.styles.ts';

export interface PlaceRow extends Figure {
  /** Code of the commune or province, as in the shapes. */
  readonly code: string;
  readonly label: string;
  /** What the figure rests on: "214 phản ánh". */
  readonly note?: string;
}

/**
 * A figure of every commune or province as a map in up to five classes. Shapes are GeoJSON whose `properties.code` (or
 * `id`) is the row's code; points, where a province has no borders yet, become circles. What is withheld is striped, what
 * is missing dotted, and both are said in words. A map of the country has to hold Hoàng Sa and Trường Sa: the shapes do.
 *
 * @example <tt-choropleth heading="Phía nam tỉnh xử lý chậm hơn" unit="%" .shapes=${communes} .rows=${rows}></tt-choropleth>
 */
export class Choropleth extends TtChart {
  static override styles: CSSResultGroup = [TtChart.styles, styles];
  static override properties: PropertyDeclarations = {
    shapes: { attribute: false },
    rows: { type: Array },
    breaks: { type: Array },
    rowLabel: { attribute: 'row-label' },
    valueLabel: { attribute: 'value-label' },
  };

  /** Features of a GeoJSON FeatureCollection. */
  declare shapes: readonly Shape[];
  declare rows: readonly PlaceRow[];
  /** Lower bounds of the classes above the first, at most four; by default of about as many places each. */
  declare breaks: readonly number[] | undefined;
  declare rowLabel: string;
  declare valueLabel: string;

  constructor() {
    super();
    this.shapes = [];
    this.rows = [];
    this.rowLabel = '';
    this.valueLabel = '';
  }

  get #bounds(): readonly number[] {
    return this.breaks?.slice(0, 4) ?? classBreaks(this.rows.flatMap((row) => shownValue(row) ?? []));
  }

  protected override drawing(): TemplateResult {
    const bounds = this.#bounds;
    const wide = this.width >= 36 * 16 ? this.width - 240 : this.width;
    const projection = this.shapes.length === 0 ? undefined : projectionTo(boundsOf(this.shapes), wide, Math.max(260, Math.min(560, wide * 1.3)));
    const byCode = new Map(this.rows.map((row) => [row.code, row]));
    return html`<div class="map">${projection === undefined ? nothing : html`<svg class="whole" viewBox="0 0 ${wide} ${projection.height}" aria-hidden="true">${this.shapes.map((shape) => this.#shape(shape, byCode.get(codeOf(shape)), bounds, projection.project))}</svg>`}${this.#legend(bounds)}</div>`;
  }

  #shape(shape: Shape, row: PlaceRow | undefined, bounds: readonly number[], project: Projection['project']): SVGTemplateResult {
    const value = row === undefined ? null : shownValue(row);
    const name = value === null ? 'shape none' : `shape class-${this.#step(bounds, value)}`;
    const fill = value === null ? fillOf(row === undefined ? 'none' : stateOf(row)) : nothing;
    const title = svg`<title>${row?.label ?? codeOf(shape)}: ${figureText(row ?? { value: null }, this.unit, this.language, this.say)}</title>`;
    if (shape.geometry.type !== 'Point') return svg`<path class=${name} fill=${fill} d=${pathOf(shape, project)}>${title}</path>`;
    const [x, y] = project(shape.geometry.coordinates);
    return svg`<circle class=${name} fill=${fill} cx=${x} cy=${y} r="8">${title}</circle>`;
  }

  /** Fewer classes are spread over the same colours, so that the highest is always the strongest. */
  #step(bounds: readonly number[], value: number): number {
    return bounds.length === 0 ? 2 : Math.round((classOf(bounds, value) / bounds.length) * 4);
  }

  #legend(bounds: readonly number[]): TemplateResult {
    const values = this.rows.flatMap((row) => shownValue(row) ?? []);
    const amount = (value: number) => amountText(value, this.unit, this.language);
    const words = (i: number) => {
      const lower = bounds[i - 1];
      const upper = bounds[i];
      if (bounds.length === 0) return amount(values[0]!);
      if (lower === undefined) return this.say(`dưới ${amount(upper!)}`, `under ${amount(upper!)}`);
      return upper === undefined ? this.say(`từ ${amount(lower)}`, `${amount(lower)} or more`) : this.say(`${numberText(lower, this.language)} đến dưới ${amount(upper)}`, `${numberText(lower, this.language)} to under ${amount(upper)}`);
    };
    const classes = values.length === 0 ? [] : [...Array(bounds.length + 1).keys()];
    const key = (rect: SVGTemplateResult, text: string) => html`<li><svg class="key" aria-hidden="true">${rect}</svg>${text}</li>`;
    const known = new Set(this.rows.map(({ code }) => code));
    const states = new Set<FigureState>([...this.rows.map(stateOf), ...(this.shapes.some((shape) => !known.has(codeOf(shape))) ? (['none'] as const) : [])]);
    return html`<ul class="legend" role="list">
      ${classes.toReversed().map((i) => key(svg`<rect class="class-${this.#step(bounds, i === 0 ? -Infinity : bounds[i - 1]!)}" width="100%" height="100%"></rect>`, words(i)))}
      ${(['withheld', 'too-few', 'none'] as const).filter((state) => states.has(state)).map((state) => key(svg`<rect fill=${fillOf(state)} width="100%" height="100%"></rect>`, state === 'withheld' ? this.say('giữ kín (dưới 10)', 'withheld (under 10)') : stateWord(this.say, state)))}
    </ul>`;
  }

  protected override table(): ChartTable {
    const notes = this.rows.some(({ note }) => note);
    return {
      columns: [this.rowLabel || this.say('Địa phương', 'Place'), this.valueLabel || this.say('Giá trị', 'Value'), ...(notes ? [this.say('Ghi chú', 'Note')] : [])],
      rows: this.rows.map((row) => [row.label, figureText(row, this.unit, this.language, this.say), ...(notes ? [row.note ?? ''] : [])]),
    };
  }

  protected override summary(): string {
    return extremes(this.rows, this.unit, this.language, this.say);
  }
}

const codeOf = ({ properties, id }: Shape): string => String(properties?.['code'] ?? id ?? '');

define('tt-choropleth', Choropleth);
