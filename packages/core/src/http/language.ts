import type { Context as HonoContext } from 'hono';
import { getCookie } from 'hono/cookie';

export type Language = 'vi' | 'en';

/** Where a choice of language is remembered: the only cookie beside the session's. */
export const languageCookie = 'tt-lang';

/** What the address says, else what was chosen before, else what the caller's browser or program asks for. */
export function languageOf(c: HonoContext): Language {
  const wanted = c.req.query('lang') ?? getCookie(c, languageCookie) ?? c.req.header('accept-language') ?? '';
  return /^\s*en\b/i.test(wanted) ? 'en' : 'vi';
}
