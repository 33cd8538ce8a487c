import { z } from 'zod';
import type { AccountSite } from '../../identity/account-site.ts';
import { showPassword } from '../../identity/passwords.ts';
import { confirmEnrolment, disableSecondFactor, enrol, renewBackupCodes } from '../../identity/second-factor.ts';
import { ok } from '../../plugin/route.ts';
import { confirm } from './confirm.ts';
import { type Endpoint, endpointOf } from './endpoint.ts';
import { code, done, password } from './inputs.ts';

const endpoint = endpointOf<AccountSite>();
const backupCodes = z.object({ backupCodes: z.array(z.string()) }).meta({ id: 'BackupCodes', description: 'Chỉ hiện một lần / shown once' });

/** Setting up, showing and taking away the second factor of one's own account. */
export const secondFactorEndpoints: readonly Endpoint[] = [
  endpoint({
    method: 'post',
    path: '/second-factor/enrol',
    come: 'recent',
    summary: { vi: 'Bắt đầu bật xác thực bước hai', en: 'Begin to set up a second factor' },
    answers: { 200: { description: 'Đưa vào ứng dụng xác thực / for the authenticator app', schema: z.object({ secret: z.string(), uri: z.string() }) } },
    handle: async ({ site, session, language }) => ok(await enrol(site, { id: session.account, label: session.email ?? session.name }, language)),
  }),
  endpoint({
    method: 'post',
    path: '/second-factor/begin',
    come: 'recent',
    guessable: true,
    body: z.strictObject({ code }),
    summary: { vi: 'Bật xác thực bước hai bằng mã đầu tiên', en: 'Set up the second factor with its first code' },
    answers: { 200: { description: 'Mã dự phòng / backup codes', schema: backupCodes } },
    handle: async ({ site, session }, { body }) => ok({ backupCodes: await confirmEnrolment(site, session, body.code) }),
  }),
  endpoint({
    method: 'post',
    path: '/second-factor/show',
    come: 'session',
    guessable: true,
    body: z.strictObject({ code }),
    summary: { vi: 'Nhập mã sau khi đăng nhập', en: 'Show the code after signing in' },
    answers: done,
    handle: async (call, { body }) => {
      await confirm(call, body);
      return { status: 204 };
    },
  }),
  endpoint({
    method: 'post',
    path: '/second-factor/backup-codes',
    come: 'recent',
    summary: { vi: 'Tạo lại mã dự phòng; mã cũ hết dùng được', en: 'New backup codes in place of the old ones' },
    answers: { 200: { description: 'Mã dự phòng / backup codes', schema: backupCodes } },
    handle: async ({ site, session }) => ok({ backupCodes: await renewBackupCodes(site, session.account) }),
  }),
  endpoint({
    method: 'post',
    path: '/second-factor/disable',
    come: 'recent',
    guessable: true,
    body: z.strictObject({ password }),
    summary: { vi: 'Tắt xác thực bước hai', en: 'Take the second factor away' },
    answers: done,
    handle: async ({ site, session, network }, { body }) => {
      await showPassword(site, session.account, body.password, network);
      await disableSecondFactor(site, session.account);
      return { status: 204 };
    },
  }),
];
