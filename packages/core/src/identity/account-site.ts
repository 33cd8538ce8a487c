import type { Kysely, Transaction } from 'kysely';
import type { Keys } from '../secrets/envelope.ts';
import type { Kernel } from '../kernel.ts';
import type { Actor } from '../plugin/context.ts';
import type { Text } from '../plugin/text.ts';
import type { Auth } from './auth.ts';
import type { IdentityTables } from './identity-tables.ts';
import type { Principal } from './principal.ts';

/** What happened to an account, for the audit: the name of a core event without its prefix, ids and states only. */
export type RecordAct = (type: AccountAct, subject: string, data: Readonly<Record<string, unknown>>) => void;

export type AccountAct =
  | 'account.signed-in'
  | 'account.joined'
  | 'account.password-changed'
  | 'account.email-changed'
  | 'account.linked'
  | 'account.unlinked'
  | 'account.signed-out'
  | 'second-factor.enabled'
  | 'second-factor.disabled'
  | 'second-factor.codes-renewed'
  | 'second-factor.backup-used';

/** Where accounts live: a province's database, or the registry for the ministry and for the platform's operators. */
export interface AccountSite {
  /** Province id, `ministry` or `platform`. */
  readonly name: string;
  readonly title: Text;
  /** Loaded when somebody comes in: requests of those who are in, and most commands, never need it. */
  auth(): Promise<Auth>;
  readonly db: Kysely<IdentityTables>;
  /** What people hold (codes, tokens) is derived from it; never replaced. */
  readonly key: Buffer;
  /** What is stored secretly is sealed with them. */
  readonly sealing: Keys;
  readonly now: () => Date;
  readonly rateLimits: Kernel['rateLimits'];
  principal(headers: Headers): Promise<Principal>;
  /** Changes rows of accounts and records what was done, together; what is remembered about access is then read again. */
  change<T>(actor: Actor, work: (trx: Transaction<IdentityTables>, record: RecordAct) => Promise<T>): Promise<T>;
}

export const accountActor = (account: string): Actor => ({ kind: 'account', id: account, agency: null, communes: [] });
