import { hourBounds } from './histogram.ts';

/** What is counted, each on the day that it belongs to. A column of `figures` each. */
export const counters = [
  // on the day of submission, also what became of it since
  'submitted', 'with_media', 'located', 'accepted_since', 'merged_since',
  // on the day that it happened
  'accepted', 'rejected', 'answered', 'answered_on_time', 'reopened', 'refused',
  // on the day of the rating that stands
  'rated', 'satisfied', 'accepting',
  // on the day of the first closing: a report counts once
  'closed', 'closed_extended', 'closed_bounced', 'closed_reopened', 'closed_rated', 'closed_publishable', 'closed_published',
  // on the day that it is due
  'due', 'due_met', 'due_content',
  // begun and over: summed up to a day, what is open and late at its end
  'opened', 'ended', 'late_begun', 'late_ended',
  // on the days of acceptance, of the first assignment and of the last closing
  'accept_minutes', 'assign_minutes', 'close_minutes',
] as const;

export const durations = ['accept', 'assign', 'close'] as const;
export type Duration = (typeof durations)[number];

/** The columns of a duration's histogram, a bucket each: `accept_h1`, `accept_h2`, …, `accept_more`. */
export const bucketsOf = (duration: Duration): Bucket[] => [...hourBounds.map((bound) => `${duration}_h${bound}` as const), `${duration}_more`];

export type Bucket = `${Duration}_h${(typeof hourBounds)[number]}` | `${Duration}_more`;
export type Counter = (typeof counters)[number] | Bucket;
export type Counts = { readonly [C in Counter]?: number };
export type Sums = { readonly [C in Counter]: number };

export const columns: readonly Counter[] = [...counters, ...durations.flatMap(bucketsOf)];
/** Of these what counts is the sum since the beginning. */
export const stocks = ['opened', 'ended', 'late_begun', 'late_ended'] as const satisfies readonly Counter[];

export const noSums = Object.fromEntries(columns.map((column) => [column, 0])) as Sums;

/** Adds up counts; with `times` -1 takes them away again. */
export function addCounts(to: Record<string, number>, counts: Counts, times: 1 | -1 = 1): void {
  for (const [counter, count] of Object.entries(counts)) to[counter] = (to[counter] ?? 0) + times * count;
}

export const histogramOf = (sums: Sums, duration: Duration): number[] => bucketsOf(duration).map((bucket) => sums[bucket]);
