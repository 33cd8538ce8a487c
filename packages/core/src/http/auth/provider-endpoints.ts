import { z } from 'zod';
import { providerId } from '../../identity/providers/provider-id.ts';
import { comeBackFrom, leaveFor, leaveProvider } from '../../identity/providers/provider-sign-in.ts';
import { unlinkProvider } from '../../identity/providers/unlink-provider.ts';
import type { ProvinceAccounts } from '../../identity/province-accounts.ts';
import { cookieValue } from '../../identity/principals.ts';
import { openSession } from '../../identity/sign-in.ts';
import { ok } from '../../plugin/route.ts';
import { ownPath } from '../own-path.ts';
import { admit, type AuthCall, type Endpoint, endpointOf } from './endpoint.ts';
import { done, token } from './inputs.ts';

const endpoint = endpointOf<ProvinceAccounts>();
const provider = z.strictObject({ provider: providerId });
const browserCookie = 'tt-provider';
const cookieSeconds = 600;

export const providerEndpoints: readonly Endpoint<ProvinceAccounts>[] = [
  endpoint({
    method: 'get',
    path: '/providers',
    come: 'nobody',
    summary: { vi: 'Nơi xác thực mà tỉnh này nhận', en: 'The sign-in providers of this province' },
    answers: { 200: { description: 'Danh sách / the list', schema: z.object({ items: z.array(z.object({ id: z.string(), title: z.object({ vi: z.string(), en: z.string().optional() }) })) }) } },
    handle: async ({ site, principal }) => ok({ items: await site.context(principal.actor).db.selectFrom('core.sign_in_providers').select(['id', 'title']).orderBy('id').execute() }),
  }),
  endpoint({
    method: 'post',
    path: '/providers/{provider}/leave',
    come: 'nobody',
    guessable: true,
    params: provider,
    body: z.strictObject({ next: z.string().max(500).regex(/^\/[^\s\\]*$/).default('/'), link: z.boolean().default(false) }),
    summary: { vi: 'Sang nơi xác thực để đăng nhập, hoặc để liên kết tài khoản', en: 'Leave for the provider to sign in, or to link the account' },
    answers: { 200: { description: 'Địa chỉ để đến / where to go', schema: z.object({ url: z.url() }) } },
    handle: async (call, { params, body }) => {
      const { url, cookie } = await leave(call, params.provider, body);
      return { ...ok({ url }), cookies: [cookie] };
    },
  }),
  endpoint({
    method: 'get',
    path: '/providers/{provider}/return',
    come: 'nobody',
    guessable: true,
    params: provider,
    query: z.object({ state: token, code: z.string().max(4_000).regex(/^[\w.~+/=|-]+$/).optional(), iss: z.url().max(500).optional() }),
    summary: { vi: 'Trở về từ nơi xác thực', en: 'Come back from the provider' },
    answers: { 303: { description: 'Về trang đã rời đi / to the page that was left' } },
    handle: async ({ site, headers }, { params, query }) => {
      const { account, next } = await comeBackFrom(site, params.provider, { state: query.state, code: query.code, issuer: query.iss, browser: cookieValue(headers.get('cookie'), browserCookie) });
      const { cookies } = await openSession(site, account, 'provider', headers);
      return { status: 303, headers: { location: ownPath(next) ?? '/' }, cookies: [...cookies, `${browserCookie}=; Path=/api/auth/providers; HttpOnly; Max-Age=0`] };
    },
  }),
  endpoint({
    method: 'post',
    path: '/providers/{provider}/unlink',
    come: 'recent',
    params: provider,
    summary: { vi: 'Bỏ liên kết tài khoản với nơi xác thực', en: 'Take the link with a provider away' },
    answers: done,
    handle: async ({ site, session }, { params }) => {
      await unlinkProvider(site, session.account, params.provider);
      return { status: 204 };
    },
  }),
  endpoint({
    method: 'post',
    path: '/providers/{provider}/sign-out',
    come: 'nobody',
    guessable: true,
    params: provider,
    summary: { vi: 'Nơi kết thúc phiên ở bên xác thực, sau khi đăng xuất ở đây', en: 'Where to end the session at the provider, after signing out here' },
    answers: { 200: { description: 'null khi bên xác thực không có / null where the provider has none', schema: z.object({ url: z.url().nullable() }) } },
    handle: async ({ site, url }, { params }) => ok({ url: await leaveProvider(site, params.provider, `${url}/`) }),
  }),
];

/** Where to go, and the cookie that ties the answer to this browser. Only the account's owner, who is there now, asks for its link. */
export async function leave(
  { site, principal, session, url }: AuthCall<ProvinceAccounts>,
  id: string,
  { next, link }: { next: string; link: boolean },
): Promise<{ url: string; cookie: string }> {
  if (link) admit({ come: 'recent' }, principal);
  const left = await leaveFor(site, id, { next, linkTo: link ? session!.account : null, redirectUri: `${url}/api/auth/providers/${id}/return` });
  const secure = url.startsWith('https:') ? '; Secure' : '';
  // Lax: the provider sends the browser back with a plain link.
  return { url: left.url, cookie: `${browserCookie}=${left.browser}; Path=/api/auth/providers; HttpOnly; SameSite=Lax; Max-Age=${cookieSeconds}${secure}` };
}
