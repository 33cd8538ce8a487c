import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table field_reports.routing_rules
      -- a closed ring of [longitude, latitude]
      add column area jsonb,
      -- {office: open | closed}, or {days, from, to}
      add column during jsonb,
      add column note text not null default '',
      -- replaced since; reports that went by it still find it
      add column retired_at timestamptz;

    -- Two editors at once: who saves second has not read what the first one saved.
    create table field_reports.routing_versions (
      version int primary key,
      saved_at timestamptz not null
    );
    insert into field_reports.routing_versions (version, saved_at) values (1, now());

    alter table field_reports.reports
      add column refusals int not null default 0,
      -- whether its commune is the nearest one, and not told by boundaries or by the reporter
      add column commune_approximate boolean not null default false;

    -- What coordinating agencies were asked for; without a text it is still missing.
    create table field_reports.contributions (
      report uuid not null references field_reports.reports,
      agency text not null,
      asked_at timestamptz not null,
      text text,
      given_at timestamptz,
      primary key (report, agency)
    );
    create index contributions_missing on field_reports.contributions (agency) where text is null;
  `.execute(db);
}
