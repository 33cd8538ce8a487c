/**
 * Where a reopened report goes, without HTTP and SQL. The first time back to whoever answered; the second time to
 * somebody else; a third time not by itself: the supervisor decides.
 */
export interface Reopening {
  /** How often it was reopened before. */
  readonly times: number;
  readonly agency: string;
  /** Every agency that has answered it: none of them gets it a second time. */
  readonly answeredBy: readonly string[];
  /** Who stands above, nearest first: the agency's own supervisor, the dispatcher, the chairman's office. */
  readonly above: readonly string[];
}

export type ReopeningOutcome = { readonly to: string } | 'supervisor-decides';

/** So many times a reporter reopens by themself. */
export const mostReopenings = 2;

export function reopeningOf({ times, agency, answeredBy, above }: Reopening): ReopeningOutcome {
  if (times >= mostReopenings) return 'supervisor-decides';
  if (times === 0) return { to: agency };
  const another = above.find((one) => one !== agency && !answeredBy.includes(one));
  return another === undefined ? 'supervisor-decides' : { to: another };
}

const dayMs = 86_400_000;

/** Whether the time in which an answer can be reopened, and its rating changed, is still running. */
export function mayReopenAt(answeredAt: Date, now: Date, reopenDays: number): boolean {
  return now.getTime() - answeredAt.getTime() <= reopenDays * dayMs;
}
