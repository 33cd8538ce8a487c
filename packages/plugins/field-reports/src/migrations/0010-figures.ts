import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table field_reports.report_facts (
      report uuid primary key,
      -- the event folded last: a batch that is folded again changes nothing
      last_event bigint not null,
      category text not null,
      agency text not null,
      commune text not null,
      open boolean not null,
      due_at timestamptz,
      facts jsonb not null
    );
    create index report_facts_open on field_reports.report_facts (due_at) where open;

    create table field_reports.figures (
      -- of a category, an agency or a commune, where the other two are empty; or of all three together
      face text not null check (face in ('category', 'agency', 'commune', 'all')),
      -- a year is read as its months and the days that are left over
      span text not null check (span in ('day', 'month')),
      day date not null,
      category text not null,
      agency text not null,
      commune text not null,
      -- null is none: most of the columns of most rows are
      submitted int, with_media int, located int, accepted_since int, merged_since int, accepted int, rejected int, answered int,
      answered_on_time int, reopened int, refused int, rated int, satisfied int, accepting int, closed int, closed_extended int,
      closed_bounced int, closed_reopened int, closed_rated int, closed_publishable int, closed_published int, due int, due_met int,
      due_content int, opened int, ended int, late_begun int, late_ended int, accept_minutes int, assign_minutes int, close_minutes int,
      accept_h1 int, accept_h2 int, accept_h4 int, accept_h8 int, accept_h24 int, accept_h48 int, accept_h72 int, accept_h120 int,
      accept_h240 int, accept_h480 int, accept_more int, assign_h1 int, assign_h2 int, assign_h4 int, assign_h8 int, assign_h24 int,
      assign_h48 int, assign_h72 int, assign_h120 int, assign_h240 int, assign_h480 int, assign_more int, close_h1 int, close_h2 int,
      close_h4 int, close_h8 int, close_h24 int, close_h48 int, close_h72 int, close_h120 int, close_h240 int, close_h480 int,
      close_more int,
      primary key (face, span, day, category, agency, commune)
    ) with (fillfactor = 80);

    create table field_reports.published_figures (
      metric text not null,
      first_day date not null,
      last_day date not null,
      -- of the definition: values of two are not comparable
      version int not null,
      -- 1 as it was published first; a correction adds another and takes nothing away
      revision int not null,
      parts jsonb not null,
      computed_at timestamptz not null,
      reason text,
      primary key (first_day, last_day, metric, version, revision)
    );

    create table field_reports.hot_spots (
      id text primary key,
      category text not null,
      commune text not null,
      lat float8 not null,
      lon float8 not null,
      reports int not null,
      public_reports int not null,
      codes text[] not null,
      first_at timestamptz not null,
      last_at timestamptz not null
    );
    create index hot_spots_category on field_reports.hot_spots (category);
    create table field_reports.hot_spot_looks (category text primary key, at timestamptz not null);
  `.execute(db);
}
