import { ok } from '@tinhthong/core';
import { reportNotFound } from '../after-answer/follow-up.ts';
import { route } from '../module.ts';
import { contactDetails, noContact, withPurpose } from './look-with-purpose.ts';
import { byCode } from '../shapes.ts';

export const lookUpReporter = route({
  method: 'post',
  path: '/reports/{code}/reporter',
  access: 'report:identify',
  summary: { vi: 'Xem ai đã gửi, với mục đích được ghi lại', en: 'See who reported, for a purpose that is recorded' },
  params: byCode,
  body: withPurpose,
  answers: { 200: contactDetails },
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
    return ok(contact ?? noContact);
  },
});
