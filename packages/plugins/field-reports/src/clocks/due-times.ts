import type { WorkingCalendar } from '@tinhthong/core';
import type { Flow } from '../tables.ts';
import type { ClockTimes } from './clocks.ts';
import { type Limit, type Limited, limitFor, type Span } from './limits.ts';

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

/** What a province without a fitting row has: seven working days for the whole. */
export const unlimited: Pick<Limit, 'acceptHours' | 'assignHours' | 'handle' | 'answer' | 'coordinate'> = {
  acceptHours: null,
  assignHours: null,
  handle: { days: null, hours: null },
  answer: { days: 7, hours: null },
  coordinate: { days: null, hours: null },
};

/** An agency is warned when three quarters of its time are gone. */
export const warnedAfter = 0.75;

export interface DueTimes {
  readonly rule: number | null;
  readonly acceptDue: Date | null;
  /** Of the whole. */
  readonly due: Date;
  readonly clocks: ClockTimes;
}

/** The clocks that a report begins with: the whole, and the time to accept it where the flow has stages. */
export function dueTimes(report: Limited & { readonly submittedAt: Date }, limits: readonly Limit[], calendar: WorkingCalendar): DueTimes {
  const { flow, submittedAt: from } = report;
  const limit = limitFor(report, from, limits);
  const { acceptHours, answer } = limit ?? unlimited;
  const acceptDue = flow === 'immediate' || acceptHours === null ? null : after(from, hoursOnly(acceptHours), flow, calendar);
  const due = after(from, answer, flow, calendar);
  const time = timeOf(flow, from, calendar);
  const clocks = {
    rule: limit?.id ?? null,
    flow,
    from: from.toISOString(),
    due: [...(acceptDue === null ? [] : [time('accept', acceptDue)]), time('whole', due)],
  };
  return { rule: limit?.id ?? null, acceptDue, due, clocks };
}

/** Time-bound reports count working time; immediate ones the clock on the wall, day and night. */
export function after(from: Date, { days, hours }: Span, flow: Flow, calendar: WorkingCalendar): Date {
  if (flow === 'immediate') return new Date(from.getTime() + (hours === null ? (days ?? 0) * dayMs : hours * hourMs));
  return hours === null ? calendar.addWorkingDays(from, days ?? 0) : calendar.addWorkingHours(from, hours);
}

export const hoursOnly = (hours: number): Span => ({ days: null, hours });
export const isGiven = ({ days, hours }: Span): boolean => days !== null || hours !== null;

/** A due time as an event carries it, with the moment at which three quarters of the time until then are gone. */
export function timeOf(flow: Flow, from: Date, calendar: WorkingCalendar) {
  return (kind: ClockTimes['due'][number]['kind'], due: Date, part = '', agency: string | null = null): ClockTimes['due'][number] => ({
    kind,
    part,
    agency,
    at: due.toISOString(),
    warnAt: shareOf(flow, from, due, calendar).toISOString(),
  });
}

function shareOf(flow: Flow, from: Date, due: Date, calendar: WorkingCalendar): Date {
  if (flow === 'immediate') return new Date(from.getTime() + Math.round(Math.max(0, due.getTime() - from.getTime()) * warnedAfter));
  const working = Math.max(0, calendar.workingMsBetween(from, due));
  const at = calendar.addWorkingMs(from, Math.floor(working * warnedAfter));
  return at < due ? at : due;
}
