import type { WorkingCalendar } from '@tinhthong/core';

/** An event as the log has it; times as milliseconds. */
export interface Happening {
  readonly type: string;
  readonly subject: string;
  readonly at: number;
  readonly data: Record<string, unknown>;
}

export interface Expected {
  readonly numerator: number;
  readonly denominator: number;
  readonly histogram?: readonly number[];
}

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
const bounds = [1, 2, 4, 8, 24, 48, 72, 120, 240, 480];

/**
 * Every metric anew from the raw events, as a person with the formulas in hand would count: report by report, looking up
 * and down its history, without sums, facts or SQL. Written apart from src/figures, so that an error would have to be
 * made twice.
 */
export function recomputeMetrics(log: readonly Happening[], period: { from: number; to: number }, given: { now: number; population: number; calendar: WorkingCalendar }): Record<string, Expected> {
  const { from, to } = period;
  const end = Math.min(to, given.now);
  const reports = [...Map.groupBy(log, ({ subject }) => subject).values()].map((events) => events.toSorted((a, b) => a.at - b.at));
  const inside = (at: number | undefined) => at !== undefined && at >= from && at < to;
  const first = (events: readonly Happening[], type: string) => events.find((event) => event.type === `report.${type}`)?.at;
  const last = (events: readonly Happening[], type: string) => events.findLast((event) => event.type === `report.${type}`);
  const has = (events: readonly Happening[], type: string) => first(events, type) !== undefined;
  const share = (whole: readonly Happening[][], part: (events: Happening[]) => boolean): Expected => ({ numerator: whole.filter(part).length, denominator: whole.length });

  const created = reports.filter((events) => inside(first(events, 'submitted')));
  const closed = reports.filter((events) => inside(first(events, 'closed')));
  const rated = reports.filter((events) => inside(last(events, 'rated')?.at));
  const ratingOf = (events: readonly Happening[]) => last(events, 'rated')?.data['rating'];

  const dueOf = (events: readonly Happening[]): number | undefined => {
    const named = events.flatMap(({ data }) => {
      const whole = (data['clocks'] as { due: { kind: string; at: string }[] } | undefined)?.due.find(({ kind }) => kind === 'whole')?.at;
      const at = whole ?? (data['dueAt'] as string | undefined);
      return at === undefined ? [] : [Date.parse(at)];
    });
    return (last(events, 'paused')?.at ?? -1) > (last(events, 'resumed')?.at ?? 0) && openAt(events, Infinity) ? undefined : named.at(-1);
  };
  const ends = ['answered', 'rejected', 'withdrawn', 'merged', 'closed'].map((type) => `report.${type}`);
  const begins = ['submitted', 'reopened', 'assigned'].map((type) => `report.${type}`);
  /** Whether somebody owed an answer at this moment. */
  const openAt = (events: readonly Happening[], at: number) => events.reduce((open, event) => (event.at > at ? open : ends.includes(event.type) ? false : begins.includes(event.type) ? true : open), false);
  /** When the answer that still stands was given; nothing while it is open, or where it came to nothing. */
  const settledAt = (events: readonly Happening[]) => {
    if (openAt(events, Infinity)) return undefined;
    const reopened = last(events, 'reopened')?.at ?? -Infinity;
    return events.find(({ type, at }) => type === 'report.answered' && at > reopened)?.at;
  };
  const void_ = (events: readonly Happening[]) => !openAt(events, Infinity) && (has(events, 'merged') || !has(events, 'answered'));
  const due = reports.filter((events) => {
    const at = dueOf(events);
    if (at === undefined || void_(events) || !inside(at)) return false;
    return at <= given.now || settledAt(events) !== undefined;
  });
  // A day's figures are whole: what falls due later than today is not there yet.
  const today = Math.floor((given.now + 7 * hourMs) / dayMs);
  const dueByToday = due.filter((events) => Math.floor((dueOf(events)! + 7 * hourMs) / dayMs) <= today);
  const inTime = (events: readonly Happening[]) => {
    const at = settledAt(events);
    return at !== undefined && at <= dueOf(events)!;
  };
  const open = reports.filter((events) => openAt(events, end - 1));
  const changes = (events: readonly Happening[]) => {
    const owners = events.flatMap(({ type, data }) => (type === 'report.assigned' ? [data['agency']] : type === 'report.refused' ? [data['to']] : type === 'report.reopened' && data['agency'] !== undefined ? [data['agency']] : []));
    return owners.filter((owner, i) => i > 0 && owner !== owners[i - 1]).length;
  };
  const histogram = (hours: readonly number[]): Expected => {
    const counts = Array<number>(bounds.length + 1).fill(0);
    for (const one of hours) {
      let bucket = 0;
      while (bucket < bounds.length && one > bounds[bucket]!) bucket += 1;
      counts[bucket]! += 1;
    }
    return { numerator: hours.reduce((sum, one) => sum + one, 0), denominator: hours.length, histogram: counts };
  };
  // Minutes are what is kept.
  const minutes = (ms: number) => Math.round(ms / 60_000) / 60;
  const accepted = reports.filter((events) => inside(first(events, 'accepted')));
  const assigned = reports.filter((events) => inside(first(events, 'assigned')) && has(events, 'accepted'));
  const done = reports.filter((events) => {
    const closing = last(events, 'closed')?.at;
    return inside(closing) && has(events, 'accepted') && closing! > (last(events, 'reopened')?.at ?? -Infinity) && !openAt(events, Infinity);
  });
  const close = histogram(done.map((events) => minutes(given.calendar.workingMsBetween(new Date(first(events, 'accepted')!), new Date(last(events, 'closed')!.at)))));
  const publishable = closed.filter(([event]) => event!.data['public'] === true);
  const weeks = reports.filter((events) => (first(events, 'closed') ?? Infinity) < end && (first(events, 'closed') ?? 0) >= dayStart(end - 1) - 27 * dayMs);

  return {
    'fr.volume': { numerator: created.length, denominator: given.population },
    'fr.accept_rate': share(created, (events) => has(events, 'accepted')),
    'fr.t_accept_med': histogram(accepted.map((events) => minutes(first(events, 'accepted')! - first(events, 'submitted')!))),
    'fr.t_assign_med': histogram(assigned.map((events) => minutes(Math.max(0, first(events, 'assigned')! - first(events, 'accepted')!)))),
    'fr.t_close_med': close,
    'fr.t_close_p90': close,
    'fr.ontime_766': share(dueByToday, inTime),
    'fr.overdue_open': share(open, (events) => (dueOf(events) ?? Infinity) < end),
    'fr.extend_rate': share(closed, (events) => has(events, 'extended')),
    'fr.bounce_rate': share(closed, (events) => changes(events) >= 2),
    'fr.reopen_rate': share(closed, (events) => events.some(({ type, at }) => type === 'report.reopened' && at - events.findLast((before) => before.type === 'report.answered' && before.at <= at)!.at <= 15 * dayMs)),
    'fr.sat_hue': share(rated, (events) => ['satisfied', 'accepted'].includes(ratingOf(events) as string)),
    'fr.sat_766': share(dueByToday, (events) => inTime(events) && ratingOf(events) !== 'dissatisfied'),
    'fr.rating_cov': share(closed, (events) => has(events, 'rated')),
    'fr.public_rate': share(publishable, (events) => first(events, 'answered')! <= first(events, 'closed')! + dayMs),
    'fr.media_rate': share(created, ([event]) => (event!.data['media'] as number) > 0),
    'fr.geo_cov': share(created, ([event]) => typeof event!.data['commune'] === 'string'),
    'fr.backlog_days': { numerator: open.length * 28, denominator: weeks.length },
    'fr.dup_rate': share(created, (events) => has(events, 'merged')),
  };
}

const dayStart = (at: number) => Math.floor((at + 7 * hourMs) / dayMs) * dayMs - 7 * hourMs;
