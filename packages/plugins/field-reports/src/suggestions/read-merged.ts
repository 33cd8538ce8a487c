import { metresPerDegree } from '@tinhthong/core';
import { sql } from 'kysely';
import type { ReportContext } from '../module.ts';
import type { MergedOrNot } from './likely-duplicate.ts';
import { nearbyOf } from './nearby-reports.ts';

const mostMerged = 1_000;

/** The pairs that staff merged last, and beside them the neighbours of the same reports that they left apart. */
export async function readMerged(ctx: ReportContext): Promise<MergedOrNot[]> {
  const { rows: merged } = await sql<{ id: string; code: string; text: string; other_text: string; metres: number; hours: number }>`
    select mine.id, other.code, mine.public_text as text, other.public_text as other_text,
      ${metresPerDegree}::float8 * sqrt(power(other.lat - mine.lat, 2) + power((other.lon - mine.lon) * cos(radians(mine.lat)), 2)) as metres,
      extract(epoch from mine.submitted_at - other.submitted_at)::float8 / 3600 as hours
    from field_reports.reports as mine join field_reports.reports as other on other.id = mine.merged_into
    where mine.merged_into is not null and mine.place_exact and other.place_exact
    order by mine.merged_at desc nulls last limit ${mostMerged}
  `.execute(ctx.db);
  const into = new Map(merged.map(({ id, code }) => [id, code]));
  const beside = await nearbyOf(ctx, ctx.db, [...into.keys()]);
  return [
    ...merged.map(({ text, other_text, metres, hours }) => ({ pair: { text, otherText: other_text, metres, hours }, merged: true })),
    ...beside.flatMap(({ report, code, pair }) => (into.get(report) === code ? [] : [{ pair, merged: false }])),
  ];
}
