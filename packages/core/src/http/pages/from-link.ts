import { html } from 'hono/html';
import type { Html } from '../../plugin/plugin.ts';
import { fromLinkScript } from './assets.ts';

/**
 * Fills the page's field that carries `data-from-link` with what stands behind the `#` of the address, such as an
 * `Address.secret`, and hides it; with `data-from-link="send"` its form goes off at once. Without JavaScript the field
 * stays, and its label says what to paste there.
 */
export function fromLink(): Html {
  return html`<script type="module" src="${fromLinkScript.path}"></script>`;
}
