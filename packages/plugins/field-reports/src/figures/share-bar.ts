import type { Html } from '@tinhthong/core';
import { html } from 'hono/html';

/** A share as a bar. Beside its number, which says the same to whoever does not see it; without styles, which pages refuse. */
export function shareBar(share: number): Html {
  const width = Math.round(Math.min(1, Math.max(0, share)) * 1000) / 10;
  return html`<svg class="bar" viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true"><rect width="100" height="6" opacity=".15"/><rect width="${width}" height="6"/></svg>`;
}
