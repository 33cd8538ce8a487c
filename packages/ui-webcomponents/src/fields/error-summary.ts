import { html, nothing, type TemplateResult } from 'lit';
import type { Say } from '../base/language.ts';

export interface Fault {
  /** Id of the field; without one the fault belongs to none. */
  readonly id?: string | undefined;
  /** A page that helps, as one of what is there already; opens beside the form, whose text stays. */
  readonly href?: string | undefined;
  readonly message: string;
}

/**
 * Stands at the top of a form that could not be sent; takes the focus (`[data-summary]`), and its links lead to each field
 * that is wrong, also to elements with a tree of their own.
 */
export function errorSummary(say: Say, faults: readonly Fault[], title?: string): TemplateResult | typeof nothing {
  if (faults.length === 0 && title === undefined) return nothing;
  return html`<div class="notice bad summary" role="alert" tabindex="-1" data-summary>
    <h2>${title ?? say('Có chỗ chưa đúng, xin xem lại', 'Something is not right, please check')}</h2>
    ${faults.length === 0 ? nothing : html`<ul>${faults.map((fault) => html`<li>${told(fault)}</li>`)}</ul>`}
  </div>`;
}

function told({ id, href, message }: Fault): TemplateResult | string {
  if (href !== undefined) return html`<a href=${href} target="_blank" rel="noopener">${message}</a>`;
  return id === undefined ? message : html`<a href="#${id}" @click=${lead}>${message}</a>`;
}

/** In a shadow tree, and on a page with a base address, a fragment leads nowhere. */
function lead(event: MouseEvent): void {
  event.preventDefault();
  const link = event.currentTarget as HTMLAnchorElement;
  const target = (link.getRootNode() as ShadowRoot | Document).getElementById(link.hash.slice(1));
  target?.focus();
  target?.scrollIntoView({ block: 'center' });
}
