import { ok } from '@tinhthong/core';
import { z } from 'zod';
import { mustStandAlone } from '../duplicates/merge-chain.ts';
import { moveReport } from './move-report.ts';
import { route } from '../module.ts';
import { maskFor } from '../privacy/mask-for.ts';
import { byCode, moved, reason } from '../shapes.ts';

const instead = {
  vi: 'Hãy tách chúng ra (trong vòng một ngày sau khi gộp), gộp tiếp phản ánh này, hoặc tiếp nhận và trả lời chung cho mọi người.',
  en: 'Please separate them (within a day of the merge), merge this one into another, or accept it and give one answer to all.',
};

export const rejectReport = route({
  method: 'post',
  path: '/reports/{code}/reject',
  access: 'report:reject',
  summary: { vi: 'Không tiếp nhận, với lý do mà người gửi đọc được', en: 'Reject, with a reason that the reporter reads' },
  params: byCode,
  body: z.strictObject({ reason }),
  answers: { 200: { description: 'Trạng thái mới / the new state', schema: moved } },
  handle: async (ctx, { params, body }) =>
    ok(
      await moveReport(ctx, {
        move: 'reject',
        code: params.code,
        async prepare(report, trx) {
          await mustStandAlone(trx, report, instead);
          const reason = await maskFor(ctx, report.category, body.reason);
          return { set: { public: false, answer: reason }, data: { reason } };
        },
      }),
    ),
});
