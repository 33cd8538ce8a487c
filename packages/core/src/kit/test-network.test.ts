import { afterAll, beforeAll, expect, test } from 'vitest';
import { barePlugin } from './bare-plugin.ts';
import { testClock } from './test-clock.ts';
import { testNetwork } from './test-network.ts';
import { testWorld, type TestWorld } from './testing.ts';

const network = testNetwork({
  'api.mucnuoc.example/levels': () => Response.json({ cm: 120 }),
  'api.mucnuoc.example/told': ({ body }) => new Response(body, { status: 202 }),
});
const clock = testClock('2026-10-15T08:00:00+07:00');
let world: TestWorld;
beforeAll(async () => {
  world = await testWorld({ plugins: [barePlugin({ id: 'levels', outbound: ['api.mucnuoc.example'] })], network, now: clock.now });
});
afterAll(() => world[Symbol.asyncDispose]());

const fetchFrom = (url: string, init?: RequestInit) => world.province('hue').inside('levels', (ctx) => ctx.fetch(url, init));

test('a module is answered by the network of the test, which records what was asked', async () => {
  expect(await (await fetchFrom('https://api.mucnuoc.example/levels?station=7')).json()).toEqual({ cm: 120 });
  const told = await fetchFrom('https://api.mucnuoc.example/told', { method: 'POST', body: 'xin chào' });
  expect([told.status, await told.text()]).toEqual([202, 'xin chào']);
  expect(network.calls).toEqual([
    { method: 'GET', url: 'https://api.mucnuoc.example/levels?station=7', body: undefined },
    { method: 'POST', url: 'https://api.mucnuoc.example/told', body: 'xin chào' },
  ]);
});

test('what no test answers is refused, and so is what the module did not declare', async () => {
  await expect(fetchFrom('https://api.mucnuoc.example/unknown')).rejects.toThrow();
  await expect(fetchFrom('https://elsewhere.example/')).rejects.toThrow('did not declare elsewhere.example');
});

test('the clock stands still until it is moved', async () => {
  const time = () => world.province('hue').inside('levels', async (ctx) => ctx.now().toISOString());
  expect(await time()).toBe('2026-10-15T01:00:00.000Z');
  clock.move({ days: 1, minutes: 30 });
  expect(await time()).toBe('2026-10-16T01:30:00.000Z');
});
