import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { createKernel, type OpenKernel } from '../create-kernel.ts';
import { noteOne, workshop } from '../kit/test-workshop.ts';
import { testWorld, type TestWorld } from '../kit/testing.ts';
import { createSchedules, forgetOldRuns, lastPeriod } from './schedules.ts';

vi.setConfig({ testTimeout: 30_000 });

const { plugin, act } = workshop('*/10 * * * *');
const clock = { now: new Date('2026-11-22T08:00:05+07:00') };
let world: TestWorld;
let other: OpenKernel;

beforeAll(async () => {
  act.alone = (ctx) => noteOne(ctx, 'tick');
  world = await testWorld({ plugins: [plugin], now: () => clock.now });
  const { kernel, dataDir } = world;
  other = await createKernel({ plugins: [plugin], databaseUrl: kernel.registry.adminUrl('main'), dataDir, log: kernel.log });
});
afterAll(async () => {
  await other.close();
  await world[Symbol.asyncDispose]();
});

test('over two nodes that look all the time, a schedule runs once a period in each province', async () => {
  const nodes = [createSchedules(world.kernel), createSchedules(other)];
  for (const minute of ['00', '03', '09', '10', '11', '29', '30']) {
    clock.now = new Date(`2026-11-22T08:${minute}:05+07:00`);
    const looks = nodes.flatMap((node) => world.kernel.registry.provinces().map((province) => () => node.look(province, clock.now)));
    await Promise.all([...looks, ...looks].map((look) => look()));
  }
  await world.settled();
  for (const id of ['hue', 'dak-lak']) {
    const { rows } = await world.province(id).database(({ pool }) => pool.query('select what from workshop.done'));
    // 08:00, 08:10, 08:20 and 08:30.
    expect([id, rows.length]).toEqual([id, 4]);
  }
});

test('a test that has moved its clock need not wait for the next look', async () => {
  const done = () => world.province('hue').database(async ({ pool }) => (await pool.query('select what from workshop.done')).rows.length);
  const before = await done();
  clock.now = new Date('2026-11-22T12:40:00+07:00');
  await world.due();
  expect(await done()).toBe(before + 1);
});

test('of periods long done only the newest is remembered, so that a yearly one does not run again', async () => {
  const periods = await world.province('hue').database(async ({ db, pool }) => {
    await pool.query(`insert into core.schedule_runs values
      ('workshop', 'yearly', '2025-01-01'), ('workshop', 'yearly', '2024-01-01'),
      ('workshop', 'often', now() - interval '8 days'), ('workshop', 'often', now() - interval '6 days'), ('workshop', 'often', now())`);
    await forgetOldRuns(db);
    return (await pool.query<{ job: string; periods: number }>(`select job, count(*)::int as periods from core.schedule_runs where job in ('yearly', 'often') group by job order by job`)).rows;
  });
  expect(periods).toEqual([{ job: 'often', periods: 2 }, { job: 'yearly', periods: 1 }]);
});

test.each([
  ['*/10 * * * *', '2026-11-22T08:10:00+07:00', '2026-11-22T08:10:00+07:00'],
  ['*/10 * * * *', '2026-11-22T08:09:59.999+07:00', '2026-11-22T08:00:00+07:00'],
  ['0 0 * * *', '2026-11-22T00:30:00+07:00', '2026-11-22T00:00:00+07:00'],
  ['0 0 * * *', '2026-11-22T00:30:00Z', '2026-11-22T00:00:00+07:00'],
  ['30 17 * * 5', '2026-11-22T09:00:00+07:00', '2026-11-20T17:30:00+07:00'],
  ['0 3 1 * *', '2026-12-01T02:59:00+07:00', '2026-11-01T03:00:00+07:00'],
])('by the schedule %s, the last period at %s began at %s, in the time of Vietnam', (cron, now, began) => {
  expect(lastPeriod(cron, new Date(now))).toEqual(new Date(began));
});
