/**
 * The clocks of a report as a fold over its events. Due times stand in the events: they are computed once, by
 * plan-clocks.ts, from the rule and the calendar of that day. So replaying the log gives the stored clocks for ever,
 * whatever has become of regulations and holiday tables since.
 */
import { z } from 'zod';

export const clockKinds = ['accept', 'assign', 'answer', 'whole', 'coordinate', 'order'] as const;
export type ClockKind = (typeof clockKinds)[number];

/** Which of a report's clocks: `part` is the agency that coordinates, or the id of the order; else empty. */
const clockName = { kind: z.enum(clockKinds), part: z.string() };

/** What an event says of clocks that begin with it or get another due time. */
export const clockTimes = z
  .object({
    rule: z.int().nullable().meta({ description: 'Quy định được áp dụng / row of the limits' }),
    flow: z.enum(['time-bound', 'immediate']),
    /** When the time began to count: not always the moment of the event. */
    from: z.string(),
    due: z.array(z.object({ ...clockName, agency: z.string().nullable(), at: z.string(), warnAt: z.string() })),
  })
  .meta({ id: 'ClockTimes' });
export type ClockTimes = z.output<typeof clockTimes>;

export interface Clock {
  readonly kind: ClockKind;
  readonly part: string;
  /** Who owes it, where that does not change with the report's owner. */
  readonly agency: string | null;
  readonly rule: number | null;
  readonly flow: 'time-bound' | 'immediate';
  readonly beganAt: Date;
  /** Since it runs without a break: its beginning, or the last reopening. */
  readonly runsSince: Date;
  readonly warnAt: Date;
  readonly dueAt: Date;
  readonly pausedAt: Date | null;
  readonly stoppedAt: Date | null;
  /** Null while it runs, and where nobody owed it any more. */
  readonly inTime: boolean | null;
  readonly warnedAt: Date | null;
  /** How many rungs of the ladder have been told that it is late. */
  readonly rung: number;
}

/** An event of the report, as far as its clocks mind it. */
export interface ClockEvent {
  readonly type: string;
  readonly at: Date;
  readonly data: {
    readonly clocks?: ClockTimes | undefined;
    /** Of the agency that gave its part. */
    readonly agency?: string | undefined;
    readonly order?: string | undefined;
    /** Of a warning or an escalation. */
    readonly clock?: { readonly kind: ClockKind; readonly part: string } | undefined;
    readonly rung?: number | undefined;
  };
}

/** A pause stops what the agency owes the citizen; an order of the chairman's office goes on. */
export const pausable = (clock: Clock): boolean => isRunning(clock) && ['answer', 'whole', 'coordinate'].includes(clock.kind);
export const isRunning = ({ stoppedAt }: Clock): boolean => stoppedAt === null;

/** The clocks after one more event. */
export function advance(clocks: readonly Clock[], event: ClockEvent): Clock[] {
  const after = clocks.map((clock) => (isRunning(clock) ? running(clock, event) : stopped(clock, event, clocks)));
  return retime(after, event);
}

/** The clocks that a report's events, in the order of the log, have made. */
export function replay(events: readonly ClockEvent[]): Clock[] {
  return events.reduce<Clock[]>(advance, []);
}

function running(clock: Clock, { type, at, data }: ClockEvent): Clock {
  const { kind, part } = clock;
  switch (type) {
    case 'report.accepted':
      return kind === 'accept' ? stop(clock, at) : clock;
    case 'report.assigned':
      return kind === 'assign' ? stop(clock, at) : clock;
    case 'report.contributed':
      return kind === 'coordinate' && part === data.agency ? stop(clock, at) : clock;
    case 'report.answered':
    case 'report.rejected':
      return kind === 'order' ? clock : stop(clock, at);
    case 'report.withdrawn':
    case 'report.merged':
      return abandon(clock, at);
    case 'report.reclassified':
      // What the new rule has no time for, nobody owes.
      return kind === 'order' || data.clocks === undefined || data.clocks.due.some(isThe(clock)) ? clock : abandon(clock, at);
    case 'order.completed':
      return kind === 'order' && part === data.order ? stop(clock, at) : clock;
    case 'report.paused':
      return pausable(clock) && clock.pausedAt === null && at < clock.dueAt ? { ...clock, pausedAt: at } : clock;
    case 'report.resumed':
      return { ...clock, pausedAt: null };
    case 'clock.warned':
      return isThe(clock)(data.clock) ? { ...clock, warnedAt: at } : clock;
    case 'clock.escalated':
      return isThe(clock)(data.clock) ? { ...clock, rung: data.rung ?? clock.rung } : clock;
    default:
      return clock;
  }
}

function stopped(clock: Clock, { type, at }: ClockEvent, clocks: readonly Clock[]): Clock {
  // Neither gives more time: the due time stays.
  const again = { ...clock, stoppedAt: null, inTime: null, runsSince: at, warnedAt: null, rung: 0 };
  if (type === 'report.reopened' && clock.kind === 'whole') return again;
  return type === 'report.unmerged' && clock.inTime === null && +clock.stoppedAt! === lastAbandoned(clocks) ? again : clock;
}

/** When those were abandoned that the merging, the last thing to happen, stopped. */
const lastAbandoned = (clocks: readonly Clock[]) => Math.max(...clocks.flatMap(({ stoppedAt, inTime }) => (stoppedAt === null || inTime !== null ? [] : [+stoppedAt])));

function retime(clocks: readonly Clock[], { data }: ClockEvent): Clock[] {
  if (data.clocks === undefined) return [...clocks];
  const { rule, flow, from, due } = data.clocks;
  const moved = clocks.map((clock) => {
    const time = isRunning(clock) ? due.find(isThe(clock)) : undefined;
    return time === undefined ? clock : { ...clock, rule, flow, dueAt: new Date(time.at), warnAt: new Date(time.warnAt), warnedAt: null, rung: 0 };
  });
  const begun = due
    .filter((time) => !clocks.some((clock) => isThe(clock)(time)))
    .map(({ kind, part, agency, at, warnAt }): Clock => {
      const beganAt = new Date(from);
      return {
        kind, part, agency, rule, flow, beganAt, runsSince: beganAt, warnAt: new Date(warnAt), dueAt: new Date(at),
        pausedAt: null, stoppedAt: null, inTime: null, warnedAt: null, rung: 0,
      };
    });
  return [...moved, ...begun];
}

const stop = (clock: Clock, at: Date): Clock => ({ ...clock, pausedAt: null, stoppedAt: at, inTime: at <= clock.dueAt });
const abandon = (clock: Clock, at: Date): Clock => ({ ...clock, pausedAt: null, stoppedAt: at, inTime: null });
const isThe = (clock: Clock) => (name: { readonly kind: ClockKind; readonly part: string } | undefined) => name?.kind === clock.kind && name.part === clock.part;
