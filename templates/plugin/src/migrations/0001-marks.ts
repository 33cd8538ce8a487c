import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table flood_marks.marks (
      id uuid primary key,
      commune text not null,
      lat float8 not null,
      lon float8 not null,
      depth_cm int not null check (depth_cm between 1 and 1000),
      seen_on date not null,
      recorder text,
      confirmed_at timestamptz,
      recorded_at timestamptz not null
    );
    create index marks_by_time on flood_marks.marks (recorded_at);
    create index marks_waiting on flood_marks.marks (id) where confirmed_at is null;
    create index marks_of_recorder on flood_marks.marks (recorder) where recorder is not null;
  `.execute(db);
}
