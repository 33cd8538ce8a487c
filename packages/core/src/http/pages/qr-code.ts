import { html } from 'hono/html';
import type { Html } from '../../plugin/plugin.ts';
import { qrModules } from './qr-modules.ts';

const quiet = 4;

/** A QR code, dark on light in every theme: cameras read it no other way. */
export function qrCode(text: string, label: string): Html {
  const rows = qrModules(text);
  const path = rows.flatMap((row, y) => row.map((dark, x) => (dark ? `M${x + quiet} ${y + quiet}h1v1h-1z` : ''))).join('');
  const size = rows.length + 2 * quiet;
  return html`<svg class="qr" xmlns="http://www.w3.org/2000/svg" role="img" aria-label="${label}" viewBox="0 0 ${size} ${size}" shape-rendering="crispEdges"><path fill="#fff" d="M0 0h${size}v${size}H0z"/><path d="${path}"/></svg>`;
}
