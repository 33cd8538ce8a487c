import type { Context as HonoContext } from 'hono';
import type { Environment } from './environment.ts';
import { bucketOf, rateLimit } from './guards.ts';

// Enough for a mistyping office behind one address; far too slow for guessing passwords.
const perMinute = 20;
const perMinuteAndAccount = 5;

/** Slows down whoever tries passwords, by address and by account of this site. @throws Problem 429 */
export function signInLimit(limitFactor: number): (c: HonoContext<Environment>, email: string) => Promise<void> {
  const byAddress = rateLimit(perMinute * limitFactor);
  const byAccount = rateLimit(perMinuteAndAccount * limitFactor);
  return async (c, email) => {
    const site = c.get('province')?.id ?? '';
    await byAddress(`${site}|${bucketOf(c.get('address'))}`);
    await byAccount(`${site}|${email.toLowerCase()}`);
  };
}
