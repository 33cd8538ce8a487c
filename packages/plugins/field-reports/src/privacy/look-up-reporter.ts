import { ok, textOf } from '@tinhthong/core';
import { z } from 'zod';
import { reportNotFound } from '../after-answer/follow-up.ts';
import { route } from '../module.ts';
import { byCode } from '../shapes.ts';

export const lookUpReporter = route({
  method: 'post',
  path: '/reports/{code}/reporter',
  access: 'report:identify',
  summary: { vi: 'Xem ai đã gửi, với mục đích được ghi lại', en: 'See who reported, for a purpose that is recorded' },
  params: byCode,
  body: z.strictObject({ purpose: textOf(10, 500) }),
  answers: {
    200: {
      description: 'Thông tin liên hệ, nếu có / contact details, if any',
      schema: z.object({ name: z.string().nullable(), phone: z.string().nullable(), email: z.string().nullable() }),
    },
  },
  async handle(ctx, { params, body }) {
    const id = await ctx.change(async (trx) => {
      const report = await trx.selectFrom('reports').select(['id', 'agency', 'commune', 'category']).where('code', '=', params.code).executeTakeFirst();
      if (report === undefined) throw reportNotFound();
      ctx.authorize('report:identify', report);
      ctx.publish(trx, 'reporter.viewed', { subject: report.id, agency: report.agency, data: { purpose: body.purpose } });
      return report.id;
    });
    // After its record, so that there is no look without one; and outside the change, whose result is kept for repeats.
    const contact = await ctx.db.selectFrom('contacts').select(['name', 'phone', 'email']).where('report', '=', id).executeTakeFirst();
    return ok(contact ?? { name: null, phone: null, email: null });
  },
});
