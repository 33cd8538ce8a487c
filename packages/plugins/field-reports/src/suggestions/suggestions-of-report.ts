import { ok } from '@tinhthong/core';
import { z } from 'zod';
import { reportNotFound } from '../after-answer/follow-up.ts';
import { route } from '../module.ts';
import { readable } from '../reading/readable.ts';
import { byCode, time } from '../shapes.ts';
import { fate, kind } from './suggestion-shapes.ts';

const storedSuggestion = z
  .object({
    kind,
    suggested: z.string(),
    confidence: z.number(),
    given: z.string().nullable().meta({ description: 'Phản ánh đến với giá trị nào / what the report came with' }),
    shown: z.boolean().meta({ description: 'Khác giá trị ban đầu nên được hỏi / differs from it, so a person was asked' }),
    fate: fate.nullable().meta({ description: 'Rỗng khi chưa ai quyết định / null until somebody has decided' }),
    became: z.string().nullable(),
    madeAt: time,
    decidedAt: time.nullable(),
  })
  .meta({ id: 'StoredSuggestion' });

export type StoredSuggestion = z.output<typeof storedSuggestion>;

export const readSuggestions = route({
  method: 'get',
  path: '/inbox/{code}/suggestions',
  access: 'report:read',
  summary: { vi: 'Gợi ý cho một phản ánh, và kết quả của gợi ý', en: 'What was suggested for a report, and what became of it' },
  params: byCode,
  answers: { 200: { description: 'Chắc nhất trước / the surest first', schema: z.object({ items: z.array(storedSuggestion) }) } },
  async handle(ctx, { params }) {
    const report = await ctx.db.selectFrom('reports').select('id').where('code', '=', params.code).where(readable(ctx)).executeTakeFirst();
    if (report === undefined) throw reportNotFound();
    const items = await ctx.db
      .selectFrom('suggestions')
      .select(['kind', 'suggested', 'confidence', 'given', 'shown', 'fate', 'became', 'made_at as madeAt', 'decided_at as decidedAt'])
      .where('report', '=', report.id)
      .orderBy('confidence', 'desc')
      .execute();
    return ok({ items });
  },
});
