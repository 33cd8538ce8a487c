import { z } from 'zod';
import { refuseUnlessMayGive } from '../../identity/handing-out.ts';
import { identityOf } from '../../identity/identity-tables.ts';
import { invite } from '../../identity/invitations.ts';
import type { InvitationData } from '../../identity/invitations.ts';
import type { MemberTerms } from '../../identity/members.ts';
import { notFound } from '../../plugin/problem.ts';
import { created, ok, type Route } from '../../plugin/route.ts';
import { textOf } from '../../plugin/schemas.ts';
import { route, time } from './core-route.ts';
import { memberTerms, refuseUnknownPlaces } from './member-routes.ts';

const invitation = z
  .object({ id: z.uuid(), email: z.string(), name: z.string(), roles: z.array(z.string()), agency: z.string().nullable(), communes: z.array(z.string()), expiresAt: time })
  .meta({ id: 'Invitation' });

export function invitationRoutes(): Route[] {
  const access = 'account:manage' as const;
  return [
    route({
      method: 'post',
      path: '/invitations',
      access,
      recent: true,
      perMinute: 30,
      body: z.strictObject({ email: z.email().max(200), name: textOf(2, 100), ...memberTerms }),
      summary: { vi: 'Mời cán bộ; liên kết đến trong thư', en: 'Invite somebody; the link comes by mail' },
      answers: { 201: { description: 'Lời mời / the invitation', schema: z.object({ id: z.uuid() }) } },
      handle: async (ctx, { body: { email, name, ...terms } }) => {
        const id = await ctx.change(async (trx) => {
          await refuseUnlessMayGive(trx, ctx.actor.id!, terms.roles);
          await refuseUnknownPlaces(trx, terms);
          const made = await invite(identityOf(trx), ctx.now(), { email, name, by: ctx.actor.id!, terms });
          ctx.publish(trx, 'account.invited', { subject: made, data: { invitation: made, roles: terms.roles, agency: terms.agency } });
          ctx.enqueue(trx, 'send-account-mail', { id: made });
          return made;
        });
        return created({ id });
      },
    }),
    route({
      method: 'get',
      path: '/invitations',
      access,
      summary: { vi: 'Lời mời chưa nhận', en: 'Open invitations' },
      answers: { 200: { description: 'Danh sách / the list', schema: z.object({ items: z.array(invitation) }) } },
      handle: async (ctx) => {
        const rows = await ctx.db
          .selectFrom('identity.one_time')
          .select(['id', 'data', 'expires_at as expiresAt'])
          .where('purpose', '=', 'invitation')
          .where('expires_at', '>', ctx.now())
          .orderBy('created_at', 'desc')
          .limit(200)
          .execute();
        return ok({
          items: rows.map(({ id, data, expiresAt }) => {
            const { email, name, terms } = data as InvitationData<MemberTerms>;
            return { id, email, name, ...terms, expiresAt };
          }),
        });
      },
    }),
    route({
      method: 'delete',
      path: '/invitations/{id}',
      access,
      params: z.strictObject({ id: z.uuid() }),
      summary: { vi: 'Thu hồi lời mời', en: 'Withdraw an invitation' },
      answers: { 204: { description: 'Đã thu hồi / withdrawn' } },
      handle: async (ctx, { params }) => {
        await ctx.change(async (trx) => {
          const { numDeletedRows } = await trx.deleteFrom('identity.one_time').where('purpose', '=', 'invitation').where('id', '=', params.id).executeTakeFirstOrThrow();
          if (numDeletedRows === 0n) throw notFound({ vi: 'lời mời', en: 'Invitation' });
          ctx.publish(trx, 'account.invitation-withdrawn', { subject: params.id, data: { invitation: params.id } });
          return null;
        });
        return { status: 204 };
      },
    }),
  ];
}
