import { html } from 'hono/html';
import type { Html } from '../../plugin/plugin.ts';
import { fromLinkScript } from './assets.ts';

/** Fills the page's field that carries `data-from-link` with what stands behind the `#` of the address: an `Address.secret`. */
export function fromLink(): Html {
  return html`<script type="module" src="${fromLinkScript.path}"></script>`;
}
