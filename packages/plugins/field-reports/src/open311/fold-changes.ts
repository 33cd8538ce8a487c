import type { LoggedEvent } from '@tinhthong/core';
import { sql } from 'kysely';
import { timelineTypes } from '../events.ts';
import type { ReportContext, ReportTrx } from '../module.ts';

/** What everybody may see of a report's life: each is an update of the standard, and a reason to fetch the report again. */
export const changingEvents = timelineTypes;

// Whoever polls up to a second must find everything in it: so a change counts for the second after the next, when it has
// long been committed and everybody sees it.
const noticedAfterSeconds = 2;
// What is brought in from elsewhere happened when it happened.
const historyAfterMinutes = 10;

/** Notes changes in the order of the log, one writer a province: what a poller has gone past gets no more of them. */
export async function foldChanges(ctx: ReportContext, trx: ReportTrx, events: readonly LoggedEvent[]): Promise<void> {
  const now = ctx.now();
  await sql`
    insert into field_reports.report_changes (event, report, update_id, noticed_at, shown_at)
    select event, report.id, coalesce(update_id, 'u-' || event), noticed.at,
      case when happened < noticed.at - make_interval(mins => ${historyAfterMinutes}) then date_trunc('second', happened) else noticed.at end
    from jsonb_to_recordset(${JSON.stringify(events.filter(({ subject }) => isId.test(subject)).map(rowOf))}::jsonb) as folded(event bigint, subject uuid, update_id text, happened timestamptz)
    join field_reports.reports as report on report.id = folded.subject
    cross join (select date_trunc('second', ${now}::timestamptz) + make_interval(secs => ${noticedAfterSeconds}) as at) as noticed
    on conflict (event) do nothing
  `.execute(trx);
}

// Not everything public is about a report.
const isId = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/;

function rowOf({ id, subject, at, data }: LoggedEvent) {
  return { event: id, subject, update_id: (data as { update?: string } | null)?.update, happened: at };
}
