import { z } from 'zod';
import { changeEmail, requestEmailChange } from '../../identity/email-change.ts';
import { acceptInvitation } from '../../identity/invitations.ts';
import { provinceJoining } from '../../identity/members.ts';
import { requestPasswordReset, resetPassword } from '../../identity/password-reset.ts';
import { accountOfPhoneCode, requestPhoneCode } from '../../identity/phone-sign-in.ts';
import type { ProvinceAccounts } from '../../identity/province-accounts.ts';
import { openSession } from '../../identity/sign-in.ts';
import { time } from '../../core-module/routes/core-route.ts';
import { ok } from '../../plugin/route.ts';
import { accountEndpoints, answerSignedIn, signedInShape } from './account-endpoints.ts';
import { type Endpoint, endpointOf } from './endpoint.ts';
import { email, newPassword, token } from './inputs.ts';
import { invitationEndpoints } from './invitation-endpoints.ts';
import { eraseOwnAccount, exportOwnData } from './own-data.ts';
import { providerEndpoints } from './provider-endpoints.ts';

const endpoint = endpointOf<ProvinceAccounts>();

/** What a province's people can do beside that: invitations, letters, codes by phone, providers. */
export const provinceEndpoints: readonly Endpoint<ProvinceAccounts>[] = [
  ...(accountEndpoints as readonly Endpoint<ProvinceAccounts>[]),
  ...invitationEndpoints<ProvinceAccounts>((site, given) => acceptInvitation(site, given, provinceJoining)),
  endpoint({
    method: 'post',
    path: '/password-reset',
    come: 'nobody',
    guessable: true,
    body: z.strictObject({ email }),
    summary: { vi: 'Xin đặt lại mật khẩu; luôn trả lời như nhau', en: 'Ask for a password reset; always the same answer' },
    answers: { 202: { description: 'Nếu có tài khoản, thư được gửi / if there is an account, a mail is sent' } },
    handle: async ({ site }, { body }) => {
      await requestPasswordReset(site, body.email);
      return { status: 202 };
    },
  }),
  endpoint({
    method: 'post',
    path: '/password-reset/finish',
    come: 'nobody',
    guessable: true,
    body: z.strictObject({ token, password: newPassword }),
    summary: { vi: 'Đặt mật khẩu mới bằng liên kết trong thư', en: 'Set a new password with the link of the mail' },
    answers: { 204: { description: 'Đã đổi; mọi phiên kết thúc / changed; all sessions ended' } },
    handle: async ({ site }, { body }) => {
      await resetPassword(site, body.token, body.password);
      return { status: 204 };
    },
  }),
  endpoint({
    method: 'post',
    path: '/email-change',
    come: 'recent',
    body: z.strictObject({ email }),
    summary: { vi: 'Xin đổi địa chỉ e-mail', en: 'Ask for another e-mail address' },
    answers: { 202: { description: 'Thư xác nhận được gửi / a mail to confirm is sent' } },
    handle: async ({ site, session }, { body }) => {
      await requestEmailChange(site, session.account, body.email);
      return { status: 202 };
    },
  }),
  endpoint({
    method: 'post',
    path: '/email-change/finish',
    come: 'nobody',
    guessable: true,
    body: z.strictObject({ token }),
    summary: { vi: 'Xác nhận địa chỉ mới', en: 'Confirm the new address' },
    answers: { 204: { description: 'Đã đổi / changed' } },
    handle: async ({ site }, { body }) => {
      await changeEmail(site, body.token);
      return { status: 204 };
    },
  }),
  endpoint({
    method: 'post',
    path: '/phone/code',
    come: 'nobody',
    guessable: true,
    body: z.strictObject({ phone: z.string().regex(/^[+()\d .-]{6,30}$/).meta({ example: '0905 123 456' }) }),
    summary: { vi: 'Gửi mã đăng nhập qua tin nhắn', en: 'Send a sign-in code by text message' },
    answers: { 202: { description: 'Mã đã được gửi / the code is sent', schema: z.object({ request: z.uuid(), expiresAt: time }) } },
    handle: async ({ site, network }, { body }) => ({ status: 202, body: await requestPhoneCode(site, body.phone, network) }),
  }),
  endpoint({
    method: 'post',
    path: '/phone/sign-in',
    come: 'nobody',
    guessable: true,
    body: z.strictObject({ request: z.uuid(), code: z.string().regex(/^\d{6}$/) }),
    summary: { vi: 'Đăng nhập bằng mã trong tin nhắn', en: 'Sign in with the code of the message' },
    answers: { 200: { description: 'Đã vào / signed in', schema: signedInShape } },
    handle: async ({ site, network, headers }, { body }) => {
      const account = await accountOfPhoneCode(site, body, network);
      return answerSignedIn(await openSession(site, account, 'phone', headers));
    },
  }),
  endpoint({
    method: 'get',
    path: '/my-data',
    come: 'recent',
    summary: { vi: 'Mọi dữ liệu về tôi ở tỉnh này', en: 'All that is held about me in this province' },
    answers: { 200: { description: 'Theo từng phân hệ / by module', schema: z.looseObject({}) } },
    handle: async (call) => ok(await exportOwnData(call)),
  }),
  endpoint({
    method: 'post',
    path: '/erase-account',
    come: 'recent',
    summary: { vi: 'Xóa tài khoản và dữ liệu của tôi', en: 'Erase my account and my data' },
    answers: { 204: { description: 'Đã xóa / erased' } },
    handle: async (call) => {
      await eraseOwnAccount(call);
      return { status: 204 };
    },
  }),
  ...providerEndpoints,
];
