import { randomInt } from 'node:crypto';
import type { Kysely } from 'kysely';
import { keyFor, mac, open, seal } from '../secrets/envelope.ts';
import { Problem } from '../plugin/problem.ts';
import type { Text } from '../plugin/text.ts';
import { type AccountSite, accountActor } from './account-site.ts';
import type { IdentityTables } from './identity-tables.ts';
import { endSessions } from './sessions.ts';
import { base32, newTotpSecret, otpauthUri, stepOfCode } from './totp.ts';

export interface Enrolment {
  /** For typing into the app, base32. */
  readonly secret: string;
  readonly uri: string;
}

const backupCodeCount = 10;
/** Without letters and digits that are mistaken for each other on paper. */
const letters = 'abcdefghjkmnpqrstuvwxyz23456789';

/** Begins: a secret that counts once the first code from the app has been shown. @throws Problem 409 where there is one */
export async function enrol(site: AccountSite, account: { id: string; label: string }, language: 'vi' | 'en'): Promise<Enrolment> {
  const secret = newTotpSecret();
  const { numInsertedOrUpdatedRows } = await site.db
    .insertInto('identity.second_factors')
    .values({ account: account.id, secret: seal(site.sealing, placeOf(site, account.id), secret), confirmed_at: null })
    .onConflict((oc) => oc.column('account').doUpdateSet((eb) => ({ secret: eb.ref('excluded.secret') })).where('identity.second_factors.confirmed_at', 'is', null))
    .executeTakeFirstOrThrow();
  if (numInsertedOrUpdatedRows !== 1n) {
    throw new Problem(409, 'second-factor-exists', { vi: 'Tài khoản đã có xác thực bước hai.', en: 'The account has a second factor already.' });
  }
  const issuer = language === 'en' ? (site.title.en ?? site.title.vi) : site.title.vi;
  return { secret: base32(secret), uri: otpauthUri(secret, { issuer, label: account.label }) };
}

/** Ends the enrolment with the first code; the session that did it counts as having shown the second factor. Answers backup codes. */
export async function confirmEnrolment(site: AccountSite, session: { id: string; account: string }, code: string): Promise<string[]> {
  return site.change(accountActor(session.account), async (trx, record) => {
    if (!(await takeTotp(site, trx, session.account, code, false))) throw wrongCode({ vi: 'Hãy chờ mã mới trong ứng dụng.', en: 'Wait for the next code of your app.' });
    const { numUpdatedRows } = await trx
      .updateTable('identity.second_factors')
      .set({ confirmed_at: site.now() })
      .where('account', '=', session.account)
      .where('confirmed_at', 'is', null)
      .executeTakeFirstOrThrow();
    if (numUpdatedRows !== 1n) throw wrongCode();
    await markSession(trx, session.id);
    // Sessions that began before there was a second factor never showed it.
    await endSessions(trx, session.account, session.id);
    record('second-factor.enabled', session.account, { account: session.account });
    return newBackupCodes(site, trx, session.account);
  });
}

/** Shows the second factor in a session: a code of the app, or a backup code that is then used up. */
export async function showSecondFactor(site: AccountSite, session: { id: string; account: string }, code: string): Promise<void> {
  await site.change(accountActor(session.account), async (trx, record) => {
    if (!(await takeTotp(site, trx, session.account, code, true))) {
      if (!(await takeBackupCode(site, trx, session.account, code))) throw wrongCode();
      record('second-factor.backup-used', session.account, { account: session.account });
    }
    await markSession(trx, session.id);
  });
}

export async function renewBackupCodes(site: AccountSite, account: string): Promise<string[]> {
  return site.change(accountActor(account), async (trx, record) => {
    record('second-factor.codes-renewed', account, { account });
    return newBackupCodes(site, trx, account);
  });
}

export async function disableSecondFactor(site: AccountSite, account: string): Promise<void> {
  await site.change(accountActor(account), async (trx, record) => {
    await removeSecondFactor(trx, account);
    record('second-factor.disabled', account, { account });
  });
}

export async function removeSecondFactor(trx: Kysely<IdentityTables>, account: string): Promise<void> {
  await trx.deleteFrom('identity.second_factors').where('account', '=', account).execute();
  await trx.deleteFrom('identity.backup_codes').where('account', '=', account).execute();
}

/** Takes a code of the app: each is good once, and none that is older than one already taken. */
async function takeTotp(site: AccountSite, trx: Kysely<IdentityTables>, account: string, code: string, confirmed: boolean): Promise<boolean> {
  const row = await trx
    .selectFrom('identity.second_factors')
    .select('secret')
    .where('account', '=', account)
    .where('confirmed_at', confirmed ? 'is not' : 'is', null)
    .executeTakeFirst();
  if (row === undefined) return false;
  const step = stepOfCode(open(site.sealing, placeOf(site, account), row.secret), code, site.now());
  if (step === undefined) return false;
  const { numUpdatedRows } = await trx
    .updateTable('identity.second_factors')
    .set({ last_step: step })
    .where('account', '=', account)
    .where('last_step', '<', step)
    .executeTakeFirstOrThrow();
  return numUpdatedRows === 1n;
}

async function takeBackupCode(site: AccountSite, trx: Kysely<IdentityTables>, account: string, code: string): Promise<boolean> {
  const { numDeletedRows } = await trx
    .deleteFrom('identity.backup_codes')
    .where('account', '=', account)
    .where('hash', '=', hashOf(site, account, code))
    .executeTakeFirstOrThrow();
  return numDeletedRows === 1n;
}

async function newBackupCodes(site: AccountSite, trx: Kysely<IdentityTables>, account: string): Promise<string[]> {
  const codes = Array.from({ length: backupCodeCount }, () => [part(), part()].join('-'));
  await trx.deleteFrom('identity.backup_codes').where('account', '=', account).execute();
  await trx
    .insertInto('identity.backup_codes')
    .values(codes.map((code) => ({ account, hash: hashOf(site, account, code) })))
    .execute();
  return codes;
}

async function markSession(trx: Kysely<IdentityTables>, id: string): Promise<void> {
  const now = new Date();
  await trx.updateTable('identity.session').set({ secondFactorAt: now, confirmedAt: now }).where('id', '=', id).execute();
}

const part = () => Array.from({ length: 5 }, () => letters[randomInt(letters.length)]).join('');
const placeOf = (site: AccountSite, account: string) => `${site.name}|second_factors|secret|${account}`;
const hashOf = (site: AccountSite, account: string, code: string) => mac(keyFor(site.key, 'backup-codes'), `${account}|${code.toLowerCase().replace(/[^a-z0-9]/g, '')}`);

const whatHelps = { vi: 'Hãy chờ mã mới trong ứng dụng, hoặc dùng một mã dự phòng.', en: 'Wait for the next code of your app, or use a backup code.' };

export function wrongCode(detail: Text = whatHelps): Problem {
  return new Problem(422, 'wrong-code', { vi: 'Mã chưa đúng hoặc đã dùng rồi.', en: 'The code is not right, or was used already.' }, { detail });
}
