import { ok, Problem } from '@tinhthong/core';
import { z } from 'zod';
import { route } from '../module.ts';
import { byCode, code, time } from '../shapes.ts';
import { keepClocks } from './keep-clocks.ts';
import { lockReport } from './lock-report.ts';

export const resumeReport = route({
  method: 'post',
  path: '/reports/{code}/resume',
  access: 'report:handle',
  summary: { vi: 'Tiếp tục tính thời hạn', en: 'Let the clocks run again' },
  params: byCode,
  answers: { 200: { description: 'Hạn mới / the new due time', schema: z.object({ code, dueAt: time }) } },
  handle: async (ctx, { params }) =>
    ok(
      await ctx.change(async (trx) => {
        const report = await lockReport(ctx, trx, params.code, 'report:handle');
        const pause = await trx.selectFrom('pauses').select(['id', 'ceiling_at']).where('report', '=', report.id).where('ended_at', 'is', null).executeTakeFirst();
        if (pause === undefined) throw new Problem(409, 'not-paused', { vi: 'Phản ánh không đang tạm dừng.', en: 'The report is not paused.' });
        const now = ctx.now();
        // Whoever is late to press the button does not lengthen the pause.
        const [at, endedBy] = pause.ceiling_at <= now ? ([pause.ceiling_at, 'ceiling'] as const) : ([now, 'resumed'] as const);
        await trx.updateTable('pauses').set({ ended_at: at, ended_by: endedBy }).where('id', '=', pause.id).execute();
        const kept = await keepClocks(ctx, trx, report, { type: 'report.resumed', at });
        await trx.updateTable('reports').set({ ...kept.set, updated_at: now }).where('id', '=', report.id).execute();
        ctx.publish(trx, 'report.resumed', { subject: report.id, agency: report.agency, at, data: { category: report.category, ...kept.data } });
        return { code: report.code, dueAt: kept.data.dueAt ?? report.due_at.toISOString() };
      }),
    ),
});
