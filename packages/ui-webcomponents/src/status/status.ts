import { html, nothing, type TemplateResult } from 'lit';
import { type Drawing, icon } from '../icon/icon.ts';

export { type Notice, notice } from './notice.ts';
export { statusStyles } from './status.styles.ts';

export type Tone = 'info' | 'good' | 'warn' | 'bad' | 'none';

/**
 * A state as a chip: drawing and words, so that it can be read without colour. In the look that every element has.
 *
 * @example status(say('Đang xử lý', 'In progress'), { drawing: drawings.inProgress })
 */
export function status(words: string, { tone = 'info', drawing }: { readonly tone?: Tone; readonly drawing?: Drawing } = {}): TemplateResult {
  return html`<span class="status ${tone}">${drawing === undefined ? nothing : icon(drawing)}${words}</span>`;
}
