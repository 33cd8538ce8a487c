import { type Kysely, sql } from 'kysely';

/** What every province's database holds before any module: organisation, access, events, tasks, files. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table core.communes (
      code text primary key,
      name text not null,
      folded text not null,
      type text not null check (type in ('phuong', 'xa', 'dac_khu')),
      lat float8 not null,
      lon float8 not null,
      valid_from date not null,
      valid_to date
    );
    create table core.agencies (
      id text primary key,
      name_vi text not null,
      name_en text,
      kind text not null,
      commune text references core.communes,
      parent text references core.agencies deferrable initially deferred,
      valid_from date not null default current_date,
      valid_to date
    );
    create table core.opening_periods (
      weekday int not null check (weekday between 1 and 7),
      opens time not null,
      closes time not null check (closes > opens),
      primary key (weekday, opens)
    );
    create table core.special_days (
      day date primary key,
      name text not null,
      worked boolean not null,
      provisional boolean not null default false
    );

    create table core.roles (
      id text primary key,
      title jsonb not null,
      grants jsonb not null
    );
    create table core.members (
      account text primary key references identity."user" on delete cascade,
      agency text references core.agencies,
      communes text[] not null default '{}',
      roles text[] not null
    );
    create table core.api_keys (
      id uuid primary key default gen_random_uuid(),
      name text not null,
      hash bytea not null unique,
      scopes text[] not null,
      created_at timestamptz not null default now(),
      expires_at timestamptz,
      revoked_at timestamptz
    );

    -- Immutable but for its position, which the sealer gives after commit: identity numbers commit out of order.
    create table core.events (
      id bigint generated always as identity primary key,
      position bigint,
      plugin text not null,
      type text not null,
      subject text not null,
      at timestamptz not null default now(),
      actor_kind text not null,
      actor_id text,
      agency text,
      data jsonb not null
    );
    create index events_subject on core.events (subject, id);
    create unique index events_position on core.events (position) where position is not null;
    create index events_unsealed on core.events (id) where position is null;
    create view core.event_log as
      select id, position, plugin, type, subject, at, actor_kind, agency, data from core.events;
    create table core.projections (
      plugin text not null,
      name text not null,
      position bigint not null default 0,
      primary key (plugin, name)
    );

    -- due_at is the whole state of a task: in the past it is ready; claimed, it lies ahead by the lease;
    -- after a failure by the backoff; dead, at infinity. Done, the row is gone.
    create table core.tasks (
      id bigint generated always as identity primary key,
      plugin text not null,
      job text not null,
      payload jsonb not null default '{}',
      event_id bigint,
      attempts int not null default 0,
      due_at timestamptz not null default now(),
      error text,
      created_at timestamptz not null default now()
    );
    create index tasks_due on core.tasks (due_at, id);
    create table core.schedule_runs (
      plugin text not null,
      job text not null,
      period timestamptz not null,
      primary key (plugin, job, period)
    );

    create table core.idempotency (
      id uuid primary key,
      body_hash bytea not null,
      result json,
      created_at timestamptz not null default now()
    );
    create index idempotency_age on core.idempotency using brin (created_at);

    create table core.files (
      id uuid primary key,
      plugin text not null,
      subject text,
      media_type text not null,
      size int not null,
      width int,
      height int,
      created_at timestamptz not null default now()
    );
    create index files_subject on core.files (subject) where subject is not null;
    create index files_pending on core.files (created_at) where subject is null;
    create view core.stored_files as select id, subject, media_type, width, height from core.files;

    create table core.notices (
      id bigint generated always as identity primary key,
      key text not null unique,
      agency text not null,
      title jsonb not null,
      link text not null,
      at timestamptz not null default now()
    );
    create index notices_agency on core.notices (agency, id desc);

    -- Ends a one-statement change from within, so that nothing of it is stored.
    create function core.refuse(code text) returns json language plpgsql as $$
    begin
      raise exception '%', code using errcode = 'TT422';
    end $$;
  `.execute(db);
}
