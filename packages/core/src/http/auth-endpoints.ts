import { Hono } from 'hono';
import type { Context as HonoContext } from 'hono';
import { z } from 'zod';
import type { Auth } from '../identity/auth.ts';
import { Problem } from '../plugin/problem.ts';
import type { Text } from '../plugin/text.ts';
import type { Environment } from './environment.ts';
import { refuseForeignPage } from './guards.ts';
import { readJson } from './read-json.ts';
import { signInLimit } from './sign-in-limit.ts';
import { invalidInput, ofStatus } from './to-problem.ts';

const secret = z.string().min(1).max(200);

/** What is used of better-auth's many endpoints: one that is not named here is not there. */
const endpoints: readonly { readonly method: 'get' | 'post'; readonly path: string; readonly body?: z.ZodObject }[] = [
  { method: 'post', path: '/sign-in/email', body: z.strictObject({ email: z.email().max(200), password: secret }) },
  { method: 'post', path: '/sign-out' },
  { method: 'get', path: '/get-session' },
  {
    method: 'post',
    path: '/change-password',
    body: z.strictObject({ currentPassword: secret, newPassword: secret, revokeOtherSessions: z.boolean().default(true) }),
  },
];

export interface AuthOptions {
  readonly limitFactor: number;
  authOf(c: HonoContext<Environment>): Auth;
  /** Something about somebody's access may have changed. */
  changed(c: HonoContext<Environment>): void;
}

/** `/api/auth` of a site: better-auth answers, on that site's accounts alone; limits and refusals are those of every other route. */
export function authEndpoints({ limitFactor, authOf, changed }: AuthOptions): Hono<Environment> {
  const app = new Hono<Environment>().basePath('/api/auth');
  const limit = signInLimit(limitFactor);
  for (const { method, path, body } of endpoints) {
    app[method](path, async (c) => {
      c.set('operation', `${method.toUpperCase()} /api/auth${path}`);
      if (method === 'post') refuseForeignPage(c);
      const input = body && (await checkedBody(c, body));
      if (typeof input?.['email'] === 'string') await limit(c, input['email']);
      const response = await authOf(c).handler(requestFor(c, input));
      if (!response.ok) throw await refusal(response);
      if (method === 'post') changed(c);
      return response;
    });
  }
  return app;
}

async function checkedBody(c: HonoContext, schema: z.ZodObject): Promise<Record<string, unknown>> {
  const parsed = schema.safeParse((await readJson(c)).value);
  if (!parsed.success) throw invalidInput(parsed.error, 'body');
  return parsed.data;
}

/** What was checked, and nothing else of what was sent, but for the headers that carry session and device. */
function requestFor(c: HonoContext, input: object | undefined): Request {
  const url = new URL(c.req.url);
  url.search = '';
  const headers = new Headers(c.req.raw.headers);
  headers.delete('content-length');
  return new Request(url, { method: c.req.method, headers, ...(input && { body: JSON.stringify(input) }) });
}

const refusals: Readonly<Record<string, Text>> = {
  INVALID_EMAIL_OR_PASSWORD: { vi: 'E-mail hoặc mật khẩu chưa đúng.', en: 'E-mail or password is not right.' },
  INVALID_PASSWORD: { vi: 'Mật khẩu hiện tại chưa đúng.', en: 'The present password is not right.' },
  PASSWORD_TOO_SHORT: { vi: 'Mật khẩu mới quá ngắn (ít nhất 10 ký tự).', en: 'The new password is too short (10 characters at least).' },
  PASSWORD_TOO_LONG: { vi: 'Mật khẩu mới quá dài.', en: 'The new password is too long.' },
};

async function refusal(response: Response): Promise<Error> {
  if (response.status >= 500) return new Error(`better-auth answered ${response.status}`);
  const { code = '' } = (await response.json().catch(() => ({}))) as { code?: string };
  const title = refusals[code];
  return title === undefined ? ofStatus(response.status) : new Problem(response.status, code.toLowerCase().replaceAll('_', '-'), title);
}
