import { ok, Problem } from '@tinhthong/core';
import { z } from 'zod';
import { authorizeReporter, reportNotFound } from '../follow-up.ts';
import { route } from '../module.ts';
import { ratedStates } from '../report-states.ts';
import { byCode, code, followUp, rating } from './shapes.ts';

export const rateReport = route({
  method: 'post',
  path: '/reports/{code}/rate',
  access: 'public',
  perMinute: 30,
  summary: { vi: 'Người gửi đánh giá: hài lòng, chấp nhận, không hài lòng', en: 'The reporter rates: satisfied, accepted, dissatisfied' },
  params: byCode,
  body: z.strictObject({ followUp: followUp.optional(), rating }),
  answers: { 200: { description: 'Đánh giá đã ghi / the rating', schema: z.object({ code, rating }) } },
  async handle(ctx, { params, body }) {
    const result = await ctx.change(async (trx) => {
      const report = await trx.selectFrom('reports').selectAll().where('code', '=', params.code).forUpdate().executeTakeFirst();
      if (report === undefined) throw reportNotFound();
      authorizeReporter(ctx, report, body.followUp);
      if (!ratedStates.includes(report.state)) {
        throw new Problem(409, 'not-answered-yet', { vi: 'Phản ánh chưa được trả lời nên chưa đánh giá được.', en: 'The report has not been answered yet.' });
      }
      await trx.updateTable('reports').set({ rating: body.rating, updated_at: ctx.now() }).where('id', '=', report.id).execute();
      ctx.publish(trx, 'report.rated', {
        subject: report.id,
        agency: report.agency,
        data: { category: report.category, rating: body.rating, before: report.rating },
      });
      return { code: report.code, rating: body.rating };
    });
    return ok(result);
  },
});
