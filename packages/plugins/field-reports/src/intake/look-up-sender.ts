import { ok } from '@tinhthong/core';
import { route } from '../module.ts';
import { contactDetails, noContact, withPurpose } from '../privacy/look-with-purpose.ts';
import { byId } from './read-waiting.ts';
import { itemNotFound } from './waiting-item.ts';

/** To ask back where something is missing; as with a reporter, each look is recorded with its purpose. */
export const lookUpSender = route({
  method: 'post',
  path: '/intake/waiting/{id}/sender',
  access: 'report:identify',
  summary: { vi: 'Xem ai đã gửi tin hoặc thư đang chờ, với mục đích được ghi lại', en: 'See who sent a waiting message or letter, for a purpose that is recorded' },
  params: byId,
  body: withPurpose,
  answers: { 200: contactDetails },
  async handle(ctx, { params, body }) {
    const id = await ctx.change(async (trx) => {
      const item = await trx.selectFrom('intake_items').select(['id', 'agency', 'commune', 'category']).where('id', '=', params.id).where('state', '=', 'waiting').executeTakeFirst();
      if (item === undefined) throw itemNotFound();
      ctx.authorize('report:identify', item);
      ctx.publish(trx, 'reporter.viewed', { subject: item.id, agency: item.agency, data: { purpose: body.purpose } });
      return item.id;
    });
    // After its record, so that there is no look without one; and outside the change, whose result is kept for repeats.
    const sender = await ctx.db.selectFrom('intake_items').select(['sender_name as name', 'sender_phone as phone', 'sender_email as email']).where('id', '=', id).executeTakeFirst();
    return ok(sender ?? noContact);
  },
});
