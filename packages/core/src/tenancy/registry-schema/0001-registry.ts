import { type Kysely, sql } from 'kysely';

/** The control database: which provinces exist, where they live, which modules they run. No citizen's data. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table registry.servers (
      id text primary key,
      -- sealed with the master key; null for the server that holds the control database itself
      admin_url bytea,
      max_connections int not null default 280,
      accepts_new boolean not null default true
    );
    insert into registry.servers (id) values ('main');

    create table registry.provinces (
      id text primary key check (id ~ '^[a-z][a-z0-9-]{1,30}$'),
      code text not null unique,
      state text not null check (state in ('creating', 'active', 'suspended', 'removed')),
      hosts text[] not null,
      profile jsonb not null,
      server text not null references registry.servers,
      database text not null unique,
      owner_role text not null unique,
      login_role text not null unique,
      login_password bytea not null,
      data_key bytea not null,
      -- made by the demo, with accounts whose password everybody knows
      demo boolean not null default false,
      created_at timestamptz not null default now()
    );

    create table registry.modules (
      province text not null references registry.provinces on delete cascade,
      plugin text not null,
      version text not null,
      state text not null check (state in ('off', 'migrating', 'on', 'failed', 'suspended')),
      reason text,
      settings jsonb not null default '{}',
      migrated_to text,
      changed_at timestamptz not null default now(),
      primary key (province, plugin)
    );

    -- viewers of the ministry and operators of the platform; their accounts are in this database's identity schema
    create table registry.national_members (
      account text primary key references identity."user" on delete cascade,
      site text not null check (site in ('ministry', 'platform'))
    );

    create table registry.signing_keys (
      purpose text primary key,
      secret bytea not null
    );
  `.execute(db);
}
