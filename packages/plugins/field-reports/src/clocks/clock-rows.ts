import { sql } from 'kysely';
import type { ReportContext, ReportTrx } from '../module.ts';
import type { ClockRow } from './clocks-tables.ts';
import { type Clock, type ClockTimes, isRunning } from './clocks.ts';
import type { Configuration } from '../configuration.ts';
import { ladderOf, nextLook, type Organisation, ownerOf } from './ladder.ts';

export interface Watch {
  readonly configuration: Pick<Configuration, 'ladder' | 'parents'>;
  readonly organisation: Organisation;
  readonly calendar: ReportContext['calendar'];
}

export function watchOf(ctx: ReportContext, configuration: Pick<Configuration, 'ladder' | 'parents'>): Watch {
  const { chairmanOffice, dispatcher } = ctx.settings;
  return { configuration, organisation: { parents: configuration.parents, chairmanOffice, dispatcher }, calendar: ctx.calendar };
}

/** Who is told, rung by rung, that this clock is late. */
export function ladderFor(clock: Clock, reportAgency: string, { configuration, organisation }: Watch) {
  return ladderOf(ownerOf(clock, reportAgency, organisation), configuration.ladder, organisation);
}

export function lookAt(clock: Clock, reportAgency: string, watch: Watch): Date | null {
  return isRunning(clock) ? nextLook(clock, ladderFor(clock, reportAgency, watch), watch.calendar) : null;
}

export function clockOf(row: ClockRow): Clock {
  return {
    kind: row.kind,
    part: row.part,
    agency: row.agency,
    rule: row.rule,
    flow: row.flow,
    beganAt: row.began_at,
    runsSince: row.runs_since,
    warnAt: row.warn_at,
    dueAt: row.due_at,
    pausedAt: row.paused_at,
    stoppedAt: row.stopped_at,
    inTime: row.in_time,
    warnedAt: row.warned_at,
    rung: row.rung,
  };
}

export function rowOf(report: string, clock: Clock, look: Date | null): ClockRow {
  return {
    report,
    kind: clock.kind,
    part: clock.part,
    agency: clock.agency,
    rule: clock.rule,
    flow: clock.flow,
    began_at: clock.beganAt,
    runs_since: clock.runsSince,
    warn_at: clock.warnAt,
    due_at: clock.dueAt,
    paused_at: clock.pausedAt,
    stopped_at: clock.stoppedAt,
    in_time: clock.inTime,
    warned_at: clock.warnedAt,
    rung: clock.rung,
    look_at: look,
  };
}

const columns = `report uuid, kind text, part text, agency text, rule int, flow text, began_at timestamptz, runs_since timestamptz, warn_at timestamptz,
  due_at timestamptz, paused_at timestamptz, stopped_at timestamptz, in_time boolean, warned_at timestamptz, rung int, look_at timestamptz`;
const moving = ['rule', 'flow', 'runs_since', 'warn_at', 'due_at', 'paused_at', 'stopped_at', 'in_time', 'warned_at', 'rung', 'look_at'];

/** Stores clocks as they have become, however many, in one statement. */
export async function storeClocks(trx: ReportTrx, rows: readonly ClockRow[]): Promise<void> {
  if (rows.length === 0) return;
  await sql`
    insert into field_reports.clocks select * from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as clock(${sql.raw(columns)})
    on conflict (report, kind, part) do update set ${sql.raw(moving.map((column) => `${column} = excluded.${column}`).join(', '))}
  `.execute(trx);
}

/**
 * The rows of a new report's clocks as SQL that reads `given.clocks`, the times of its event: the submit path writes
 * them with the report, in its one statement.
 */
export const insertFirstClocks = `
  insert into field_reports.clocks (report, kind, rule, flow, began_at, runs_since, warn_at, due_at, look_at)
  select given.id, time.kind, (given.clocks->>'rule')::int, given.clocks->>'flow', (given.clocks->>'from')::timestamptz,
    (given.clocks->>'from')::timestamptz, time."warnAt", time.at, time."warnAt"
  from given join change using (id) cross join lateral jsonb_to_recordset(given.clocks->'due') as time(kind text, at timestamptz, "warnAt" timestamptz)`;

/** The whole's due time among times that an event carries: the one that citizens are told. */
export function wholeDue(times: ClockTimes | undefined): string | undefined {
  return times?.due.find(({ kind }) => kind === 'whole')?.at;
}
