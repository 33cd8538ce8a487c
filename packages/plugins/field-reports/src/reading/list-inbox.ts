import { ok } from '@tinhthong/core';
import { sql } from 'kysely';
import { z } from 'zod';
import { route } from '../module.ts';
import { openStates } from '../handling/report-states.ts';
import { cursor, limit, listed, state, time } from '../shapes.ts';

export const listInbox = route({
  method: 'get',
  path: '/inbox',
  access: 'report:read',
  summary: { vi: 'Việc của tôi: phản ánh mở, sắp hết hạn trước', en: 'My work: open reports, the most urgent first' },
  query: z.strictObject({ status: state.optional(), category: z.string().max(60).optional(), limit, cursor }),
  answers: {
    200: { description: 'Một trang / a page', schema: z.object({ items: z.array(listed.extend({ acceptDueAt: time.nullable() })), next: z.string().nullable() }) },
  },
  async handle(ctx, { query }) {
    const purpose = `inbox|${query.status ?? ''}|${query.category ?? ''}`;
    let rows = ctx.db
      .selectFrom('reports')
      .select((eb) => [
        'id', 'code', 'category', 'commune', 'lat', 'lon', 'address', 'public_text as text', 'state as status', 'agency',
        'submitted_at as submittedAt', 'due_at as dueAt', 'accept_due_at as acceptDueAt', 'answered_at as answeredAt', 'rating',
        sql<number>`cardinality(${eb.ref('photos')}) + cardinality(${eb.ref('after_photos')})`.as('photos'),
      ])
      .where(ctx.allowed('report:read'))
      .where('state', 'in', query.status === undefined ? openStates : [query.status])
      .orderBy('due_at')
      .orderBy('id')
      .limit(query.limit + 1);
    if (query.category !== undefined) rows = rows.where('category', '=', query.category);
    if (query.cursor !== undefined) {
      const [due, id] = ctx.cursors.open(purpose, query.cursor);
      rows = rows.where(sql<boolean>`(due_at, id) > (${due}::timestamptz, ${id}::uuid)`);
    }
    const found = await rows.execute();
    const last = found.length > query.limit ? found[query.limit - 1] : undefined;
    return ok({
      items: found.slice(0, query.limit).map(({ id: _, ...item }) => item),
      next: last === undefined ? null : ctx.cursors.seal(purpose, [last.dueAt.toISOString(), last.id]),
    });
  },
});
