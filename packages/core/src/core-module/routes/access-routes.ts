import { z } from 'zod';
import { seal } from '../../secrets/envelope.ts';
import { refuseUnlessMayGive } from '../../identity/handing-out.ts';
import { identityOf } from '../../identity/identity-tables.ts';
import { providerId } from '../../identity/providers/provider-id.ts';
import { forgetProvider } from '../../identity/providers/provider-sign-in.ts';
import type { Kernel } from '../../kernel.ts';
import { invalid, notFound } from '../../plugin/problem.ts';
import { ok, type Route } from '../../plugin/route.ts';
import { textOf } from '../../plugin/schemas.ts';
import { provinceOf } from '../../modules/province-of.ts';
import { type CoreContext, route, text, time } from './core-route.ts';
import { slug } from './member-routes.ts';

const id = z.strictObject({ id: providerId });
const claim = z.strictObject({ claim: z.string().min(1).max(100), value: z.string().min(1).max(200), roles: z.array(slug).min(1).max(10), agency: slug.exactOptional() });
const provider = z.object({ id: z.string(), title: text, issuer: z.string(), clientId: z.string(), claims: z.array(claim) }).meta({ id: 'SignInProvider' });
const policy = z.strictObject({
  operatorVisits: z.boolean().meta({ description: 'Cho đơn vị vận hành nền tảng vào khi có sự cố / lets operators of the platform in' }),
  phoneSignIn: z.boolean().meta({ description: 'Người dân đăng nhập bằng mã qua tin nhắn / citizens sign in with a code by text message' }),
});
const visit = z.object({ id: z.uuid(), operator: z.string(), role: z.string(), reason: z.string(), startedAt: time, endsAt: time }).meta({ id: 'OperatorVisit' });

