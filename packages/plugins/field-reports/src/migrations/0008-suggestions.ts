import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table field_reports.suggestion_models (
      id int generated always as identity primary key,
      trained_at timestamptz not null,
      seconds real not null,
      -- 'in-use', 'former', 'refused': worse than the one in use, 'too-few': nothing to learn from
      state text not null check (state in ('in-use', 'former', 'refused', 'too-few')),
      measured jsonb not null,
      -- whether the province's reports are sample data: then accuracy means nothing for real ones
      sample boolean not null,
      -- what speaks for two reports being one, learned from what staff merged; four numbers
      duplicates jsonb not null,
      -- numbers alone, of what at least five reports share; null once another model is in use
      packed bytea
    );
    create unique index suggestion_models_in_use on field_reports.suggestion_models (state) where state = 'in-use';

    create table field_reports.suggestions (
      id uuid primary key,
      report uuid not null references field_reports.reports,
      kind text not null check (kind in ('category', 'agency', 'urgency', 'duplicate')),
      suggested text not null,
      confidence real not null,
      -- what the report came with; a suggestion that is the same asks for nothing and is not shown
      given text,
      shown boolean not null,
      model int,
      made_at timestamptz not null default now(),
      fate text check (fate in ('confirmed', 'changed', 'ignored')),
      became text,
      decided_at timestamptz,
      -- what it was when the report was closed
      truth text,
      unique (report, kind, suggested)
    );
    create index suggestions_made on field_reports.suggestions (made_at);
  `.execute(db);
}
