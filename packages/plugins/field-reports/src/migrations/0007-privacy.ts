import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    -- What was hidden by hand, so that it can be undone: the text as it was shown before, or the picture without the bars.
    create table field_reports.redactions (
      id uuid primary key,
      report uuid not null references field_reports.reports,
      what text not null check (what in ('text', 'address', 'timeline', 'picture')),
      -- of the timeline: whose words were hidden
      event bigint,
      text_before text,
      text_after text,
      shown uuid,
      original uuid,
      regions jsonb,
      made_at timestamptz not null default now(),
      check (case when what <> 'picture' then text_before is not null and text_after is not null
        else shown is not null and original is not null and regions is not null end),
      check ((what = 'timeline') = (event is not null))
    );
    create index redactions_report on field_reports.redactions (report, made_at);
    create unique index redactions_shown on field_reports.redactions (shown) where shown is not null;
    -- What everybody reads in the place of an event's words: the log itself cannot be changed.
    create table field_reports.hidden_words (
      event bigint primary key,
      report uuid not null references field_reports.reports,
      shown jsonb not null
    );

    alter table field_reports.categories add column mask_plates boolean not null default false;
    -- months after the end of a report; null: as the province's rule for all categories says
    alter table field_reports.categories add column keep_contacts_months int check (keep_contacts_months > 0);
    alter table field_reports.categories add column keep_originals_months int check (keep_originals_months > 0);
    alter table field_reports.categories add column keep_evidence_months int check (keep_evidence_months > 0);
    alter table field_reports.categories add column keep_videos_months int check (keep_videos_months > 0);
  `.execute(db);
}