/** How people sign in to the province, and whom from outside it lets in. */
export function accessRoutes(kernel: () => Kernel): Route[] {
  const accessChanged = (ctx: CoreContext) => kernel().registry.bus.send({ topic: 'access', province: ctx.tenant.id });
  return [
    route({
      method: 'get',
      path: '/access-policy',
      access: 'sign-in:manage',
      summary: { vi: 'Quy định truy cập', en: 'Access policy' },
      answers: { 200: { description: 'Quy định / the policy', schema: policy } },
      handle: async (ctx) => ok(await ctx.db.selectFrom('core.access_policy').select(['operator_visits as operatorVisits', 'phone_sign_in as phoneSignIn']).executeTakeFirstOrThrow()),
    }),
    route({
      method: 'put',
      path: '/access-policy',
      access: 'sign-in:manage',
      recent: true,
      body: policy,
      summary: { vi: 'Đổi quy định truy cập', en: 'Change the access policy' },
      answers: { 204: { description: 'Đã đổi / changed' } },
      handle: async (ctx, { body }) => {
        await ctx.change(async (trx) => {
          await trx.updateTable('core.access_policy').set({ operator_visits: body.operatorVisits, phone_sign_in: body.phoneSignIn }).execute();
          ctx.publish(trx, 'access-policy.changed', { subject: 'access-policy', data: body });
          return null;
        });
        accessChanged(ctx);
        return { status: 204 };
      },
    }),
    route({
      method: 'get',
      path: '/sign-in-providers',
      access: 'sign-in:manage',
      summary: { vi: 'Nơi xác thực đã cài đặt', en: 'Sign-in providers as they are set up' },
      answers: { 200: { description: 'Danh sách / the list', schema: z.object({ items: z.array(provider) }) } },
      handle: async (ctx) => ok({ items: await ctx.db.selectFrom('core.sign_in_providers').select(['id', 'title', 'issuer', 'client_id as clientId', 'claims']).orderBy('id').execute() }),
    }),
    route({
      method: 'put',
      path: '/sign-in-providers/{id}',
      access: 'sign-in:manage',
      recent: true,
      params: id,
      body: z.strictObject({
        title: z.strictObject({ vi: textOf(1, 100), en: textOf(1, 100).exactOptional() }),
        issuer: z.url({ protocol: /^https?$/ }).max(300),
        clientId: z.string().min(1).max(200),
        clientSecret: z.string().min(1).max(500),
        claims: z.array(claim).max(50).default([]).meta({ description: 'Ai có giá trị này trong claim thì nhận vai trò khi mới vào, nếu người cài đặt vẫn trao được / whoever has this value gets these roles on first coming, while whoever set it up may give them' }),
      }),
      summary: { vi: 'Cài đặt nơi xác thực (OpenID Connect)', en: 'Set up a sign-in provider (OpenID Connect)' },
      answers: { 204: { description: 'Đã cài đặt / set up' } },
      handle: async (ctx, { params, body }) => {
        const refused = kernel().outbound.refusal(new URL(body.issuer), { https: true });
        if (refused !== undefined) throw invalid('body.issuer', { vi: `địa chỉ không được phép (${refused})`, en: `this address is refused (${refused})` });
        const secret = seal(provinceOf(kernel(), ctx).dataKeys, `${ctx.tenant.id}|sign_in_providers|client_secret|${params.id}`, Buffer.from(body.clientSecret));
        await ctx.change(async (trx) => {
          await refuseUnlessMayGive(trx, ctx.actor.id!, [...new Set(body.claims.flatMap(({ roles }) => roles))]);
          const values = { title: JSON.stringify(body.title), issuer: body.issuer, client_id: body.clientId, client_secret: secret, claims: JSON.stringify(body.claims), set_by: ctx.actor.id! };
          const before = await trx.selectFrom('core.sign_in_providers').select('issuer').where('id', '=', params.id).forUpdate().executeTakeFirst();
          if (before !== undefined && before.issuer !== body.issuer) await forgetProvider(identityOf(trx), params.id);
          await trx.insertInto('core.sign_in_providers').values({ id: params.id, ...values }).onConflict((oc) => oc.column('id').doUpdateSet(values)).execute();
          ctx.publish(trx, 'sign-in-provider.changed', { subject: params.id, data: { provider: params.id, host: new URL(body.issuer).host } });
          return null;
        });
        return { status: 204 };
      },
    }),
    route({
      method: 'delete',
      path: '/sign-in-providers/{id}',
      access: 'sign-in:manage',
      recent: true,
      params: id,
      summary: { vi: 'Bỏ nơi xác thực; tài khoản được giữ', en: 'Remove a sign-in provider; accounts stay' },
      answers: { 204: { description: 'Đã bỏ / removed' } },
      handle: async (ctx, { params }) => {
        await ctx.change(async (trx) => {
          const { numDeletedRows } = await trx.deleteFrom('core.sign_in_providers').where('id', '=', params.id).executeTakeFirstOrThrow();
          if (numDeletedRows === 0n) throw notFound({ vi: 'nơi xác thực', en: 'Sign-in provider' });
          await forgetProvider(identityOf(trx), params.id);
          ctx.publish(trx, 'sign-in-provider.deleted', { subject: params.id, data: { provider: params.id } });
          return null;
        });
        return { status: 204 };
      },
    }),
    route({
      method: 'get',
      path: '/operator-visits',
      access: 'audit:read',
      summary: { vi: 'Các lượt vào của đơn vị vận hành nền tảng', en: 'Visits of operators of the platform' },
      answers: { 200: { description: 'Mới nhất trước / newest first', schema: z.object({ items: z.array(visit) }) } },
      handle: async (ctx) =>
        ok({
          items: await ctx.db
            .selectFrom('core.operator_visits')
            .select(['id', 'operator', 'role', 'reason', 'started_at as startedAt', 'ends_at as endsAt'])
            .orderBy('started_at', 'desc')
            .limit(100)
            .execute(),
        }),
    }),
    route({
      method: 'post',
      path: '/operator-visits/{id}/end',
      access: 'account:manage',
      params: z.strictObject({ id: z.uuid() }),
      summary: { vi: 'Kết thúc ngay lượt vào của đơn vị vận hành', en: 'Send an operator of the platform away' },
      answers: { 204: { description: 'Đã kết thúc / ended' } },
      handle: async (ctx, { params }) => {
        await ctx.change(async (trx) => {
          const { numUpdatedRows } = await trx
            .updateTable('core.operator_visits')
            .set({ ends_at: ctx.now() })
            .where('id', '=', params.id)
            .where('ends_at', '>', ctx.now())
            .executeTakeFirstOrThrow();
          if (numUpdatedRows === 0n) throw notFound({ vi: 'lượt vào đang diễn ra', en: 'Visit under way' });
          ctx.publish(trx, 'operator.sent-away', { subject: params.id, data: { visit: params.id } });
          return null;
        });
        accessChanged(ctx);
        return { status: 204 };
      },
    }),
  ];
}
