import { created, invalid, timeOrderedId, textOf } from '@tinhthong/core';
import { z } from 'zod';
import { route } from '../module.ts';
import { byCode, time } from '../shapes.ts';
import { keepClocks } from './keep-clocks.ts';
import { lockReport, mustBe, tooEarly } from './lock-report.ts';
import { onOrdered } from './plan-clocks.ts';
import { openStates } from '../handling/report-states.ts';

const farthestDays = 365;
const dayMs = 86_400_000;

/** An order (chỉ đạo) of the chairman's office: to an agency, about one report, with a due time of its own. */
export const giveOrder = route({
  method: 'post',
  path: '/reports/{code}/orders',
  access: 'report:order',
  summary: { vi: 'Chỉ đạo một đơn vị xử lý, có thời hạn riêng', en: 'Order an agency to act, with a due time of its own' },
  params: byCode,
  body: z.strictObject({ instruction: textOf(5, 2_000), dueAt: time, agency: z.string().max(80).optional() }),
  answers: { 201: { description: 'Chỉ đạo / the order', schema: z.object({ id: z.uuid(), agency: z.string(), dueAt: time }) } },
  handle: async (ctx, { params, body }) =>
    created(
      await ctx.change(async (trx) => {
        const report = await lockReport(ctx, trx, params.code, 'report:order');
        mustBe(report, [...openStates, 'answered', 'closed'], { vi: 'chỉ đạo', en: 'give an order' });
        const at = ctx.now();
        const dueAt = new Date(body.dueAt);
        if (dueAt <= at) throw invalid('body.dueAt', tooEarly());
        if (dueAt.getTime() - at.getTime() > farthestDays * dayMs) throw invalid('body.dueAt', { vi: 'không quá một năm', en: 'at most a year ahead' });
        const agency = body.agency ?? report.agency;
        const known = await trx.selectFrom('core.agencies').select('id').where('id', '=', agency).executeTakeFirst();
        if (known === undefined) throw invalid('body.agency', { vi: 'đơn vị không có ở tỉnh này', en: 'no such agency in this province' });

        const id = timeOrderedId();
        await trx
          .insertInto('orders')
          .values({ id, report: report.id, agency, instruction: body.instruction, given_at: at, due_at: dueAt, completed_at: null, result: null })
          .execute();
        const kept = await keepClocks(ctx, trx, report, { type: 'report.ordered', at, times: (plan) => onOrdered(plan, { id, agency, dueAt }) });
        const data = { category: report.category, order: id, agency, until: dueAt.toISOString(), ...(kept.data.clocks && { clocks: kept.data.clocks }) };
        ctx.publish(trx, 'report.ordered', { subject: report.id, agency, at, data });
        const link = `/phan-anh/viec/${report.code}` as const;
        await ctx.notify(trx, [{ key: `order:${id}`, agency, title: { vi: `Chỉ đạo về phản ánh ${report.code}`, en: `An order about report ${report.code}` }, link }]);
        ctx.tell(trx, 'order-given', { to: { agency }, data: { code: report.code }, link });
        return { id, agency, dueAt: dueAt.toISOString() };
      }),
    ),
});
