import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table field_reports.reports
      -- people who said "the same with me": joined while it was open, or merged into it
      add column voices int not null default 0,
      add column merged_into uuid references field_reports.reports,
      add column merged_at timestamptz,
      -- what undoing a merge needs: the state before, and how many voices the other one gained by it
      add column merged_from text,
      add column merged_voices int;
    create index reports_merged on field_reports.reports (merged_into) where merged_into is not null;
    -- a place that is a whole commune is compared with what the commune reported of the same category
    create index reports_commune on field_reports.reports (commune, category, submitted_at desc);

    create table field_reports.voices (
      id uuid primary key,
      report uuid not null references field_reports.reports,
      account text,
      -- what they would have written in a report of their own, as they wrote it; for staff
      remark text,
      -- a hash of the account, of the contact, or of a nameless one's address: one person counts once
      person text not null,
      counted boolean not null,
      secret_hash bytea not null unique,
      joined_at timestamptz not null default now()
    );
    create index voices_report on field_reports.voices (report, person);
    create index voices_account on field_reports.voices (account) where account is not null;

    -- where a chain of merged reports ends; the report itself where it is not merged
    create function field_reports.last_of(report uuid) returns uuid language sql stable as $$
      with recursive chain as (
        select id, merged_into, 0 as step from field_reports.reports where id = report
        union all
        select next.id, next.merged_into, step + 1 from chain join field_reports.reports as next on next.id = chain.merged_into where step < 100
      )
      select id from chain order by step desc limit 1
    $$;
    -- the report and all that were merged into it, and into those
    create function field_reports.gathered_in(report uuid) returns setof uuid language sql stable as $$
      with recursive gathered as (
        select report as id
        union
        select source.id from gathered join field_reports.reports as source on source.merged_into = gathered.id
      )
      select id from gathered
    $$;
  `.execute(db);
}
