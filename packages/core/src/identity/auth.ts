import { betterAuth } from 'better-auth';
import { APIError, createAuthEndpoint } from 'better-auth/api';
import { setSessionCookie } from 'better-auth/cookies';
import type { Kysely } from 'kysely';
import { z } from 'zod';
import type { IdentityTables } from './identity-tables.ts';
import { leastPasswordLength } from './passwords.ts';
import { sessionCookieName } from './session-cookie.ts';

export interface AuthOptions {
  readonly db: Kysely<IdentityTables>;
  readonly secret: string;
  /** Whether the site is served on https; on loopback http, browsers and curl drop a Secure cookie. */
  readonly secure: boolean;
  /** Whether the account may have a session here at all: not disabled, and a member of this very site. */
  readonly admits: (account: string) => Promise<boolean>;
  readonly log: { error(message: string): void };
}

export type Auth = ReturnType<typeof createAuth>;

/**
 * Accounts, passwords and sessions of one province, or of a national site: better-auth on that database alone.
 * Second factors, codes and providers are our own: whichever way somebody came in, they meet at the session's row.
 */
export function createAuth({ db, secret, secure, admits, log }: AuthOptions) {
  return betterAuth({
    database: { db: db.withSchema('identity'), type: 'postgres' },
    secret,
    basePath: '/api/auth',
    emailAndPassword: { enabled: true, disableSignUp: true, minPasswordLength: leastPasswordLength, autoSignIn: false },
    session: { expiresIn: 60 * 60 * 24 * 7 },
    // The rate limit and the Origin check of every other write stand in front of these routes too.
    rateLimit: { enabled: false },
    telemetry: { enabled: false },
    logger: { level: 'error', log: (_level, message) => log.error(message) },
    databaseHooks: {
      session: {
        create: {
          // Told apart from a wrong password by nothing: who may not come in learns nothing about their account.
          before: async ({ userId }) => {
            if (!(await admits(userId))) throw new APIError('UNAUTHORIZED', { code: 'INVALID_EMAIL_OR_PASSWORD' });
          },
        },
      },
    },
    plugins: [{ id: 'open-session', endpoints: { openSession } }],
    advanced: {
      useSecureCookies: false,
      disableOriginCheck: true,
      disableCSRFCheck: true,
      ipAddress: { disableIpTracking: true },
      cookies: {
        session_token: {
          name: sessionCookieName(secure),
          attributes: { httpOnly: true, sameSite: 'lax', secure, path: '/' },
        },
      },
    },
  });
}

/** A session for somebody who proved in another way who they are; never reached over HTTP. */
const openSession = createAuthEndpoint.serverOnly({ method: 'POST', body: z.object({ account: z.string() }) }, async (c) => {
  const { internalAdapter } = c.context;
  const user = await internalAdapter.findUserById(c.body.account);
  if (user === null) throw new APIError('UNAUTHORIZED', { code: 'INVALID_EMAIL_OR_PASSWORD' });
  const session = await internalAdapter.createSession(user.id);
  await setSessionCookie(c, { session, user });
  return c.json({ account: user.id });
});
