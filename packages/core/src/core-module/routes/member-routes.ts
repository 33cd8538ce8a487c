import { type Kysely, sql } from 'kysely';
import { z } from 'zod';
import { oneAfterAnother, refuseToLoseAdministrators, refuseUnlessMayGive } from '../../identity/handing-out.ts';
import { identityOf } from '../../identity/identity-tables.ts';
import { voidInvitations } from '../../identity/invitations.ts';
import { noAddress } from '../../identity/read-session.ts';
import { removeSecondFactor } from '../../identity/second-factor.ts';
import { endSessions } from '../../identity/sessions.ts';
import type { Kernel } from '../../kernel.ts';
import type { Trx } from '../../plugin/context.ts';
import { invalid, notFound, Problem } from '../../plugin/problem.ts';
import { ok, type Route } from '../../plugin/route.ts';
import type { ProvinceTables } from '../../tenancy/province-tables.ts';
import { type CoreContext, type CoreTypes, route, time } from './core-route.ts';

/** Id of a role or an agency. */
export const slug = z.string().regex(/^[a-z][a-z0-9-]{1,40}$/);

export const memberTerms = {
  roles: z.array(slug).max(20).meta({ example: ['officer'] }),
  agency: slug.nullable().default(null).meta({ example: 'so-xay-dung' }),
  communes: z.array(z.string().regex(/^\d{5}$/)).max(200).default([]),
};
const account = z.strictObject({ account: z.string().regex(/^[\w-]{1,64}$/) });
const member = z
  .object({
    account: z.string(),
    name: z.string(),
    email: z.string().nullable(),
    roles: z.array(z.string()),
    agency: z.string().nullable(),
    communes: z.array(z.string()),
    disabled: z.boolean(),
    secondFactor: z.boolean(),
    seenAt: time.nullable(),
  })
  .meta({ id: 'Member' });
const page = z.strictObject({ limit: z.coerce.number().int().min(1).max(100).default(50), cursor: z.string().max(500).optional() });

