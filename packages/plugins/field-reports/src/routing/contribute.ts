import { ok, Problem, textOf } from '@tinhthong/core';
import { z } from 'zod';
import { reportNotFound } from '../after-answer/follow-up.ts';
import { keepClocks } from '../clocks/keep-clocks.ts';
import type { ReportState } from '../handling/report-states.ts';
import { route } from '../module.ts';
import { byCode, code, time } from '../shapes.ts';

/** Until the lead has answered for all of them. */
const open: readonly ReportState[] = ['assigned', 'in-progress', 'reopened'];

export const contribute = route({
  method: 'post',
  path: '/reports/{code}/contribute',
  access: 'contribution:write',
  summary: { vi: 'Đơn vị phối hợp góp phần của mình vào trả lời', en: 'A coordinating agency gives its part of the answer' },
  // Of an agency that was asked for its part.
  params: byCode.meta({ 'x-from-elsewhere': true }),
  body: z.strictObject({ text: textOf(5, 4_000).meta({ description: 'Đơn vị chủ trì đọc và ghép vào một trả lời / the lead reads it and merges it into the one answer' }) }),
  answers: { 200: { description: 'Đã ghi; gửi lại thì thay phần trước / kept; sent again it replaces the former', schema: z.object({ code, agency: z.string(), givenAt: time }) } },
  async handle(ctx, { params, body }) {
    const given = await ctx.change(async (trx) => {
      const report = await trx.selectFrom('reports').selectAll().where('code', '=', params.code).forUpdate().executeTakeFirst();
      if (report === undefined) throw reportNotFound();
      const part = await trx
        .selectFrom('contributions')
        .select(['agency', 'text'])
        .where('report', '=', report.id)
        .where('agency', '=', ctx.actor.agency ?? '')
        .executeTakeFirst();
      // To everybody else it does not exist: what they may not see they are not told of.
      if (part === undefined) throw reportNotFound();
      ctx.authorize('contribution:write', part);
      if (!open.includes(report.state)) {
        throw new Problem(409, 'already-answered', { vi: 'Phản ánh không còn chờ phần phối hợp.', en: 'The report no longer waits for this part.' });
      }
      const at = ctx.now();
      await trx.updateTable('contributions').set({ text: body.text, given_at: at }).where('report', '=', report.id).where('agency', '=', part.agency).execute();
      const { set, data } = await keepClocks(ctx, trx, report, { type: 'report.contributed', at, data: { agency: part.agency } });
      if (Object.keys(set).length > 0) await trx.updateTable('reports').set({ ...set, updated_at: at }).where('id', '=', report.id).execute();
      ctx.publish(trx, 'report.contributed', { subject: report.id, agency: report.agency, at, data: { category: report.category, agency: part.agency, ...data } });
      if (part.text === null) {
        await ctx.notify(trx, [
          {
            key: `given:${report.code}:${part.agency}`,
            agency: report.agency,
            title: { vi: `Đã có phần phối hợp cho phản ánh ${report.code}`, en: `A part of the answer to report ${report.code} has come in` },
            link: `/phan-anh/viec/${report.code}`,
          },
        ]);
      }
      return { agency: part.agency, givenAt: at.toISOString() };
    });
    return ok({ code: params.code, ...given });
  },
});
