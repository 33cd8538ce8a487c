import { type CSSResultGroup, html, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import { TtElement } from '../base/tt-element.ts';
import { chartStyles } from './chart.styles.ts';
import { patterns } from './patterns.ts';

/** What a chart is drawn from, as people read it: the first cell of each row names it. */
export interface ChartTable {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/**
 * What every chart is: a message above, a drawing, and the same figures as a table that one press shows.
 *
 * The drawing takes no focus: nothing can be done with it, every figure stands in the table, and a stop at each of a
 * hundred marks would only be in the way of whoever uses a keyboard (WCAG 2.1.1 and 2.4.3 ask for none). Readers by ear
 * get the message, a sentence on what is to be seen, and the table.
 */
export abstract class TtChart extends TtElement {
  static override styles: CSSResultGroup = [TtElement.styles, chartStyles];
  static override properties: PropertyDeclarations = {
    heading: {},
    subheading: {},
    description: {},
    note: {},
    unit: {},
    headingLevel: { attribute: 'heading-level', type: Number },
    width: { state: true },
    letters: { state: true },
  };

  /** The message in one sentence: "Phong Điền xử lý đúng hạn nhất". */
  declare heading: string;
  /** What was counted, of which period. */
  declare subheading: string;
  /** What is to be seen, for readers by ear; by default written from the figures. */
  declare description: string;
  /** Source, definition, what is left out. */
  declare note: string;
  /** `%`, `giờ`; empty for counts. */
  declare unit: string;
  /** Level of the heading in the page around. */
  declare headingLevel: number;
  /** Room for the drawing, in pixels. */
  declare protected width: number;
  /** Size of the letters in a drawing, in pixels: grows with the reader's own. */
  declare protected letters: number;
  #watch: ResizeObserver | undefined;

  constructor() {
    super();
    this.heading = '';
    this.subheading = '';
    this.description = '';
    this.note = '';
    this.unit = '';
    this.headingLevel = 3;
    this.width = 640;
    this.letters = 14;
  }

  /** The drawing, and what explains it. */
  protected abstract drawing(): TemplateResult;
  protected abstract table(): ChartTable;
  /** One or two sentences on what is to be seen. */
  protected abstract summary(): string;

  override connectedCallback(): void {
    super.connectedCallback();
    this.#watch = new ResizeObserver(() => {
      this.letters = Number.parseFloat(getComputedStyle(this).fontSize) * 0.875;
      const width = Math.floor(this.clientWidth);
      if (width > 0) this.width = width;
    });
    this.#watch.observe(this);
    const caption = this.renderRoot?.querySelector('figcaption');
    if (caption) this.#watch.observe(caption);
  }

  protected override firstUpdated(): void {
    // Grows with the letters, where the chart itself keeps its width.
    this.#watch?.observe(this.renderRoot.querySelector('figcaption')!);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#watch?.disconnect();
  }

  override render(): TemplateResult {
    const table = this.table();
    const empty = table.rows.length === 0;
    return html`<figure aria-labelledby="heading" aria-describedby=${empty ? nothing : 'description'}>
      <figcaption>
        <p id="heading" class="heading" role="heading" aria-level=${this.headingLevel}>${this.heading}</p>
        ${this.subheading && html`<p class="subheading">${this.subheading}</p>`}
      </figcaption>
      ${empty
        ? html`<p class="muted">${this.say('Chưa có số liệu.', 'There are no figures yet.')}</p>`
        : html`<p id="description" class="unseen">${this.description || this.summary()}</p>
          ${patterns}${this.drawing()}
          <details><summary>${this.say('Xem bảng số liệu', 'Show the figures as a table')}</summary>${this.#asTable(table)}</details>`}
      ${this.note && html`<p class="note">${this.note}</p>`}
    </figure>`;
  }

  #asTable({ columns, rows }: ChartTable): TemplateResult {
    return html`<div class="scroll" role="region" tabindex="0" aria-labelledby="heading"><table class=${columns.length > 4 ? 'wide' : nothing}>
      <caption class="unseen">${this.heading}${this.subheading && ` (${this.subheading})`}</caption>
      <thead><tr>${columns.map((column) => html`<th scope="col">${column}</th>`)}</tr></thead>
      <tbody>${rows.map(([name, ...cells]) => html`<tr><th scope="row">${name}</th>${cells.map((cell) => html`<td class=${cell.length < 16 ? 'short' : nothing}>${cell}</td>`)}</tr>`)}</tbody>
    </table></div>`;
  }
}
