import { ok } from '@tinhthong/core';
import { z } from 'zod';
import { moveReport } from '../move-report.ts';
import { route } from '../module.ts';
import { byCode, moved, reason } from './shapes.ts';

export const rejectReport = route({
  method: 'post',
  path: '/reports/{code}/reject',
  access: 'report:reject',
  summary: { vi: 'Không tiếp nhận, với lý do mà người gửi đọc được', en: 'Reject, with a reason that the reporter reads' },
  params: byCode,
  body: z.strictObject({ reason }),
  answers: { 200: { description: 'Trạng thái mới / the new state', schema: moved } },
  handle: async (ctx, { params, body }) =>
    ok(await moveReport(ctx, { move: 'reject', code: params.code, prepare: async () => ({ set: { public: false, answer: body.reason }, data: body }) })),
});
