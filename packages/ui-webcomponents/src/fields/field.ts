import { html, nothing, type TemplateResult } from 'lit';
import type { Say } from '../base/language.ts';

export interface Field {
  /** Id of the control in its tree; links of the error summary lead there. */
  readonly id: string;
  readonly say: Say;
  readonly label: string;
  readonly hint?: string | TemplateResult | undefined;
  readonly error?: string | undefined;
  /** Said in words beside the label; what does not say so has to be filled in. */
  readonly optional?: boolean | undefined;
}

/** What ties a control to its hint and error for those who do not see them stand beside it. */
export interface Ties {
  readonly describedBy: string | typeof nothing;
  readonly invalid: 'true' | typeof nothing;
  readonly required: boolean;
}

/**
 * A labelled control with its hint and error.
 *
 * @example field({ id: 'street', say, label: say('Tên đường', 'Street') }, (ties) => html`<input id="street" aria-describedby=${ties.describedBy}>`)
 */
export function field(of: Field, control: (ties: Ties) => unknown, also?: string): TemplateResult {
  return html`<div class="field ${of.error ? 'wrong' : ''}"><label for=${of.id}>${labelOf(of)}</label>${hintAndError(of)}${control(tiesOf(of, also))}</div>`;
}

/** As `field`, for several controls that answer one question. */
export function fieldGroup(of: Field, controls: (ties: Ties) => unknown): TemplateResult {
  const ties = tiesOf(of);
  return html`<div class="field ${of.error ? 'wrong' : ''}"><fieldset aria-describedby=${ties.describedBy}><legend>${labelOf(of)}</legend>${hintAndError(of)}${controls(ties)}</fieldset></div>`;
}

/** For the top of a form, so that what is asked for is said in words and not by a star. */
export function needsNote(say: Say): TemplateResult {
  return html`<p class="hint needs">${say('Cần điền mọi ô, trừ ô ghi “không bắt buộc”.', 'Fill in everything that is not marked “optional”.')}</p>`;
}

function labelOf({ label, optional, say }: Field): unknown {
  return optional ? html`${label} <span class="need">(${say('không bắt buộc', 'optional')})</span>` : label;
}

function hintAndError({ id, hint, error, say }: Field): unknown {
  return html`${hint ? html`<p class="hint" id="${id}-hint">${hint}</p>` : nothing}${
    error ? html`<p class="error" id="${id}-error"><span class="unseen">${say('Lỗi:', 'Error:')}</span> ${error}</p>` : nothing
  }`;
}

function tiesOf({ id, hint, error, optional }: Field, also?: string): Ties {
  const ids = [hint && `${id}-hint`, error && `${id}-error`, also].filter(Boolean).join(' ');
  return { describedBy: ids || nothing, invalid: error ? 'true' : nothing, required: !optional };
}
