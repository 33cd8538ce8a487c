import { afterAll, beforeAll, expect, test } from 'vitest';
import { testTemplate, testWorld, type TestProvince, type TestWorld } from '../../kit/testing.ts';

let world: TestWorld;
let hue: TestProvince;

beforeAll(async () => {
  world = await testWorld({ plugins: [], provinces: [testTemplate('hue'), testTemplate('dak-lak')], limitFactor: 1 });
  hue = world.province('hue');
});
afterAll(() => world[Symbol.asyncDispose]());

const open = (as?: string, at = hue) => at.request('/api/events/stream', as === undefined ? {} : { as });
const statusOf = async (response: Promise<Response>) => {
  const { status, headers, body } = await response;
  await body?.cancel();
  return [status, headers.get('retry-after')];
};

test('an account or key has at most 20 streams at once, an address 200; one that is closed makes room', async () => {
  const key = await hue.key(['audit:read']);
  const own = await Promise.all(Array.from({ length: 20 }, () => open(key)));
  expect(own.map(({ status }) => status)).toEqual(own.map(() => 200));
  expect(await statusOf(open(key))).toEqual([429, '30']);
  await own[0]!.body!.cancel();
  expect(await statusOf(open(key))).toEqual([200, null]);

  const others = await Promise.all(Array.from({ length: 181 }, () => open()));
  expect(others.map(({ status }) => status)).toEqual(others.map(() => 200));
  expect(await statusOf(open())).toEqual([429, '30']);
  // Another province has places of its own.
  expect(await statusOf(open(undefined, world.province('dak-lak')))).toEqual([200, null]);
  for (const { body } of [...own.slice(1), ...others]) await body!.cancel();
  expect(await statusOf(open())).toEqual([200, null]);
});
