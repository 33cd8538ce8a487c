import { type RawBuilder, sql } from 'kysely';

/** Of `reports`: since when nothing more will be done about it; one that is answered may still be reopened. */
export const over = sql<Date>`case when reports.state in ('closed', 'rejected', 'merged', 'withdrawn') then coalesce(reports.closed_at, reports.updated_at) end`;
export const since = { vi: 'tính từ khi phản ánh kết thúc', en: 'from the day the report came to its end' };

export type KeptKind = 'contacts' | 'originals' | 'evidence' | 'videos';

/**
 * Of `reports`: whether it ended so long ago that this kind of data goes. A category says for how many months it keeps
 * it; where it does not, the rule of the province does, which is `before`.
 */
export function endedLongAgo(kind: KeptKind, before: Date, now: Date): RawBuilder<boolean> {
  const months = sql.ref(`keep_${kind}_months`);
  return sql<boolean>`${over} < coalesce(
    ${now}::timestamptz - (select make_interval(months => ${months}) from field_reports.categories where categories.code = reports.category), ${before}::timestamptz)`;
}
