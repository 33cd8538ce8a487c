import { createHmac } from 'node:crypto';
import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { IdentityTables } from './identity-tables.ts';
import { sameText } from './one-time.ts';

/** A session as its row has it. */
export interface SessionState {
  readonly id: string;
  readonly account: string;
  readonly name: string;
  /** Null for whoever signs in by phone alone. */
  readonly email: string | null;
  readonly expiresAt: Date;
  /** When the person last showed a password, a code or a provider's word. */
  readonly confirmedAt: Date;
  readonly secondFactorAt: Date | null;
  /** Whether the account has a second factor. */
  readonly enrolled: boolean;
  /** Not so for whoever comes by phone or by a provider alone. */
  readonly hasPassword: boolean;
}

/** Accounts without an address of their own have one that no mail reaches: better-auth wants one. */
export const noAddress = '@no-address.invalid';

/** Whoever works here signs in again on the next day, also at a machine that several people use. */
const idleHours = 12;

/**
 * The session that a cookie stands for, in one statement; that it was `seen` is noted every few minutes. `isStaff` says of
 * `session."userId"` whether it ends when it is left alone.
 */
export async function readSession(db: Kysely<IdentityTables>, secret: string, cookie: string, isStaff: RawBuilder<boolean>, seen = true): Promise<SessionState | undefined> {
  const token = tokenOf(secret, cookie);
  if (token === undefined) return undefined;
  const { rows } = await sql<Omit<SessionState, 'email'> & { email: string }>`
    with session as (
      select * from identity.session
      where token = ${token} and "expiresAt" > now() and ("seenAt" > now() - make_interval(hours => ${idleHours}) or not ${isStaff})
    ), seen as (
      update identity.session set "seenAt" = now() where ${seen}::boolean and id in (select id from session where "seenAt" < now() - interval '5 minutes')
    )
    select session.id, session."userId" as account, person.name, person.email, session."expiresAt", session."confirmedAt",
      session."secondFactorAt", factor.account is not null as enrolled,
      exists (select from identity.account where account."userId" = session."userId" and account.password is not null) as "hasPassword"
    from session
      join identity."user" as person on person.id = session."userId"
      left join identity.second_factors as factor on factor.account = person.id and factor.confirmed_at is not null
  `.execute(db);
  const [row] = rows;
  return row && { ...row, email: row.email.endsWith(noAddress) ? null : row.email };
}

/** The token in a cookie that better-auth signed: `<token>.<HMAC-SHA-256, base64>`. Undefined where it did not. */
export function tokenOf(secret: string, cookie: string): string | undefined {
  let value: string;
  try {
    value = decodeURIComponent(cookie);
  } catch {
    return undefined;
  }
  const at = value.lastIndexOf('.');
  const token = value.slice(0, at);
  if (at < 1 || token.includes('\0')) return undefined;
  return sameText(value.slice(at + 1), createHmac('sha256', secret).update(token).digest('base64')) ? token : undefined;
}
