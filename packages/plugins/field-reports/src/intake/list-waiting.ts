import { ok } from '@tinhthong/core';
import { sql } from 'kysely';
import { z } from 'zod';
import { route } from '../module.ts';
import { cursor, limit } from '../shapes.ts';
import { itemKinds, itemStates, listedItem, listItem } from './item-shape.ts';
import { mayTakeIn } from './waiting-item.ts';

export const listWaiting = route({
  method: 'get',
  path: '/intake/waiting',
  access: 'report:enter',
  summary: { vi: 'Tin, thư, bản nháp chờ tiếp nhận; và những gì đã gạt ra, kèm lý do', en: 'Messages, letters and drafts that wait; and what was put aside, with the reason' },
  query: z.strictObject({ state: z.enum(itemStates).default('waiting'), kind: z.enum(itemKinds).optional(), limit, cursor }),
  answers: { 200: { description: 'Mới nhất trước / the newest first', schema: z.object({ items: z.array(listedItem), next: z.string().nullable() }) } },
  async handle(ctx, { query }) {
    const purpose = `intake|${query.state}|${query.kind ?? ''}`;
    let rows = ctx.db
      .selectFrom('intake_items')
      .selectAll()
      .where(mayTakeIn(ctx))
      .where('state', '=', query.state)
      .orderBy('received_at', 'desc')
      .orderBy('id', 'desc')
      .limit(query.limit + 1);
    if (query.kind !== undefined) rows = rows.where('kind', '=', query.kind);
    if (query.cursor !== undefined) {
      const [at, id] = ctx.cursors.open(purpose, query.cursor);
      rows = rows.where(sql<boolean>`(received_at, id) < (${at}::timestamptz, ${id}::uuid)`);
    }
    const found = await rows.execute();
    const last = found.length > query.limit ? found[query.limit - 1] : undefined;
    return ok({ items: found.slice(0, query.limit).map(listItem), next: last === undefined ? null : ctx.cursors.seal(purpose, [last.received_at.toISOString(), last.id]) });
  },
});
