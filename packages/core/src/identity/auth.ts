import { betterAuth } from 'better-auth';
import type { Kysely } from 'kysely';

export const sessionCookie = 'tt-session';
const secureSessionCookie = '__Host-tt-session';

export interface AuthOptions {
  readonly db: Kysely<never>;
  readonly secret: string;
  /** Whether the site is served on https; on loopback http, browsers and curl drop a Secure cookie. */
  readonly secure: boolean;
  readonly log: { error(message: string): void };
}

export type Auth = ReturnType<typeof createAuth>;

/** Accounts and sessions of one province, or of the national sites: better-auth on that database alone. */
export function createAuth({ db, secret, secure, log }: AuthOptions) {
  return betterAuth({
    database: { db: db.withSchema('identity'), type: 'postgres' },
    secret,
    basePath: '/api/auth',
    emailAndPassword: { enabled: true, disableSignUp: true, minPasswordLength: 10, autoSignIn: false },
    session: { expiresIn: 60 * 60 * 24 * 7, updateAge: 60 * 60 * 24 },
    // The rate limit and the Origin check of every other write stand in front of these routes too.
    rateLimit: { enabled: false },
    telemetry: { enabled: false },
    logger: { level: 'error', log: (_level, message) => log.error(message) },
    advanced: {
      useSecureCookies: false,
      disableOriginCheck: true,
      disableCSRFCheck: true,
      cookies: {
        session_token: {
          name: secure ? secureSessionCookie : sessionCookie,
          attributes: { httpOnly: true, sameSite: 'lax', secure, path: '/' },
        },
      },
    },
  });
}

export function sessionCookieName(secure: boolean): string {
  return secure ? secureSessionCookie : sessionCookie;
}
