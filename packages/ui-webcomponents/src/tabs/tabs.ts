import { type CSSResultGroup, html, type PropertyDeclarations, type TemplateResult } from 'lit';
import { define } from '../base/define.ts';
import { TtElement } from '../base/tt-element.ts';
import { styles } from './tabs.styles.ts';

export interface Tab {
  /** Name of the slot with its content. */
  readonly id: string;
  readonly label: string;
}

/**
 * Views of one thing, one at a time. Arrow keys go from tab to tab, as ARIA's authoring practices describe it.
 *
 * @property {readonly Tab[]} tabs
 * @slot by the id of each tab: its content
 * @attr {string} selected id of the one that is open; by default the first
 * @attr {string} label what the tabs are about, for those who hear it
 * @fires tt-change with `selected`
 *
 * @example <tt-tabs label="Phản ánh" .tabs=${[{ id: 'list', label: 'Danh sách' }, { id: 'map', label: 'Bản đồ' }]}><div slot="list">…</div><div slot="map">…</div></tt-tabs>
 */
export class Tabs extends TtElement {
  static override styles: CSSResultGroup = [TtElement.styles, styles];
  static override properties: PropertyDeclarations = { tabs: { attribute: false }, selected: { reflect: true }, label: {} };

  declare tabs: readonly Tab[];
  declare selected: string | undefined;
  declare label: string | undefined;

  constructor() {
    super();
    this.tabs = [];
  }

  override render(): TemplateResult {
    const open = this.#open;
    return html`<div class="views"><div role="tablist" aria-label=${this.label ?? ''} @keydown=${this.#key}>${this.tabs.map(
        ({ id, label }) => html`<button type="button" role="tab" id="t-${id}" aria-selected=${id === open ? 'true' : 'false'} aria-controls="p-${id}" tabindex=${id === open ? 0 : -1} @click=${() => this.#select(id)}>${label}</button>`,
      )}</div>
      ${this.tabs.map(({ id }) => html`<div role="tabpanel" id="p-${id}" aria-labelledby="t-${id}" tabindex="0" ?hidden=${id !== open}><slot name=${id}></slot></div>`)}</div>`;
  }

  get #open(): string | undefined {
    return this.tabs.some(({ id }) => id === this.selected) ? this.selected : this.tabs[0]?.id;
  }

  #select(id: string): void {
    if (id === this.#open) return;
    this.selected = id;
    this.dispatchEvent(new CustomEvent('tt-change', { detail: { selected: id }, bubbles: true }));
  }

  readonly #key = ({ key, target }: KeyboardEvent & { readonly target: EventTarget | null }): void => {
    const at = this.tabs.findIndex(({ id }) => `t-${id}` === (target as HTMLElement).id);
    const { length } = this.tabs;
    const next = { ArrowRight: (at + 1) % length, ArrowLeft: (at - 1 + length) % length, Home: 0, End: length - 1 }[key];
    const tab = next === undefined ? undefined : this.tabs[next];
    if (tab === undefined) return;
    this.#select(tab.id);
    this.renderRoot.querySelector<HTMLElement>(`#t-${CSS.escape(tab.id)}`)?.focus();
  };
}

define('tt-tabs', Tabs);
