import type { Kysely } from 'kysely';
import { invalid, Problem } from '../plugin/problem.ts';
import { type AccountSite, accountActor } from './account-site.ts';
import type { IdentityTables } from './identity-tables.ts';
import { endSessions } from './sessions.ts';
import { beginTry } from './sign-in-places.ts';

export const leastPasswordLength = 10;

/** Of the passwords that people choose most (the public lists of leaks), those that are long enough to pass otherwise. */
const common = new Set(
  `1234567890 0123456789 0987654321 12345678910 1234567891 123456789a a123456789 123456789q 1q2w3e4r5t 1qaz2wsx3edc q1w2e3r4t5 qwertyuiop qwerty1234
  qwerty12345 qwerty123456 asdfghjkl1 zxcvbnm123 password12 password123 password1234 passw0rd123 iloveyou12 iloveyou123 anhyeuem123 emyeuanh123 matkhau123
  matkhau1234 matkhau12345 vietnam123 vietnam1234 administrator admin12345 admin123456 adminadmin welcome123 welcome1234 letmein123 abc1234567 abcd123456
  abcdefghij 1111111111 0000000000 1122334455 9876543210 147258369a 1236987450 princess123 football123 superman123 sunshine123`.split(/\s+/),
);

/** `at` is where the input has it. @throws Problem 422 for a password that others would guess */
export function checkNewPassword(password: string, { email, at = 'body.password' }: { email: string; at?: string }): void {
  const weak = (vi: string, en: string) => invalid(at, { vi, en });
  const lower = password.toLowerCase();
  const name = email.split('@')[0]!.toLowerCase();
  if (password.length < leastPasswordLength) throw weak('ít nhất 10 ký tự', 'at least 10 characters');
  if (common.has(lower)) throw weak('quá nhiều người dùng mật khẩu này', 'too many people use this password');
  if (new Set(lower).size < 5) throw weak('lặp lại quá ít ký tự', 'repeats too few characters');
  if (name.length > 3 && lower.includes(name)) throw weak('không nên chứa tên tài khoản', 'should not contain the name of the account');
}

/** Whether this is the account's password; slow down by account and network, as at sign-in. @throws Problem 429 */
export async function showPassword(site: AccountSite, account: string, password: string, network: string): Promise<void> {
  const attempt = await beginTry(site, { what: `account|${account}`, network });
  const row = await site.db
    .selectFrom('identity.account')
    .select('password')
    .where('userId', '=', account)
    .where('providerId', '=', 'credential')
    .executeTakeFirst();
  const { password: passwords } = await (await site.auth()).$context;
  if (row?.password == null || !(await passwords.verify({ hash: row.password, password }))) throw wrongPassword();
  await attempt.succeeded();
}

/** Other sessions end: whoever was inside with the old password is out. */
export async function changePassword(site: AccountSite, session: { id: string; account: string }, password: string): Promise<void> {
  const hash = await hashPassword(site, password);
  await site.change(accountActor(session.account), async (trx, record) => {
    await putPassword(trx, session.account, hash);
    await endSessions(trx, session.account, session.id);
    record('account.password-changed', session.account, { account: session.account, way: 'password' });
  });
}

export async function hashPassword(site: AccountSite, password: string): Promise<string> {
  return (await (await site.auth()).$context).password.hash(password);
}

export async function putPassword(trx: Kysely<IdentityTables>, account: string, hash: string): Promise<void> {
  const { numUpdatedRows } = await trx
    .updateTable('identity.account')
    .set({ password: hash })
    .where('userId', '=', account)
    .where('providerId', '=', 'credential')
    .executeTakeFirstOrThrow();
  if (numUpdatedRows > 0n) return;
  // Somebody who came by phone or by a provider until now.
  await trx
    .insertInto('identity.account')
    .values({ id: crypto.randomUUID(), accountId: account, userId: account, providerId: 'credential', password: hash })
    .execute();
}

function wrongPassword(): Problem {
  return new Problem(422, 'invalid-password', { vi: 'Mật khẩu hiện tại chưa đúng.', en: 'The present password is not right.' });
}
