import { type Html, icon, sayIn, timeTag } from '@tinhthong/core';
import { html } from 'hono/html';
import { listOrders } from '../clocks/list-orders.ts';
import type { PageRequest } from './environment.ts';
import { categoryName, communeName, type Names } from './names.ts';

interface Waiting {
  readonly code: string;
  readonly category: string;
  readonly commune: string;
  readonly instruction: string;
  readonly dueAt: string;
}

/** Orders to the officer's agency, also about reports of others, above everything else; nothing where there are none. */
export async function ordersWaiting(c: PageRequest, names: Names): Promise<Html | ''> {
  const ctx = c.get('ctx');
  if (!ctx.can('report:handle')) return '';
  const { items } = (await c.get('call')(listOrders, { query: { limit: 20 } })) as { items: Waiting[] };
  if (items.length === 0) return '';
  const say = sayIn(ctx.language);
  return html`<section class="notice bad"><h2>${say('Chỉ đạo chờ đơn vị bạn thực hiện', 'Orders that wait for your agency')}</h2>
<ul>${items.map(({ code, category, commune, instruction, dueAt }) => {
    const late = new Date(dueAt) <= ctx.now();
    return html`<li><a href="/phan-anh/viec/${code}#clocks">${categoryName(say, names, category)} <small>${code}</small></a>, ${communeName(names, commune)}. ${say('Hạn', 'Due')}: ${timeTag(new Date(dueAt))}${late ? html` <b class="late">${icon('warning')} ${say('Quá hạn', 'Late')}</b>` : ''}<br><span lang="vi">${instruction}</span></li>`;
  })}</ul></section>`;
}
