import { html, nothing, svg, type TemplateResult } from 'lit';

export * as drawings from './drawings.ts';

/** Lines on a square of 24, and what of it is filled. */
export interface Drawing {
  readonly line: string;
  readonly filled?: string;
}

/**
 * A drawing, for the eye alone: what it means stands beside it in words. Drawings are in `drawings.ts`, the same as on the
 * province's pages; a widget carries those that it names.
 *
 * @example icon(drawings.pin)
 */
export function icon({ line, filled }: Drawing): TemplateResult {
  return html`<svg class="icon" viewBox="0 0 24 24" aria-hidden="true"><path d=${line}></path>${filled === undefined ? nothing : svg`<path d=${filled} fill="currentColor"></path>`}</svg>`;
}
