import { ok, textOf } from '@tinhthong/core';
import { z } from 'zod';
import { requireAfterPhoto } from '../media/require-after-photo.ts';
import { moveReport } from './move-report.ts';
import { route } from '../module.ts';
import { maskFor } from '../privacy/mask-for.ts';
import { byCode, moved, photos } from '../shapes.ts';

export const answerReport = route({
  method: 'post',
  path: '/reports/{code}/answer',
  access: 'report:handle',
  summary: { vi: 'Trả lời người dân, kèm ảnh sau xử lý', en: 'Answer the citizen, with pictures of the result' },
  params: byCode,
  body: z.strictObject({ answer: textOf(10, 4_000), photos, photoNote: textOf(10, 500).optional() }),
  answers: { 200: { description: 'Trạng thái mới / the new state', schema: moved } },
  handle: async (ctx, { params, body }) =>
    ok(
      await moveReport(ctx, {
        move: 'answer',
        code: params.code,
        async prepare(report, trx) {
          await requireAfterPhoto(ctx, trx, report, body);
          await ctx.attach(trx, body.photos, report.id);
          const now = ctx.now();
          const answer = await maskFor(ctx, report.category, body.answer);
          return {
            // Those of an earlier answer stay with it: each says how many of them are its own.
            set: { answer, after_photos: [...report.after_photos, ...body.photos], after_photo_note: body.photoNote ?? null, answered_at: now },
            data: { answer, photos: body.photos.length, onTime: now <= report.due_at },
          };
        },
      }),
    ),
});
