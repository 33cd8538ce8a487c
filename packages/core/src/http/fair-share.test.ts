import { setImmediate as nextTurn } from 'node:timers/promises';
import { Hono } from 'hono';
import { beforeEach, expect, test } from 'vitest';
import type { Province } from '../tenancy/registry.ts';
import type { Environment } from './environment.ts';
import { fairShare, type ShareLimits } from './fair-share.ts';
import { toProblem } from './to-problem.ts';

let begun: string[];
let open: PromiseWithResolvers<void>;

beforeEach(() => {
  begun = [];
  open = Promise.withResolvers();
});

/** A site at which Huế waits until it is let go, and its neighbour does not. */
function site(limits: ShareLimits, env = {}) {
  const app = new Hono<Environment>();
  app.use('/:id/*', async (c, next) => {
    c.set('province', { id: c.req.param('id') } as Province);
    await next();
  });
  app.use('*', fairShare(limits));
  app.get('/:id/:name', async (c) => {
    begun.push(c.req.param('name'));
    if (c.req.param('id') === 'hue') await open.promise;
    return c.text('xong');
  });
  app.onError((error, c) => {
    const { status, code, headers } = toProblem(error);
    return c.text(code, status as 503, headers);
  });
  return (id: string, name = 'x') => app.request(`/${id}/${name}`, {}, env);
}

const patient = 60_000;
const names = (count: number) => Array.from({ length: count }, (_, n) => String(n));

test('of a flood so many requests are under way, the others have their turn after them in order, and the neighbour none of it', async () => {
  const ask = site({ places: 3, leastPlaces: 3, waiting: 100, longestMs: patient });
  const flood = names(20).map((name) => ask('hue', name));
  await expect.poll(() => begun).toEqual(['0', '1', '2']);
  expect((await ask('dak-lak', 'láng giềng')).status).toBe(200);
  open.resolve();
  expect(new Set((await Promise.all(flood)).map(({ status }) => status))).toEqual(new Set([200]));
  expect(begun).toEqual(['0', '1', '2', 'láng giềng', ...names(20).slice(3)]);
});

test('answers that wait for nothing let the neighbour in between as well', async () => {
  const ask = site({ places: 3, leastPlaces: 3, waiting: 100, longestMs: patient });
  open.resolve();
  const flood = names(20).map((name) => ask('hue', name));
  await nextTurn();
  await ask('dak-lak', 'láng giềng');
  await Promise.all(flood);
  expect(begun.length).toBe(21);
  expect(begun.indexOf('láng giềng')).toBeLessThan(10);
});

test('a crowd beyond all patience is told to come back, and the places are free afterwards', async () => {
  const ask = site({ places: 3, leastPlaces: 3, waiting: 5, longestMs: patient });
  const flood = names(8).map((name) => ask('hue', name));
  await expect.poll(() => begun.length).toBe(3);
  const refused = await ask('hue');
  expect([refused.status, refused.headers.get('retry-after'), await refused.text()]).toEqual([503, '2', 'province-crowded']);
  open.resolve();
  await Promise.all(flood);
  await nextTurn();
  expect((await Promise.all(names(8).map((name) => ask('hue', name)))).map(({ status }) => status)).toEqual(names(8).map(() => 200));
});

test('requests that hang hold up nobody for long, and give their place on only once', async () => {
  const ask = site({ places: 2, leastPlaces: 2, waiting: 10, longestMs: 150 });
  const hanging = names(2).map((name) => ask('hue', name));
  const next = ['sau', 'sau nữa', 'sau cùng'].map((name) => ask('hue', name));
  await expect.poll(() => begun.length).toBe(5);
  open.resolve();
  await Promise.all([...hanging, ...next]);
  // Two places, as at first: had one been given on twice, three would get in.
  open = Promise.withResolvers();
  begun = [];
  const again = names(4).map((name) => ask('hue', name));
  expect(begun.length).toBeLessThanOrEqual(2);
  open.resolve();
  await Promise.all(again);
});

test('whoever sends slowly holds no place while the request arrives', async () => {
  const ask = site({ places: 2, leastPlaces: 2, waiting: 10, longestMs: patient }, { incoming: { complete: false } });
  const sending = names(5).map((name) => ask('hue', name));
  await expect.poll(() => begun.length).toBe(5);
  open.resolve();
  await Promise.all(sending);
});

test('one province alone has all the places; beside others it has its part of them, and what waits goes on as places come free', async () => {
  const ask = site({ places: 8, leastPlaces: 2, waiting: 100, longestMs: patient });
  const alone = names(20).map((name) => ask('hue', name));
  await expect.poll(() => begun.length).toBe(8);
  open.resolve();
  await Promise.all(alone);

  open = Promise.withResolvers();
  begun = [];
  for (const id of ['dak-lak', 'da-nang', 'ca-mau']) await ask(id, id);
  const beside = names(20).map((name) => ask('hue', name));
  await expect.poll(() => begun.length).toBe(3 + 2);
  open.resolve();
  expect(new Set((await Promise.all(beside)).map(({ status }) => status))).toEqual(new Set([200]));
});
