const units = { seconds: 1_000, minutes: 60_000, hours: 3_600_000, days: 86_400_000 } as const;

export interface TestClock {
  readonly now: () => Date;
  /** Turns it on, for example `{ days: 15, hours: 2 }`. */
  move(by: Partial<Record<keyof typeof units, number>>): void;
  set(to: string | Date): void;
}

/**
 * A clock that stands still until it is moved; `testWorld({ now: clock.now })` gives it to `ctx.now()`, deadlines and
 * schedules. PostgreSQL's own `now()` goes on: what a rule depends on is passed in.
 *
 * @example const clock = testClock('2026-10-15T08:00:00+07:00');
 */
export function testClock(start: string | Date): TestClock {
  let at = new Date(start).getTime();
  return {
    now: () => new Date(at),
    move(by) {
      for (const [unit, count] of Object.entries(by)) at += units[unit as keyof typeof units] * count;
    },
    set(to) {
      at = new Date(to).getTime();
    },
  };
}
