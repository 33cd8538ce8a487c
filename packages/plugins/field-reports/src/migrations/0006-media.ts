import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    -- Where and when a picture was taken, as it said itself before it was stripped; for staff alone. Follows the picture's id.
    create table field_reports.picture_evidence (
      photo uuid primary key,
      taken_at timestamptz,
      lat float8,
      lon float8,
      received_at timestamptz not null default now(),
      check ((lat is null) = (lon is null))
    );

    create table field_reports.videos (
      -- also the name of what arrives piece by piece
      id uuid primary key,
      report uuid not null references field_reports.reports,
      state text not null check (state in ('arriving', 'arrived', 'ready', 'staff-only', 'withheld', 'refused')),
      bytes bigint not null check (bytes > 0),
      file uuid,
      poster uuid,
      created_at timestamptz not null default now()
    );
    -- one video a report
    create unique index videos_report on field_reports.videos (report);
    create index videos_arriving on field_reports.videos (created_at) where state = 'arriving';

    -- what everybody may see of the video: set once it has been cleaned, cleared when it is withheld
    alter table field_reports.reports add column video uuid;
    alter table field_reports.reports add column video_poster uuid;
    -- why no after-photo was taken near the place; for the supervisor
    alter table field_reports.reports add column after_photo_note text;
    alter table field_reports.categories add column after_photo_required boolean not null default false;
  `.execute(db);
}
