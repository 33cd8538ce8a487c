import { invalid, ok } from '@tinhthong/core';
import { z } from 'zod';
import { moveReport } from '../move-report.ts';
import { route } from '../module.ts';
import { byCode, moved } from './shapes.ts';

export const assignReport = route({
  method: 'post',
  path: '/reports/{code}/assign',
  access: 'report:assign',
  summary: { vi: 'Chuyển cho đơn vị xử lý; mặc định theo bảng phân công', en: 'Assign to an agency; by default the one that routing proposed' },
  params: byCode,
  body: z.strictObject({ agency: z.string().max(80).optional() }),
  answers: { 200: { description: 'Trạng thái mới / the new state', schema: moved } },
  handle: async (ctx, { params, body }) =>
    ok(
      await moveReport(ctx, {
        move: 'assign',
        code: params.code,
        async prepare(report, trx) {
          const agency = body.agency ?? report.agency;
          const known = await trx.selectFrom('core.agencies').select('id').where('id', '=', agency).executeTakeFirst();
          if (known === undefined) throw invalid('body.agency', { vi: 'đơn vị không có ở tỉnh này', en: 'no such agency in this province' });
          // Reassigning never resets the clock.
          return { set: { agency }, data: { agency, dueAt: report.due_at.toISOString() } };
        },
      }),
    ),
});
