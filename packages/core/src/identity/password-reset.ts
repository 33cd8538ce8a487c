import { accountActor } from './account-site.ts';
import { identityOf } from './identity-tables.ts';
import { gone } from './invitations.ts';
import { idOf, issue, look, take } from './one-time.ts';
import { checkNewPassword, hashPassword, putPassword } from './passwords.ts';
import type { ProvinceAccounts } from './province-accounts.ts';
import { anonymous } from './principal.ts';
import { endSessions } from './sessions.ts';

export interface ResetData {
  readonly email: string;
}

const lastsMs = 30 * 60_000;

/** The same work and the same answer whether or not anybody has this address: the task that sends the mail finds out. */
export async function requestPasswordReset(site: ProvinceAccounts, email: string): Promise<void> {
  const address = email.toLowerCase();
  await site.rateLimits('password reset', 2)(`${site.name}|${address}`);
  const ctx = site.context(anonymous.actor);
  await ctx.change(async (trx) => {
    const expiresAt = new Date(site.now().getTime() + lastsMs);
    const id = await issue(identityOf(trx), { purpose: 'password-reset', data: { email: address } satisfies ResetData, expiresAt });
    ctx.enqueue(trx, 'send-account-mail', { id });
    return null;
  });
}

/** Sets the password and ends every session; a second factor stays asked for. @throws Problem 410, 422 */
export async function resetPassword(site: ProvinceAccounts, token: string, password: string): Promise<void> {
  const id = idOf(site.key, 'password-reset', token);
  const found = id && (await look<ResetData>(site.db, 'password-reset', id, site.now()));
  if (!found || found.account === null) throw gone();
  const { account } = found;
  checkNewPassword(password, found.data);
  const hash = await hashPassword(site, password);
  await site.change(accountActor(account), async (trx, record) => {
    if ((await take(trx, 'password-reset', found.id, site.now())) === undefined) throw gone();
    await putPassword(trx, account, hash);
    await endSessions(trx, account);
    record('account.password-changed', account, { account, way: 'reset' });
  });
}
