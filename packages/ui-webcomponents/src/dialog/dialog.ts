import { type CSSResultGroup, html, nothing, type PropertyDeclarations, type PropertyValues, type TemplateResult } from 'lit';
import { define } from '../base/define.ts';
import { TtElement } from '../base/tt-element.ts';
import * as drawings from '../icon/drawings.ts';
import { icon } from '../icon/icon.ts';
import { styles } from './dialog.styles.ts';

/**
 * Something to decide before going on: the browser's own dialog, which keeps the focus in and gives it back. Escape closes.
 *
 * @slot what it says
 * @slot actions buttons, the one that goes on first
 * @attr {boolean} open
 * @attr {string} heading
 * @fires tt-close when it has been closed, by whatever way
 *
 * @example <tt-dialog heading="Bỏ bản nháp?" ?open=${asking} @tt-close=${keep}><p>…</p><button slot="actions">Bỏ bản nháp</button></tt-dialog>
 */
export class Dialog extends TtElement {
  static override styles: CSSResultGroup = [TtElement.styles, styles];
  static override properties: PropertyDeclarations = { open: { type: Boolean, reflect: true }, heading: {}, scrolls: { state: true } };

  declare open: boolean;
  declare heading: string;
  /** More than fits: the keyboard has to get in to scroll it. */
  declare protected scrolls: boolean;
  readonly #size = globalThis.ResizeObserver && new ResizeObserver(() => this.#measure());

  constructor() {
    super();
    this.open = false;
    this.heading = '';
    this.scrolls = false;
  }

  override render(): TemplateResult {
    return html`<dialog aria-labelledby="heading" @close=${this.#closed} @click=${this.#pressed}>
      <div class="sheet">
        <header><h2 id="heading" tabindex="-1" autofocus>${this.heading}</h2>
          <button type="button" class="plain" @click=${this.close}>${icon(drawings.close)}${this.say('Đóng', 'Close')}</button></header>
        <div class="content" tabindex=${this.scrolls ? 0 : nothing} role=${this.scrolls ? 'group' : nothing} aria-labelledby=${this.scrolls ? 'heading' : nothing}><slot></slot></div>
        <footer class="actions"><slot name="actions"></slot></footer>
      </div>
    </dialog>`;
  }

  readonly close = (): void => this.#dialog?.close();

  protected override updated(changed: PropertyValues<this>): void {
    if (!changed.has('open')) return;
    if (this.open && !this.#dialog!.open) {
      this.#dialog!.showModal();
      this.#size.observe(this.#content);
    }
    if (!this.open) {
      this.#size.disconnect();
      this.close();
    }
  }

  get #content(): HTMLElement {
    return this.renderRoot.querySelector('.content')!;
  }

  #measure(): void {
    const { scrollHeight, clientHeight } = this.#content;
    this.scrolls = scrollHeight > clientHeight;
  }

  get #dialog(): HTMLDialogElement | null {
    return this.renderRoot.querySelector('dialog');
  }

  readonly #closed = (): void => {
    this.open = false;
    this.dispatchEvent(new CustomEvent('tt-close', { bubbles: true }));
  };

  /** A press beside the sheet closes it; one that begins within does not. */
  readonly #pressed = (event: MouseEvent): void => {
    if (event.target === this.#dialog) this.close();
  };
}

define('tt-dialog', Dialog);
