import { randomUUID } from 'node:crypto';
import { type Kysely, sql, type Transaction } from 'kysely';
import { Problem } from '../plugin/problem.ts';
import { type AccountSite, accountActor } from './account-site.ts';
import type { IdentityTables } from './identity-tables.ts';
import { idOf, issue, look, type OneTime, take } from './one-time.ts';
import { checkNewPassword, hashPassword, putPassword } from './passwords.ts';

/** What somebody is invited to; `terms` say what they will be, in the site's own words. */
export interface InvitationData<Terms = object> {
  readonly email: string;
  readonly name: string;
  /** Account of whoever invites. */
  readonly by: string;
  readonly terms: Terms;
}

const lastsMs = 7 * 24 * 3_600_000;

export function invite(trx: Kysely<IdentityTables>, now: Date, data: InvitationData): Promise<string> {
  return issue(trx, { purpose: 'invitation', data: { ...data, email: data.email.toLowerCase() }, expiresAt: new Date(now.getTime() + lastsMs) });
}

/** What an invitation says, for whoever holds its token. @throws Problem 410 for one that is used, withdrawn or too old */
export async function readInvitation(site: AccountSite, token: string): Promise<OneTime<InvitationData>> {
  const id = idOf(site.key, 'invitation', token);
  const found = id && (await look<InvitationData>(site.db, 'invitation', id, site.now()));
  if (!found) throw gone();
  return found;
}

/** How a site takes in whoever it has invited. */
export interface Joining {
  /** What becomes of the password where the address has an account already. */
  readonly knownPassword: 'stays' | 'is-set-anew';
  /** Makes the account a member on the invitation's terms. @throws Problem 410 where they do not hold any more */
  join(trx: Transaction<IdentityTables>, account: string, invitation: InvitationData): Promise<void>;
}

/** Takes an invitation up, with a new account or the one that has this address. Answers the account. */
export async function acceptInvitation(
  site: AccountSite,
  { token, name, password }: { token: string; name: string; password: string },
  { knownPassword, join }: Joining,
): Promise<string> {
  const { id, data } = await readInvitation(site, token);
  checkNewPassword(password, data);
  const hash = await hashPassword(site, password);
  const newcomer = randomUUID();
  return site.change(accountActor(newcomer), async (trx, record) => {
    const taken = await take<InvitationData>(trx, 'invitation', id, site.now());
    if (taken === undefined) throw gone();
    const known = await trx.selectFrom('identity.user').select('id').where('email', '=', data.email).executeTakeFirst();
    const account = known?.id ?? newcomer;
    if (known === undefined) {
      await trx.insertInto('identity.user').values({ id: account, name, email: data.email, emailVerified: true, phoneNumber: null }).execute();
    }
    if (known === undefined || knownPassword === 'is-set-anew') await putPassword(trx, account, hash);
    await join(trx, account, taken.data);
    record('account.joined', account, { account, invitation: id });
    return account;
  });
}

/** What somebody who is shut out had promised others is void with them. */
export async function voidInvitations(trx: Kysely<IdentityTables>, by: string): Promise<void> {
  await trx.deleteFrom('identity.one_time').where('purpose', '=', 'invitation').where(sql<boolean>`data ->> 'by' = ${by}`).execute();
}

export function gone(): Problem {
  return new Problem(
    410,
    'link-not-valid',
    { vi: 'Liên kết này chưa đủ, đã dùng, đã bị thu hồi hoặc quá hạn.', en: 'This link is not whole, was used or withdrawn, or is too old.' },
    { detail: { vi: 'Hãy xin một liên kết mới.', en: 'Please ask for a new one.' } },
  );
}
