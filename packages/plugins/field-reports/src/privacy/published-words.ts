import { sql } from 'kysely';
import { type eventTypes, timelineTypes } from '../events.ts';
import type { ReportTrx } from '../module.ts';

/** Where an event of the timeline keeps what somebody wrote: an agency's answer, a reason, an update of another system. */
const fields = ['answer', 'reason', 'text'] as const;

/**
 * SQL of the data of an `event` as everybody may read it: the log keeps what was said for ever, and what has been hidden
 * since, by hand or by the rules of another category, is shown in none of its places.
 */
export const shownData = `event.data || coalesce((select hidden.shown from field_reports.hidden_words as hidden where hidden.event = event.id), '{}')`;

export interface PublishedWords {
  readonly event: number;
  readonly type: (typeof eventTypes)[number];
  readonly at: Date;
  readonly field: (typeof fields)[number];
  readonly text: string;
}

/** What people wrote that the timeline shows of a report, oldest first. */
export async function publishedWords(db: Pick<ReportTrx, 'getExecutor'>, report: string): Promise<PublishedWords[]> {
  const { rows } = await sql<PublishedWords>`
    select event.id as event, event.type, event.at, field, shown.data ->> field as text
    from core.event_log as event cross join lateral (select ${sql.raw(shownData)} as data) as shown cross join unnest(${[...fields]}::text[]) as field
    where event.subject = ${report}::text and event.type = any(${[...timelineTypes]}::text[]) and shown.data ->> field <> ''
    order by event.at, event.id
  `.execute(db);
  return rows;
}

/** Shows other words in the place of an event's own; those of the last answer stand at the head of the report as well. */
export async function showInstead(trx: ReportTrx, report: string, { event, field }: Pick<PublishedWords, 'event' | 'field'>, text: string): Promise<void> {
  await sql`
    insert into field_reports.hidden_words (event, report, shown) values (${event}, ${report}, jsonb_build_object(${field}::text, ${text}::text))
    on conflict (event) do update set shown = excluded.shown
  `.execute(trx);
  await sql`
    update field_reports.reports set answer = ${text} where id = ${report} and answer is not null and ${event} = (
      select max(id) from core.event_log where subject = ${report}::text and type in ('report.answered', 'report.rejected')
    )
  `.execute(trx);
}
