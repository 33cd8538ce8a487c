import { type Kysely, sql } from 'kysely';

/** Who may sign in how, and what the province lets other websites and the platform's operator do. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table core.roles
      add column second_factor boolean not null default false,
      -- roles that holders may give to others though they do not hold their permissions themselves
      add column appoints text[] not null default '{}';
    alter table core.members add column disabled_at timestamptz;

    create table core.sign_in_providers (
      -- passwords lie under 'credential'
      id text primary key check (id ~ '^[a-z][a-z0-9-]{1,40}$' and id <> 'credential'),
      title jsonb not null,
      issuer text not null,
      client_id text not null,
      -- sealed with a key of this province
      client_secret bytea not null,
      -- claim → value → roles and agency; empty: the provider says who somebody is and nothing more
      claims jsonb not null default '[]',
      -- the account by whose rights the claims give roles
      set_by text not null,
      created_at timestamptz not null default now()
    );
    create table core.embed_keys (
      key text primary key,
      name text not null,
      origins text[] not null,
      created_at timestamptz not null default now(),
      revoked_at timestamptz
    );
    create table core.access_policy (
      "only" boolean primary key default true check ("only"),
      operator_visits boolean not null default true,
      phone_sign_in boolean not null default false
    );
    insert into core.access_policy default values;
    create table core.phone_codes (
      "only" boolean primary key default true check ("only"),
      -- how many sign-in codes went out by text message since the day began
      day timestamptz not null,
      sent int not null
    );
    create table core.operator_visits (
      id uuid primary key,
      operator text not null,
      role text not null references core.roles,
      reason text not null,
      started_at timestamptz not null,
      ends_at timestamptz not null
    );
  `.execute(db);
}
