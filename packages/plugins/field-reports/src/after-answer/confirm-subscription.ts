import { ok } from '@tinhthong/core';
import { z } from 'zod';
import { route } from '../module.ts';
import { confirm, subscriptionOf } from './subscriptions.ts';

/** From behind the `#` of a letter's link; always in a body, never in an address. */
export const token = z.string().min(1).max(80).meta({ 'x-from-elsewhere': true });

export const confirmSubscription = route({
  method: 'post',
  path: '/subscriptions/confirm',
  access: 'public',
  perMinute: 30,
  summary: { vi: 'Xác nhận đăng ký bằng mã trong thư', en: 'Confirm a subscription with the code of its letter' },
  body: z.strictObject({ token }),
  answers: { 200: { description: 'Đã xác nhận / confirmed', schema: z.object({ status: z.literal('active') }) } },
  handle: async (ctx, { body }) =>
    ok(
      await ctx.change(async (trx) => {
        await confirm(ctx, trx, await subscriptionOf(ctx, trx, body.token));
        return { status: 'active' };
      }),
    ),
});
