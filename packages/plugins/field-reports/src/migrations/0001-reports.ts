import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table field_reports.categories (
      code text primary key,
      position int not null,
      name jsonb not null,
      icon text not null,
      public boolean not null,
      photo_required boolean not null,
      flow text not null check (flow in ('time-bound', 'immediate'))
    );
    create table field_reports.routing_rules (
      id int generated always as identity primary key,
      position int not null,
      category text references field_reports.categories,
      communes text[],
      lead text not null,
      coordinating text[] not null default '{}'
    );
    create table field_reports.limits (
      id int generated always as identity primary key,
      position int not null,
      category text references field_reports.categories,
      channel text,
      accept_hours int,
      assign_hours int,
      answer_days int,
      answer_hours int,
      valid_from date not null,
      check (answer_days is not null or answer_hours is not null)
    );

    create sequence field_reports.report_numbers;
    create table field_reports.reports (
      id uuid primary key,
      code text not null unique,
      -- no foreign key: in a flood every insert would lock the same few rows of categories
      category text not null,
      commune text not null,
      lat float8 not null,
      lon float8 not null,
      place_exact boolean not null,
      address text,
      description text not null,
      public_text text not null,
      public boolean not null,
      channel text not null,
      state text not null default 'submitted',
      agency text not null,
      coordinating text[] not null default '{}',
      routing_rule int,
      limit_rule int,
      reporter text,
      photos uuid[] not null default '{}',
      after_photos uuid[] not null default '{}',
      answer text,
      rating text check (rating in ('satisfied', 'accepted', 'dissatisfied')),
      reopened int not null default 0,
      submitted_at timestamptz not null default now(),
      accept_due_at timestamptz,
      due_at timestamptz not null,
      answered_at timestamptz,
      closed_at timestamptz,
      updated_at timestamptz not null default now()
    );
    create index reports_recent on field_reports.reports (submitted_at desc, id desc);
    -- all that a page of a box is chosen by, so that only the reports on the page are read
    create index reports_place on field_reports.reports using gist (point(lon, lat)) include (lon, lat, public, category, submitted_at, id);
    create index reports_category on field_reports.reports (category, submitted_at desc);
    create index reports_open on field_reports.reports (agency, due_at)
      where state in ('submitted', 'accepted', 'assigned', 'in-progress', 'reopened');
    create index reports_reporter on field_reports.reports (reporter) where reporter is not null;

    create table field_reports.contacts (
      report uuid primary key references field_reports.reports,
      name text,
      phone text,
      email text,
      consent_version text not null
    );
  `.execute(db);
}
