import { randomUUID, timingSafeEqual } from 'node:crypto';
import { type Kysely, sql, type Transaction } from 'kysely';
import { keyFor, mac } from '../secrets/envelope.ts';
import type { IdentityTables } from './identity-tables.ts';

export type Purpose = 'invitation' | 'password-reset' | 'email-change' | 'phone-code' | 'provider-sign-in' | 'email-changed' | 'operator-visit';

export interface OneTime<Data> {
  readonly id: string;
  readonly account: string | null;
  readonly data: Data;
  readonly expiresAt: Date;
}

/** Writes down something that may be done once, until it expires. Its secret is `secretOf` of its id. */
export async function issue(
  trx: Kysely<IdentityTables>,
  { purpose, account = null, data, expiresAt }: { purpose: Purpose; account?: string | null; data: object; expiresAt: Date },
): Promise<string> {
  const id = randomUUID();
  await trx
    .insertInto('identity.one_time')
    .values({ id, purpose, account, data: JSON.stringify(data), expires_at: expiresAt })
    .execute();
  return id;
}

/** The secret text of a one-time row: derived, so that whoever reads the table cannot use it. */
export function secretOf(key: Buffer, purpose: Purpose, id: string): string {
  return `${id}.${mac(keyFor(key, `one-time|${purpose}`), id).toString('base64url')}`;
}

/** Six digits that belong to a one-time row. */
export function digitsOf(key: Buffer, purpose: Purpose, id: string): string {
  return String(mac(keyFor(key, `digits|${purpose}`), id).readUInt32BE() % 1_000_000).padStart(6, '0');
}

/** The id that a secret text carries, where the text is genuine. */
export function idOf(key: Buffer, purpose: Purpose, secret: string): string | undefined {
  const id = /^([0-9a-f-]{36})\./.exec(secret)?.[1];
  return id !== undefined && sameText(secret, secretOf(key, purpose, id)) ? id : undefined;
}

export function sameText(a: string, b: string): boolean {
  const [one, other] = [Buffer.from(a), Buffer.from(b)];
  return one.length === other.length && timingSafeEqual(one, other);
}

/** What is still open under this id. */
export async function look<Data>(db: Kysely<IdentityTables>, purpose: Purpose, id: string, now: Date): Promise<OneTime<Data> | undefined> {
  const row = await open(db, purpose, id, now).select(['id', 'account', 'data', 'expires_at as expiresAt']).executeTakeFirst();
  return row as OneTime<Data> | undefined;
}

/**
 * Makes void what was begun with an account and is not done: whoever was inside must not come back by it. The rows stay
 * and count, under ids that no link carries, so that nobody gets more letters sent by this.
 */
export async function voidBegun(trx: Kysely<IdentityTables>, account: string): Promise<void> {
  await trx
    .updateTable('identity.one_time')
    .set({ id: sql<string>`gen_random_uuid()` })
    .where('account', '=', account)
    .where('purpose', '!=', 'email-changed')
    .execute();
}

/** How many of this kind an account has open, beside one. */
export async function openFor(db: Kysely<IdentityTables>, { purpose, account, now, but }: { purpose: Purpose; account: string; now: Date; but?: string }): Promise<number> {
  const { count } = await db
    .selectFrom('identity.one_time')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('purpose', '=', purpose)
    .where('account', '=', account)
    .where('expires_at', '>', now)
    .$if(but !== undefined, (rows) => rows.where('id', '!=', but!))
    .executeTakeFirstOrThrow();
  return Number(count);
}

/** Takes it: of two who come at once, one gets it and the other finds nothing. */
export async function take<Data>(trx: Transaction<IdentityTables>, purpose: Purpose, id: string, now: Date): Promise<OneTime<Data> | undefined> {
  const row = await trx
    .deleteFrom('identity.one_time')
    .where('id', '=', id)
    .where('purpose', '=', purpose)
    .where('expires_at', '>', now)
    .returning(['id', 'account', 'data', 'expires_at as expiresAt'])
    .executeTakeFirst();
  return row as OneTime<Data> | undefined;
}

/** Counts a try before it is judged, so that tries at the same moment count too. False once they are used up. */
export async function countTry(db: Kysely<IdentityTables>, purpose: Purpose, id: string, most: number): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('identity.one_time')
    .set((eb) => ({ tries: eb('tries', '+', 1) }))
    .where('id', '=', id)
    .where('purpose', '=', purpose)
    .where('tries', '<', most)
    .executeTakeFirstOrThrow();
  return numUpdatedRows > 0n;
}

function open(db: Kysely<IdentityTables>, purpose: Purpose, id: string, now: Date) {
  return db.selectFrom('identity.one_time').where('id', '=', id).where('purpose', '=', purpose).where('expires_at', '>', now);
}
