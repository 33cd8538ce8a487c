import { invalid, okJson } from '@tinhthong/core';
import { z } from 'zod';
import { dayOf, readFigures as read } from '../figures/read-figures.ts';
import { route } from '../module.ts';

const figures = z
  .object({
    submitted: z.int(),
    accepted: z.int(),
    rejected: z.int(),
    answered: z.int(),
    answeredOnTime: z.int(),
    closed: z.int(),
    reopened: z.int(),
    rated: z.int(),
    satisfied: z.int(),
    acceptedRating: z.int(),
  })
  .meta({ id: 'Figures' });
const dayMs = 86_400_000;

export const readFigures = route({
  method: 'get',
  path: '/figures',
  access: 'public',
  etag: true,
  summary: { vi: 'Số liệu theo lĩnh vực; mặc định 365 ngày qua', en: 'Figures by category; by default of the last 365 days' },
  query: z.strictObject({ from: z.iso.date().optional(), to: z.iso.date().optional() }),
  answers: {
    200: {
      description: 'Số liệu, chậm nhất một giây / figures, at most a second behind',
      schema: z.object({ from: z.iso.date(), to: z.iso.date(), total: figures, categories: z.array(figures.extend({ category: z.string() })) }),
    },
  },
  async handle(ctx, { query }) {
    const to = query.to ?? dayOf(ctx.now());
    const from = query.from ?? dayOf(new Date(Date.parse(to) - 364 * dayMs));
    if (from > to) throw invalid('query.from', { vi: 'phải trước "to"', en: 'must be before "to"' });
    return okJson(await read(ctx, from, to));
  },
});
