import { ok, textOf } from '@tinhthong/core';
import { z } from 'zod';
import { route } from '../module.ts';
import { byId } from './read-waiting.ts';
import { itemNotFound } from './waiting-item.ts';

/** To ask back where something is missing; as with a reporter, each look is recorded with its purpose. */
export const lookUpSender = route({
  method: 'post',
  path: '/intake/waiting/{id}/sender',
  access: 'report:identify',
  summary: { vi: 'Xem ai đã gửi tin hoặc thư đang chờ, với mục đích được ghi lại', en: 'See who sent a waiting message or letter, for a purpose that is recorded' },
  params: byId,
  body: z.strictObject({ purpose: textOf(10, 500) }),
  answers: {
    200: {
      description: 'Thông tin liên hệ, nếu có / contact details, if any',
      schema: z.object({ name: z.string().nullable(), phone: z.string().nullable(), email: z.string().nullable() }),
    },
  },
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
    return ok(sender ?? { name: null, phone: null, email: null });
  },
});
