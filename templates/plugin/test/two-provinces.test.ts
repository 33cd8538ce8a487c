import { testWorld, type TestWorld } from '@tinhthong/core/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { FloodMarks } from '../src/module.ts';
import { floodMarks } from '../src/plugin.ts';

let world: TestWorld;

beforeAll(async () => void (world = await testWorld({ plugins: [floodMarks] })));
afterAll(() => world[Symbol.asyncDispose]());

const marks = '/api/flood-marks/marks';
const mark = { lat: 16.46, lon: 107.59, depthCm: 120, seenOn: '2026-10-15' };

async function recordInHue(): Promise<string> {
  const hue = world.province('hue');
  const as = await hue.signIn({ name: `dan-${Math.random().toString(36).slice(2)}`, roles: [] });
  return ((await (await hue.request(marks, { as, json: mark })).json()) as { id: string }).id;
}

test('a mark of Huế is not there in Đắk Lắk, by list, by id, or by cursor', async () => {
  const [hue, dakLak] = [world.province('hue'), world.province('dak-lak')];
  const ids = [await recordInHue(), await recordInHue()];
  await world.settled();
  const { next } = (await (await hue.request(`${marks}?limit=1`)).json()) as { next: string };
  const officer = await dakLak.key(['mark:confirm']);

  expect(await (await dakLak.request(marks)).json()).toEqual({ items: [], next: null });
  expect((await dakLak.request(`${marks}?limit=1&cursor=${next}`)).status).toBe(422);
  for (const id of ids) expect((await dakLak.request(`${marks}/${id}/confirm`, { as: officer, method: 'POST' })).status).toBe(404);
  expect(await dakLak.database(({ db }) => db.selectFrom('core.notices').selectAll().execute())).toEqual([]);
});

test('what Huế signs in, Đắk Lắk does not know', async () => {
  const citizen = await world.province('hue').signIn({ name: 'dan-hue', roles: [] });
  const key = await world.province('hue').key(['mark:confirm']);
  for (const as of [citizen, key]) expect((await world.province('dak-lak').request(marks, { as, json: mark })).status).toBe(401);
});

test('switched off in Huế, the module is not there and Đắk Lắk goes on; switched on again, its marks are still there', async () => {
  const [hue, dakLak] = [world.province('hue'), world.province('dak-lak')];
  await recordInHue();
  await hue.switch('flood-marks', 'off');
  expect([(await hue.request(marks)).status, (await dakLak.request(marks)).status]).toEqual([404, 200]);
  await hue.switch('flood-marks', 'on');
  expect(((await (await hue.request(marks)).json()) as { items: object[] }).items.length).toBeGreaterThan(0);
});

test('the figure that the ministry sees counts each province by itself', async () => {
  const period = { from: new Date('2020-01-01'), to: new Date('2100-01-01') };
  const count = (province: string) =>
    world.province(province).inside<FloodMarks, object>('flood-marks', (ctx) => floodMarks.metrics['floodmarks.confirmed_rate']!.compute(ctx as never, period));
  const { denominator } = (await count('hue')) as { denominator: number };
  expect(denominator).toBeGreaterThan(0);
  expect(await count('dak-lak')).toEqual({ numerator: 0, denominator: 0 });
});
