import type { Context as HonoContext, MiddlewareHandler } from 'hono';
import ipaddr from 'ipaddr.js';
import { LRUCache } from 'lru-cache';
import { RateLimiterMemory } from 'rate-limiter-flexible';
import { sessionCookieName } from '../identity/auth.ts';
import { Problem } from '../plugin/problem.ts';
import type { Environment } from './environment.ts';
import { ofStatus } from './to-problem.ts';

const safeMethods = new Set(['GET', 'HEAD', 'OPTIONS']);

/** The caller's address: `X-Forwarded-For` counts only when the connection comes from a configured proxy. */
export function addressOf(c: HonoContext<Environment>, trustedProxies: ReadonlySet<string>): string {
  // A server that listens on IPv6 too writes IPv4 callers this way.
  const peer = (c.env?.incoming?.socket.remoteAddress ?? '127.0.0.1').replace(/^::ffff:(?=\d+\.)/, '');
  if (!trustedProxies.has(peer)) return peer;
  const forwarded = c.req.header('x-forwarded-for')?.split(',').at(-1)?.trim();
  return forwarded !== undefined && ipaddr.isValid(forwarded) ? forwarded : peer;
}

const buckets = new LRUCache<string, string>({ max: 10_000 });

/** One bucket an address; a household's or an office's IPv6 prefix counts as one. */
export function bucketOf(address: string): string {
  let bucket = buckets.get(address);
  if (bucket === undefined) buckets.set(address, (bucket = readBucket(address)));
  return bucket;
}

function readBucket(address: string): string {
  if (!ipaddr.isValid(address)) return address;
  const parsed = ipaddr.process(address);
  return parsed.kind() === 'ipv6' ? `${parsed.toNormalizedString().split(':').slice(0, 4).join(':')}::/64` : parsed.toString();
}

/** In-process token buckets, so the limit never opens when a store is down. */
export function rateLimit(perMinute: number): (bucket: string) => Promise<void> {
  const limiter = new RateLimiterMemory({ points: perMinute, duration: 60 });
  return async (bucket) => {
    try {
      await limiter.consume(bucket);
    } catch (refusal) {
      const { msBeforeNext = 1_000 } = refusal as { msBeforeNext?: number };
      const { status, code, title } = ofStatus(429);
      throw new Problem(status, code, title, { headers: { 'retry-after': String(Math.ceil(msBeforeNext / 1_000)) } });
    }
  };
}

/**
 * A write that carries a session must come from a page of the same host. Browsers say where a request comes from;
 * callers that say nothing are no browsers and cannot be made to send somebody's cookie.
 */
export function sameOriginWrites(secure: boolean): MiddlewareHandler<Environment> {
  const cookie = `${sessionCookieName(secure)}=`;
  return async (c, next) => {
    if (!safeMethods.has(c.req.method) && c.req.header('cookie')?.includes(cookie)) refuseForeignPage(c);
    await next();
  };
}

/** @throws Problem 403 where a browser says that the request comes from a page of another host */
export function refuseForeignPage(c: HonoContext): void {
  const origin = c.req.header('origin');
  const site = c.req.header('sec-fetch-site');
  const foreign = origin !== undefined ? hostOf(origin) !== c.req.header('host') : site !== undefined && site !== 'same-origin' && site !== 'none';
  if (foreign) {
    throw new Problem(403, 'cross-site-write', {
      vi: 'Yêu cầu đến từ một trang web khác nên bị từ chối.',
      en: 'The request comes from another website and was refused.',
    });
  }
}

function hostOf(origin: string): string | undefined {
  return URL.canParse(origin) ? new URL(origin).host : undefined;
}
