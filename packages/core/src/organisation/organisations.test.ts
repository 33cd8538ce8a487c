import { afterAll, beforeAll, expect, test } from 'vitest';
import { testWorld, type TestWorld } from '../kit/testing.ts';

let world: TestWorld;

beforeAll(async () => {
  world = await testWorld({ plugins: [] });
});
afterAll(() => world[Symbol.asyncDispose]());

const holiday = new Date('2026-11-24T09:00:00+07:00');

test('a change of the calendar counts from the next request on; one under way goes on with what it began with', async () => {
  const { organisations, registry } = world.kernel;
  const hue = world.province('hue');
  await hue.database((database) => organisations.load(hue.now(), database));
  expect(organisations.calendar(hue.now()).isWorking(holiday)).toBe(true);

  // 1. The day is declared a holiday, and every node is told.
  await hue.database(({ pool }) => pool.query(`insert into core.special_days (day, name, worked) values ('2026-11-24', 'Ngày Di sản', false)`));
  registry.bus.send({ topic: 'registry', province: 'hue' });
  // 2. Whoever is between loading and using it still finds a calendar.
  expect(organisations.calendar(hue.now()).isWorking(holiday)).toBe(true);
  // 3. The next request loads the new one.
  await hue.database((database) => organisations.load(hue.now(), database));
  expect(organisations.calendar(hue.now()).isWorking(holiday)).toBe(false);
});
