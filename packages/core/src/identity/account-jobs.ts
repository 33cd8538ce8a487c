import type { Kernel } from '../kernel.ts';
import type { CoreContext } from '../core-module/routes/core-route.ts';
import { provinceOf } from '../modules/province-of.ts';
import type { Job } from '../plugin/plugin.ts';
import { accountMail } from './account-mail.ts';
import type { InvitationData } from './invitations.ts';
import { digitsOf, openFor, type Purpose, secretOf } from './one-time.ts';
import type { PhoneCodeData } from './phone-sign-in.ts';
import { provinceAccounts, type ProvinceAccounts } from './province-accounts.ts';
import { tidyAccounts } from './tidy-accounts.ts';

/** Payloads: the id of a one-time row. Whom it goes to, and its secret, are found when it is sent. */
export interface AccountJobs {
  'send-account-mail': { id: string };
  'send-account-code': { id: string };
}

export function accountJobs(kernel: () => Kernel): Readonly<Record<string, Job>> {
  const siteOf = async <T>(ctx: CoreContext, work: (site: ProvinceAccounts) => Promise<T>): Promise<T> => {
    const province = provinceOf(kernel(), ctx);
    return kernel().pools.use(province, (database) => work(provinceAccounts(kernel(), province, database)));
  };
  const job = (parts: Omit<Job, 'run'> & { run(ctx: CoreContext, id: string, signal: AbortSignal): Promise<void> }): Job => ({
    ...parts,
    run: (ctx, { payload }, signal) => parts.run(ctx as unknown as CoreContext, (payload as { id: string }).id, signal),
  });
  return {
    'send-account-mail': job({
      title: { vi: 'Gửi thư về tài khoản', en: 'Send a mail about an account' },
      timeoutSeconds: 60,
      run: (ctx, id) =>
        siteOf(ctx, async (site) => {
          const row = await openRow<InvitationData, keyof typeof paths>(site, id, Object.keys(paths) as (keyof typeof paths)[]);
          if (row === undefined) return;
          const { purpose, data } = row;
          if (purpose === 'password-reset' && !(await tieToAccount(site, id, data.email))) return;
          const path = paths[purpose];
          const link = path && site.kernel.urlOf(ctx.tenant.hosts[0]!) + path + secretOf(site.key, purpose, id);
          await site.kernel.mailer.send({ to: data.email, province: ctx.tenant.id, ...accountMail(purpose, { province: ctx.tenant.name, link }) });
        }),
    }),
    'send-account-code': job({
      title: { vi: 'Gửi mã đăng nhập qua tin nhắn', en: 'Send a sign-in code by text message' },
      timeoutSeconds: 30,
      // Nobody waits for a code that comes later.
      attempts: 3,
      run: (ctx, id) =>
        siteOf(ctx, async (site) => {
          const row = await openRow<PhoneCodeData, 'phone-code'>(site, id, ['phone-code']);
          if (row === undefined) return;
          const code = digitsOf(site.key, 'phone-code', id);
          await site.kernel.sms.send({ to: row.data.phone, province: ctx.tenant.id, text: `${ctx.tenant.name.vi}: mã đăng nhập ${code}, có hiệu lực 5 phút. Không đưa mã cho ai.` });
        }),
    }),
    'tidy-accounts': job({
      title: { vi: 'Dọn phiên và liên kết quá hạn', en: 'Remove sessions and links that are over' },
      cron: '17 * * * *',
      timeoutSeconds: 60,
      run: (ctx) =>
        siteOf(ctx, tidyAccounts),
    }),
  };
}

/** Behind the `#` no server, proxy or referrer sees the secret; the page takes it from there into its form. */
const paths = { invitation: '/loi-moi#', 'password-reset': '/dat-lai-mat-khau#', 'email-change': '/doi-email#', 'email-changed': null } as const;

async function openRow<Data, P extends Purpose>(site: ProvinceAccounts, id: string, purposes: readonly P[]): Promise<{ purpose: P; data: Data } | undefined> {
  const row = await site.db
    .selectFrom('identity.one_time')
    .select(['purpose', 'data'])
    .where('id', '=', id)
    .where('purpose', 'in', purposes)
    .where('expires_at', '>', site.now())
    .executeTakeFirst();
  return row as { purpose: P; data: Data } | undefined;
}

/** So many links to a new password may be under way to one mailbox; more would only fill it. */
const mostResets = 3;

/** Only now is it asked whether the address has an account: whoever asked for the mail learns nothing. */
async function tieToAccount(site: ProvinceAccounts, id: string, email: string): Promise<boolean> {
  const user = await site.db.selectFrom('identity.user').select('id').where('email', '=', email).executeTakeFirst();
  if (user === undefined || (await openFor(site.db, { purpose: 'password-reset', account: user.id, now: site.now(), but: id })) >= mostResets) return false;
  await site.db.updateTable('identity.one_time').set({ account: user.id }).where('id', '=', id).execute();
  return true;
}
