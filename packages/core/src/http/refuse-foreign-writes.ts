import type { Context as HonoContext, MiddlewareHandler } from 'hono';
import { sessionCookieName } from '../identity/session-cookie.ts';
import { Problem } from '../plugin/problem.ts';
import { embedKeyOf } from './embed/embed-access.ts';
import type { Environment } from './environment.ts';

export const safeMethods: ReadonlySet<string> = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * A write that carries a session must come from a page of the same host. Browsers say where a request comes from;
 * callers that say nothing are no browsers and cannot be made to send somebody's cookie.
 */
export function refuseForeignWrites(secure: boolean): MiddlewareHandler<Environment> {
  const cookie = `${sessionCookieName(secure)}=`;
  return async (c, next) => {
    // Whoever comes with an embed key comes as nobody, whatever cookie the browser adds.
    if (!safeMethods.has(c.req.method) && embedKeyOf(c) === undefined && c.req.header('cookie')?.includes(cookie)) refuseForeignPage(c);
    await next();
  };
}

/** @throws Problem 403 where a browser says that the request comes from a page of another host */
export function refuseForeignPage(c: HonoContext): void {
  const origin = c.req.header('origin');
  const site = c.req.header('sec-fetch-site');
  const foreign = origin !== undefined ? hostOfOrigin(origin) !== c.req.header('host') : site !== undefined && site !== 'same-origin' && site !== 'none';
  if (foreign) {
    throw new Problem(403, 'cross-site-write', {
      vi: 'Yêu cầu đến từ một trang web khác nên bị từ chối.',
      en: 'The request comes from another website and was refused.',
    });
  }
}

function hostOfOrigin(origin: string): string | undefined {
  return URL.canParse(origin) ? new URL(origin).host : undefined;
}
