/** Vietnam has one time zone, seven hours ahead of UTC, without summer time. */
const offsetMs = 7 * 3_600_000;
export const hourMs = 3_600_000;
export const dayMs = 24 * hourMs;

export interface LocalTime {
  year: number;
  /** 1–12 */
  month: number;
  day: number;
  /** 0 is Sunday */
  weekday: number;
  hour: number;
  /** Since local midnight, with a fraction. */
  minutes: number;
}

export function localTime(at: Date): LocalTime {
  const shifted = new Date(at.getTime() + offsetMs);
  return {
    year: shifted.getUTCFullYear(),
    month: shifted.getUTCMonth() + 1,
    day: shifted.getUTCDate(),
    weekday: shifted.getUTCDay(),
    hour: shifted.getUTCHours(),
    minutes: (shifted.getTime() % dayMs) / 60_000,
  };
}

/** The local midnight that began the day of `at`. */
export function startOfLocalDay(at: Date): Date {
  return new Date(Math.floor((at.getTime() + offsetMs) / dayMs) * dayMs - offsetMs);
}

/** `22/11` */
export function shortDate(at: Date): string {
  const { day, month } = localTime(at);
  return `${String(day).padStart(2, '0')}/${String(month).padStart(2, '0')}`;
}

/** `22/11/2026` */
export const longDate = (at: Date) => `${shortDate(at)}/${localTime(at).year}`;

// The lunar calendar is never computed: these are the announced first days of the year.
const firstDaysOfTet = ['2025-01-29', '2026-02-17', '2027-02-06', '2028-01-26', '2029-02-13', '2030-02-02'].map((day) =>
  Date.parse(`${day}T00:00:00+07:00`),
);

/** From New Year's Eve to the fifth day, when streets are quiet and offices closed. */
export function isTet(at: Date): boolean {
  return firstDaysOfTet.some((first) => at.getTime() >= first - dayMs && at.getTime() < first + 5 * dayMs);
}
