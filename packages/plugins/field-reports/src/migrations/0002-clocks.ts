import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table field_reports.reports add column priority text not null default 'normal' check (priority in ('normal', 'high'));

    -- handle: from the first assignment to the answer; answer stays the whole, from submission on
    alter table field_reports.limits
      add column priority text check (priority in ('normal', 'high')),
      add column handle_days int,
      add column handle_hours int,
      add column coordinate_days int,
      add column coordinate_hours int,
      -- replaced since; reports that go by it still find it
      add column retired_at timestamptz;

    create table field_reports.ladder_rungs (
      id int generated always as identity primary key,
      position int not null,
      told text not null,
      after_hours int not null check (after_hours >= 0)
    );

    create table field_reports.clocks (
      -- no foreign key: in a flood it would be one more look-up for every clock
      report uuid not null,
      kind text not null check (kind in ('accept', 'assign', 'answer', 'whole', 'coordinate', 'order')),
      -- the agency that coordinates, or the order
      part text not null default '',
      agency text,
      rule int,
      flow text not null check (flow in ('time-bound', 'immediate')),
      began_at timestamptz not null,
      runs_since timestamptz not null,
      warn_at timestamptz not null,
      due_at timestamptz not null,
      paused_at timestamptz,
      stopped_at timestamptz,
      in_time boolean,
      warned_at timestamptz,
      rung int not null default 0,
      look_at timestamptz,
      primary key (report, kind, part)
    );
    -- what the clock job looks for, among however many reports
    create index clocks_look on field_reports.clocks (look_at) where look_at is not null;

    create table field_reports.pauses (
      id uuid primary key,
      report uuid not null references field_reports.reports,
      reason text not null,
      began_at timestamptz not null,
      ceiling_at timestamptz not null,
      ended_at timestamptz,
      -- by somebody, at its ceiling, or because the report came to its answer
      ended_by text check (ended_by in ('resumed', 'ceiling', 'move')),
      check (ceiling_at > began_at)
    );
    create index pauses_report on field_reports.pauses (report);
    create unique index pauses_one on field_reports.pauses (report) where ended_at is null;
    create index pauses_ceiling on field_reports.pauses (ceiling_at) where ended_at is null;

    create table field_reports.extensions (
      id uuid primary key,
      report uuid not null references field_reports.reports,
      reason text not null,
      photos uuid[] not null default '{}',
      promised_at timestamptz not null,
      state text not null default 'requested' check (state in ('requested', 'granted', 'refused')),
      requested_at timestamptz not null,
      decided_at timestamptz,
      refusal text
    );
    create index extensions_report on field_reports.extensions (report);
    create unique index extensions_one on field_reports.extensions (report) where state = 'requested';

    create table field_reports.orders (
      id uuid primary key,
      report uuid not null references field_reports.reports,
      agency text not null,
      instruction text not null,
      given_at timestamptz not null,
      due_at timestamptz not null,
      completed_at timestamptz,
      result text
    );
    create index orders_report on field_reports.orders (report);

    insert into field_reports.ladder_rungs (position, told, after_hours) values (0, '$agency', 0), (1, '$parent', 4), (2, '$chairman', 8);
    insert into field_reports.clocks (report, kind, rule, flow, began_at, runs_since, warn_at, due_at, stopped_at, in_time, look_at)
    select report.id, 'whole', report.limit_rule, coalesce(category.flow, 'time-bound'), report.submitted_at, report.submitted_at,
      report.submitted_at + (report.due_at - report.submitted_at) * 0.75, report.due_at, ended.at, ended.at <= report.due_at,
      case when ended.at is null then greatest(report.submitted_at + (report.due_at - report.submitted_at) * 0.75, now()) end
    from field_reports.reports as report
    left join field_reports.categories as category on category.code = report.category
    cross join lateral (
      select case when report.state in ('answered', 'closed', 'rejected', 'merged', 'withdrawn')
        then coalesce(report.answered_at, report.closed_at, report.updated_at) end as at
    ) as ended;
    insert into field_reports.clocks (report, kind, rule, flow, began_at, runs_since, warn_at, due_at, look_at)
    select report.id, 'accept', report.limit_rule, 'time-bound', report.submitted_at, report.submitted_at,
      report.submitted_at + (report.accept_due_at - report.submitted_at) * 0.75, report.accept_due_at, now()
    from field_reports.reports as report
    where report.state = 'submitted' and report.accept_due_at is not null;
  `.execute(db);
}
