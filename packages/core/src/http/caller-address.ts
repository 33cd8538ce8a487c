import type { Context as HonoContext } from 'hono';
import ipaddr from 'ipaddr.js';
import { LRUCache } from 'lru-cache';
import type { Environment } from './environment.ts';

/** Who holds the other end of the connection: the caller, or a proxy in between. */
function peerOf(c: HonoContext<Environment>): string {
  // A server that listens on IPv6 too writes IPv4 callers this way.
  return (c.env?.incoming?.socket.remoteAddress ?? '127.0.0.1').replace(/^::ffff:(?=\d+\.)/, '');
}

/** The trace that a configured proxy has begun; anybody else's would let strangers choose what is recorded, and under which id. */
export function traceparentOf(c: HonoContext<Environment>, trustedProxies: ReadonlySet<string>): string | undefined {
  return trustedProxies.has(peerOf(c)) ? c.req.header('traceparent') : undefined;
}

/** The caller's address: `X-Forwarded-For` counts only when the connection comes from a configured proxy. */
export function addressOf(c: HonoContext<Environment>, trustedProxies: ReadonlySet<string>): string {
  const peer = peerOf(c);
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
