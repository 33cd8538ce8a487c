import { z } from 'zod';
import type { Kernel } from '../../kernel.ts';
import { mostSubscriptions, pushKeys, pushSubscription, subscribe, subscriptionsOf } from '../../notify/push-subscriptions.ts';
import { invalid, notFound } from '../../plugin/problem.ts';
import { created, ok, type Route } from '../../plugin/route.ts';
import { provinceOf } from '../../modules/province-of.ts';
import { route } from './core-route.ts';
import { ownAccount } from './own-account.ts';

/** The browsers in which somebody is told by web push. */
export function pushRoutes(kernel: () => Kernel): Route[] {
  return [
    route({
      method: 'get',
      path: '/me/push-subscriptions',
      access: 'signed-in',
      summary: { vi: 'Trình duyệt của tôi nhận tin đẩy, và khóa để đăng ký thêm', en: 'My browsers that take push messages, and the key to add one' },
      answers: {
        200: {
          description: 'Danh sách / the list',
          schema: z.object({
            publicKey: z.string().meta({ description: '`applicationServerKey`' }),
            items: z.array(z.object({ id: z.uuid(), service: z.string().meta({ description: 'Máy chủ đẩy / host of the push service' }) })),
          }),
        },
      },
      handle: async (ctx) => {
        const own = await subscriptionsOf(ctx.db, provinceOf(kernel(), ctx), ownAccount(ctx));
        const { publicKey } = await pushKeys(ctx.db, provinceOf(kernel(), ctx));
        return ok({ publicKey, items: own.map(({ id, endpoint }) => ({ id, service: new URL(endpoint).host })) });
      },
    }),
    route({
      method: 'post',
      path: '/me/push-subscriptions',
      access: 'signed-in',
      perMinute: 20,
      summary: { vi: `Nhận tin đẩy ở trình duyệt này; giữ ${mostSubscriptions} trình duyệt mới nhất`, en: `Take push messages in this browser; the newest ${mostSubscriptions} stay` },
      body: z.object({ ...pushSubscription.shape, expirationTime: z.number().nullable().optional() }),
      answers: { 201: { description: 'Đã đăng ký / subscribed', schema: z.object({ id: z.uuid() }) } },
      handle: async (ctx, { body: { endpoint, keys } }) => {
        const account = ownAccount(ctx);
        if ((await kernel().outbound.refusalNow(new URL(endpoint), { https: true })) !== undefined) {
          throw invalid('body.endpoint', { vi: 'Không phải địa chỉ https:// công cộng.', en: 'Not a public https:// address.' });
        }
        return created(await ctx.change(async (trx) => ({ id: await subscribe(trx, provinceOf(kernel(), ctx), account, { endpoint, keys }, ctx.now()) })));
      },
    }),
    route({
      method: 'delete',
      path: '/me/push-subscriptions/{id}',
      access: 'signed-in',
      params: z.strictObject({ id: z.uuid() }),
      summary: { vi: 'Ngừng nhận tin đẩy ở một trình duyệt', en: 'No more push messages in a browser' },
      answers: { 204: { description: 'Đã bỏ / removed' } },
      handle: async (ctx, { params: { id } }) => {
        const account = ownAccount(ctx);
        await ctx.change(async (trx) => {
          const { numDeletedRows } = await trx.deleteFrom('core.push_subscriptions').where('id', '=', id).where('account', '=', account).executeTakeFirstOrThrow();
          if (numDeletedRows === 0n) throw notFound({ vi: 'đăng ký', en: 'Subscription' });
          return null;
        });
        return { status: 204 };
      },
    }),
  ];
}
