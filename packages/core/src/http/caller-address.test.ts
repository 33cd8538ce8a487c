import { Hono } from 'hono';
import { expect, test } from 'vitest';
import type { Environment } from './environment.ts';
import { addressOf, bucketOf } from './caller-address.ts';

test.each([
  ['203.0.113.7', '203.0.113.7'],
  ['::ffff:203.0.113.7', '203.0.113.7'],
  ['2001:db8:1:2:aaaa::1', '2001:db8:1:2::/64'],
  ['2001:db8:1:2:bbbb::2', '2001:db8:1:2::/64'],
  ['2001:db8:1:3::1', '2001:db8:1:3::/64'],
  ['2001:DB8:1:2::9', '2001:db8:1:2::/64'],
])('the address %s counts as %s: a household has one IPv6 prefix, however many addresses it makes of it', (address, bucket) => {
  expect(bucketOf(address)).toBe(bucket);
});

async function seenFrom(peer: string, forwarded?: string): Promise<string> {
  const app = new Hono<Environment>().get('/', (c) => c.text(addressOf(c, new Set(['10.0.0.2']))));
  const incoming = { socket: { remoteAddress: peer } };
  return (await app.request('/', { headers: forwarded === undefined ? {} : { 'x-forwarded-for': forwarded } }, { incoming } as never)).text();
}

test('a caller cannot name another address than their own', async () => {
  expect(await seenFrom('203.0.113.7')).toBe('203.0.113.7');
  expect(await seenFrom('203.0.113.7', '198.51.100.1')).toBe('203.0.113.7');
});

test('behind a proxy of ours, the address is the one that the proxy added, not what the caller wrote before it', async () => {
  expect(await seenFrom('10.0.0.2', '203.0.113.7')).toBe('203.0.113.7');
  expect(await seenFrom('10.0.0.2', '198.51.100.1, 203.0.113.7')).toBe('203.0.113.7');
  expect(await seenFrom('10.0.0.2', 'nonsense')).toBe('10.0.0.2');
  expect(await seenFrom('10.0.0.2')).toBe('10.0.0.2');
});

test('a proxy is known by its IPv4 address on a server that listens on IPv6 too', async () => {
  expect(await seenFrom('::ffff:10.0.0.2', '203.0.113.7')).toBe('203.0.113.7');
});
