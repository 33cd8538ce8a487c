import { sql } from 'kysely';
import { authorizeStanding } from '../duplicates/standing.ts';
import type { Report } from '../handling/move-report.ts';
import type { ReportContext, ReportTrx } from '../module.ts';
import { reportNotFound } from './follow-up.ts';

export interface Rater {
  /** The reporter's rating counts; voices are shown apart. */
  readonly by: 'reporter' | 'voice';
  /** `reporter`; of a voice its id, and of the reporter of one that was merged into this the id of theirs. */
  readonly id: string;
}

/** The report that is rated, locked, and who rates it. Where it was merged, that is the last it was merged into: there is the answer. */
export async function ratedReport(ctx: ReportContext, trx: ReportTrx, code: string, given: string | undefined): Promise<{ report: Report; rater: Rater }> {
  const report = await trx
    .selectFrom('reports')
    .selectAll()
    .where('id', '=', sql<string>`(select field_reports.last_of(named.id) from field_reports.reports as named where named.code = ${code})`)
    .forUpdate()
    .executeTakeFirst();
  if (report === undefined) throw reportNotFound();
  const standing = await authorizeStanding(ctx, trx, report, given);
  if (standing.as === 'reporter') return { report, rater: { by: 'reporter', id: 'reporter' } };
  return { report, rater: { by: 'voice', id: standing.as === 'voice' ? standing.voice : standing.report } };
}
