import { ok, Problem } from '@tinhthong/core';
import { z } from 'zod';
import { moves } from '../handling/report-states.ts';
import { route } from '../module.ts';
import { byCode, followUp, moved, photos, reason } from '../shapes.ts';
import { aboveOf, answeredBy } from './above.ts';
import { authorizeReporter, reportNotFound } from './follow-up.ts';
import { addRemark } from './remarks.ts';
import { tooLate } from './reopen-report.ts';
import { mayReopenAt, reopeningOf } from './reopening.ts';

export const disputeReport = route({
  method: 'post',
  path: '/reports/{code}/dispute',
  access: 'public',
  embed: true,
  perMinute: 30,
  summary: { vi: 'Người gửi đề nghị cấp trên xem xét, khi không tự mở lại được nữa', en: 'The reporter asks the supervisor to decide, once reopening is used up' },
  params: byCode,
  body: z.strictObject({ followUp: followUp.optional(), reason, photos }),
  answers: { 200: { description: 'Đã chuyển cấp trên; trạng thái giữ nguyên / passed on, the state stays', schema: moved } },
  handle: async (ctx, { params, body }) =>
    ok(
      await ctx.change(async (trx) => {
        const report = await trx.selectFrom('reports').selectAll().where('code', '=', params.code).forUpdate().executeTakeFirst();
        if (report === undefined) throw reportNotFound();
        authorizeReporter(ctx, report, body.followUp);
        const above = await aboveOf(ctx, report.agency);
        const outcome = reopeningOf({ times: report.reopened, agency: report.agency, answeredBy: await answeredBy(trx, report.id), above });
        if (outcome !== 'supervisor-decides' || !(moves.reopen.from as readonly string[]).includes(report.state)) {
          throw new Problem(409, 'not-to-be-disputed', { vi: 'Phản ánh này chưa cần cấp trên quyết định.', en: 'There is nothing for the supervisor to decide yet.' });
        }
        if (report.disputed_at !== null) {
          throw new Problem(409, 'disputed-already', { vi: 'Đề nghị của bạn đang chờ cấp trên quyết định.', en: 'Your request is waiting for the supervisor already.' });
        }
        if (!mayReopenAt(report.answered_at ?? report.updated_at, ctx.now(), ctx.settings.reopenDays)) throw tooLate(ctx.settings.reopenDays);
        await addRemark(ctx, trx, report, { kind: 'disputed', text: body.reason, photos: body.photos });
        await trx.updateTable('reports').set({ disputed_at: ctx.now(), updated_at: ctx.now() }).where('id', '=', report.id).execute();
        ctx.publish(trx, 'report.disputed', { subject: report.id, agency: report.agency, at: ctx.now(), data: { category: report.category } });
        await ctx.notify(
          trx,
          above.map((agency) => ({
            key: `disputed:${report.code}:${report.reopened}:${agency}`,
            agency,
            title: { vi: `Phản ánh ${report.code} chờ cấp trên quyết định`, en: `Report ${report.code} waits for a supervisor's decision` },
            link: `/phan-anh/viec/${report.code}`,
          })),
        );
        return { code: report.code, status: report.state };
      }),
    ),
});
