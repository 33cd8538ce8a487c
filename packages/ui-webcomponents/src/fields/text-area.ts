import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { type Field, field } from './field.ts';
import { countWords, spokenRest } from './rest-of.ts';
import { graphemes } from './graphemes.ts';

export interface TextArea extends Field {
  readonly value: string;
  set(value: string): void;
  touch?(): void;
  /** In characters as a person counts them. */
  readonly most?: number | undefined;
  readonly rows?: number | undefined;
}

/**
 * Several lines of text, with how much room is left once half of it is taken. What is pasted is never cut: too much is said
 * and can be shortened by the one who wrote it.
 */
export function textArea(of: TextArea): TemplateResult {
  const { id, value, most, say } = of;
  // Counting is slow, and a text of few UTF-16 units cannot have too many characters.
  const rest = most === undefined || value.length < most / 2 ? undefined : most - graphemes(value);
  return field(
    of,
    ({ describedBy, invalid, required }) => html`<textarea
        id=${id} rows=${of.rows ?? 5} ?required=${required} aria-describedby=${describedBy} aria-invalid=${invalid} .value=${live(value)}
        @input=${(event: InputEvent) => of.set((event.target as HTMLTextAreaElement).value)} @change=${() => of.touch?.()}></textarea>
      ${most === undefined ? nothing : html`<p class="count ${rest !== undefined && rest < 0 ? 'over' : ''}" id="${id}-count">${
        rest === undefined ? say(`Tối đa ${most.toLocaleString('vi')} ký tự`, `Up to ${most.toLocaleString('en')} characters`) : countWords(say, rest)
      }</p><p class="unseen" role="status">${rest === undefined ? nothing : spokenRest(say, rest, most)}</p>`}`,
    most === undefined ? undefined : `${id}-count`,
  );
}
