import { invalid, okJson } from '@tinhthong/core';
import { z } from 'zod';
import { readFigures as read } from '../figures/read-figures.ts';
import { route } from '../module.ts';

const figures = z.object({
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
});
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
      schema: z.object({ from: z.string(), to: z.string(), total: figures, categories: z.array(figures.extend({ category: z.string() })) }),
    },
  },
  async handle(ctx, { query }) {
    const to = query.to ?? today(ctx.now());
    const from = query.from ?? today(new Date(Date.parse(to) - 364 * dayMs));
    if (from > to) throw invalid('query.from', { vi: 'phải trước "to"', en: 'must be before "to"' });
    return okJson(await read(ctx, from, to));
  },
});

function today(now: Date): string {
  return new Date(now.getTime() + 7 * 3_600_000).toISOString().slice(0, 10);
}
