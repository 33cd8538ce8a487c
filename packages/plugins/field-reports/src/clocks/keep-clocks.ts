import type { Updateable } from 'kysely';
import { configurationOf } from '../configuration.ts';
import type { ReportEvents } from '../events.ts';
import type { Report } from '../handling/move-report.ts';
import type { ReportContext, ReportTrx } from '../module.ts';
import type { ReportRow } from '../tables.ts';
import { clockOf, lookAt, rowOf, storeClocks, watchOf, wholeDue } from './clock-rows.ts';
import { advance, type Clock, type ClockEvent, type ClockTimes } from './clocks.ts';
import type { Limit } from './limits.ts';
import { onAccepted, onAssigned, onResumed, type Plan } from './plan-clocks.ts';

/** What an event of the report does to it beside its own: columns to set, and what the event has to carry. */
export interface Kept {
  readonly set: Updateable<ReportRow>;
  readonly data: { readonly clocks?: ClockTimes; readonly dueAt?: string; readonly onTime?: boolean };
}

export interface Kind {
  readonly type: string;
  readonly at: Date;
  /** As the event carries it: `agency` of a part given, `order` of one completed. */
  readonly data?: Pick<ClockEvent['data'], 'agency' | 'order'>;
  /** The report's owner after the event, where that changes. */
  readonly agency?: string | undefined;
  /** The times that the event brings, where its own use case reckons them. */
  times?(plan: Plan): ClockTimes | undefined;
  /** The rule that the report goes by from now on, where that changes. */
  readonly limit?: Limit | undefined;
  /** What is immediate from now on stands still for nobody. */
  readonly becomesImmediate?: boolean;
}

/** These come to an end, and a pause with them. */
const ending = new Set(['report.answered', 'report.rejected', 'report.withdrawn', 'report.merged']);

/**
 * The one door between the events of a report and its clocks, in the change that publishes the event and under the
 * lock of its row: a pause that is over ends first, the times of what begins are computed, and the reducer's outcome
 * is stored. The caller publishes the event with `at` and with what is answered here as part of its data.
 */
export async function keepClocks(ctx: ReportContext, trx: ReportTrx, report: Report, event: Kind): Promise<Kept> {
  const configuration = await configurationOf(ctx);
  const { limits, categories } = configuration;
  const rows = await trx.selectFrom('clocks').selectAll().where('report', '=', report.id).execute();
  let clocks = rows.map(clockOf);
  const limit = event.limit ?? limits.find(({ id }) => id === report.limit_rule);
  const flow = clocks.find(({ kind }) => kind === 'whole')?.flow ?? categories.get(report.category)?.flow ?? 'time-bound';
  const plan = (at: Date): Plan => ({ clocks, at, flow, limit, calendar: ctx.calendar });

  const resumed = await endPause(ctx, trx, report, event, clocks, plan);
  if (resumed !== undefined) clocks = advance(clocks, resumed);
  const times = event.times?.(plan(event.at)) ?? timesOf(event, plan(event.at), report);
  clocks = advance(clocks, { type: event.type, at: event.at, data: { ...event.data, clocks: times } });

  const owner = event.agency ?? report.agency;
  const watch = watchOf(ctx, configuration);
  await storeClocks(trx, clocks.map((clock) => rowOf(report.id, clock, lookAt(clock, owner, watch))));
  const whole = clocks.find(({ kind }) => kind === 'whole');
  return {
    set: whole === undefined ? {} : { due_at: whole.dueAt },
    data: {
      ...(times !== undefined && { clocks: times }),
      ...(wholeDue(times) !== undefined && { dueAt: wholeDue(times)! }),
      ...(event.type === 'report.answered' && { onTime: whole?.inTime ?? event.at <= report.due_at }),
    },
  };
}

function timesOf({ type }: Kind, plan: Plan, { coordinating }: Report): ClockTimes | undefined {
  if (type === 'report.accepted') return onAccepted(plan);
  if (type === 'report.assigned') return onAssigned(plan, coordinating);
  return type === 'report.resumed' ? onResumed(plan) : undefined;
}

/** A pause ends at its ceiling, whenever that is noticed, and with the report's answer or end. */
async function endPause(ctx: ReportContext, trx: ReportTrx, report: Report, event: Kind, clocks: readonly Clock[], plan: (at: Date) => Plan): Promise<ClockEvent | undefined> {
  if (event.type === 'report.resumed' || !clocks.some(({ pausedAt }) => pausedAt !== null)) return undefined;
  const pause = await trx.selectFrom('pauses').select(['id', 'ceiling_at']).where('report', '=', report.id).where('ended_at', 'is', null).executeTakeFirst();
  if (pause === undefined) return undefined;
  const over = pause.ceiling_at <= event.at;
  if (!over && !ending.has(event.type) && event.becomesImmediate !== true) return undefined;
  const at = over ? pause.ceiling_at : event.at;
  await trx.updateTable('pauses').set({ ended_at: at, ended_by: over ? 'ceiling' : 'move' }).where('id', '=', pause.id).execute();
  const times = onResumed(plan(at));
  const data: ReportEvents['report.resumed'] = { category: report.category, ...(times && { clocks: times }), ...(wholeDue(times) && { dueAt: wholeDue(times)! }) };
  ctx.publish(trx, 'report.resumed', { subject: report.id, agency: report.agency, at, data });
  return { type: 'report.resumed', at, data: { clocks: times } };
}
