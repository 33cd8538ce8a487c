import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { type Field, field } from './field.ts';

export interface TextField extends Field {
  readonly value: string;
  set(value: string): void;
  /** The person has left the field, having changed it. */
  touch?(): void;
  readonly type?: 'text' | 'tel' | 'email' | 'date' | 'datetime-local' | 'search' | undefined;
  readonly autocomplete?: AutoFill | undefined;
  readonly inputMode?: 'numeric' | 'decimal' | 'tel' | 'email' | 'text' | undefined;
  /** About how many characters are expected: the field is as wide. */
  readonly size?: 'short' | undefined;
}

/** One line of text. Never cuts what is pasted: what is too long is said. */
export function textField(of: TextField): TemplateResult {
  return field(
    of,
    ({ describedBy, invalid, required }) => html`<input
      id=${of.id} class=${of.size ?? nothing} type=${of.type ?? 'text'} autocomplete=${of.autocomplete ?? 'off'} inputmode=${of.inputMode ?? nothing}
      ?required=${required} aria-describedby=${describedBy} aria-invalid=${invalid} .value=${live(of.value)}
      @input=${(event: InputEvent) => of.set((event.target as HTMLInputElement).value)} @change=${() => of.touch?.()}>`,
  );
}
