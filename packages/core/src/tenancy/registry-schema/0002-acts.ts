import { type Kysely, sql } from 'kysely';

/** What operators of the platform did: the control database's counterpart of a province's event log. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table registry.acts (
      id bigint generated always as identity primary key,
      at timestamptz not null default now(),
      type text not null,
      actor text not null,
      province text,
      data jsonb not null default '{}'
    );
    create index acts_province on registry.acts (province, id desc);
  `.execute(db);
}
