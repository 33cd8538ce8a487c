import { invalid, ok, Problem } from '@tinhthong/core';
import { z } from 'zod';
import { openStates } from '../handling/report-states.ts';
import { route } from '../module.ts';
import { byCode, followUp, moved, photos } from '../shapes.ts';
import { authorizeReporter, reportNotFound } from './follow-up.ts';
import { addedText, addRemark } from './remarks.ts';

export const addToReport = route({
  method: 'post',
  path: '/reports/{code}/add',
  access: 'public',
  embed: true,
  perMinute: 30,
  summary: { vi: 'Người gửi bổ sung ảnh và lời khi phản ánh đang mở', en: 'The reporter adds pictures and words while the report is open' },
  params: byCode,
  body: z.strictObject({ followUp: followUp.optional(), text: addedText.optional(), photos }),
  answers: { 200: { description: 'Đã bổ sung; trạng thái giữ nguyên / added, the state stays', schema: moved } },
  async handle(ctx, { params, body }) {
    if (body.text === undefined && body.photos.length === 0) throw invalid('body.text', { vi: 'viết vài lời hoặc chọn ảnh', en: 'write something or choose a picture' });
    return ok(
      await ctx.change(async (trx) => {
        const report = await trx.selectFrom('reports').selectAll().where('code', '=', params.code).forUpdate().executeTakeFirst();
        if (report === undefined) throw reportNotFound();
        authorizeReporter(ctx, report, body.followUp);
        if (!openStates.includes(report.state)) {
          throw new Problem(409, 'not-open', { vi: 'Chỉ bổ sung được khi phản ánh đang mở.', en: 'Only a report that is open can be added to.' }, {
            detail: { vi: 'Nếu sự việc chưa xong, hãy mở lại phản ánh.', en: 'If it is not solved, reopen it.' },
          });
        }
        await addRemark(ctx, trx, report, { kind: 'added', text: body.text ?? null, photos: body.photos });
        await trx.updateTable('reports').set({ updated_at: ctx.now() }).where('id', '=', report.id).execute();
        ctx.publish(trx, 'report.supplemented', {
          subject: report.id,
          agency: report.agency,
          at: ctx.now(),
          data: { category: report.category, photos: body.photos.length, remark: body.text !== undefined },
        });
        await ctx.notify(trx, [
          { key: `added:${report.code}:${ctx.now().getTime()}`, agency: report.agency, title: { vi: `Người gửi bổ sung phản ánh ${report.code}`, en: `Report ${report.code} was added to` }, link: `/phan-anh/viec/${report.code}` },
        ]);
        return { code: report.code, status: report.state };
      }),
    );
  },
});
