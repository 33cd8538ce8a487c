import type { Kysely } from 'kysely';
import { notFound } from '../plugin/problem.ts';
import { type AccountSite, accountActor } from './account-site.ts';
import type { IdentityTables } from './identity-tables.ts';
import { voidBegun } from './one-time.ts';
import type { SessionState } from './read-session.ts';

export interface ListedSession {
  readonly id: string;
  /** Browser and system, as far as they say so. */
  readonly device: string;
  readonly startedAt: Date;
  /** To within a few minutes. */
  readonly seenAt: Date;
  /** The one that asks. */
  readonly current: boolean;
}

export async function listSessions(site: AccountSite, { id: own, account }: SessionState): Promise<ListedSession[]> {
  const rows = await site.db
    .selectFrom('identity.session')
    .select(['id', 'userAgent', 'createdAt', 'seenAt'])
    .where('userId', '=', account)
    .where('expiresAt', '>', new Date())
    .orderBy('seenAt', 'desc')
    .execute();
  return rows.map(({ id, userAgent, createdAt, seenAt }) => ({ id, device: deviceOf(userAgent ?? ''), startedAt: createdAt, seenAt, current: id === own }));
}

/** Ends one session of the account that asks in its `own`. @throws Problem 404 for what is not there or somebody else's */
export async function endSession(site: AccountSite, { id: own, account }: SessionState, id: string): Promise<void> {
  await site.change(accountActor(account), async (trx, record) => {
    const { numDeletedRows } = await trx.deleteFrom('identity.session').where('id', '=', id).where('userId', '=', account).executeTakeFirstOrThrow();
    if (numDeletedRows === 0n) throw notFound({ vi: 'phiên đăng nhập', en: 'Session' });
    if (id !== own) await voidBegun(trx, account);
    record('account.signed-out', account, { account, sessions: 1 });
  });
}

/** Ends every session of the account but the one that asks; answers how many. */
export async function endOtherSessions(site: AccountSite, { id, account }: SessionState): Promise<number> {
  return site.change(accountActor(account), async (trx, record) => {
    const sessions = await endSessions(trx, account, id);
    record('account.signed-out', account, { account, sessions });
    return sessions;
  });
}

/** Ends the account's sessions, all `but` one where it is named, and makes void what was begun in them; answers how many. */
export async function endSessions(trx: Kysely<IdentityTables>, account: string, but?: string): Promise<number> {
  const { numDeletedRows } = await trx
    .deleteFrom('identity.session')
    .where('userId', '=', account)
    .$if(but !== undefined, (rows) => rows.where('id', '!=', but!))
    .executeTakeFirstOrThrow();
  await voidBegun(trx, account);
  return Number(numDeletedRows);
}

/** Acts that change access ask that the person showed who they are a short while ago. */
export async function markConfirmed(site: AccountSite, { id, account }: SessionState): Promise<void> {
  await site.change(accountActor(account), async (trx) => void (await trx.updateTable('identity.session').set({ confirmedAt: new Date() }).where('id', '=', id).execute()));
}

const browsers = [['Edge', /Edg\//], ['Cốc Cốc', /coc_coc/i], ['Firefox', /Firefox\//], ['Chrome', /Chrome\//], ['Safari', /Safari\//]] as const;
const systems = [['Android', /Android/], ['iOS', /iPhone|iPad/], ['Windows', /Windows/], ['macOS', /Mac OS X/], ['Linux', /Linux/]] as const;

export function deviceOf(userAgent: string): string {
  const first = (known: readonly (readonly [string, RegExp])[]) => known.find(([, pattern]) => pattern.test(userAgent))?.[0];
  return [first(browsers), first(systems)].filter(Boolean).join(', ') || '–';
}
