import { type Kysely, sql } from 'kysely';

/** Questions of categories, what foreign clients add to a report, the order in which they learn of changes, and imports. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table field_reports.category_questions (
      category text not null references field_reports.categories,
      code text not null check (code ~ '^[a-z][a-z0-9-]*$'),
      position int not null check (position > 0),
      kind text not null check (kind in ('string', 'number', 'datetime', 'text', 'singlevaluelist', 'multivaluelist')),
      -- false: something to read, with nothing to fill in
      variable boolean not null default true,
      required boolean not null default false,
      public boolean not null default false,
      question jsonb not null,
      hint jsonb,
      choices jsonb not null default '[]',
      primary key (category, code),
      unique (category, position)
    );
    create table field_reports.report_answers (
      report uuid primary key references field_reports.reports,
      answers jsonb not null default '{}',
      media_urls text[] not null default '{}'
    );
    create table field_reports.posted_updates (
      update_id text primary key,
      report uuid not null references field_reports.reports,
      api_key text not null,
      status text not null check (status in ('open', 'closed')),
      description text not null,
      media_url text,
      updated_at timestamptz not null,
      received_at timestamptz not null
    );
    create index posted_updates_report on field_reports.posted_updates (report);
    create table field_reports.report_changes (
      event bigint primary key,
      report uuid not null,
      update_id text not null,
      shown_at timestamptz not null,
      noticed_at timestamptz not null
    );
    create index report_changes_noticed on field_reports.report_changes (noticed_at, report);
    create index report_changes_report on field_reports.report_changes (report, noticed_at);
    create index report_changes_shown on field_reports.report_changes (shown_at);

    create table field_reports.imports (
      id uuid primary key,
      state text not null check (state in ('checked', 'running', 'done')),
      encoding text not null,
      lines int not null,
      bad int not null,
      imported int not null default 0,
      known int not null default 0,
      created_at timestamptz not null,
      finished_at timestamptz
    );
    create table field_reports.import_lines (
      import uuid not null references field_reports.imports on delete cascade,
      line int not null,
      cells jsonb not null,
      state text not null check (state in ('good', 'bad', 'imported', 'known')),
      problem jsonb,
      primary key (import, line)
    );
    create index import_lines_good on field_reports.import_lines (import, line) where state = 'good';
    create table field_reports.imported_reports (
      service_request_id text primary key,
      report uuid not null
    );
  `.execute(db);
}
