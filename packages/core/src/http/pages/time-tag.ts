import { html } from 'hono/html';
import type { Html } from '../../plugin/plugin.ts';
import { formatTime } from './times-and-numbers.ts';

/** A `<time>` that people and programs read. */
export function timeTag(at: Date): Html {
  return html`<time datetime="${at.toISOString()}">${formatTime(at)}</time>`;
}
