import type { LoggedEvent } from '@tinhthong/core';
import { sql } from 'kysely';
import type { ReportEvents } from '../events.ts';
import type { ReportTrx } from '../module.ts';
import { dayOf } from './read-figures.ts';

type Counted = { [Column in (typeof columns)[number]]?: number };
type DataOf<E extends keyof ReportEvents> = (data: ReportEvents[E]) => Counted;

const columns = ['submitted', 'accepted', 'rejected', 'answered', 'answered_on_time', 'closed', 'reopened', 'rated', 'satisfied', 'accepted_rating'] as const;

const rating = (given: string | null, by: 1 | -1): Counted =>
  given === null ? {} : { rated: by, ...(given === 'satisfied' && { satisfied: by }), ...(given === 'accepted' && { accepted_rating: by }) };

/** What each event adds to the figures of its day and category. A second rating replaces the first. */
const counts: { [E in keyof ReportEvents]?: DataOf<E> } = {
  'report.submitted': () => ({ submitted: 1 }),
  'report.accepted': () => ({ accepted: 1 }),
  'report.rejected': () => ({ rejected: 1 }),
  'report.answered': ({ onTime }) => ({ answered: 1, ...(onTime && { answered_on_time: 1 }) }),
  'report.closed': () => ({ closed: 1 }),
  'report.reopened': () => ({ reopened: 1 }),
  'report.rated': ({ rating: given, before }) => sum(rating(given, 1), rating(before, -1)),
};
export const countedEvents = Object.keys(counts);

/** Adds a batch of events to the kept figures, a row a day and category, whatever the number of events. */
export async function foldFigures(trx: ReportTrx, events: readonly LoggedEvent[]): Promise<void> {
  const rows = new Map<string, Counted & { day: string; category: string }>();
  for (const { type, at, data } of events) {
    const count = counts[type as keyof ReportEvents] as ((data: unknown) => Counted) | undefined;
    if (count === undefined) continue;
    const { category } = data as { category: string };
    const day = dayOf(at);
    const key = `${day} ${category}`;
    rows.set(key, { ...sum(rows.get(key) ?? {}, count(data)), day, category });
  }
  if (rows.size === 0) return;
  const names = sql.raw(columns.join(', '));
  await sql`
    insert into field_reports.figures as kept (day, category, ${names})
    select day, category, ${sql.raw(columns.map((name) => `coalesce(${name}, 0)`).join(', '))}
    from jsonb_to_recordset(${JSON.stringify([...rows.values()])}::jsonb)
      as folded(day date, category text, ${sql.raw(columns.map((name) => `${name} int`).join(', '))})
    on conflict (day, category) do update set ${sql.raw(columns.map((name) => `${name} = kept.${name} + excluded.${name}`).join(', '))}
  `.execute(trx);
}

function sum(a: Counted, b: Counted): Counted {
  const total: Counted = { ...a };
  for (const name of columns) if (b[name] !== undefined) total[name] = (total[name] ?? 0) + b[name];
  return total;
}
