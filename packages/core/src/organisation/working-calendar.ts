import type { WorkingCalendar } from '../plugin/context.ts';

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

/** Open from `from` up to, not including, `to`: local time as HH:MM, `24:00` allowed as an end. */
export interface OpeningPeriod {
  /** 1 is Monday, 7 is Sunday. */
  readonly weekday: number;
  readonly from: string;
  readonly to: string;
}

export interface WorkingCalendarOptions {
  /** In any order, several a day, without overlap. */
  readonly periods: readonly OpeningPeriod[];
  /** Days off besides the weekly ones, as ISO dates: a table checked against each year's official notice. */
  readonly holidays: readonly string[];
  /** Days worked in exchange for a day off, as ISO dates. They open like the first open day of the week. */
  readonly workedDays: readonly string[];
  /** Vietnam has one time zone and no summer time, so an offset is enough. Default `+07:00`. */
  readonly utcOffset?: string;
}

export interface ProvinceCalendar extends WorkingCalendar {
  /**
   * End of the last year that the holiday table knows, `null` without a table. Later days count as
   * ordinary weekdays, so a due time beyond it is to be shown as provisional.
   */
  readonly coveredUntil: Date | null;
}

/**
 * Working time of one province. Counting starts at the next open moment. Added days keep the time of day, as far
 * as the hours of the last day allow; added hours end at the first moment at which they have passed; time between
 * two moments is negative when the second is the earlier one.
 *
 * @throws RangeError when a period or a date cannot be read, or the calendar is never open.
 * @example
 * const periods = [1, 2, 3, 4, 5].flatMap((weekday) => [
 *   { weekday, from: '07:30', to: '11:30' },
 *   { weekday, from: '13:30', to: '17:00' },
 * ]);
 * const calendar = workingCalendar({ periods, holidays: ['2026-11-24'], workedDays: [] });
 * calendar.addWorkingDays(new Date('2026-11-23T16:00+07:00'), 1); // 25 November, 16:00
 */
export function workingCalendar(options: WorkingCalendarOptions): ProvinceCalendar {
  const { periods, holidays, workedDays, utcOffset = '+07:00' } = options;
  const offsetMs = -Date.parse(`1970-01-01T00:00${utcOffset}`);
  const week = [1, 2, 3, 4, 5, 6, 7].map((weekday) =>
    periods
      .filter((period) => period.weekday === weekday)
      .map(readPeriod)
      .toSorted((a, b) => a.from - b.from),
  );
  const usual = week.find((spans) => spans.length > 0);
  if (!usual) throw new RangeError('a working calendar needs at least one opening period');
  const closed = new Set(holidays.map(readDay));
  const worked = new Set(workedDays.map(readDay));

  const spansOf = (day: number): readonly Span[] => {
    if (closed.has(day)) return [];
    return worked.has(day) ? usual : (week[weekdayIndex(day)] ?? []);
  };

  // Inside, a moment is local milliseconds since 1970, so that a day is a whole number.
  const toLocal = (date: Date): number => {
    const local = date.getTime() + offsetMs;
    if (Number.isNaN(local)) throw new RangeError('not a date');
    return local;
  };
  const toDate = (local: number): Date => new Date(local - offsetMs);

  const openSpans = (day: number, start: number, end: number): Span[] =>
    spansOf(day)
      .map(({ from, to }) => ({ from: Math.max(start, day * dayMs + from), to: Math.min(end, day * dayMs + to) }))
      .filter(({ from, to }) => from < to);

  const addOpenMs = (start: number, ms: number): number => {
    let left = ms;
    for (let day = dayOf(start); ; day += 1) {
      for (const { from, to } of openSpans(day, start, Infinity)) {
        if (left <= to - from) return from + left;
        left -= to - from;
      }
    }
  };

  const openMsBetween = (start: number, end: number): number => {
    let total = 0;
    for (let day = dayOf(start); day <= dayOf(end); day += 1) {
      for (const { from, to } of openSpans(day, start, end)) total += to - from;
    }
    return total;
  };

  return {
    addWorkingDays(from, days) {
      if (!Number.isInteger(days) || days < 0) throw new RangeError(`not a number of days: ${days}`);
      const start = addOpenMs(toLocal(from), 0);
      let day = dayOf(start);
      for (let left = days; left > 0; ) {
        day += 1;
        if (spansOf(day).length > 0) left -= 1;
      }
      return toDate(day * dayMs + clampInto(spansOf(day), start - dayOf(start) * dayMs));
    },
    addWorkingHours(from, hours) {
      if (!Number.isFinite(hours) || hours < 0) throw new RangeError(`not a number of hours: ${hours}`);
      return toDate(addOpenMs(toLocal(from), hours * hourMs));
    },
    addWorkingMs(from, ms) {
      if (!Number.isInteger(ms) || ms < 0) throw new RangeError(`not a number of milliseconds: ${ms}`);
      return toDate(addOpenMs(toLocal(from), ms));
    },
    workingMsBetween(from, to) {
      return from <= to ? openMsBetween(toLocal(from), toLocal(to)) : 0 - openMsBetween(toLocal(to), toLocal(from));
    },
    isWorking(at) {
      const local = toLocal(at);
      const time = local % dayMs;
      return spansOf(dayOf(local)).some(({ from, to }) => from <= time && time < to);
    },
    coveredUntil: holidays.length > 0 ? toDate(endOfYear(Math.max(...closed))) : null,
  };
}

interface Span {
  readonly from: number;
  readonly to: number;
}

const dayOf = (local: number): number => Math.floor(local / dayMs);

/** Day 0, 1 January 1970, was a Thursday: index 3 of a week that starts on Monday. */
const weekdayIndex = (day: number): number => (day + 3) % 7;

const endOfYear = (day: number): number => Date.UTC(new Date(day * dayMs).getUTCFullYear() + 1, 0, 1);

function readDay(isoDate: string): number {
  const day = Date.parse(isoDate) / dayMs;
  if (!Number.isInteger(day)) throw new RangeError(`not an ISO date: ${isoDate}`);
  return day;
}

function readPeriod({ from, to }: OpeningPeriod): Span {
  const span = { from: readTime(from), to: readTime(to) };
  if (!(span.from < span.to)) throw new RangeError(`not an opening period: ${from}–${to}`);
  return span;
}

function readTime(time: string): number {
  const [hours, minutes] = time.split(':');
  return Number(hours) * hourMs + Number(minutes) * 60_000;
}

/** This time of day, moved into the hours of a day that opens later or closes earlier. */
function clampInto(spans: readonly Span[], time: number): number {
  const open = spans.find(({ to }) => time < to);
  return open ? Math.max(open.from, time) : (spans.at(-1)?.to ?? time);
}
