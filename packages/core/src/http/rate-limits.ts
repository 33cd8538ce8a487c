import type { Redis } from 'ioredis';
import { RateLimiterMemory, RateLimiterRedis, RateLimiterRes } from 'rate-limiter-flexible';
import { Problem } from '../plugin/problem.ts';
import { ofStatus } from './to-problem.ts';

/** Counts one more of a bucket. @throws Problem 429 with `Retry-After` where it has had its share */
export type RateLimit = (bucket: string) => Promise<void>;

/** A limit by its name: who asks for the same one, here or on another node, counts with the others. */
export type RateLimits = (name: string, perMinute: number) => RateLimit;

/**
 * Every node counts in its own memory, so a limit costs no round trip and never opens when a store is down. With
 * Redis the nodes also count together, behind the answer: whoever has used up the common share is refused everywhere
 * from the next request on.
 */
export function rateLimits(options: { readonly factor: number; readonly redis: Redis | undefined }): RateLimits {
  const { factor, redis } = options;
  const limits = new Map<string, RateLimit>();
  return (name, perMinute) => {
    let limit = limits.get(name);
    if (limit === undefined) limits.set(name, (limit = make(name, perMinute)));
    return limit;
  };

  function make(name: string, perMinute: number): RateLimit {
    const share = { points: Math.ceil(perMinute * factor), duration: 60, keyPrefix: `tinhthong:limit:${name}` };
    const own = new RateLimiterMemory(share);
    const common = redis && new RateLimiterRedis({ ...share, storeClient: redis, rejectIfRedisNotReady: true });
    return async (bucket) => {
      try {
        await own.consume(bucket);
      } catch (refusal) {
        throw tooMany(refusal);
      }
      // An error of the store is the connection's to report; the node's own count goes on.
      common?.consume(bucket).catch((refusal: unknown) => {
        if (refusal instanceof RateLimiterRes) void own.block(bucket, refusal.msBeforeNext / 1_000);
      });
    };
  }
}

function tooMany(refusal: unknown): Problem {
  const { msBeforeNext = 1_000 } = refusal as { msBeforeNext?: number };
  const { status, code, title } = ofStatus(429);
  return new Problem(status, code, title, { headers: { 'retry-after': String(Math.ceil(msBeforeNext / 1_000)) } });
}
