import { ok, Problem, textOf } from '@tinhthong/core';
import { z } from 'zod';
import { ratedStates } from '../handling/report-states.ts';
import { route } from '../module.ts';
import { byCode, code, followUp, rating } from '../shapes.ts';
import { ratedReport } from './rater.ts';
import { mayReopenAt } from './reopening.ts';
import { countVoiceRatings } from './voice-ratings.ts';
import { maskText } from '../privacy/mask-text.ts';

export const rateReport = route({
  method: 'post',
  path: '/reports/{code}/rate',
  access: 'public',
  embed: true,
  perMinute: 30,
  summary: {
    vi: 'Người gửi hoặc người cùng phản ánh đánh giá: hài lòng, chấp nhận, không hài lòng; đổi được khi còn hạn mở lại',
    en: 'The reporter, or whoever added a voice, rates: satisfied, accepted, dissatisfied; to be changed while it can be reopened',
  },
  params: byCode,
  body: z.strictObject({ followUp: followUp.optional(), rating, comment: textOf(0, 1_000).optional() }),
  answers: { 200: { description: 'Đánh giá đã ghi / the rating', schema: z.object({ code, rating }) } },
  async handle(ctx, { params, body }) {
    const result = await ctx.change(async (trx) => {
      const { report, rater } = await ratedReport(ctx, trx, params.code, body.followUp);
      if (!ratedStates.includes(report.state)) {
        throw new Problem(409, 'not-answered-yet', { vi: 'Phản ánh chưa được trả lời nên chưa đánh giá được.', en: 'The report has not been answered yet.' });
      }
      const own = await trx.selectFrom('ratings').select('rating').where('report', '=', report.id).where('rater', '=', rater.id).executeTakeFirst();
      const before = own?.rating ?? (rater.by === 'reporter' ? report.rating : null);
      if (before !== null && !mayReopenAt(report.answered_at ?? report.updated_at, ctx.now(), ctx.settings.reopenDays)) {
        throw new Problem(409, 'too-late-to-change', {
          vi: `Đã quá ${ctx.settings.reopenDays} ngày kể từ khi trả lời; đánh giá không đổi được nữa.`,
          en: `More than ${ctx.settings.reopenDays} days have passed since the answer; the rating stands.`,
        });
      }
      const given = { rating: body.rating, comment: body.comment ? maskText(body.comment) : null, at: ctx.now() };
      await trx.insertInto('ratings').values({ report: report.id, rater: rater.id, ...given }).onConflict((oc) => oc.columns(['report', 'rater']).doUpdateSet(given)).execute();
      if (rater.by === 'reporter') await trx.updateTable('reports').set({ rating: body.rating, updated_at: ctx.now() }).where('id', '=', report.id).execute();
      else await countVoiceRatings(trx, report.id);
      ctx.publish(trx, 'report.rated', {
        subject: report.id,
        agency: report.agency,
        at: ctx.now(),
        data: { category: report.category, rating: body.rating, before, ...(rater.by === 'voice' && { by: rater.by }) },
      });
      return { code: report.code, rating: body.rating };
    });
    return ok(result);
  },
});
