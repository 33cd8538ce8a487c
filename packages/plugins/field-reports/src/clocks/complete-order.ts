import { notFound, ok, Problem, textOf } from '@tinhthong/core';
import { z } from 'zod';
import { reportNotFound } from '../after-answer/follow-up.ts';
import { route } from '../module.ts';
import { code } from '../shapes.ts';
import { keepClocks } from './keep-clocks.ts';

/** The agency says what it did. Whether it was in time is seen by everybody. */
export const completeOrder = route({
  method: 'post',
  path: '/reports/{code}/orders/{id}/complete',
  access: 'report:handle',
  summary: { vi: 'Báo cáo đã thực hiện chỉ đạo', en: 'Report that an order has been carried out' },
  params: z.strictObject({ code, id: z.uuid() }),
  body: z.strictObject({ result: textOf(5, 2_000) }),
  answers: { 200: { description: 'Đúng hạn hay không / in time or not', schema: z.object({ id: z.uuid(), onTime: z.boolean() }) } },
  handle: async (ctx, { params, body }) =>
    ok(
      await ctx.change(async (trx) => {
        const report = await trx.selectFrom('reports').selectAll().where('code', '=', params.code).forUpdate().executeTakeFirst();
        if (report === undefined) throw reportNotFound();
        const order = await trx.selectFrom('orders').selectAll().where('id', '=', params.id).where('report', '=', report.id).executeTakeFirst();
        // Whoever may handle for the agency that was ordered, whether or not it owns the report.
        ctx.authorize('report:handle', { ...report, agency: order?.agency ?? report.agency });
        if (order === undefined) throw notFound({ vi: 'chỉ đạo', en: 'Order' });
        if (order.completed_at !== null) throw new Problem(409, 'already-completed', { vi: 'Chỉ đạo này đã được thực hiện.', en: 'This order has been carried out already.' });
        const at = ctx.now();
        const onTime = at <= order.due_at;
        await trx.updateTable('orders').set({ completed_at: at, result: body.result }).where('id', '=', order.id).execute();
        await keepClocks(ctx, trx, report, { type: 'order.completed', at, data: { order: order.id } });
        ctx.publish(trx, 'order.completed', { subject: report.id, agency: order.agency, at, data: { category: report.category, order: order.id, agency: order.agency, onTime } });
        await ctx.notify(trx, [
          {
            key: `order-done:${order.id}`,
            agency: ctx.settings.chairmanOffice,
            title: { vi: `Đã thực hiện chỉ đạo về phản ánh ${report.code}`, en: `Order about report ${report.code} carried out` },
            link: `/phan-anh/viec/${report.code}`,
          },
        ]);
        return { id: order.id, onTime };
      }),
    ),
});
