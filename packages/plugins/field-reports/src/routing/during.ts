export type WorkingAt = (at: Date) => boolean;

/** When a rule counts: as the province's working calendar has it, or at certain hours, of certain days. */
export type During =
  | { readonly office: 'open' | 'closed' }
  | {
      /** 1 is Monday, 7 is Sunday: the days on which the time begins. */
      readonly days: readonly number[];
      /** Local time as HH:MM; up to, not including, `to`, which may be 24:00, or lie after midnight. */
      readonly from: string;
      readonly to: string;
    };

const minuteMs = 60_000;
const dayMinutes = 1_440;
const vietnamMs = 7 * 60 * minuteMs;

/** Whether an instant falls into the time of a rule. Nights begin on one day and end on the next. */
export function isDuring(during: During, at: Date, isWorking: WorkingAt): boolean {
  if ('office' in during) return isWorking(at) === (during.office === 'open');
  const local = new Date(at.getTime() + vietnamMs);
  const minute = local.getUTCHours() * 60 + local.getUTCMinutes();
  const today = local.getUTCDay() || 7;
  const yesterday = today === 1 ? 7 : today - 1;
  const [from, to] = [minuteOf(during.from), minuteOf(during.to)];
  if (from < to) return during.days.includes(today) && minute >= from && minute < to;
  return (during.days.includes(today) && minute >= from) || (during.days.includes(yesterday) && minute < to);
}

/** Whether no instant at all falls into it. */
export function isNever(during: During): boolean {
  return !('office' in during) && (during.days.length === 0 || during.from === during.to || minuteOf(during.from) === dayMinutes);
}

function minuteOf(clock: string): number {
  const [hours, minutes] = clock.split(':').map(Number);
  return hours! * 60 + minutes!;
}