/** People who work in the province. Citizens' accounts are not listed: an administrator has no business with them. */
export function memberRoutes(kernel: () => Kernel): Route[] {
  const access = 'account:manage' as const;
  const accessChanged = (ctx: CoreContext) => kernel().registry.bus.send({ topic: 'access', province: ctx.tenant.id });

  /** A change of somebody else: one's own account is for other administrators. */
  async function changeOther(ctx: CoreContext, id: string, work: (trx: Trx<CoreTypes>) => Promise<void>): Promise<{ status: number }> {
    if (ctx.actor.id === id) throw ownAccount();
    await ctx.change(async (trx) => {
      await oneAfterAnother(trx);
      const found = await trx.selectFrom('core.members').select('account').where('account', '=', id).executeTakeFirst();
      if (found === undefined) throw notFound({ vi: 'tài khoản', en: 'Account' });
      await work(trx);
      await refuseToLoseAdministrators(trx);
      return null;
    });
    accessChanged(ctx);
    return { status: 204 };
  }

  const acts: readonly { path: string; summary: { vi: string; en: string }; act(ctx: CoreContext, trx: Trx<CoreTypes>, id: string): Promise<void> }[] = [
    {
      path: 'disable',
      summary: { vi: 'Khóa tài khoản, kết thúc mọi phiên', en: 'Disable an account and end its sessions' },
      async act(ctx, trx, id) {
        await trx.updateTable('core.members').set({ disabled_at: ctx.now() }).where('account', '=', id).execute();
        await endSessions(identityOf(trx), id);
        await voidInvitations(identityOf(trx), id);
        ctx.publish(trx, 'account.disabled', { subject: id, data: { account: id } });
      },
    },
    {
      path: 'enable',
      summary: { vi: 'Mở lại tài khoản', en: 'Enable an account again' },
      async act(ctx, trx, id) {
        await trx.updateTable('core.members').set({ disabled_at: null }).where('account', '=', id).execute();
        ctx.publish(trx, 'account.enabled', { subject: id, data: { account: id } });
      },
    },
    {
      path: 'sign-out',
      summary: { vi: 'Kết thúc mọi phiên của tài khoản', en: 'End all sessions of an account' },
      async act(ctx, trx, id) {
        ctx.publish(trx, 'account.signed-out', { subject: id, data: { account: id, sessions: await endSessions(identityOf(trx), id) } });
      },
    },
    {
      path: 'remove-second-factor',
      summary: { vi: 'Bỏ xác thực bước hai khi người dùng mất thiết bị', en: 'Take away the second factor of somebody who lost their device' },
      async act(ctx, trx, id) {
        await removeSecondFactor(identityOf(trx), id);
        await endSessions(identityOf(trx), id);
        ctx.publish(trx, 'second-factor.disabled', { subject: id, data: { account: id } });
      },
    },
  ];

  return [
    route({
      method: 'get',
      path: '/members',
      access,
      query: page,
      summary: { vi: 'Cán bộ có tài khoản', en: 'Staff accounts' },
      answers: { 200: { description: 'Danh sách / the list', schema: z.object({ items: z.array(member), next: z.string().nullable() }) } },
      handle: async (ctx, { query: { limit, cursor } }) => {
        const [after = ''] = cursor === undefined ? [] : ctx.cursors.open('members', cursor);
        const rows = await ctx.db
          .selectFrom('core.members as member')
          .innerJoin('identity.user as person', 'person.id', 'member.account')
          .select(['member.account', 'person.name', 'person.email', 'member.roles', 'member.agency', 'member.communes', 'member.disabled_at'])
          .select([
            sql<boolean>`exists (select from identity.second_factors where account = member.account and confirmed_at is not null)`.as('secondFactor'),
            sql<Date | null>`(select max("seenAt") from identity.session where "userId" = member.account)`.as('seenAt'),
          ])
          .where('member.account', '>', String(after))
          .orderBy('member.account')
          .limit(limit + 1)
          .execute();
        const shown = rows.slice(0, limit);
        return ok({
          items: shown.map(({ disabled_at, email, ...row }) => ({ ...row, email: email.endsWith(noAddress) ? null : email, disabled: disabled_at !== null })),
          next: rows.length > limit ? ctx.cursors.seal('members', [shown.at(-1)!.account]) : null,
        });
      },
    }),
    route({
      method: 'put',
      path: '/members/{account}',
      access,
      recent: true,
      params: account,
      body: z.strictObject(memberTerms),
      summary: { vi: 'Đổi vai trò, đơn vị, địa bàn của tài khoản', en: 'Change roles, agency and communes of an account' },
      answers: { 204: { description: 'Đã đổi / changed' } },
      handle: (ctx, { params, body }) =>
        changeOther(ctx, params.account, async (trx) => {
          const held = await trx.selectFrom('core.members').select('roles').where('account', '=', params.account).executeTakeFirstOrThrow();
          await refuseUnlessMayGive(trx, ctx.actor.id!, body.roles.filter((role) => !held.roles.includes(role)));
          await refuseUnknownPlaces(trx, body);
          await trx.updateTable('core.members').set({ roles: [...new Set(body.roles)], agency: body.agency, communes: body.communes }).where('account', '=', params.account).execute();
          ctx.publish(trx, 'account.changed', { subject: params.account, data: { account: params.account, roles: body.roles, agency: body.agency, communes: body.communes } });
        }),
    }),
    ...acts.map(({ path, summary, act }) =>
      route({
        method: 'post',
        path: `/members/{account}/${path}`,
        access,
        recent: true,
        params: account,
        summary,
        answers: { 204: { description: 'Xong / done' } },
        handle: (ctx, { params }) => changeOther(ctx, params.account, (trx) => act(ctx, trx, params.account)),
      }),
    ),
  ];
}

/** @throws Problem 422 */
export async function refuseUnknownPlaces(trx: Kysely<ProvinceTables>, { agency, communes }: { agency: string | null; communes: readonly string[] }): Promise<void> {
  if (agency !== null && !(await trx.selectFrom('core.agencies').select('id').where('id', '=', agency).where('valid_to', 'is', null).executeTakeFirst())) {
    throw invalid('body.agency', { vi: `không có đơn vị "${agency}"`, en: `there is no agency "${agency}"` });
  }
  const known = communes.length === 0 ? [] : await trx.selectFrom('core.communes').select('code').where('code', 'in', communes).where('valid_to', 'is', null).execute();
  const unknown = communes.find((code) => !known.some((commune) => commune.code === code));
  if (unknown !== undefined) throw invalid('body.communes', { vi: `không có xã "${unknown}"`, en: `there is no commune "${unknown}"` });
}

function ownAccount(): Problem {
  return new Problem(403, 'own-account', {
    vi: 'Không ai tự đổi quyền của mình; hãy nhờ một quản trị viên khác.',
    en: 'Nobody changes their own rights; please ask another administrator.',
  });
}
