import { type Kysely, sql } from 'kysely';

/** Members of the national sites sign in with a second factor; the ministry's programs with keys. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table registry.national_members
      -- false for the accounts that the demo announces, and for no other
      add column second_factor boolean not null default true,
      -- when the person who holds the account now was let in
      add column admitted_at timestamptz not null default now(),
      add column disabled_at timestamptz;
    create table registry.ministry_keys (
      id uuid primary key default gen_random_uuid(),
      name text not null,
      account text not null references identity."user" on delete cascade,
      hash bytea not null unique,
      created_at timestamptz not null default now(),
      expires_at timestamptz not null,
      revoked_at timestamptz
    );
  `.execute(db);
}
