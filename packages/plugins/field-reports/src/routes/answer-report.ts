import { ok, textOf } from '@tinhthong/core';
import { z } from 'zod';
import { moveReport } from '../move-report.ts';
import { route } from '../module.ts';
import { byCode, moved } from './shapes.ts';

export const answerReport = route({
  method: 'post',
  path: '/reports/{code}/answer',
  access: 'report:handle',
  summary: { vi: 'Trả lời người dân, kèm ảnh sau xử lý', en: 'Answer the citizen, with pictures of the result' },
  params: byCode,
  body: z.strictObject({ answer: textOf(10, 4_000), photos: z.array(z.uuid()).max(5).default([]) }),
  answers: { 200: { description: 'Trạng thái mới / the new state', schema: moved } },
  handle: async (ctx, { params, body }) =>
    ok(
      await moveReport(ctx, {
        move: 'answer',
        code: params.code,
        async prepare(report, trx) {
          await ctx.attach(trx, body.photos, report.id);
          const now = ctx.now();
          return {
            set: { answer: body.answer, after_photos: body.photos, answered_at: now },
            data: { answer: body.answer, photos: body.photos.length, onTime: now <= report.due_at },
          };
        },
      }),
    ),
});
