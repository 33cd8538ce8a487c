const minute = 60;
const hour = 60 * minute;
/** Seconds after each failure, over three days: a receiver may be away for a weekend. */
const pauses = [5, 5 * minute, 30 * minute, 2 * hour, 5 * hour, 10 * hour, 14 * hour, 20 * hour, 24 * hour] as const;
const longest = 24 * hour;

/**
 * Seconds until the next attempt after the `attempt`-th has failed, spread by a fifth, so that what failed together is
 * not sent together; null after the last. Whoever asks for more time gets it, a day at most.
 */
export function pauseAfter(attempt: number, retryAfterSeconds: number | null, random = Math.random): number | null {
  const pause = pauses[attempt - 1];
  if (pause === undefined) return null;
  return Math.max(pause * (0.8 + 0.4 * random()), Math.min(retryAfterSeconds ?? 0, longest));
}

/** The seconds that a `Retry-After` asks for, whether it says seconds or a date; null where it says neither. */
export function secondsOf(retryAfter: string | undefined, now: Date): number | null {
  if (retryAfter === undefined) return null;
  if (/^\d{1,9}$/.test(retryAfter)) return Number(retryAfter);
  const at = Date.parse(retryAfter);
  return Number.isNaN(at) ? null : Math.max(0, (at - now.getTime()) / 1_000);
}
