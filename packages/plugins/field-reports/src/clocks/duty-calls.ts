/** When a duty officer is called, without HTTP and SQL. */
export interface Called {
  readonly at: Date;
  /** Immediate reports that this call spoke of. */
  readonly told: number;
}

/** So many times what the last call spoke of is another situation: nobody waits for that. */
const another = 10;

/**
 * At once for the first. Then not again for the province's minutes, so that a flood does not fill a telephone and the
 * channel's hourly cap with it; unless ten times as many have come in as the officer knows of.
 */
export function callNow(last: Called | undefined, waiting: number, now: Date, minutes: number): boolean {
  if (waiting === 0) return false;
  return last === undefined || now.getTime() - last.at.getTime() >= minutes * 60_000 || waiting >= another * last.told;
}
