import { ok } from '@tinhthong/core';
import { z } from 'zod';
import { route } from '../module.ts';
import { code, limit, time } from '../shapes.ts';

const waiting = z.object({ id: z.uuid(), code, category: z.string(), commune: z.string(), instruction: z.string(), givenAt: time, dueAt: time });

export const listOrders = route({
  method: 'get',
  path: '/orders',
  access: 'report:handle',
  summary: { vi: 'Chỉ đạo chờ đơn vị tôi thực hiện, sắp hết hạn trước', en: 'Orders that wait for my agency, the most urgent first' },
  query: z.strictObject({ limit }),
  answers: { 200: { description: 'Danh sách / the list', schema: z.object({ items: z.array(waiting) }) } },
  async handle(ctx, { query }) {
    const orders = ctx.db
      .selectFrom('orders')
      .innerJoin('reports', 'reports.id', 'orders.report')
      .select(['orders.id', 'code', 'category', 'commune', 'orders.agency', 'instruction', 'given_at as givenAt', 'orders.due_at as dueAt'])
      .where('orders.agency', '=', ctx.actor.agency ?? '')
      .where('completed_at', 'is', null)
      // What was merged or taken back is nobody's to carry out.
      .where('reports.state', 'not in', ['merged', 'withdrawn']);
    const items = await ctx.db
      .selectFrom(orders.as('orders'))
      .select(['id', 'code', 'category', 'commune', 'instruction', 'givenAt', 'dueAt'])
      .where(ctx.allowed('report:handle'))
      .orderBy('dueAt')
      .orderBy('id')
      .limit(query.limit)
      .execute();
    return ok({ items });
  },
});
