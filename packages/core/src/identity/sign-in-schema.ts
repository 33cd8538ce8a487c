import { type Kysely, sql } from 'kysely';

/** What signing in needs beyond accounts and passwords: second factors, one-time tokens, and who tried too often. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table identity."user"
      add column "phoneNumber" text unique;
    alter table identity."session"
      -- when the person last showed a password, a code or a provider's word
      add column "confirmedAt" timestamptz not null default now(),
      add column "secondFactorAt" timestamptz,
      add column "seenAt" timestamptz not null default now();
    create index on identity."session" ("expiresAt");

    create table identity.second_factors (
      account text primary key references identity."user" on delete cascade,
      -- sealed with the site's key
      secret bytea not null,
      confirmed_at timestamptz,
      -- the time step of the last code that was taken: no code is good twice
      last_step bigint not null default 0
    );
    create table identity.backup_codes (
      account text not null references identity."user" on delete cascade,
      hash bytea not null,
      primary key (account, hash)
    );

    -- Invitations, resets, changes of address, codes by phone, sign-ins at a provider under way. The secret of each is
    -- derived from its id and the site's key and stands nowhere.
    create table identity.one_time (
      id uuid primary key,
      purpose text not null,
      account text references identity."user" on delete cascade,
      data jsonb not null default '{}',
      tries int not null default 0,
      created_at timestamptz not null default now(),
      expires_at timestamptz not null
    );
    create index on identity.one_time (purpose, expires_at);

    -- Keyed hashes of account and network: how often somebody failed there, and whether they ever got in.
    create table identity.sign_in_places (
      place bytea primary key,
      failures int not null,
      failed_at timestamptz not null,
      succeeded_at timestamptz
    );
  `.execute(db);
}
