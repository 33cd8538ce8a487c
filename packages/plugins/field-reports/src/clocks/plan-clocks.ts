import type { WorkingCalendar } from '@tinhthong/core';
import type { Flow } from '../tables.ts';
import { type Clock, type ClockTimes, isRunning, pausable } from './clocks.ts';
import { after, hoursOnly, isGiven, timeOf, unlimited } from './due-times.ts';
import type { Limit } from './limits.ts';

/** What the due times of an event are computed from. Computed once: the event carries them from then on. */
export interface Plan {
  readonly clocks: readonly Clock[];
  readonly at: Date;
  readonly flow: Flow;
  /** The rule that the report goes by. */
  readonly limit: Limit | undefined;
  readonly calendar: WorkingCalendar;
}

/** Acceptance begins the time to assign, where the rule has one. */
export function onAccepted({ at, flow, limit, calendar }: Plan): ClockTimes | undefined {
  const hours = limit?.assignHours ?? null;
  if (flow === 'immediate' || hours === null) return undefined;
  return times(limit, flow, at, [timeOf(flow, at, calendar)('assign', after(at, hoursOnly(hours), flow, calendar))]);
}

/**
 * The first assignment begins the time to answer and that of each coordinating agency. Reassigning never resets a
 * clock: it begins only what coordinating agencies are new. No stage ends after the whole.
 */
export function onAssigned({ clocks, at, flow, limit, calendar }: Plan, coordinating: readonly string[]): ClockTimes | undefined {
  const whole = clocks.find(({ kind }) => kind === 'whole');
  if (whole === undefined) return undefined;
  const time = timeOf(flow, at, calendar);
  const { handle, coordinate } = limit ?? unlimited;
  const within = (span: typeof handle) => earlier(isGiven(span) ? after(at, span, flow, calendar) : whole.dueAt, whole.dueAt);
  const begins = (kind: Clock['kind'], part = '') => !clocks.some((clock) => clock.kind === kind && clock.part === part);
  const due = [
    ...(flow === 'time-bound' && isGiven(handle) && begins('answer') ? [time('answer', within(handle))] : []),
    ...coordinating.filter((agency) => begins('coordinate', agency)).map((agency) => time('coordinate', within(coordinate), agency, agency)),
  ];
  return due.length === 0 ? undefined : times(limit, flow, at, due);
}

/** What was left of each clock when it was paused is left of it now: the pause, and no more, is added. */
export function onResumed({ clocks, at, flow, limit, calendar }: Plan): ClockTimes | undefined {
  const due = clocks.filter((clock) => isRunning(clock) && clock.pausedAt !== null).map((clock) => {
    const moved = (moment: Date) => (moment <= clock.pausedAt! ? moment : shifted(moment, clock.pausedAt!, at, clock.flow, calendar));
    return { kind: clock.kind, part: clock.part, agency: clock.agency, at: moved(clock.dueAt).toISOString(), warnAt: moved(clock.warnAt).toISOString() };
  });
  return due.length === 0 ? undefined : times(limit, flow, at, due);
}

/** An extension moves the whole, and what the handler owes, to the promised time; never nearer. */
export function onExtended({ clocks, at, flow, limit, calendar }: Plan, promised: Date): ClockTimes {
  const time = timeOf(flow, at, calendar);
  const due = clocks
    .filter((clock) => isRunning(clock) && (clock.kind === 'whole' || clock.kind === 'answer') && clock.dueAt < promised)
    .map(({ kind }) => time(kind, promised));
  return times(limit, flow, at, due);
}

/** When the report was submitted, accepted and first assigned, and what it was given since. */
export interface Course {
  readonly submittedAt: Date;
  readonly acceptedAt: Date | null;
  readonly assignedAt: Date | null;
  readonly pauses: readonly { readonly from: Date; readonly to: Date }[];
  /** The last promise made to the citizen: a new rule does not take it back. */
  readonly promised: Date | null;
}

/**
 * A new category or priority: the new rule's times, counted from acceptance, from submission where that is still to
 * come. Pauses since then are given again, and a promise to the citizen stands.
 */
export function onReclassified({ clocks, flow, limit, calendar }: Plan, { submittedAt, acceptedAt, assignedAt, pauses, promised }: Course): ClockTimes {
  const from = acceptedAt ?? submittedAt;
  const rule = limit ?? unlimited;
  const isOn = (kind: Clock['kind']) => clocks.some((clock) => clock.kind === kind && isRunning(clock));
  const given = (start: Date, due: Date) =>
    flow === 'immediate' ? due : pauses.filter((pause) => pause.from >= start).reduce((moved, pause) => (pause.from < moved ? shifted(moved, pause.from, pause.to, flow, calendar) : moved), due);
  const reckoned = given(from, after(from, rule.answer, flow, calendar));
  const whole = promised !== null && promised > reckoned ? promised : reckoned;
  const due = [timeOf(flow, from, calendar)('whole', whole)];
  if (flow === 'time-bound') {
    if (acceptedAt === null && rule.acceptHours !== null) due.push(timeOf(flow, submittedAt, calendar)('accept', after(submittedAt, hoursOnly(rule.acceptHours), flow, calendar)));
    if (acceptedAt !== null && assignedAt === null && rule.assignHours !== null) due.push(timeOf(flow, acceptedAt, calendar)('assign', after(acceptedAt, hoursOnly(rule.assignHours), flow, calendar)));
    const answering = assignedAt !== null && (isOn('answer') || !clocks.some(({ kind }) => kind === 'answer'));
    if (answering && isGiven(rule.handle)) {
      const own = given(assignedAt, after(assignedAt, rule.handle, flow, calendar));
      due.push(timeOf(flow, assignedAt, calendar)('answer', promised !== null && promised > own ? earlier(promised, whole) : earlier(own, whole)));
    }
  }
  for (const clock of clocks) {
    if (clock.kind !== 'coordinate' || !isRunning(clock)) continue;
    const own = isGiven(rule.coordinate) ? given(clock.beganAt, after(clock.beganAt, rule.coordinate, flow, calendar)) : whole;
    due.push(timeOf(flow, clock.beganAt, calendar)('coordinate', earlier(own, whole), clock.part, clock.agency));
  }
  return times(limit, flow, from, due);
}

/** An order has the time that the chairman's office gives it. */
export function onOrdered({ at, calendar }: Plan, order: { readonly id: string; readonly agency: string; readonly dueAt: Date }): ClockTimes {
  return times(undefined, 'time-bound', at, [timeOf('time-bound', at, calendar)('order', order.dueAt, order.id, order.agency)]);
}

/** Whether a pause would stop anything: a clock that is late is not helped by it. */
export function canPause(clocks: readonly Clock[], at: Date): boolean {
  const whole = clocks.find(({ kind }) => kind === 'whole');
  return whole !== undefined && pausable(whole) && whole.pausedAt === null && at < whole.dueAt;
}

function shifted(moment: Date, pausedAt: Date, resumedAt: Date, flow: Flow, calendar: WorkingCalendar): Date {
  if (flow === 'immediate') return new Date(moment.getTime() + resumedAt.getTime() - pausedAt.getTime());
  const left = calendar.workingMsBetween(pausedAt, moment);
  const moved = calendar.addWorkingMs(resumedAt, left);
  return moved > moment ? moved : moment;
}

const earlier = (a: Date, b: Date) => (a < b ? a : b);
const times = (limit: Limit | undefined, flow: Flow, from: Date, due: ClockTimes['due']): ClockTimes => ({ rule: limit?.id ?? null, flow, from: from.toISOString(), due });
