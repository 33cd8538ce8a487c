import { invalid, notFound, ok } from '@tinhthong/core';
import { z } from 'zod';
import { route } from '../module.ts';
import { token } from './confirm-subscription.ts';
import { personOf } from './list-subscriptions.ts';
import { subscriptionOf, subscriptionsOf } from './subscriptions.ts';

export const endSubscription = route({
  method: 'post',
  path: '/subscriptions/end',
  access: 'public',
  perMinute: 30,
  summary: { vi: 'Ngừng một đăng ký; không nêu mã thì là đăng ký của chính thư đó', en: 'End a subscription; without an id the one that the letter was about' },
  body: z.strictObject({ token: token.optional(), id: z.uuid().optional() }),
  answers: { 200: { description: 'Đã ngừng / ended', schema: z.object({ ended: z.literal(true) }) } },
  handle: async (ctx, { body }) =>
    ok(
      await ctx.change(async (trx) => {
        if (body.id === undefined && body.token === undefined) throw invalid('body.token', { vi: 'cần mã trong thư, hoặc số của đăng ký', en: 'the token of a letter is needed, or the id of a subscription' });
        const own = body.id === undefined ? [await subscriptionOf(ctx, trx, body.token!)] : await subscriptionsOf(trx, await personOf(ctx, trx, body.token));
        const found = own.find(({ id }) => body.id === undefined || id === body.id);
        if (found === undefined) throw notFound({ vi: 'đăng ký này', en: 'This subscription' });
        await trx.deleteFrom('subscriptions').where('id', '=', found.id).execute();
        return { ended: true };
      }),
    ),
});
