import { invalid, ok } from '@tinhthong/core';
import { z } from 'zod';
import { type ReportContext, type ReportTrx, route } from '../module.ts';
import { code, time } from '../shapes.ts';
import { token } from './confirm-subscription.ts';
import { subscriptionOf, subscriptionsOf } from './subscriptions.ts';

export const subscription = z
  .object({
    id: z.uuid(),
    report: code.nullable(),
    category: z.string().nullable(),
    commune: z.string().nullable(),
    circle: z.object({ lat: z.number(), lon: z.number(), metres: z.int() }).nullable(),
    since: time,
  })
  .meta({ id: 'Subscription' });

export const listSubscriptions = route({
  method: 'post',
  path: '/subscriptions/mine',
  access: 'public',
  perMinute: 30,
  summary: { vi: 'Những gì tôi theo dõi: của tài khoản, hoặc của địa chỉ đã nhận thư', en: 'What I follow: by my account, or by the address that a letter went to' },
  body: z.strictObject({ token: token.optional() }),
  answers: { 200: { description: 'Mới nhất trước / newest first', schema: z.object({ items: z.array(subscription) }) } },
  async handle(ctx, { body }) {
    const rows = await subscriptionsOf(ctx.db, await personOf(ctx, ctx.db, body.token));
    return ok({ items: rows.map(({ lat, lon, metres, ...row }) => ({ ...row, circle: lat === null ? null : { lat, lon, metres } })) });
  },
});

/** Whose subscriptions are meant: those of the link's reader, or of the signed-in account. */
export async function personOf(ctx: ReportContext, db: Pick<ReportTrx, 'selectFrom'>, given: string | undefined) {
  if (given !== undefined) return subscriptionOf(ctx, db, given);
  if (ctx.actor.kind !== 'account') throw invalid('body.token', { vi: 'cần mã trong thư đã nhận, hoặc đăng nhập', en: 'the token of a letter is needed, or to be signed in' });
  return { account: ctx.actor.id, email: null, phone: null };
}
