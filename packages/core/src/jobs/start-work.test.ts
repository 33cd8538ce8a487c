import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { noteOne, whatOf, type Workshop, workshop } from '../kit/test-workshop.ts';
import { type TestProvince, testWorld, type TestWorld } from '../kit/testing.ts';
import { switchModule } from '../modules/switch-module.ts';

vi.setConfig({ testTimeout: 30_000 });

const { plugin, act } = workshop();
let world: TestWorld;
let hue: TestProvince;

beforeAll(async () => {
  act.alone = (ctx, task) => noteOne(ctx, whatOf(task));
  world = await testWorld({ plugins: [plugin] });
  hue = world.province('hue');
});
beforeEach(() => hue.database(({ pool }) => pool.query('delete from workshop.done')));
afterAll(() => world[Symbol.asyncDispose]());

const done = async () => (await hue.database(({ pool }) => pool.query<{ what: string }>('select what from workshop.done order by what'))).rows.map(({ what }) => what);
const enqueue = (what: string, options?: { notBefore: Date }) =>
  hue.inside<Workshop, void>('workshop', (ctx) => ctx.change(async (trx) => ctx.enqueue(trx, 'alone', { what }, options)));

test('a task that is not to run before a time runs then, without waiting for a sweep', async () => {
  const notBefore = new Date(Date.now() + 1_500);
  await enqueue('sau', { notBefore });
  await enqueue('ngay');
  await expect.poll(done, { timeout: 10_000 }).toEqual(['ngay']);
  expect(Date.now()).toBeLessThan(notBefore.getTime());
  await expect.poll(done, { timeout: 10_000 }).toEqual(['ngay', 'sau']);
  expect(Date.now()).toBeGreaterThanOrEqual(notBefore.getTime());
});

test('tasks of a module that is off wait untouched, in the way of nobody, and run once it is on again', async () => {
  await switchModule(world.kernel, hue.now(), plugin, 'off');
  // More than a batch holds, and older than anything else.
  await hue.database(({ pool }) =>
    pool.query(`insert into core.tasks (plugin, job, payload, due_at) select 'workshop', 'together', '{}', now() - interval '1 day' from generate_series(1, 600)`),
  );
  await enqueue('chờ');
  const untouched = () => hue.database(async ({ pool }) => (await pool.query(`select from core.tasks where due_at < now() - interval '1 hour'`)).rowCount);
  world.kernel.committed(hue.now());
  await world.province('dak-lak').inside<Workshop, void>('workshop', (ctx) => ctx.change(async (trx) => ctx.enqueue(trx, 'alone', { what: 'láng giềng' })));
  const neighbour = () => world.province('dak-lak').database(async ({ pool }) => (await pool.query('select from workshop.done')).rowCount);
  await expect.poll(neighbour, { timeout: 10_000 }).toBe(1);
  expect(await untouched()).toBe(600);

  await switchModule(world.kernel, hue.now(), plugin, 'on');
  await expect.poll(done, { timeout: 10_000 }).toEqual(['chờ']);
  await world.settled();
});

test('a batch that another node sent is reported to it when it has ended', async () => {
  const heard: number[] = [];
  world.kernel.registry.bus.on('tasks', ({ value }) => void (value !== undefined && heard.push(value)));
  await enqueue('của mình');
  await expect.poll(done, { timeout: 10_000 }).toEqual(['của mình']);
  expect(heard).toEqual([]);
  await world.deliver({ id: 4_711, province: 'hue', tasks: [], until: '2100-01-01' });
  expect(heard).toEqual([4_711]);
});
