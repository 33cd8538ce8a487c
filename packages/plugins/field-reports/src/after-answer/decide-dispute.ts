import { invalid, ok, Problem } from '@tinhthong/core';
import { z } from 'zod';
import { moveReport } from '../handling/move-report.ts';
import { route } from '../module.ts';
import { maskFor } from '../privacy/mask-for.ts';
import { handOver } from '../routing/hand-over.ts';
import { byCode, moved, reason } from '../shapes.ts';
import { answeredBy } from './above.ts';
import { reportNotFound } from './follow-up.ts';

const nothingToDecide = () => new Problem(409, 'nothing-to-decide', { vi: 'Người gửi không có đề nghị nào đang chờ.', en: 'No request of the reporter is waiting.' });

export const decideDispute = route({
  method: 'post',
  path: '/reports/{code}/decide',
  access: 'report:review',
  summary: {
    vi: 'Cấp trên quyết định đề nghị của người gửi: mở lại và giao đơn vị khác, hoặc giữ kết quả với lý do',
    en: "The supervisor decides on the reporter's request: reopened with another agency, or the result stands, with a reason",
  },
  params: byCode,
  body: z.strictObject({ decision: z.enum(['reopen', 'uphold']), reason, agency: z.string().max(80).optional() }),
  answers: { 200: { description: 'Trạng thái / the state', schema: moved } },
  async handle(ctx, { params, body }) {
    if (body.decision === 'uphold') {
      return ok(
        await ctx.change(async (trx) => {
          const report = await trx.selectFrom('reports').selectAll().where('code', '=', params.code).forUpdate().executeTakeFirst();
          if (report === undefined) throw reportNotFound();
          ctx.authorize('report:review', report);
          if (report.disputed_at === null) throw nothingToDecide();
          await trx.updateTable('reports').set({ disputed_at: null, updated_at: ctx.now() }).where('id', '=', report.id).execute();
          ctx.publish(trx, 'report.upheld', { subject: report.id, agency: report.agency, at: ctx.now(), data: { category: report.category, reason: await maskFor(ctx, report.category, body.reason) } });
          return { code: report.code, status: report.state };
        }),
      );
    }
    return ok(
      await moveReport(ctx, {
        move: 'review',
        code: params.code,
        async prepare(report, trx) {
          if (report.disputed_at === null) throw nothingToDecide();
          if (body.agency === undefined) throw invalid('body.agency', { vi: 'chọn đơn vị xử lý', en: 'choose an agency' });
          if ((await answeredBy(trx, report.id)).includes(body.agency)) throw invalid('body.agency', { vi: 'đơn vị này đã trả lời rồi; hãy giao đơn vị khác', en: 'this agency has answered before; choose another one' });
          const set = await handOver(ctx, trx, report, { agency: body.agency, path: 'body.agency' });
          return {
            set: { ...set, reopened: report.reopened + 1, closed_at: null, disputed_at: null },
            data: { agency: body.agency, before: report.agency, times: report.reopened + 1, reason: await maskFor(ctx, report.category, body.reason) },
          };
        },
      }),
    );
  },
});
