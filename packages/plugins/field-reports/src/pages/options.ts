import type { Html } from '@tinhthong/core';
import { html } from 'hono/html';

export type Choice = readonly [value: string, label: string];

export function options(choices: readonly Choice[], chosen: string | undefined): Html[] {
  return choices.map(([value, label]) => html`<option value="${value}"${value === chosen ? html` selected` : ''}>${label}</option>`);
}

const vietnamese = new Intl.Collator('vi');

export function byName(choices: readonly Choice[]): Choice[] {
  return choices.toSorted(([, a], [, b]) => vietnamese.compare(a, b));
}
