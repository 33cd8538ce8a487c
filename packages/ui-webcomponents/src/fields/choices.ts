import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { down } from '../icon/drawings.ts';
import { icon } from '../icon/icon.ts';
import { type Field, field, fieldGroup } from './field.ts';

export interface Option {
  readonly value: string;
  readonly label: string;
  readonly hint?: string | undefined;
}

export interface Choice extends Field {
  readonly options: readonly Option[];
  readonly value: string;
  set(value: string): void;
  touch?(): void;
}

export interface Choices extends Omit<Choice, 'value' | 'set'> {
  readonly value: readonly string[];
  set(value: readonly string[]): void;
}

/** One of a few, all of them in sight. */
export function radios(of: Choice): TemplateResult {
  return fieldGroup(of, ({ invalid, required }) =>
    of.options.map((option, at) => {
      const id = optionId(of, at);
      return choice(id, option, html`<input type="radio" id=${id} name=${of.id} value=${option.value} ?required=${required} aria-invalid=${invalid}
        aria-describedby=${option.hint ? `${id}-hint` : nothing} .checked=${live(of.value === option.value)}
        @change=${() => (of.set(option.value), of.touch?.())}>`);
    }),
  );
}

/** Any of a few. */
export function checkboxes(of: Choices): TemplateResult {
  const toggle = (value: string, on: boolean) => of.set(of.options.map((option) => option.value).filter((one) => (one === value ? on : of.value.includes(one))));
  return fieldGroup(of, ({ invalid }) =>
    of.options.map((option, at) => {
      const id = optionId(of, at);
      return choice(id, option, html`<input type="checkbox" id=${id} value=${option.value} aria-invalid=${invalid}
        aria-describedby=${option.hint ? `${id}-hint` : nothing} .checked=${live(of.value.includes(option.value))}
        @change=${(event: Event) => (toggle(option.value, (event.target as HTMLInputElement).checked), of.touch?.())}>`);
    }),
  );
}

/** One statement to agree to: never ticked before. */
export function checkbox(of: Omit<Choice, 'options' | 'value' | 'set'> & { readonly checked: boolean; set(checked: boolean): void }): TemplateResult {
  const { id, label, hint, error, say } = of;
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ') || nothing;
  return html`<div class="field ${error ? 'wrong' : ''}">${error ? html`<p class="error" id="${id}-error"><span class="unseen">${say('Lỗi:', 'Error:')}</span> ${error}</p>` : nothing}
    <div class="option"><input type="checkbox" id=${id} aria-describedby=${described} aria-invalid=${error ? 'true' : nothing} .checked=${live(of.checked)}
      @change=${(event: Event) => (of.set((event.target as HTMLInputElement).checked), of.touch?.())}><label for=${id}>${label}</label>
      ${hint ? html`<p class="hint" id="${id}-hint">${hint}</p>` : nothing}</div></div>`;
}

/** One of many, in the phone's own list. */
export function select(of: Choice & { readonly choose?: string | undefined }): TemplateResult {
  return field(
    of,
    ({ describedBy, invalid, required }) => html`<div class="selecting"><select id=${of.id} ?required=${required} aria-describedby=${describedBy} aria-invalid=${invalid}
      @change=${(event: Event) => (of.set((event.target as HTMLSelectElement).value), of.touch?.())}>
      <option value="" .selected=${live(of.value === '')}>${of.choose ?? of.say('– Chọn –', '– Choose –')}</option>
      ${of.options.map(({ value, label }) => html`<option value=${value} .selected=${live(of.value === value)}>${label}</option>`)}</select>${icon(down)}</div>`,
  );
}

/** The first has the field's own id: the summary's link leads to it. */
function optionId({ id }: { readonly id: string }, at: number): string {
  return at === 0 ? id : `${id}-${at + 1}`;
}

function choice(id: string, { label, hint }: Option, input: TemplateResult): TemplateResult {
  return html`<div class="option">${input}<label for=${id}>${label}</label>${hint ? html`<p class="hint" id="${id}-hint">${hint}</p>` : nothing}</div>`;
}
