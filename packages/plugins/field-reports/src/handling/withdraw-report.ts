import { ok } from '@tinhthong/core';
import { z } from 'zod';
import { mustStandAlone } from '../duplicates/merge-chain.ts';
import { moveReport } from './move-report.ts';
import { route } from '../module.ts';
import { byCode, followUp, moved } from '../shapes.ts';

const instead = {
  vi: 'Họ đang chờ trả lời ở đây, nên phản ánh này không rút được nữa. Danh tính của bạn vẫn được giữ kín.',
  en: 'They wait for their answer here, so it cannot be withdrawn any more. Who you are stays secret.',
};

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
    ok(
      await moveReport(ctx, {
        move: 'withdraw',
        code: params.code,
        followUp: body.followUp,
        async prepare(report, trx) {
          await mustStandAlone(trx, report, instead);
          return { set: { public: false } };
        },
      }),
    ),
});
