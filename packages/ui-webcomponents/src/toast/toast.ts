import { type CSSResultGroup, html, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import { define } from '../base/define.ts';
import { TtElement } from '../base/tt-element.ts';
import * as drawings from '../icon/drawings.ts';
import { icon } from '../icon/icon.ts';
import { styles } from './toast.styles.ts';

export interface Toasted {
  readonly words: string;
  readonly tone?: 'info' | 'good' | 'bad';
  /** With something to press it stays until it is closed: nobody has to be quick. */
  readonly action?: { readonly label: string; run(): void };
}

const goneAfterMs = 8_000;
const drawn = { info: drawings.info, good: drawings.done, bad: drawings.warning };

/**
 * Says in passing that something has been done. Read aloud; stays while it is pointed at or has the focus, and whenever
 * there is something to press. Nothing may stand here alone: what matters stands on the page as well.
 *
 * @example toast.show({ words: 'Đã nhận việc.', action: { label: 'Hoàn tác', run: undo } })
 */
export class Toast extends TtElement {
  static override styles: CSSResultGroup = [TtElement.styles, styles];
  static override properties: PropertyDeclarations = { shown: { state: true } };

  declare protected shown: Toasted | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  show(toast: Toasted): void {
    this.shown = toast;
    this.#wait();
  }

  readonly hide = (): void => {
    clearTimeout(this.#timer);
    this.shown = undefined;
  };

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#timer);
  }

  // The region is there before the words are: only so are they read aloud.
  override render(): TemplateResult {
    const { shown } = this;
    return html`<div class="region" role="status" @pointerenter=${this.#stay} @pointerleave=${this.#wait} @focusin=${this.#stay} @focusout=${this.#wait}>${
      shown === undefined
        ? nothing
        : html`<div class="toast ${shown.tone ?? 'info'}">${icon(drawn[shown.tone ?? 'info'])}<p>${shown.words}</p>
          <div class="acts">${shown.action === undefined ? nothing : html`<button type="button" class="plain" @click=${this.#act}>${shown.action.label}</button>`}
            <button type="button" class="plain" @click=${this.hide}>${this.say('Đóng', 'Close')}</button></div></div>`
    }</div>`;
  }

  readonly #stay = (): void => clearTimeout(this.#timer);

  readonly #wait = (): void => {
    clearTimeout(this.#timer);
    if (this.shown !== undefined && this.shown.action === undefined) this.#timer = setTimeout(this.hide, goneAfterMs);
  };

  readonly #act = (): void => {
    const { action } = this.shown!;
    this.hide();
    action?.run();
  };
}

define('tt-toast', Toast);
