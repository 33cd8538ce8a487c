import { type Kysely, sql } from 'kysely';

/** Boundaries of communes as the province uploads them: kept in versions, each in force from a day on. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table core.boundary_versions (
      id bigint generated always as identity primary key,
      valid_from date not null,
      source text not null,
      saved_at timestamptz not null,
      communes int not null,
      warnings jsonb not null
    );
    create index boundary_versions_from on core.boundary_versions (valid_from, id);

    -- GeoJSON coordinates of a MultiPolygon, WGS 84.
    create table core.boundaries (
      version bigint not null references core.boundary_versions,
      commune text not null references core.communes,
      shape jsonb not null,
      primary key (version, commune)
    );
  `.execute(db);
}
