import { ok } from '@tinhthong/core';
import { moveReport } from './move-report.ts';
import { route } from '../module.ts';
import { byCode, moved } from '../shapes.ts';

export const startReport = route({
  method: 'post',
  path: '/reports/{code}/start',
  access: 'report:handle',
  summary: { vi: 'Bắt đầu xử lý', en: 'Start handling' },
  params: byCode,
  answers: { 200: { description: 'Trạng thái mới / the new state', schema: moved } },
  handle: async (ctx, { params }) => ok(await moveReport(ctx, { move: 'start', code: params.code })),
});
