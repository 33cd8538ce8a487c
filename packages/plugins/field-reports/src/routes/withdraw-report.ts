import { ok } from '@tinhthong/core';
import { z } from 'zod';
import { moveReport } from '../move-report.ts';
import { route } from '../module.ts';
import { byCode, followUp, moved } from './shapes.ts';

export const withdrawReport = route({
  method: 'post',
  path: '/reports/{code}/withdraw',
  access: 'public',
  perMinute: 30,
  summary: { vi: 'Người gửi rút phản ánh khi chưa được tiếp nhận', en: 'The reporter withdraws a report not yet accepted' },
  params: byCode,
  body: z.strictObject({ followUp: followUp.optional() }),
  answers: { 200: { description: 'Trạng thái mới / the new state', schema: moved } },
  handle: async (ctx, { params, body }) =>
    ok(await moveReport(ctx, { move: 'withdraw', code: params.code, followUp: body.followUp, prepare: async () => ({ set: { public: false } }) })),
});
