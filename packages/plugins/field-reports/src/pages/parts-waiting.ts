import { type Html, type Say, sayIn, timeTag } from '@tinhthong/core';
import { html } from 'hono/html';
import { listContributions } from '../routing/list-contributions.ts';
import type { PageRequest } from './environment.ts';
import { agencyName, categoryName, communeName, type Names } from './names.ts';

interface Waiting {
  readonly code: string;
  readonly category: string;
  readonly commune: string;
  readonly lead: string;
  readonly dueAt: string;
}

/** Reports of other agencies that wait for this one's part, above its own work; nothing where none do. */
export async function partsWaiting(c: PageRequest, names: Names): Promise<Html | ''> {
  const ctx = c.get('ctx');
  if (!ctx.can('contribution:write')) return '';
  const { items } = (await c.get('call')(listContributions, { query: { limit: 20 } })) as { items: Waiting[] };
  return items.length === 0 ? '' : listed(sayIn(ctx.language), names, items);
}

function listed(say: Say, names: Names, items: readonly Waiting[]): Html {
  return html`<section class="notice"><h2>${say('Chờ đơn vị bạn phối hợp', 'Waiting for your part')}</h2>
<ul>${items.map(
    ({ code, category, commune, lead, dueAt }) => html`<li><a href="/phan-anh/viec/${code}#parts">${categoryName(say, names, category)} <small>${code}</small></a>, ${communeName(names, commune)}. ${say('Chủ trì', 'Lead')}: ${agencyName(say, names, lead)}. ${say('Hạn trả lời', 'Answer due')}: ${timeTag(new Date(dueAt))}</li>`,
  )}</ul></section>`;
}
