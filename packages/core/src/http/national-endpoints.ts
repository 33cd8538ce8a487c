import { z } from 'zod';
import { startVisit } from '../identity/operator-visits.ts';
import { nationalTitles, type NationalAccounts, type NationalSiteName } from '../identity/national-accounts.ts';
import { acceptNational, disableNational, inviteNational, listMinistryKeys, listNational, makeMinistryKey, revokeMinistryKey } from '../identity/national-members.ts';
import type { Kernel } from '../kernel.ts';
import { time } from '../core-module/routes/core-route.ts';
import { notFound } from '../plugin/problem.ts';
import { created, ok } from '../plugin/route.ts';
import { textOf } from '../plugin/schemas.ts';
import { actEndpoint } from './act-endpoints.ts';
import { accountEndpoints } from './auth/account-endpoints.ts';
import { type Endpoint, endpointOf } from './auth/endpoint.ts';
import { email } from './auth/inputs.ts';
import { invitationEndpoints, personName } from './auth/invitation-endpoints.ts';
import { enrolmentRequired } from './guard.ts';
import { removalEndpoints } from './removal-endpoints.ts';
import { usageEndpoint } from './usage-endpoint.ts';

const endpoint = endpointOf<NationalAccounts>();
const siteName = z.enum(['ministry', 'platform']);
const anything = z.looseObject({});
const id = z.strictObject({ id: z.uuid() });
const key = z.object({ id: z.uuid(), name: z.string(), account: z.string(), createdAt: time, expiresAt: time }).meta({ id: 'MinistryKey' });

/** `/api/auth` of a national site. Letters are not sent from here: whoever invites hands the link over. */
export const nationalAuthEndpoints: readonly Endpoint<NationalAccounts>[] = [
  ...(accountEndpoints as readonly Endpoint<NationalAccounts>[]),
  ...invitationEndpoints(acceptNational),
];

/** What members of the ministry do: so far, keys for the programs that read published figures. */
export const ministryEndpoints: readonly Endpoint<NationalAccounts>[] = [
  whoAmI(),
  endpoint({
    method: 'get',
    path: '/keys',
    come: 'member',
    summary: { vi: 'Các khóa API của bộ', en: 'API keys of the ministry' },
    answers: { 200: { description: 'Danh sách / the list', schema: z.object({ items: z.array(key) }) } },
    handle: async ({ site }) => ok({ items: await listMinistryKeys(site) }),
  }),
  endpoint({
    method: 'post',
    path: '/keys',
    come: 'recent-member',
    body: z.strictObject({ name: textOf(1, 100) }),
    summary: { vi: 'Tạo khóa API chỉ đọc số liệu đã công bố; hiện một lần', en: 'Make a key that reads published figures only; shown once' },
    answers: { 201: { description: 'Khóa mới / the new key', schema: z.object({ id: z.uuid(), key: z.string(), expiresAt: time }) } },
    handle: async ({ site, session }, { body }) => created(await makeMinistryKey(site, session.account, body.name)),
  }),
  endpoint({
    method: 'delete',
    path: '/keys/{id}',
    come: 'recent-member',
    params: id,
    summary: { vi: 'Thu hồi khóa API', en: 'Revoke an API key' },
    answers: { 204: { description: 'Đã thu hồi / revoked' } },
    handle: async ({ site, session }, { params }) => {
      await revokeMinistryKey(site, session.account, params.id);
      return { status: 204 };
    },
  }),
];

