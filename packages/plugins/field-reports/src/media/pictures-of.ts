import { sql } from 'kysely';
import type { Report } from '../handling/move-report.ts';
import type { ReportTrx } from '../module.ts';

export interface ReportPicture {
  readonly id: string;
  /** Sent with the report or added to it; with the promise of an extension; with an answer. */
  readonly part: 'report' | 'extension' | 'answer';
  /** What the time that it says of itself is held against. */
  readonly sentAt: Date;
}

/** Every picture of a report that everybody sees, or will once an extension is granted: first as reported, last as answered. */
export async function picturesOf(db: Pick<ReportTrx, 'selectFrom'>, report: Pick<Report, 'id' | 'photos' | 'after_photos' | 'submitted_at'>): Promise<ReportPicture[]> {
  const promised = await db.selectFrom('extensions').select(['photos', 'requested_at']).where('report', '=', report.id).where('state', '!=', 'refused').orderBy('requested_at').execute();
  const answered = await db
    .selectFrom('core.event_log')
    .select(['at', sql<number>`(data ->> 'photos')::int`.as('photos')])
    .where('subject', '=', report.id)
    .where('type', '=', 'report.answered')
    .orderBy('id')
    .execute();
  const answers = answered.flatMap(({ at, photos }) => Array.from({ length: photos }, () => at));
  return [
    ...report.photos.map((id) => ({ id, part: 'report' as const, sentAt: report.submitted_at })),
    ...promised.flatMap(({ photos, requested_at }) => photos.map((id) => ({ id, part: 'extension' as const, sentAt: requested_at }))),
    ...report.after_photos.map((id, i) => ({ id, part: 'answer' as const, sentAt: answers[i] ?? report.submitted_at })),
  ];
}
