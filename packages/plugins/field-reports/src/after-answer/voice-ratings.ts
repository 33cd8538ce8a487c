import { sql } from 'kysely';
import type { ReportTrx } from '../module.ts';
import type { Rating } from '../tables.ts';

export const levels = ['satisfied', 'accepted', 'dissatisfied'] as const satisfies readonly Rating[];

/** Counts anew how voices rated a report: shown beside what its reporter says, never mixed with it. */
export async function countVoiceRatings(trx: ReportTrx, reportId: string): Promise<void> {
  const counts = levels.map((level) => sql`count(*) filter (where rating = ${level})::int`);
  await sql`
    update field_reports.reports set voice_ratings = (
      select array[${sql.join(counts)}] from field_reports.ratings where report = ${reportId}::uuid and rater <> 'reporter'
    ) where id = ${reportId}::uuid
  `.execute(trx);
}
