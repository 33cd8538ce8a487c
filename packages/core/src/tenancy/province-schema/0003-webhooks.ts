import { type Kysely, sql } from 'kysely';

/** Where events are sent outside, and each sending. The signing secrets lie among `core.secrets`. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table core.webhooks (
      id uuid primary key,
      url text not null,
      description text not null,
      -- event types, plugin/type or plugin/*; none: all that the scope lets it see
      types text[] not null,
      -- permissions, and the agency whose own events it may see
      scopes text[] not null,
      agency text references core.agencies,
      state text not null default 'on' check (state in ('on', 'off', 'gone', 'failing')),
      failing_since timestamptz,
      -- who is told when it is switched off
      told_agency text references core.agencies,
      created_at timestamptz not null default now()
    );

    -- As with tasks, due_at is the whole state: in the past it is ready; claimed, it lies ahead by the lease, and is
    -- the holder's token; after a failure by the backoff; at infinity it has ended, delivered or given up.
    create table core.deliveries (
      id bigint generated always as identity primary key,
      webhook uuid not null references core.webhooks on delete cascade,
      event_id bigint not null,
      attempts int not null default 0,
      due_at timestamptz not null default now(),
      delivered_at timestamptz,
      -- of the last attempt: HTTP status, else what went wrong
      status int,
      error text,
      created_at timestamptz not null default now(),
      unique (webhook, event_id)
    );
    create index deliveries_due on core.deliveries (webhook, due_at, id) where due_at < 'infinity';
    create index deliveries_newest on core.deliveries (webhook, id desc);
    create index deliveries_age on core.deliveries using brin (created_at);
  `.execute(db);
}
