import { type Kysely, sql } from 'kysely';
import type { ProvinceTables } from '../../tenancy/province-tables.ts';
import type { Boundary, Finding } from './boundary.ts';

/** A version of the boundaries: in force from its day on, until one with a later day, or of the same day and later saved, takes its place. */
export interface BoundaryVersion {
  readonly id: number;
  readonly validFrom: string;
  readonly source: string;
  readonly savedAt: Date;
  readonly communes: number;
  readonly warnings: readonly Finding[];
}

type Db = Pick<Kysely<ProvinceTables>, 'selectFrom' | 'insertInto'>;

export async function boundaryVersions(db: Db): Promise<BoundaryVersion[]> {
  return db
    .selectFrom('core.boundary_versions')
    .select(['id', 'valid_from as validFrom', 'source', 'saved_at as savedAt', 'communes', 'warnings'])
    .orderBy('valid_from', 'desc')
    .orderBy('id', 'desc')
    .limit(200)
    .execute();
}

/** The version in force on a day, and the day on which another takes its place, if one lies ready. */
export async function boundariesOn(db: Db, day: string): Promise<{ readonly version: number | null; readonly until: string | null }> {
  const versions = db.selectFrom('core.boundary_versions');
  const [now, next] = await Promise.all([
    versions.select('id').where('valid_from', '<=', day).orderBy('valid_from', 'desc').orderBy('id', 'desc').limit(1).executeTakeFirst(),
    versions.select((eb) => eb.fn.min<string | null>('valid_from').as('day')).where('valid_from', '>', day).executeTakeFirst(),
  ]);
  return { version: now?.id ?? null, until: next?.day ?? null };
}

export async function readShapes(db: Db, version: number): Promise<Boundary[]> {
  return db.selectFrom('core.boundaries').select(['commune', 'shape']).where('version', '=', version).orderBy('commune').execute();
}

export async function saveBoundaries(
  db: Db,
  { validFrom, source, at, warnings }: { readonly validFrom: string; readonly source: string; readonly at: Date; readonly warnings: readonly Finding[] },
  boundaries: readonly Boundary[],
): Promise<number> {
  const { id } = await db
    .insertInto('core.boundary_versions')
    .values({ valid_from: validFrom, source, saved_at: at, communes: boundaries.length, warnings: JSON.stringify(warnings) })
    .returning('id')
    .executeTakeFirstOrThrow();
  await db
    .insertInto('core.boundaries')
    .columns(['version', 'commune', 'shape'])
    .expression(
      sql`select ${id}::bigint, * from unnest(${boundaries.map(({ commune }) => commune)}::text[], ${boundaries.map(({ shape }) => JSON.stringify(shape))}::jsonb[])` as never,
    )
    .execute();
  return id;
}

/** The areas of a version as a GeoJSON FeatureCollection, put together by PostgreSQL. */
export async function boundariesAsGeoJson(db: Kysely<ProvinceTables>, version: number): Promise<string> {
  const { rows } = await sql<{ features: string }>`
    select coalesce(string_agg(json_build_object(
      'type', 'Feature',
      'properties', json_build_object('code', boundary.commune, 'name', commune.name, 'type', commune.type),
      'geometry', json_build_object('type', 'MultiPolygon', 'coordinates', boundary.shape)
    )::text, ',' order by boundary.commune), '') as features
    from core.boundaries as boundary join core.communes as commune on commune.code = boundary.commune
    where boundary.version = ${version}
  `.execute(db);
  return `{"type":"FeatureCollection","features":[${rows[0]!.features}]}`;
}
