import { html, nothing, type TemplateResult } from 'lit';
import * as drawings from '../icon/drawings.ts';
import { icon } from '../icon/icon.ts';
import type { Tone } from './status.ts';

const drawn = { info: drawings.info, good: drawings.done, warn: drawings.warning, bad: drawings.warning, none: drawings.info };

export interface Notice {
  readonly tone?: Tone;
  readonly title?: string;
  /** `status` is read when it appears, `alert` at once; without it, when a reader comes by. */
  readonly role?: 'status' | 'alert';
}

/**
 * What a person has to know before going on.
 *
 * @example notice({ tone: 'warn', role: 'status' }, say('Mạng yếu.', 'The connection is poor.'))
 */
export function notice({ tone = 'info', title, role }: Notice, content: unknown): TemplateResult {
  return html`<div class="notice told ${tone}" role=${role ?? nothing}>${icon(drawn[tone])}<div>${title === undefined ? nothing : html`<h3>${title}</h3>`}${content}</div></div>`;
}
