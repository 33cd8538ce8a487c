import { Problem } from '../plugin/problem.ts';
import { accountActor } from './account-site.ts';
import { identityOf } from './identity-tables.ts';
import { gone } from './invitations.ts';
import { idOf, issue, look, openFor, take, voidBegun } from './one-time.ts';
import type { ProvinceAccounts } from './province-accounts.ts';
import { noAddress } from './read-session.ts';

export interface EmailChangeData {
  readonly email: string;
}

const lastsMs = 24 * 3_600_000;
/** Letters to strangers' mailboxes that an account can cause in that time. */
const mostOpen = 5;

/** Writes to the new address; until its link is followed, the old one stays. */
export async function requestEmailChange(site: ProvinceAccounts, account: string, email: string): Promise<void> {
  await site.rateLimits('e-mail change', 2)(`${site.name}|${account}`);
  if ((await openFor(site.db, { purpose: 'email-change', account, now: site.now() })) >= mostOpen) throw tooManyLetters();
  const ctx = site.context(accountActor(account));
  await ctx.change(async (trx) => {
    const expiresAt = new Date(site.now().getTime() + lastsMs);
    const id = await issue(identityOf(trx), { purpose: 'email-change', account, data: { email: email.toLowerCase() } satisfies EmailChangeData, expiresAt });
    ctx.enqueue(trx, 'send-account-mail', { id });
    return null;
  });
}

/** The old address is told. @throws Problem 410 for a link that is over, 409 where another account has the address by now */
export async function changeEmail(site: ProvinceAccounts, token: string): Promise<void> {
  const id = idOf(site.key, 'email-change', token);
  const found = id && (await look<EmailChangeData>(site.db, 'email-change', id, site.now()));
  if (!found || found.account === null) throw gone();
  const { account } = found;
  const ctx = site.context(accountActor(account));
  await ctx.change(async (trx) => {
    const taken = await take<EmailChangeData>(identityOf(trx), 'email-change', found.id, site.now());
    if (taken === undefined) throw gone();
    const { email } = taken.data;
    if (await trx.selectFrom('identity.user').select('id').where('email', '=', email).executeTakeFirst()) throw addressTaken();
    const { email: before } = await trx.selectFrom('identity.user').select('email').where('id', '=', account).forUpdate().executeTakeFirstOrThrow();
    await trx.updateTable('identity.user').set({ email, emailVerified: true }).where('id', '=', account).execute();
    // Also links to a new password that lie in the old mailbox.
    await voidBegun(identityOf(trx), account);
    ctx.publish(trx, 'account.email-changed', { subject: account, data: { account } });
    if (!before.endsWith(noAddress)) {
      const expiresAt = new Date(site.now().getTime() + lastsMs);
      const id = await issue(identityOf(trx), { purpose: 'email-changed', account, data: { email: before } satisfies EmailChangeData, expiresAt });
      ctx.enqueue(trx, 'send-account-mail', { id });
    }
    return null;
  });
  site.accessChanged();
}

function tooManyLetters(): Problem {
  return new Problem(
    429,
    'too-many-letters',
    { vi: 'Đã gửi quá nhiều thư xác nhận, hãy đợi đến mai.', en: 'Too many letters were sent already, please wait until tomorrow.' },
    { headers: { 'retry-after': String(lastsMs / 1_000) } },
  );
}

function addressTaken(): Problem {
  return new Problem(409, 'address-taken', { vi: 'Địa chỉ này đã thuộc một tài khoản khác.', en: 'Another account has this address.' });
}
