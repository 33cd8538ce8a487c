import { type CSSResultGroup, html, nothing, type PropertyDeclarations, type PropertyValues, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { define } from '../base/define.ts';
import { TtControl } from '../base/tt-control.ts';
import { afterPress } from '../fields/after-press.ts';
import { field, type Ties } from '../fields/field.ts';
import { fieldStyles } from '../fields/fields.styles.ts';
import * as drawings from '../icon/drawings.ts';
import { icon } from '../icon/icon.ts';
import { styles } from './commune-picker.styles.ts';
import { type Commune, findCommunes, fullName, namedCommune, typeOf } from './communes.ts';

export { type Commune, findCommunes, fullName } from './communes.ts';
export { fetchCommunes } from './fetch-communes.ts';

/**
 * A commune, ward or special zone of a province, found by typing a part of its name with or without accents, or chosen
 * from the list. An editable combobox as ARIA's authoring practices describe it.
 *
 * @property {readonly Commune[]} communes Those of the province; while there are none it says that they are loading.
 * @attr {string} value code of the chosen one
 * @attr {string} label by default “Xã, phường, đặc khu”
 * @attr {string} hint
 * @attr {string} error
 * @attr {boolean} optional
 * @fires tt-change with `value`, a code, or undefined where nothing is chosen
 *
 * @example <tt-commune-picker .communes=${communes} .value=${code} @tt-change=${(event) => (code = event.detail.value)}></tt-commune-picker>
 */
export class CommunePicker extends TtControl {
  static override styles: CSSResultGroup = [TtControl.styles, fieldStyles, styles];
  static override properties: PropertyDeclarations = {
    communes: { attribute: false },
    value: {},
    text: { state: true },
    open: { state: true },
    active: { state: true },
    lost: { state: true },
  };

  declare communes: readonly Commune[] | undefined;
  declare value: string | undefined;
  /** What stands in the field while it is being typed. */
  declare protected text: string | undefined;
  declare protected open: boolean;
  declare protected active: number;
  /** What was typed and left is no commune. */
  declare protected lost: boolean;

  constructor() {
    super();
    this.open = false;
    this.active = -1;
    this.lost = false;
  }

  override focus(options?: FocusOptions): void {
    this.#input?.focus(options);
  }

  override render(): TemplateResult {
    const own = this.lost ? this.say('Không có nơi nào tên như vậy. Chọn một nơi trong danh sách.', 'There is no place of that name. Choose one from the list.') : undefined;
    const label = this.label ?? this.say('Xã, phường, đặc khu', 'Commune or ward');
    const { hint, optional, say } = this;
    return html`${field({ id: 'input', say, label, hint, optional, error: own ?? this.error }, (ties) => this.#box(ties, label))}
      <p class="unseen" role="status">${this.open ? this.#count() : nothing}</p>`;
  }

  protected override updated(changed: PropertyValues): void {
    if (!this.open) return;
    // A list that opens below the edge of the screen is as good as none; where both do not fit, the field is what is seen.
    if (changed.has('open')) for (const part of ['.list', 'input']) this.#intoView(part);
    this.#intoView('[data-active]');
  }

  #intoView(part: string): void {
    this.renderRoot.querySelector(part)?.scrollIntoView({ block: 'nearest', behavior: 'instant' });
  }

  #box({ describedBy, invalid, required }: Ties, label: string): TemplateResult {
    const found = this.#found();
    const active = this.open ? found[this.active] : undefined;
    const loading = this.communes === undefined;
    return html`<div class="box" @focusout=${this.#left}>
      <input id="input" role="combobox" autocomplete="off" autocapitalize="off" spellcheck="false" enterkeyhint="done"
        aria-autocomplete="list" aria-expanded=${this.open && found.length > 0 ? 'true' : 'false'} aria-controls="list" aria-activedescendant=${active === undefined ? nothing : `o${active.code}`}
        aria-required=${required ? 'true' : nothing} aria-describedby=${describedBy} aria-invalid=${invalid} ?disabled=${this.disabled || loading}
        placeholder=${loading ? this.say('Đang tải danh sách …', 'Loading the list …') : this.say('Gõ tên, ví dụ: phu xuan', 'Type a name, e.g. phu xuan')}
        .value=${live(this.#shown())} @input=${this.#typed} @keydown=${this.#key} @click=${this.#pressed}>
      <button type="button" class="opener" tabindex="-1" aria-hidden="true" ?disabled=${this.disabled || loading} @mousedown=${stay} @click=${this.#press}>${icon(drawings.down)}</button>
      <ul id="list" class="list" role="listbox" aria-label=${label} ?hidden=${!this.open || found.length === 0} @mousedown=${stay}>${
        this.open ? found.map((commune, at) => this.#option(commune, at === this.active)) : nothing
      }</ul>
      ${this.open && found.length === 0 ? html`<p class="list none">${this.#count()}</p>` : nothing}
    </div>`;
  }

  #option(commune: Commune, active: boolean): TemplateResult {
    return html`<li id="o${commune.code}" role="option" aria-selected=${commune.code === this.value ? 'true' : 'false'} ?data-active=${active} @click=${() => this.#choose(commune)}>
      <span>${commune.name}</span> <small>${typeOf(commune, this.say)}</small></li>`;
  }

  #count(): string {
    const { length } = this.#found();
    if (length === 0) return this.say('Không có xã, phường nào tên như vậy.', 'No commune or ward of that name.');
    return this.say(`${length} nơi. Dùng phím mũi tên để chọn.`, `${length} found. Use the arrow keys to choose.`);
  }

  get #input(): HTMLInputElement | null {
    return this.renderRoot.querySelector('input');
  }

  #chosen(): Commune | undefined {
    return this.communes?.find(({ code }) => code === this.value);
  }

  #shown(): string {
    const chosen = this.#chosen();
    return this.text ?? (chosen === undefined ? '' : fullName(chosen, this.say));
  }

  /** A chosen name that nobody has changed since is no search: all of them can be looked through. */
  #found(): Commune[] {
    return findCommunes(this.communes ?? [], this.text ?? '');
  }

  #show(active = this.#found().findIndex(({ code }) => code === this.value)): void {
    if (this.disabled || this.communes === undefined) return;
    this.open = true;
    this.active = active;
  }

  /** Once the field that was left has said what is wrong with it: the list opens where there then is room for it. */
  readonly #pressed = (): void => void setTimeout(() => this.#show());

  readonly #press = (): void => {
    this.focus();
    if (this.open) this.open = false;
    else this.#pressed();
  };

  // While an input method composes, the list follows but the text is left alone.
  #typed(): void {
    this.text = this.#input!.value;
    this.lost = false;
    this.#show(-1);
    if (this.value !== undefined) this.#tell(undefined);
  }

  #choose(commune: Commune): void {
    this.text = undefined;
    this.lost = false;
    this.open = false;
    this.#tell(commune.code);
  }

  #tell(value: string | undefined): void {
    if (value === this.value) return;
    this.value = value;
    this.changed({ value });
  }

  #key(event: KeyboardEvent): void {
    if (event.isComposing) return;
    const found = this.#found();
    const { key, altKey } = event;
    if (key === 'ArrowDown' || key === 'ArrowUp') {
      event.preventDefault();
      this.#move(key === 'ArrowDown' ? 1 : -1, altKey, found.length);
    } else if (key === 'Enter' && this.open) {
      // Enter in a list that is open must not send the form.
      event.preventDefault();
      this.#take(found);
    } else if (key === 'Tab' && this.open) {
      this.#take(found);
    } else if (key === 'Escape' && (this.open || this.#shown() !== '')) {
      event.preventDefault();
      event.stopPropagation();
      if (this.open) this.open = false;
      else this.#clear();
    }
  }

  #move(step: 1 | -1, alone: boolean, length: number): void {
    const end = step === 1 ? 0 : length - 1;
    if (this.open && alone) this.open = false;
    else if (!this.open) this.#show(alone || this.value !== undefined ? undefined : end);
    else this.active = this.active === -1 ? end : (this.active + step + length) % Math.max(length, 1);
  }

  #take(found: readonly Commune[]): void {
    const chosen = found[this.active] ?? (this.text ? namedCommune(found, this.text) ?? (found.length === 1 ? found[0] : undefined) : undefined);
    if (chosen === undefined) this.open = false;
    else this.#choose(chosen);
  }

  #clear(): void {
    this.text = undefined;
    this.lost = false;
    this.#tell(undefined);
  }

  #left(event: FocusEvent): void {
    if (this.shadowRoot!.contains(event.relatedTarget as Node | null)) return;
    this.open = false;
    if (this.text === undefined) return;
    if (this.text.trim() === '') return this.#clear();
    const named = namedCommune(this.communes ?? [], this.text);
    if (named === undefined) afterPress(() => (this.lost = this.text !== undefined && !this.open));
    else this.#choose(named);
  }
}

/** Keeps the focus in the field while the list is pressed or scrolled. */
function stay(event: MouseEvent): void {
  event.preventDefault();
}

define('tt-commune-picker', CommunePicker);