/** What operators of the platform do: see the provinces, let people in at the national sites, and come to a province's help. */
export function platformEndpoints(kernel: Kernel, sites: Readonly<Record<NationalSiteName, NationalAccounts>>): readonly Endpoint<NationalAccounts>[] {
  return [
    whoAmI(),
    actEndpoint,
    endpoint({
      method: 'get',
      path: '/provinces',
      come: 'member',
      summary: { vi: 'Các tỉnh trên hệ thống', en: 'The provinces of this deployment' },
      answers: { 200: { description: 'Danh sách / the list', schema: z.object({ items: z.array(anything) }) } },
      handle: async () =>
        ok({
          items: kernel.registry.provinces().map(({ id, state, tenant, server, modules }) => ({
            id,
            code: tenant.code,
            name: tenant.name,
            hosts: tenant.hosts,
            state,
            server,
            modules: [...modules.values()].map(({ plugin, version, state, reason }) => ({ plugin, version, state, reason })),
          })),
        }),
    }),
    endpoint({
      method: 'post',
      path: '/provinces/{id}/visits',
      come: 'recent-member',
      params: z.strictObject({ id: z.string().regex(/^[a-z][a-z0-9-]{1,30}$/) }),
      body: z.strictObject({ role: z.string().max(50).default('admin'), reason: textOf(10, 500) }),
      summary: { vi: 'Vào một tỉnh để xử lý sự cố: một giờ, tỉnh thấy ngay', en: 'Come into a province to mend something: for an hour, and the province sees it at once' },
      answers: { 201: { description: 'Gửi kèm Authorization: Bearer ở tên miền của tỉnh / for the Authorization header at the host of the province', schema: z.object({ id: z.uuid(), pass: z.string(), endsAt: time }) } },
      handle: async ({ session }, { params, body }) => {
        // Also where the account need not have one otherwise.
        if (!session.enrolled) throw enrolmentRequired();
        const province = kernel.registry.byId(params.id);
        if (province === undefined) throw notFound({ vi: 'tỉnh', en: 'Province' });
        return created(await startVisit(kernel, province, { operator: session.account, ...body }));
      },
    }),
    endpoint({
      method: 'get',
      path: '/members/{site}',
      come: 'member',
      params: z.strictObject({ site: siteName }),
      summary: { vi: 'Người dùng của trang cấp quốc gia', en: 'Members of a national site' },
      answers: { 200: { description: 'Danh sách / the list', schema: z.object({ items: z.array(anything) }) } },
      handle: async (_call, { params }) => ok({ items: await listNational(sites[params.site]) }),
    }),
    endpoint({
      method: 'post',
      path: '/members/{site}/{account}/disable',
      come: 'recent-member',
      params: z.strictObject({ site: siteName, account: z.string().regex(/^[\w-]{1,64}$/) }),
      summary: { vi: 'Khóa một người dùng cấp quốc gia', en: 'Disable a member of a national site' },
      answers: { 204: { description: 'Đã khóa / disabled' } },
      handle: async ({ session }, { params }) => {
        await disableNational(sites[params.site], session.account, params.account);
        return { status: 204 };
      },
    }),
    endpoint({
      method: 'post',
      path: '/invitations',
      come: 'recent-member',
      body: z.strictObject({ site: siteName, email, name: personName }),
      summary: { vi: 'Mời người của bộ hoặc người vận hành; liên kết hiện một lần', en: 'Invite somebody of the ministry, or an operator; the link is shown once' },
      answers: { 201: { description: 'Lời mời / the invitation', schema: z.object({ id: z.uuid(), link: z.url() }) } },
      handle: async ({ session }, { body: { site, ...person } }) => {
        const { id, token } = await inviteNational(sites[site], session.account, person);
        return created({ id, link: invitationLink(kernel, site, token) });
      },
    }),
    usageEndpoint(kernel),
    ...removalEndpoints(kernel),
  ];
}

/** The token stands behind the `#`, where no server, proxy or referrer sees it. */
export function invitationLink(kernel: Kernel, site: NationalSiteName, token: string): string {
  return `${kernel.urlOf(kernel.siteHosts[site])}/loi-moi#${token}`;
}

function whoAmI(): Endpoint<NationalAccounts> {
  return endpoint({
    method: 'get',
    path: '/core/me',
    come: 'caller',
    summary: { vi: 'Tôi là ai', en: 'Who I am' },
    answers: { 200: { description: 'Người gọi / the caller', schema: z.object({ kind: z.enum(['account', 'key']), site: siteName, title: anything }) } },
    handle: async ({ site, principal }) => ok({ kind: principal.actor.kind, site: site.name, title: nationalTitles[site.name] }),
  });
}
