import { afterAll, beforeAll, beforeEach, expect, onTestFinished, test, vi } from 'vitest';
import { workshop } from '../kit/test-workshop.ts';
import { testWorld, type TestWorld } from '../kit/testing.ts';
import type { ProvinceDatabase } from '../tenancy/province-pools.ts';
import { claimTasks, leaseSeconds, takeTasks } from './outbox.ts';
import { holdTask } from './hold-task.ts';

vi.setConfig({ testTimeout: 30_000 });

let world: TestWorld;
let id: number;
const until = '2100-01-01 00:00:00+07';
const inHue = <T>(work: (database: ProvinceDatabase) => Promise<T>) => world.province('hue').database(work);

beforeAll(async () => {
  world = await testWorld({ plugins: [workshop().plugin] });
  // The core's own first tasks, of a province just made, would wake the relay in between.
  await world.settled();
});
beforeEach(async () => {
  id = await inHue(async ({ pool }) => {
    const { rows } = await pool.query<{ id: number }>(`insert into core.tasks (plugin, job, due_at) values ('workshop', 'alone', $1) returning id`, [until]);
    return rows[0]!.id;
  });
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
});
afterAll(() => world[Symbol.asyncDispose]());

/** The end of the task's lease. */
const due = () => inHue(async ({ pool }) => (await pool.query<{ due: string }>('select due_at::text as due from core.tasks where id = $1', [id])).rows[0]!.due);

async function hold() {
  onTestFinished(() => void vi.useRealTimers());
  const errors: Error[] = [];
  const held = await inHue(({ db }) => holdTask(db, id, until, (error) => void errors.push(error)));
  onTestFinished(async () => expect(errors).toEqual([]));
  return held;
}

test('a task is held for a lease at a time, however long it runs, and completes as what it has become', async () => {
  const held = await hold();
  const first = await due();
  vi.advanceTimersByTime((leaseSeconds * 1_000) / 3);
  await expect.poll(due).not.toBe(first);
  const claim = await held!.settle();
  vi.advanceTimersByTime(leaseSeconds * 1_000);
  expect(await inHue(({ db }) => takeTasks(db, claim))).toHaveLength(1);
});

test('a task whose process was killed comes back when its lease is over', async () => {
  await hold();
  vi.clearAllTimers();
  expect((await inHue(({ db }) => claimTasks(db, ['workshop'], 10))).nextMs).toBeLessThanOrEqual(leaseSeconds * 1_000);
  await inHue(({ pool }) => pool.query(`update core.tasks set due_at = due_at - make_interval(secs => $1)`, [leaseSeconds]));
  expect((await inHue(({ db }) => claimTasks(db, ['workshop'], 10))).tasks).toContain(id);
});

test('a task that another worker has begun is not held', async () => {
  await hold();
  expect(await inHue(({ db }) => holdTask(db, id, until, () => {}))).toBeUndefined();
});
