import { ok } from '@tinhthong/core';
import { moveReport } from './move-report.ts';
import { route } from '../module.ts';
import { byCode, moved } from '../shapes.ts';

export const acceptReport = route({
  method: 'post',
  path: '/reports/{code}/accept',
  access: 'report:accept',
  summary: { vi: 'Tiếp nhận phản ánh', en: 'Accept a report' },
  params: byCode,
  answers: { 200: { description: 'Trạng thái mới / the new state', schema: moved } },
  handle: async (ctx, { params }) => ok(await moveReport(ctx, { move: 'accept', code: params.code })),
});
