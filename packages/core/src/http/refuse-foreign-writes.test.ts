import { Hono } from 'hono';
import { expect, test } from 'vitest';
import type { Problem } from '../plugin/problem.ts';
import type { Environment } from './environment.ts';
import { refuseForeignWrites } from './refuse-foreign-writes.ts';

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
    .use(refuseForeignWrites(false))
    .all('/', (c) => c.text('done'))
    .onError((error, c) => c.text(error.message, (error as Problem).status as 403));
  expect((await app.request('http://hue.localhost:8080/', { method, headers: { host: 'hue.localhost:8080', ...headers } })).status).toBe(status);
});
