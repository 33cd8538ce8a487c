import { Hono } from 'hono';
import { afterEach, expect, test, vi } from 'vitest';
import { Problem } from '../plugin/problem.ts';
import type { Environment } from './environment.ts';
import { addressOf, bucketOf, rateLimit, sameOriginWrites } from './guards.ts';

afterEach(() => vi.useRealTimers());

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

test('each address has its own number of requests a minute, and is told how long to wait', async () => {
  vi.useFakeTimers();
  const limit = rateLimit(3);
  for (let i = 0; i < 3; i += 1) await limit('a');
  const refusal = await limit('a').catch((problem: unknown) => problem);
  expect(refusal).toBeInstanceOf(Problem);
  expect(refusal).toMatchObject({ status: 429, headers: { 'retry-after': '60' } });
  await expect(limit('b')).resolves.toBeUndefined();
  vi.advanceTimersByTime(60_000);
  await expect(limit('a')).resolves.toBeUndefined();
});

const session = { cookie: 'other=1; tt-session=abc' };

test.each<[string, string, Record<string, string>, number]>([
  ["a page of the province's own", 'POST', { ...session, origin: 'http://hue.localhost:8080' }, 200],
  ['another website', 'POST', { ...session, origin: 'https://evil.example' }, 403],
  ["another province's page", 'POST', { ...session, origin: 'http://dak-lak.localhost:8080' }, 403],
  ['the same host on another port', 'POST', { ...session, origin: 'http://hue.localhost:9090' }, 403],
  ['a page that hides where it is', 'POST', { ...session, origin: 'null' }, 403],
  ['another website, as the browser says', 'DELETE', { ...session, 'sec-fetch-site': 'cross-site' }, 403],
  ['a sister host, as the browser says', 'PUT', { ...session, 'sec-fetch-site': 'same-site' }, 403],
  ['the address line', 'POST', { ...session, 'sec-fetch-site': 'none' }, 200],
  ['a program, which sends nobody’s cookie by accident', 'POST', session, 200],
  ['another website, without a session', 'POST', { origin: 'https://evil.example' }, 200],
  ['another website that only reads', 'GET', { ...session, origin: 'https://evil.example' }, 200],
])('a request from %s (%s) is judged by where it comes from', async (_whence, method, headers, status) => {
  const app = new Hono<Environment>()
    .use(sameOriginWrites(false))
    .all('/', (c) => c.text('done'))
    .onError((error, c) => c.text(error.message, (error as Problem).status as 403));
  expect((await app.request('http://hue.localhost:8080/', { method, headers: { host: 'hue.localhost:8080', ...headers } })).status).toBe(status);
});
