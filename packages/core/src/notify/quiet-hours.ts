import { dayBegan, dayMs, hourMs, msOfDay } from './local-time.ts';

/** `21:00` to `07:00`, Vietnam's time; may cross midnight. Equal: no quiet hours. */
export interface QuietHours {
  readonly from: string;
  readonly until: string;
}

export const usualQuietHours: QuietHours = { from: '21:00', until: '07:00' };

/** The first moment, now or later, that is not in the quiet hours. */
export function afterQuietHours(now: Date, { from, until }: QuietHours): Date {
  const [begins, ends, began] = [msOfDay(from), msOfDay(until), dayBegan(now)];
  const at = now.getTime() - began;
  if (begins < ends) return at >= begins && at < ends ? new Date(began + ends) : now;
  if (begins === ends || (at >= ends && at < begins)) return now;
  return new Date(began + ends + (at >= begins ? dayMs : 0));
}

const digestOfTheDay = 8 * hourMs;

/** When what was held for a digest goes out: on the next full hour, or at the next eight in the morning. */
export function nextDigest(now: Date, every: 'hourly' | 'daily'): Date {
  if (every === 'hourly') return new Date((Math.floor(now.getTime() / hourMs) + 1) * hourMs);
  const today = dayBegan(now) + digestOfTheDay;
  return new Date(now.getTime() < today ? today : today + dayMs);
}
