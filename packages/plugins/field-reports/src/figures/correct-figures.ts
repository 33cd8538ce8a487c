import { ok, Problem } from '@tinhthong/core';
import { sql } from 'kysely';
import { z } from 'zod';
import { route } from '../module.ts';
import { maskText } from '../privacy/mask-text.ts';
import { reason } from '../shapes.ts';
import { metricIds } from './definitions.ts';
import { freshnessOf } from './period.ts';
import { publicPeriod } from './period-asked.ts';
import { computeFigures, differs, readEditions, storeEditions } from './published-figures.ts';

export const correctFigures = route({
  method: 'post',
  path: '/figures/corrections',
  access: 'figures:correct',
  summary: { vi: 'Đính chính số liệu đã chốt của một kỳ: tính lại; số cũ vẫn còn trong lịch sử', en: 'Correct the published figures of a period: reckoned anew; the old ones stay in the history' },
  body: z.strictObject({ period: z.string().regex(/^\d{3,4}(-(Q[1-4]|\d{2}))?$/).meta({ example: '2026-07' }), reason }),
  answers: {
    200: { description: 'Những chỉ số đã đổi / the metrics that are different now', schema: z.object({ period: z.string(), metrics: z.array(z.enum(metricIds)) }) },
  },
  async handle(ctx, { body }) {
    const now = ctx.now();
    const period = publicPeriod(body.period, now);
    if (freshnessOf(period, now) !== 'final') throw notPublished();
    const computed = await computeFigures(ctx, period);
    return ok(
      await ctx.change(async (trx) => {
        // Two who correct at once: the second finds what the first has made of it.
        await sql`lock table field_reports.published_figures in share row exclusive mode`.execute(trx);
        const editions = await readEditions(trx, period);
        if (editions.size === 0) throw notPublished();
        const why = maskText(body.reason);
        const changed = [...computed].flatMap(([metric, parts]) => {
          const last = editions.get(metric)?.[0];
          return last !== undefined && differs(last.parts, parts) ? [{ metric, revision: last.revision + 1, parts, computedAt: now, reason: why }] : [];
        });
        if (changed.length === 0) {
          throw new Problem(409, 'nothing-to-correct', { vi: 'Tính lại vẫn ra đúng số đã chốt; không có gì để đính chính.', en: 'Reckoned anew the figures are the same; there is nothing to correct.' });
        }
        await storeEditions(trx, period, changed);
        ctx.publish(trx, 'figures.corrected', { subject: body.period, data: { period: body.period, metrics: changed.length, reason: why } });
        return { period: body.period, metrics: changed.map(({ metric }) => metric) };
      }),
    );
  },
});

const notPublished = () =>
  new Problem(409, 'not-published', { vi: 'Số liệu của kỳ này chưa chốt: còn tự cập nhật, không cần đính chính.', en: 'The figures of this period are not published yet: they still follow the reports by themselves.' });
