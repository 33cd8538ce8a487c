import { type CSSResultGroup, html, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import { define } from '../base/define.ts';
import { TtElement } from '../base/tt-element.ts';
import { fieldStyles } from '../fields/fields.styles.ts';
import * as drawings from '../icon/drawings.ts';
import { icon } from '../icon/icon.ts';
import { type Sort, sortRows } from './sort-rows.ts';
import { statusStyles } from '../status/status.styles.ts';
import { styles } from './data-table.styles.ts';

export type { Sort } from './sort-rows.ts';

export interface Column<Row> {
  readonly id: string;
  readonly label: string;
  /** What rows are sorted by; shown too, unless `cell` shows it otherwise. */
  value(row: Row): string | number | null | undefined;
  cell?(row: Row): unknown;
  readonly numeric?: boolean;
  readonly sortable?: boolean;
}

/**
 * Rows under a caption: a real table, and in a narrow place one block a row with each value beside its name. The first
 * column names the row.
 *
 * @property {readonly Column[]} columns
 * @property {readonly object[]} rows while there are none it says that they are loading
 * @property {Sort | undefined} sort
 * @attr {string} caption
 * @attr {string} empty what is said where there are no rows
 * @attr {boolean} flat stays a table, and is scrolled sideways, where numbers are to be compared
 * @fires tt-change with `sort`
 *
 * @example <tt-data-table caption="Phản ánh theo xã, phường" .columns=${columns} .rows=${rows}></tt-data-table>
 */
export class DataTable<Row extends object = object> extends TtElement {
  static override styles: CSSResultGroup = [TtElement.styles, fieldStyles, statusStyles, styles];
  static override properties: PropertyDeclarations = { columns: { attribute: false }, rows: { attribute: false }, sort: { attribute: false }, caption: {}, empty: {}, flat: { type: Boolean } };

  declare columns: readonly Column<Row>[];
  declare rows: readonly Row[] | undefined;
  declare sort: Sort | undefined;
  declare caption: string;
  declare empty: string | undefined;
  declare flat: boolean;

  constructor() {
    super();
    this.columns = [];
    this.caption = '';
    this.flat = false;
  }

  override render(): TemplateResult {
    const { columns, rows, caption, flat } = this;
    const sortable = columns.some((column) => column.sortable);
    if (rows === undefined) return html`<p class="caption">${caption}</p><p role="status" class="muted">${this.say('Đang tải …', 'Loading …')}</p>`;
    if (rows.length === 0) return html`<p class="caption">${caption}</p><p class="nothing">${this.empty ?? this.say('Chưa có gì ở đây.', 'There is nothing here yet.')}</p>`;
    // Roles in words: some browsers take a table for none once its rows are laid out as blocks.
    return html`<p class="caption" aria-hidden="true">${caption}</p>${sortable && !flat ? this.#sorter() : nothing}
      <div class="frame ${flat ? 'flat' : 'folds'}" tabindex=${flat ? 0 : nothing} role=${flat ? 'group' : nothing} aria-label=${flat ? caption : nothing}>
      <table role="table"><caption class="unseen">${caption}</caption>
        <thead role="rowgroup"><tr role="row">${columns.map((column) => this.#head(column))}</tr></thead>
        <tbody role="rowgroup">${this.#sorted(rows).map((row) => html`<tr role="row">${columns.map((column, at) => cell(column, row, at === 0))}</tr>`)}</tbody></table></div>
      <p class="unseen" role="status">${this.sort === undefined ? nothing : this.#sortWords(this.sort)}</p>`;
  }

  #head(column: Column<Row>): TemplateResult {
    const { id, label, numeric, sortable } = column;
    const by = this.sort?.by === id ? this.sort : undefined;
    const drawing = by === undefined ? drawings.unsorted : by.descending ? drawings.descending : drawings.ascending;
    const order = by === undefined ? nothing : by.descending ? 'descending' : 'ascending';
    return html`<th role="columnheader" scope="col" class=${numeric ? 'number' : nothing} aria-sort=${sortable ? order : nothing}>${
      sortable ? html`<button type="button" class="plain" @click=${() => this.#sortBy({ by: id, descending: by === undefined ? numeric === true : !by.descending })}>${label}${icon(drawing)}</button>` : label
    }</th>`;
  }

  /** Where rows are blocks there are no heads to press. */
  #sorter(): TemplateResult {
    const options = this.columns.filter(({ sortable }) => sortable).flatMap(({ id }) => [{ by: id, descending: false }, { by: id, descending: true }]);
    const now = this.sort;
    return html`<div class="sorter"><label for="sort">${this.say('Sắp xếp', 'Sort')}</label>
      <div class="selecting"><select id="sort" @change=${(event: Event) => this.#sortBy(options[Number((event.target as HTMLSelectElement).value)])}>
        ${now === undefined ? html`<option value="none" selected>${this.say('Như được gửi đến', 'As it came')}</option>` : nothing}
        ${options.map((option, at) => html`<option value=${at} .selected=${option.by === now?.by && option.descending === now.descending}>${this.#sortWords(option)}</option>`)}</select>${icon(drawings.down)}</div></div>`;
  }

  #sortWords({ by, descending }: Sort): string {
    const column = this.columns.find(({ id }) => id === by);
    if (column === undefined) return '';
    const order = column.numeric
      ? descending ? this.say('nhiều đến ít', 'most first') : this.say('ít đến nhiều', 'least first')
      : descending ? this.say('Z đến A', 'Z to A') : this.say('A đến Z', 'A to Z');
    return `${column.label}: ${order}`;
  }

  #sortBy(sort: Sort | undefined): void {
    if (sort === undefined) return;
    this.sort = sort;
    this.dispatchEvent(new CustomEvent('tt-change', { detail: { sort }, bubbles: true }));
  }

  #sorted(rows: readonly Row[]): readonly Row[] {
    const { sort } = this;
    const column = this.columns.find(({ id }) => id === sort?.by);
    return sort === undefined || column === undefined ? rows : sortRows(rows, (row) => column.value(row), sort.descending);
  }
}

function cell<Row>(column: Column<Row>, row: Row, first: boolean): TemplateResult {
  const { label, numeric } = column;
  const shown = column.cell?.(row) ?? column.value(row) ?? '–';
  if (first) return html`<th role="rowheader" scope="row">${shown}</th>`;
  return html`<td role="cell" class=${numeric ? 'number' : nothing}><span class="label" aria-hidden="true">${label}</span><span>${shown}</span></td>`;
}

define('tt-data-table', DataTable);
