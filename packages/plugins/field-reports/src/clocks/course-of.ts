import type { Report } from '../handling/move-report.ts';
import type { ReportTrx } from '../module.ts';
import type { Course } from './plan-clocks.ts';

/** What has become of a report so far, as far as its deadlines mind it: from its own log and ledgers. */
export async function courseOf(trx: ReportTrx, report: Report): Promise<Course> {
  const [moves, pauses, promise] = [
    await trx.selectFrom('core.event_log').select(['type', 'at']).where('subject', '=', report.id).where('type', 'in', ['report.accepted', 'report.assigned']).orderBy('id').execute(),
    await trx.selectFrom('pauses').select(['began_at', 'ended_at']).where('report', '=', report.id).where('ended_at', 'is not', null).orderBy('began_at').execute(),
    await trx.selectFrom('extensions').select('promised_at').where('report', '=', report.id).where('state', '=', 'granted').orderBy('decided_at', 'desc').limit(1).executeTakeFirst(),
  ];
  const first = (type: string) => moves.find((move) => move.type === type)?.at ?? null;
  return {
    submittedAt: report.submitted_at,
    acceptedAt: first('report.accepted'),
    assignedAt: first('report.assigned'),
    pauses: pauses.map(({ began_at, ended_at }) => ({ from: began_at, to: ended_at! })),
    promised: promise?.promised_at ?? null,
  };
}
