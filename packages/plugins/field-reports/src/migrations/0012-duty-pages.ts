import { type Kysely, sql } from 'kysely';

/** When duty officers were last called, and what has come in since: a flood is a few calls, not five hundred. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table field_reports.duty_pages (
      agency text primary key,
      paged_at timestamptz not null,
      -- reports that the last call spoke of
      told int not null check (told > 0),
      -- and those since then, of which none has spoken yet
      waiting int not null default 0,
      waiting_code text
    );
  `.execute(db);
}
