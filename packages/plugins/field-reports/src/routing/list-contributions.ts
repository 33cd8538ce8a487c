import { ok } from '@tinhthong/core';
import { z } from 'zod';
import { route } from '../module.ts';
import { code, limit, state, time } from '../shapes.ts';

const waiting = z.object({
  code, category: z.string(), commune: z.string(), status: state,
  lead: z.string().meta({ description: 'Đơn vị chủ trì / the lead agency' }),
  agency: z.string().meta({ description: 'Đơn vị phối hợp / the coordinating agency' }),
  askedAt: time, dueAt: time,
});

export const listContributions = route({
  method: 'get',
  path: '/contributions',
  access: 'contribution:write',
  summary: { vi: 'Phản ánh chờ đơn vị tôi phối hợp, sắp hết hạn trước', en: "Reports that wait for my agency's part, the most urgent first" },
  query: z.strictObject({ limit }),
  answers: { 200: { description: 'Danh sách / the list', schema: z.object({ items: z.array(waiting) }) } },
  async handle(ctx, { query }) {
    const asked = ctx.db.selectFrom('contributions').select(['report', 'agency', 'asked_at']).where('text', 'is', null).where(ctx.allowed('contribution:write'));
    const items = await ctx.db
      .selectFrom(asked.as('asked'))
      .innerJoin('reports', 'reports.id', 'asked.report')
      .select(['code', 'category', 'commune', 'state as status', 'reports.agency as lead', 'asked.agency', 'asked_at as askedAt', 'due_at as dueAt'])
      .where('state', 'in', ['assigned', 'in-progress', 'reopened'])
      .orderBy('due_at')
      .orderBy('code')
      .limit(query.limit)
      .execute();
    return ok({ items });
  },
});
