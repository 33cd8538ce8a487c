import { metresPerDegree } from '@tinhthong/core';
import { sql } from 'kysely';
import type { ReportContext } from '../module.ts';
import type { Pair } from './likely-duplicate.ts';

const mostOfEach = 5;
// Where thousands tell of one place, a few hundred are enough to find its like among, and the work stays the same for each.
const mostLookedAt = 300;

export interface Nearby {
  readonly report: string;
  /** Of the other one, which was there before. */
  readonly code: string;
  readonly pair: Pair;
}

/** For each public report the nearest earlier ones of its category, which it could be merged into, within the radius and window that the province set: one statement for all of them. */
export async function nearbyOf({ settings }: ReportContext, db: ReportContext['db'], ids: readonly string[]): Promise<Nearby[]> {
  const { similarMetres, similarDays } = settings;
  const dLat = similarMetres / metresPerDegree;
  const { rows } = await sql<{ report: string; text: string; code: string; other_text: string; metres: number; hours: number }>`
    select mine.id as report, mine.public_text as text, other.code, other.public_text as other_text, other.metres,
      extract(epoch from mine.submitted_at - other.submitted_at)::float8 / 3600 as hours
    from field_reports.reports as mine
    cross join lateral (
      select * from (
        select * from (
          -- A place has few reports, a category of a flood thousands: offset 0 has the place looked up first.
          select id, code, category, public, public_text, submitted_at, state,
            ${metresPerDegree}::float8 * sqrt(power(lat - mine.lat, 2) + power((lon - mine.lon) * cos(radians(mine.lat)), 2)) as metres
          from field_reports.reports
          where point(lon, lat) <@ box(point(mine.lon - ${dLat}::float8 / cos(radians(mine.lat)), mine.lat - ${dLat}::float8),
            point(mine.lon + ${dLat}::float8 / cos(radians(mine.lat)), mine.lat + ${dLat}::float8))
          offset 0
        ) as near
        where near.id <> mine.id and near.category = mine.category and near.public and near.metres <= ${similarMetres}
          and near.submitted_at <= mine.submitted_at and near.submitted_at > mine.submitted_at - make_interval(days => ${similarDays})
          and near.state not in ('rejected', 'withdrawn', 'merged')
        limit ${mostLookedAt}
      ) as candidate
      order by metres, submitted_at desc limit ${mostOfEach}
    ) as other
    where mine.id = any(${ids}::uuid[]) and mine.place_exact and mine.public
  `.execute(db);
  return rows.map(({ report, text, code, other_text, metres, hours }) => ({ report, code, pair: { text, otherText: other_text, metres, hours } }));
}
