import { type Kysely, sql } from 'kysely';

/** What operating many provinces needs: state of their schemas, quotas, moves between servers, figures of their requests. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table registry.servers add column max_provinces int not null default 200;

    -- The last attempt to migrate a module (or the core) of a province. Which version a schema has, its own ledger says.
    create table registry.migration_runs (
      province text not null references registry.provinces on delete cascade,
      module text not null,
      version text,
      status text not null check (status in ('running', 'done', 'failed')),
      error text,
      started_at timestamptz not null default now(),
      finished_at timestamptz,
      primary key (province, module)
    );

    -- A missing row or value stands for the default.
    create table registry.quotas (
      province text primary key references registry.provinces on delete cascade,
      connections int check (connections between 2 and 500),
      storage_bytes bigint check (storage_bytes > 0),
      jobs int check (jobs between 1 and 20),
      requests_a_minute int check (requests_a_minute > 0)
    );

    -- From and to where a province moves; once 'switched', the placement that it has left is kept here until it is dropped.
    create table registry.moves (
      province text primary key references registry.provinces on delete cascade,
      step text not null check (step in ('copying', 'paused', 'switched')),
      server text not null references registry.servers,
      database text not null,
      owner_role text not null,
      login_role text not null,
      started_at timestamptz not null default now(),
      changed_at timestamptz not null default now()
    );

    -- Requests of a province as a node counted them; buckets as in http/latency-buckets.ts.
    create table registry.request_minutes (
      minute timestamptz not null,
      node uuid not null,
      province text not null references registry.provinces on delete cascade,
      requests int not null,
      errors int not null,
      buckets int[] not null,
      primary key (minute, node, province)
    );
    create index request_minutes_province on registry.request_minutes (province, minute);
  `.execute(db);
}
