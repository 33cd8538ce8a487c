import { z } from 'zod';
import type { AccountSite } from '../../identity/account-site.ts';
import { changePassword, checkNewPassword, showPassword } from '../../identity/passwords.ts';
import { endOtherSessions, endSession, listSessions } from '../../identity/sessions.ts';
import { type SignedIn, signInWithPassword } from '../../identity/sign-in.ts';
import { time } from '../../core-module/routes/core-route.ts';
import { ok } from '../../plugin/route.ts';
import { confirm } from './confirm.ts';
import { type AuthAnswer, type AuthCall, type Endpoint, endpointOf } from './endpoint.ts';
import { code, done, email, newPassword, password } from './inputs.ts';
import { secondFactorEndpoints } from './second-factor-endpoints.ts';

const endpoint = endpointOf<AccountSite>();

export const signedInShape = z
  .object({
    name: z.string(),
    secondFactor: z.enum(['needed', 'enrolment']).nullable().meta({ description: 'Bước còn thiếu / what is still missing' }),
  })
  .meta({ id: 'SignedIn' });
const sessionShape = z
  .object({ id: z.string(), device: z.string(), startedAt: time, seenAt: time, current: z.boolean() })
  .meta({ id: 'Session' });

/** Signing in and out, sessions, password and second factor: at provinces and at the national sites alike. */
export const accountEndpoints: readonly Endpoint[] = [
  endpoint({
    method: 'post',
    path: '/sign-in/email',
    come: 'nobody',
    guessable: true,
    body: z.strictObject({ email, password }),
    summary: { vi: 'Đăng nhập bằng e-mail và mật khẩu', en: 'Sign in with e-mail and password' },
    answers: { 200: { description: 'Cookie của phiên / the cookie of the session', schema: signedInShape } },
    handle: async ({ site, network, headers }, { body }) => answerSignedIn(await signInWithPassword(site, body, network, headers)),
  }),
  endpoint({
    method: 'post',
    path: '/sign-out',
    come: 'nobody',
    summary: { vi: 'Đăng xuất', en: 'Sign out' },
    answers: { 200: { description: 'Đã đăng xuất / signed out', schema: z.object({ success: z.boolean() }) } },
    handle: async (call) => ({ ...ok({ success: true }), cookies: await signOut(call) }),
  }),
  endpoint({
    method: 'get',
    path: '/get-session',
    come: 'nobody',
    summary: { vi: 'Phiên hiện tại', en: 'The present session' },
    answers: {
      200: {
        description: 'null khi chưa đăng nhập / null where nobody is signed in',
        schema: z
          .object({ account: z.string(), name: z.string(), email: z.string().nullable(), secondFactor: z.boolean(), lacks: z.enum(['second-factor', 'enrolment']).nullable(), expiresAt: time })
          .nullable(),
      },
    },
    handle: async ({ principal: { lacks }, session }) =>
      ok(session && { account: session.account, name: session.name, email: session.email, secondFactor: session.enrolled, lacks, expiresAt: session.expiresAt }),
  }),
  endpoint({
    method: 'post',
    path: '/confirm',
    come: 'account',
    guessable: true,
    body: z.strictObject({ password: password.optional(), code: code.optional() }),
    summary: { vi: 'Xác nhận lại mình là ai, trước việc quan trọng', en: 'Confirm who you are, before an act of weight' },
    answers: done,
    handle: async (call, { body }) => {
      await confirm(call, body);
      return { status: 204 };
    },
  }),
  endpoint({
    method: 'post',
    path: '/change-password',
    come: 'account',
    guessable: true,
    body: z.strictObject({ currentPassword: password, newPassword }),
    summary: { vi: 'Đổi mật khẩu; các phiên khác kết thúc', en: 'Change the password; other sessions end' },
    answers: done,
    handle: async ({ site, session, network }, { body }) => {
      await showPassword(site, session.account, body.currentPassword, network);
      checkNewPassword(body.newPassword, { email: session.email ?? '', at: 'body.newPassword' });
      await changePassword(site, session, body.newPassword);
      return { status: 204 };
    },
  }),
  endpoint({
    method: 'get',
    path: '/sessions',
    come: 'account',
    summary: { vi: 'Các phiên đăng nhập của tôi', en: 'My sessions' },
    answers: { 200: { description: 'Danh sách / the list', schema: z.object({ items: z.array(sessionShape) }) } },
    handle: async ({ site, session }) => ok({ items: await listSessions(site, session) }),
  }),
  endpoint({
    method: 'delete',
    path: '/sessions/{id}',
    come: 'account',
    params: z.strictObject({ id: z.string().regex(/^[\w-]{1,64}$/) }),
    summary: { vi: 'Kết thúc một phiên của tôi', en: 'End one of my sessions' },
    answers: done,
    handle: async ({ site, session }, { params }) => {
      await endSession(site, session, params.id);
      return { status: 204 };
    },
  }),
  endpoint({
    method: 'post',
    path: '/end-other-sessions',
    come: 'account',
    summary: { vi: 'Kết thúc mọi phiên khác', en: 'End all other sessions' },
    answers: { 200: { description: 'Số phiên đã kết thúc / how many ended', schema: z.object({ ended: z.int() }) } },
    handle: async ({ site, session }) => ok({ ended: await endOtherSessions(site, session) }),
  }),
  ...secondFactorEndpoints,
];

export function answerSignedIn({ principal, cookies }: SignedIn): AuthAnswer {
  const { session, lacks } = principal;
  return { ...ok({ name: session?.name ?? '', secondFactor: lacks === 'second-factor' ? 'needed' : lacks }), cookies };
}

/** Ends the session and answers the cookie that forgets it. */
export async function signOut({ site, principal, headers }: Pick<AuthCall<AccountSite>, 'site' | 'principal' | 'headers'>): Promise<readonly string[]> {
  if (principal.session !== null) await endSession(site, principal.session, principal.session.id);
  const { api } = await site.auth();
  const answer = await api.signOut({ headers, asResponse: true });
  return answer.headers.getSetCookie();
}
