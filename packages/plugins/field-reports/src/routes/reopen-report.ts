import { ok, Problem } from '@tinhthong/core';
import { z } from 'zod';
import { moveReport } from '../move-report.ts';
import { route } from '../module.ts';
import { byCode, followUp, moved } from './shapes.ts';

const dayMs = 86_400_000;

export const reopenReport = route({
  method: 'post',
  path: '/reports/{code}/reopen',
  access: 'public',
  perMinute: 30,
  summary: { vi: 'Người gửi mở lại phản ánh chưa được xử lý xong', en: 'The reporter reopens a report that was not solved' },
  params: byCode,
  body: z.strictObject({ followUp: followUp.optional() }),
  answers: { 200: { description: 'Trạng thái mới / the new state', schema: moved } },
  handle: async (ctx, { params, body }) =>
    ok(
      await moveReport(ctx, {
        move: 'reopen',
        code: params.code,
        followUp: body.followUp,
        async prepare(report) {
          const answered = report.answered_at ?? report.updated_at;
          if (ctx.now().getTime() - answered.getTime() > ctx.settings.reopenDays * dayMs) {
            throw new Problem(409, 'too-late-to-reopen', {
              vi: `Đã quá ${ctx.settings.reopenDays} ngày kể từ khi trả lời; hãy gửi phản ánh mới.`,
              en: `More than ${ctx.settings.reopenDays} days have passed since the answer; please send a new report.`,
            });
          }
          return { set: { reopened: report.reopened + 1, closed_at: null } };
        },
      }),
    ),
});
