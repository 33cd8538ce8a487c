import type { LoggedEvent } from '@tinhthong/core';
import { sql } from 'kysely';
import type { ReportContext, ReportTrx } from '../module.ts';
import { columns } from './counters.ts';
import { figureRows } from './figure-rows.ts';
import { dueOf, factsAfter, factTypes, isOpen, type ReportFacts } from './report-facts.ts';
import { tallyOf } from './tally.ts';

interface Kept {
  readonly lastEvent: number;
  readonly facts: ReportFacts | undefined;
}

/**
 * Brings what is known of reports up to date with a batch of the log, and the figures with it: what a report added before
 * is taken away, what it adds now is added. Set-wise: three or four statements, whatever the number of events.
 */
export async function foldFigures(ctx: Pick<ReportContext, 'calendar'>, trx: ReportTrx, events: readonly LoggedEvent[]): Promise<void> {
  const before = await readKept(trx, new Set(events.map(({ subject }) => subject)));
  const after = new Map(before);
  const late = new Set<string>();
  for (const event of events) {
    const { lastEvent, facts } = after.get(event.subject) ?? { lastEvent: 0, facts: undefined };
    if (event.id <= lastEvent) continue;
    if (facts !== undefined && event.at.getTime() < facts.lastAt) late.add(event.subject);
    after.set(event.subject, { lastEvent: event.id, facts: factsAfter(facts, event, ctx.calendar) });
  }
  for (const [report, facts] of await foldAnew(ctx, trx, late, after)) after.set(report, { ...after.get(report)!, facts });
  const figures = figureRows();
  const reports = [];
  for (const [report, { lastEvent, facts }] of after) {
    const known = before.get(report);
    if (facts === undefined || known?.lastEvent === lastEvent) continue;
    if (known?.facts !== undefined) figures.add(known.facts, tallyOf(known.facts), -1);
    figures.add(facts, tallyOf(facts), 1);
    reports.push(rowOf(report, lastEvent, facts));
  }
  if (reports.length === 0) return;
  await sql`
    insert into field_reports.report_facts
    select * from jsonb_to_recordset(${JSON.stringify(reports)}::jsonb)
      as given(report uuid, last_event bigint, category text, agency text, commune text, open boolean, due_at timestamptz, facts jsonb)
    on conflict (report) do update set last_event = excluded.last_event, category = excluded.category, agency = excluded.agency, commune = excluded.commune,
      open = excluded.open, due_at = excluded.due_at, facts = excluded.facts
  `.execute(trx);
  await addToFigures(trx, figures.rows());
}

/** History that is brought in, or written down late, has its place among what is known: those reports are folded in the order of the times. */
async function foldAnew(ctx: Pick<ReportContext, 'calendar'>, trx: ReportTrx, reports: ReadonlySet<string>, known: ReadonlyMap<string, Kept>): Promise<Map<string, ReportFacts | undefined>> {
  const anew = new Map<string, ReportFacts | undefined>();
  if (reports.size === 0) return anew;
  const { rows } = await sql<Pick<LoggedEvent, 'id' | 'type' | 'subject' | 'at' | 'data'>>`
    select id, type, subject, at, data from core.event_log where subject = any(${[...reports]}) and type = any(${factTypes}) order by at, id
  `.execute(trx);
  for (const event of rows) {
    if (event.id <= known.get(event.subject)!.lastEvent) anew.set(event.subject, factsAfter(anew.get(event.subject), event, ctx.calendar));
  }
  return anew;
}

async function readKept(trx: ReportTrx, reports: ReadonlySet<string>): Promise<Map<string, Kept>> {
  const { rows } = await sql<{ report: string; last_event: number; facts: ReportFacts }>`
    select report::text, last_event, facts from field_reports.report_facts where report = any(${[...reports]}::uuid[])
  `.execute(trx);
  return new Map(rows.map(({ report, last_event, facts }) => [report, { lastEvent: Number(last_event), facts }]));
}

function rowOf(report: string, lastEvent: number, facts: ReportFacts) {
  const due = dueOf(facts);
  return {
    report,
    last_event: lastEvent,
    category: facts.category,
    agency: facts.agency ?? '',
    commune: facts.commune ?? '',
    open: isOpen(facts),
    due_at: due === undefined ? null : new Date(due).toISOString(),
    facts,
  };
}

/** A count that comes to nothing is stored as nothing: most of the columns of most rows are. */
async function addToFigures(trx: ReportTrx, rows: readonly object[]): Promise<void> {
  if (rows.length === 0) return;
  const list = (of: (column: string) => string) => sql.raw(columns.map(of).join(', '));
  await sql`
    insert into field_reports.figures as kept (face, span, day, category, agency, commune, ${list((column) => column)})
    select face, span, day, category, agency, commune, ${list((column) => column)}
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as given(face text, span text, day date, category text, agency text, commune text, ${list((column) => `${column} int`)})
    on conflict (face, span, day, category, agency, commune)
    do update set ${list((column) => `${column} = nullif(coalesce(kept.${column}, 0) + coalesce(excluded.${column}, 0), 0)`)}
  `.execute(trx);
}
