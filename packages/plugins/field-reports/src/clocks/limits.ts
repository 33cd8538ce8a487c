import type { Channel, Flow, Priority } from '../tables.ts';

/** So many working days, or so many hours; one of them. */
export interface Span {
  readonly days: number | null;
  readonly hours: number | null;
}

/** One row of a province's regulation: how long what may take, for which reports, from which day on. */
export interface Limit {
  readonly id: number;
  readonly category: string | null;
  readonly channel: Channel | null;
  readonly priority: Priority | null;
  /** From submission until it is accepted; no clock where null. */
  readonly acceptHours: number | null;
  /** From acceptance until it is assigned; no clock where null. */
  readonly assignHours: number | null;
  /** From the first assignment until it is answered; where both are null the whole's clock says it all. */
  readonly handle: Span;
  /** The whole, from submission until it is answered. */
  readonly answer: Span;
  /** What a coordinating agency has, from the first assignment; until the whole's end where both are null. */
  readonly coordinate: Span;
  /** ISO date: a new regulation counts for reports from that day on and never rewrites the past. */
  readonly validFrom: string;
  /** Replaced since: only the reports that it was chosen for still go by it. */
  readonly retired: boolean;
}

export interface Limited {
  readonly category: string;
  readonly channel: Channel;
  readonly priority: Priority;
  readonly flow: Flow;
}

/**
 * The first row that fits, in the order of the province; of several that say the same of category, channel and
 * priority, the latest that was in force at that moment.
 */
export function limitFor(report: Limited, at: Date, limits: readonly Limit[]): Limit | undefined {
  const inForce = limits.filter(({ retired, validFrom }) => !retired && startOf(validFrom) <= at);
  const first = inForce.find((row) => fits(row.category, report.category) && fits(row.channel, report.channel) && fits(row.priority, report.priority));
  if (first === undefined) return undefined;
  const alike = inForce.filter((row) => row.category === first.category && row.channel === first.channel && row.priority === first.priority);
  return alike.reduce((latest, row) => (row.validFrom > latest.validFrom ? row : latest), first);
}

const fits = (wanted: string | null, given: string) => wanted === null || wanted === given;
const startOf = (isoDate: string) => new Date(`${isoDate}T00:00:00+07:00`);
