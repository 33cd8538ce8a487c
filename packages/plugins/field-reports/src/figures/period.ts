const dayMs = 86_400_000;

/** A span of days in Vietnam, both of them counted: a calendar month, or from the 15th to the 14th. */
export interface Period {
  readonly from: string;
  readonly to: string;
}

/** The day in Vietnam, as the figures count it: `2026-11-22`. */
export const dayOf = (at: Date): string => new Date(at.getTime() + 7 * 3_600_000).toISOString().slice(0, 10);

export const addDays = (day: string, days: number): string => new Date(Date.parse(day) + days * dayMs).toISOString().slice(0, 10);

/** When a day begins in Vietnam. */
export const startOf = (day: string): Date => new Date(`${day}T00:00:00+07:00`);

/** The days of a span of instants whose end no longer belongs to it. */
export const periodOf = ({ from, to }: { readonly from: Date; readonly to: Date }): Period => ({ from: dayOf(from), to: dayOf(new Date(to.getTime() - 1)) });

export const lastDays = (days: number, now: Date): Period => ({ from: addDays(dayOf(now), 1 - days), to: dayOf(now) });

/**
 * What a period is called in addresses: `365` the last 365 days, `2026` a year, `2026-Q3` a quarter, `2026-07` a month.
 * `undefined` for anything else.
 */
export function periodNamed(name: string, now: Date): Period | undefined {
  if (name === '365') return lastDays(365, now);
  const [, year, quarter, month] = /^(20\d{2})(?:-Q([1-4])|-(0[1-9]|1[0-2]))?$/.exec(name) ?? [];
  if (year === undefined) return undefined;
  if (month !== undefined) return months(Number(year), Number(month), 1);
  return quarter === undefined ? months(Number(year), 1, 12) : months(Number(year), Number(quarter) * 3 - 2, 3);
}

function months(year: number, first: number, count: number): Period {
  const day = (month: number, date: number) => new Date(Date.UTC(year, month - 1, date)).toISOString().slice(0, 10);
  return { from: day(first, 1), to: day(first + count, 0) };
}

/** Vietnam's provinces and communes have their present borders since this day. */
export const newBorders = '2025-07-01';

/** So long after its end reports of a period are still reopened, rated and merged: the same for all provinces, whatever they allow. */
export const settlingDays = 30;

export type Freshness = 'running' | 'settling' | 'final';

/** Whether a period's figures still move: it goes on, what belongs to it goes on, or they stand. */
export function freshnessOf({ to }: Period, now: Date): Freshness {
  const today = dayOf(now);
  if (today <= to) return 'running';
  return today <= addDays(to, settlingDays) ? 'settling' : 'final';
}

/** The months, quarters and years of the calendar that are final and in which something had begun: what is published once and for all. */
export function finalPeriods(firstDay: string, now: Date): Period[] {
  const [first, last] = [Number(firstDay.slice(0, 4)), Number(dayOf(now).slice(0, 4))];
  const ofYear = (year: number) => [...[1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12].map((month) => months(year, month, 1)), ...[1, 4, 7, 10].map((month) => months(year, month, 3)), months(year, 1, 12)];
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => ofYear(first + i))
    .flat()
    .filter((period) => period.to >= firstDay && freshnessOf(period, now) === 'final');
}
