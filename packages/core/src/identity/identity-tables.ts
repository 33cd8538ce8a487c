import type { Generated, JSONColumnType, Kysely, Transaction } from 'kysely';

/** The `identity` schema as the core's own statements see it; better-auth works on the first three tables too. */
export interface IdentityTables {
  'identity.user': {
    id: string;
    name: string;
    email: string;
    emailVerified: Generated<boolean>;
    phoneNumber: string | null;
    createdAt: Generated<Date>;
  };
  'identity.session': {
    id: string;
    token: string;
    userId: string;
    expiresAt: Date;
    userAgent: string | null;
    createdAt: Generated<Date>;
    confirmedAt: Generated<Date>;
    secondFactorAt: Date | null;
    seenAt: Generated<Date>;
  };
  'identity.account': {
    id: string;
    accountId: string;
    providerId: string;
    userId: string;
    password: string | null;
    createdAt: Generated<Date>;
  };
  'identity.second_factors': { account: string; secret: Buffer; confirmed_at: Date | null; last_step: Generated<number> };
  'identity.backup_codes': { account: string; hash: Buffer };
  'identity.one_time': {
    id: string;
    purpose: string;
    account: string | null;
    data: JSONColumnType<object>;
    tries: Generated<number>;
    created_at: Generated<Date>;
    expires_at: Date;
  };
  'identity.sign_in_places': { place: Buffer; failures: number; failed_at: Date; succeeded_at: Date | null };
}

/** A handle on more tables as one on these: to the compiler, Kysely's types for the two are strangers. */
export function identityOf<Tables extends IdentityTables>(db: Transaction<Tables>): Transaction<IdentityTables>;
export function identityOf<Tables extends IdentityTables>(db: Kysely<Tables>): Kysely<IdentityTables>;
export function identityOf(db: unknown): unknown {
  return db;
}
