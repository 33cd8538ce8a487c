import { ok } from '@tinhthong/core';
import { z } from 'zod';
import { moveReport } from './move-report.ts';
import { route } from '../module.ts';
import { handOver } from '../routing/hand-over.ts';
import { byCode, moved } from '../shapes.ts';

export const assignReport = route({
  method: 'post',
  path: '/reports/{code}/assign',
  access: 'report:assign',
  summary: { vi: 'Chuyển cho đơn vị xử lý; mặc định theo bảng phân công', en: 'Assign to an agency; by default the one that routing proposed' },
  params: byCode,
  body: z.strictObject({
    agency: z.string().max(80).optional(),
    coordinating: z.array(z.string().max(80)).max(10).optional().meta({ description: 'Đơn vị phối hợp; mặc định như hiện có / coordinating agencies; by default as they are' }),
  }),
  answers: { 200: { description: 'Trạng thái mới / the new state', schema: moved } },
  handle: async (ctx, { params, body }) =>
    ok(
      await moveReport(ctx, {
        move: 'assign',
        code: params.code,
        async prepare(report, trx) {
          const agency = body.agency ?? report.agency;
          const set = await handOver(ctx, trx, report, { agency, path: 'body.agency', coordinating: body.coordinating });
          // Reassigning never resets the clock.
          return { set, data: { agency, dueAt: report.due_at.toISOString() } };
        },
      }),
    ),
});
