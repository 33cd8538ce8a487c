import { invalid, ok, Problem, timeOrderedId } from '@tinhthong/core';
import { z } from 'zod';
import { route } from '../module.ts';
import { byCode, code, reason, time } from '../shapes.ts';
import { clockOf } from './clock-rows.ts';
import { keepClocks } from './keep-clocks.ts';
import { handledStates, lockReport, mustBe, tooEarly } from './lock-report.ts';
import { canPause } from './plan-clocks.ts';
import { maskFor } from '../privacy/mask-for.ts';

/** Stops what the agency owes, for a reason that the citizen reads, until the ceiling of the settings at the latest. */
export const pauseReport = route({
  method: 'post',
  path: '/reports/{code}/pause',
  access: 'report:handle',
  summary: { vi: 'Tạm dừng tính thời hạn, có lý do và có trần', en: 'Pause the clocks, with a reason and a ceiling' },
  params: byCode,
  body: z.strictObject({ reason, until: time.optional() }),
  answers: { 200: { description: 'Tạm dừng đến lúc nào / until when', schema: z.object({ code, until: time }) } },
  handle: async (ctx, { params, body }) =>
    ok(
      await ctx.change(async (trx) => {
        const report = await lockReport(ctx, trx, params.code, 'report:handle');
        mustBe(report, handledStates, { vi: 'tạm dừng', en: 'pause' });
        const at = ctx.now();
        const clocks = (await trx.selectFrom('clocks').selectAll().where('report', '=', report.id).execute()).map(clockOf);
        if (clocks.some(({ kind, flow }) => kind === 'whole' && flow === 'immediate')) {
          throw new Problem(409, 'immediate-flow', { vi: 'Phản ánh tức thời không được tạm dừng.', en: 'An immediate report cannot be paused.' });
        }
        if (!canPause(clocks, at)) {
          throw new Problem(409, 'not-pausable', { vi: 'Phản ánh đã quá hạn hoặc đang tạm dừng.', en: 'The report is late, or is paused already.' });
        }
        const { count } = await trx.selectFrom('pauses').select((eb) => eb.fn.countAll<number>().as('count')).where('report', '=', report.id).executeTakeFirstOrThrow();
        const { mostPauses, pauseDays } = ctx.settings;
        if (Number(count) >= mostPauses) {
          throw new Problem(409, 'too-many-pauses', { vi: `Mỗi phản ánh được tạm dừng nhiều nhất ${mostPauses} lần.`, en: `A report can be paused ${mostPauses} times at most.` });
        }
        const ceiling = ctx.calendar.addWorkingDays(at, pauseDays);
        const until = body.until === undefined ? ceiling : new Date(body.until);
        if (until <= at) throw invalid('body.until', tooEarly());
        if (until > ceiling) throw invalid('body.until', { vi: `không quá ${pauseDays} ngày làm việc`, en: `at most ${pauseDays} working days` });

        const why = await maskFor(ctx, report.category, body.reason);
        await trx.insertInto('pauses').values({ id: timeOrderedId(), report: report.id, reason: why, began_at: at, ceiling_at: until, ended_at: null, ended_by: null }).execute();
        await keepClocks(ctx, trx, report, { type: 'report.paused', at });
        ctx.publish(trx, 'report.paused', { subject: report.id, agency: report.agency, at, data: { category: report.category, reason: why, until: until.toISOString() } });
        return { code: report.code, until: until.toISOString() };
      }),
    ),
});
