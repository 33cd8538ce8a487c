import { ok } from '@tinhthong/core';
import { moveReport } from './move-report.ts';
import { route } from '../module.ts';
import { byCode, moved } from '../shapes.ts';

export const closeReport = route({
  method: 'post',
  path: '/reports/{code}/close',
  access: 'report:close',
  summary: { vi: 'Đóng phản ánh đã trả lời', en: 'Close an answered report' },
  params: byCode,
  answers: { 200: { description: 'Trạng thái mới / the new state', schema: moved } },
  handle: async (ctx, { params }) =>
    ok(await moveReport(ctx, { move: 'close', code: params.code, prepare: async () => ({ set: { closed_at: ctx.now() } }) })),
});
