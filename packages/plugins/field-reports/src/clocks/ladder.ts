import type { WorkingCalendar } from '@tinhthong/core';
import { type Clock, isRunning } from './clocks.ts';
import { after, hoursOnly } from './due-times.ts';

/** A rung of the province's ladder: who is told so many hours after the due time that it is late. */
export interface Rung {
  /** `$agency`: who owes it, `$parent`: the agency above, `$chairman`: the chairman's office of the settings; or an agency. */
  readonly to: string;
  readonly afterHours: number;
}

export interface Organisation {
  /** Agency → the agency above it. */
  readonly parents: ReadonlyMap<string, string>;
  readonly chairmanOffice: string;
  /** Accepts and assigns. */
  readonly dispatcher: string;
}

export interface Told {
  readonly agency: string;
  readonly afterHours: number;
}

/** Who owes what a clock measures. */
export function ownerOf({ kind, agency }: Pick<Clock, 'kind' | 'agency'>, reportAgency: string, { dispatcher }: Organisation): string {
  return kind === 'accept' || kind === 'assign' ? dispatcher : (agency ?? reportAgency);
}

/** The ladder of one owner: rungs that nobody stands on, or the same agency again, are left out. */
export function ladderOf(owner: string, rungs: readonly Rung[], organisation: Organisation): Told[] {
  const told: Told[] = [];
  for (const { to, afterHours } of rungs) {
    const agency = to === '$agency' ? owner : to === '$parent' ? organisation.parents.get(owner) : to === '$chairman' ? organisation.chairmanOffice : to;
    if (agency !== undefined && !told.some((one) => one.agency === agency)) told.push({ agency, afterHours });
  }
  return told.toSorted((a, b) => a.afterHours - b.afterHours);
}

/** When a clock has to be looked at again: its warning, then each rung; never where it stands still. */
export function nextLook(clock: Clock, ladder: readonly Told[], calendar: WorkingCalendar): Date | null {
  if (!isRunning(clock) || clock.pausedAt !== null) return null;
  if (clock.warnedAt === null && clock.rung === 0 && clock.warnAt < clock.dueAt) return clock.warnAt;
  const rung = ladder[clock.rung];
  return rung === undefined ? null : rungAt(clock, rung, calendar);
}

/** Late from the due time on; what was reopened after it, from then on. */
function rungAt({ dueAt, runsSince, flow }: Clock, { afterHours }: Told, calendar: WorkingCalendar): Date {
  const late = dueAt > runsSince ? dueAt : runsSince;
  return afterHours === 0 ? late : after(late, hoursOnly(afterHours), flow, calendar);
}

export type LookStep = { readonly does: 'warn' } | { readonly does: 'escalate'; readonly rung: number; readonly to: string };

/** What is to be said of a clock now: that time runs out, or each rung that it has reached meanwhile. */
export function stepsDue(clock: Clock, now: Date, ladder: readonly Told[], calendar: WorkingCalendar): LookStep[] {
  if (!isRunning(clock) || clock.pausedAt !== null) return [];
  if (now < clock.dueAt) return clock.warnedAt === null && clock.rung === 0 && clock.warnAt <= now ? [{ does: 'warn' }] : [];
  const steps: LookStep[] = [];
  for (let rung = clock.rung; rung < ladder.length && rungAt(clock, ladder[rung]!, calendar) <= now; rung += 1) {
    steps.push({ does: 'escalate', rung: rung + 1, to: ladder[rung]!.agency });
  }
  return steps;
}
