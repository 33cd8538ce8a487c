import { html } from 'hono/html';
import type { Html } from '../../plugin/plugin.ts';
import { icons } from './assets.ts';

/** A drawing of `icons.svg`, for the eye alone: what it means stands beside it in words. */
export function icon(name: string): Html {
  return html`<svg class="icon" aria-hidden="true"><use href="${icons.path}#${name}"/></svg>`;
}
