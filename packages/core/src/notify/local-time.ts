const vietnamMs = 7 * 3_600_000;
export const dayMs = 24 * 3_600_000;
export const hourMs = 3_600_000;

/** Midnight in Vietnam, at or before. */
export function dayBegan(at: Date): number {
  return Math.floor((at.getTime() + vietnamMs) / dayMs) * dayMs - vietnamMs;
}

/** Milliseconds into the day of `21:00`. */
export function msOfDay(clock: string): number {
  const [hour = 0, minute = 0] = clock.split(':').map(Number);
  return (hour * 60 + minute) * 60_000;
}
