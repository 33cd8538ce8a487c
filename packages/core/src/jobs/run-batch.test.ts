import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { noteAll, noteOne, whatOf, type Workshop, workshop } from '../kit/test-workshop.ts';
import { type TestProvince, testWorld, type TestWorld } from '../kit/testing.ts';
import type { Context } from '../plugin/context.ts';
import { type Claim, claimTasks } from './outbox.ts';
import { runBatch } from './run-batch.ts';

vi.setConfig({ testTimeout: 30_000 });

const { plugin, act } = workshop();
let world: TestWorld;
let hue: TestProvince;

beforeAll(async () => {
  world = await testWorld({ plugins: [plugin] });
  hue = world.province('hue');
  // The core's own first tasks, of a province just made.
  await world.settled();
});
beforeEach(async () => {
  await rows('delete from core.tasks');
  await rows('delete from workshop.done');
});
afterAll(() => world[Symbol.asyncDispose]());

async function rows<Row extends object>(query: string, values: readonly unknown[] = []): Promise<Row[]> {
  return (await hue.database(({ pool }) => pool.query<Row>(query, [...values]))).rows;
}

/** Tasks that lie in the outbox as if a relay had claimed them just now. */
async function claimed(job: string, whats: readonly string[]): Promise<Claim> {
  const made = await rows<{ id: number; until: string }>(
    `insert into core.tasks (plugin, job, payload, due_at)
     select 'workshop', $1, jsonb_build_object('what', what), now() + interval '1 hour' from unnest($2::text[]) as what
     returning id, due_at::text as until`,
    [job, whats],
  );
  return { tasks: made.map(({ id }) => id), until: made[0]!.until };
}

/** Claims a task that waits for its next attempt, as if its pause were over. */
async function claimedAgain(id: number): Promise<Claim> {
  const [row] = await rows<{ until: string }>(`update core.tasks set due_at = now() + interval '1 hour' where id = $1 returning due_at::text as until`, [id]);
  return { tasks: [id], until: row!.until };
}

const run = (claim: Claim, stopping = new AbortController().signal) => runBatch(world.kernel, hue.now(), claim, stopping);
const done = async () => (await rows<{ what: string }>('select what from workshop.done order by what')).map(({ what }) => what);
const taskRows = () =>
  rows<{ id: number; attempts: number; error: string | null; wait: number }>(
    `select id, attempts, error, extract(epoch from due_at - now())::float8 as wait from core.tasks where plugin = 'workshop' order by id`,
  );
/** A pause, give or take the half that the jitter makes of it; a little less, for the time since. */
const around = (seconds: number) => expect.toSatisfy((wait: number) => wait > seconds * 0.5 - 0.5 && wait <= seconds * 1.5);

test.each(['alone', 'together'])('a task that fails %s is tried again after a growing pause, is dead after its last attempt, and can be revived', async (job) => {
  let broken = true;
  act.alone = async (ctx, task) => {
    if (broken) throw new Error('the mail server is away');
    await noteOne(ctx, whatOf(task));
  };
  act.together = async (_ctx, trx, tasks) => {
    if (broken) throw new Error('the mail server is away');
    await noteAll(trx, tasks);
  };

  // 1. Two failures, two pauses of 2 and 4 s, give or take half.
  let claim = await claimed(job, ['lá thư']);
  const [id] = claim.tasks;
  await run(claim);
  expect(await taskRows()).toEqual([{ id, attempts: 1, error: 'the mail server is away', wait: around(2) }]);
  claim = await claimedAgain(id!);
  await run(claim);
  expect(await taskRows()).toEqual([{ id, attempts: 2, error: 'the mail server is away', wait: around(4) }]);
  // 2. The third is the last. Nobody claims it any more, and the console shows it.
  claim = await claimedAgain(id!);
  await run(claim);
  const admin = await hue.key(['task:manage']);
  const shown = async () => ((await (await hue.request('/api/core/tasks/dead', { as: admin })).json()) as { items: object[] }).items;
  expect(await shown()).toEqual([expect.objectContaining({ id, plugin: 'workshop', job, attempts: 3, error: 'the mail server is away' })]);
  expect(await hue.database(({ db }) => claimTasks(db, ['workshop'], 10))).toMatchObject({ tasks: [], nextMs: null });
  // 3. Revived once the reason is gone, it is done.
  broken = false;
  expect((await hue.request(`/api/core/tasks/${id}/revive`, { method: 'POST', as: admin })).status).toBe(204);
  await expect.poll(done).toEqual(['lá thư']);
  expect(await taskRows()).toEqual([]);
  expect(await shown()).toEqual([]);
});

test('a poisoned task does not hold back the others of its batch', async () => {
  act.together = async (_ctx, trx, tasks) => {
    await noteAll(trx, tasks);
    if (tasks.some((task) => whatOf(task) === 'độc')) throw new Error('poison');
  };
  await run(await claimed('together', ['a', 'độc', 'b', 'c']));
  expect(await done()).toEqual(['a', 'b', 'c']);
  expect(await taskRows()).toEqual([expect.objectContaining({ attempts: 1, error: 'poison' })]);
});

/** What tasks that ran together said beside their rows: each line stands for one time. */
async function said(): Promise<Record<'published' | 'told' | 'enqueued', string[]>> {
  const [row] = await rows<Record<'published' | 'told' | 'enqueued', string[]>>(`
    select array(select subject from core.events where plugin = 'workshop' order by 1) as published,
      array(select data->>'what' from core.messages where plugin = 'workshop' order by 1) as told,
      array(select payload->>'what' from core.tasks where plugin = 'workshop' and job = 'alone' order by 1) as enqueued`);
  return row!;
}

/** Does everything that a change can do, for each of its tasks, and fails over one of them. */
const sayAll: typeof act.together = async (ctx, trx, tasks) => {
  await noteAll(trx, tasks);
  for (const what of tasks.map(whatOf)) {
    ctx.publish(trx, 'thing.made', { subject: what, data: {} });
    ctx.tell(trx, 'thing-noted', { to: { subject: what }, data: { what } });
    ctx.enqueue(trx, 'alone', { what }, { notBefore: new Date('2030-01-01') });
  }
  if (tasks.some((task) => whatOf(task) === 'độc')) throw new Error('poison');
};

test('what tasks publish, tell and enqueue together is stored with them, once for each, whether the batch went through or was tried one by one', async () => {
  act.together = sayAll;
  // 1. A batch that goes through.
  await run(await claimed('together', ['a', 'b']));
  expect([await done(), await said()]).toEqual([['a', 'b'], { published: ['a', 'b'], told: ['a', 'b'], enqueued: ['a', 'b'] }]);
  // 2. One that fails over a task: of the common attempt nothing is left, and the others say everything once, alone.
  await run(await claimed('together', ['c', 'độc', 'd']));
  const all = ['a', 'b', 'c', 'd'];
  expect([await done(), await said()]).toEqual([all, { published: all, told: all, enqueued: all }]);
  // 3. The next attempt of the one that failed, alone, leaves nothing either.
  const [failed] = await rows<{ id: number }>(`select id from core.tasks where job = 'together'`);
  await run(await claimedAgain(failed!.id));
  expect([await done(), await said()]).toEqual([all, { published: all, told: all, enqueued: all }]);
});

test('what a task says after its batch has been stored is refused: it would be lost without a word', async () => {
  const kept: Parameters<typeof act.together>[] = [];
  act.together = async (...given) => {
    kept.push(given);
    await noteAll(given[1], given[2]);
  };
  await run(await claimed('together', ['a']));
  await run(await claimed('together', ['b']));
  const [[ctx, trx], [, another]] = kept as [(typeof kept)[0], (typeof kept)[0]];
  for (const late of [trx, another]) {
    expect(() => ctx.publish(late, 'thing.made', { subject: 'lạc', data: {} })).toThrow('belong inside ctx.change, with its own trx');
    expect(() => ctx.enqueue(late, 'alone', { what: 'lạc' })).toThrow('belong inside');
    expect(() => ctx.tell(late, 'thing-noted', { to: { subject: 'lạc' }, data: { what: 'lạc' } })).toThrow('belong inside');
  }
});

const late: readonly (readonly [string, (ctx: Context<Workshop>, ended: () => void) => Promise<void>])[] = [
  ['in its change', (ctx, ended) =>
    ctx.change(async (trx) => {
      await trx.insertInto('done').values({ what: 'trước' }).execute();
      await sleep(1_500);
      await trx.insertInto('done').values({ what: 'sau' }).execute().finally(ended);
    })],
  ['in a statement of its change, the next one on its heels,', (ctx, ended) =>
    ctx.change(async (trx) => {
      const next = () => trx.insertInto('done').values({ what: 'sau' }).execute();
      await Promise.allSettled([sql`select pg_sleep(1.5)`.execute(trx), next(), next()]).finally(ended);
    })],
  ['before its change', async (ctx, ended) => {
    await sleep(1_500);
    await noteOne(ctx, 'sau').finally(ended);
  }],
];

test.each(late)('a task that overruns %s is cut off and counted; what it does afterwards is not stored', async (_where, work) => {
  const ended = Promise.withResolvers<void>();
  let told = false;
  act.alone = async (ctx, _task, signal) => {
    signal.addEventListener('abort', () => (told = true));
    await work(ctx, ended.resolve);
  };
  await run(await claimed('alone', ['chậm']));
  expect(await taskRows()).toEqual([expect.objectContaining({ attempts: 1, error: 'Overran its 1 s', wait: around(2) })]);
  expect(told).toBe(true);
  await ended.promise;
  await sleep(100);
  expect(await done()).toEqual([]);
});

test('tasks that overrun together are cut off and counted; what they do afterwards is not stored', async () => {
  const ended = Promise.withResolvers<void>();
  act.together = async (_ctx, trx, tasks) => {
    await sleep(1_500);
    await noteAll(trx, tasks).finally(ended.resolve);
  };
  await run(await claimed('together', ['chậm']));
  expect(await taskRows()).toEqual([expect.objectContaining({ attempts: 1, error: 'Overran its 1 s' })]);
  await ended.promise;
  await sleep(100);
  expect(await done()).toEqual([]);
});

test.each(['alone', 'together'])('two workers given the same batch of tasks that run %s do each of them once', async (job) => {
  let runs = 0;
  act.alone = async (ctx, task) => {
    runs += 1;
    await sleep(50);
    await noteOne(ctx, whatOf(task));
  };
  act.together = async (_ctx, trx, tasks) => {
    runs += 1;
    await sleep(50);
    await noteAll(trx, tasks);
  };
  const claim = await claimed(job, ['a', 'b', 'c']);
  await Promise.all([run(claim), run(claim), run(claim)]);
  expect(await done()).toEqual(['a', 'b', 'c']);
  expect(await taskRows()).toEqual([]);
  expect(runs).toBe(job === 'alone' ? 3 : 1);
});

test.each(['alone', 'together'])('a message about tasks %s that have been claimed anew since does nothing', async (job) => {
  act.alone = (ctx, task) => noteOne(ctx, whatOf(task));
  act.together = (_ctx, trx, tasks) => noteAll(trx, tasks);
  const late = await claimed(job, ['a']);
  const anew = await claimedAgain(late.tasks[0]!);
  await run(late);
  expect(await done()).toEqual([]);
  expect(await taskRows()).toEqual([expect.objectContaining({ attempts: 0, error: null })]);
  await run(anew);
  expect(await done()).toEqual(['a']);
});

test('a worker that lost its task to another while it ran stores nothing', async () => {
  act.alone = async (ctx, task) => {
    await claimedAgain(task.id);
    await noteOne(ctx, 'cũ');
  };
  await run(await claimed('alone', ['a']));
  expect(await done()).toEqual([]);
  // Neither is the failure its own to record.
  expect(await taskRows()).toEqual([expect.objectContaining({ attempts: 1, error: null })]);
});

test('a task that fails after its change was stored has been done, and is not done again', async () => {
  act.alone = async (ctx, task) => {
    await noteOne(ctx, whatOf(task));
    throw new Error('too late');
  };
  await run(await claimed('alone', ['a']));
  expect(await done()).toEqual(['a']);
  expect(await taskRows()).toEqual([]);
});

test('a change in one statement completes its task as well: there is no moment between the two', async () => {
  act.alone = async (ctx, task) => {
    await ctx.changeInOneStatement(
      { values: { id: 'text' }, rows: 'insert into workshop.done (what) select id from given returning what as id', event: { type: 'thing.made', data: `'{}'::jsonb` }, result: 'to_json(change.id)' },
      { id: whatOf(task) },
    );
    throw new Error('the process might as well have been killed here');
  };
  await run(await claimed('alone', ['a']));
  expect(await done()).toEqual(['a']);
  expect(await taskRows()).toEqual([]);
});

test('tasks that run together cannot store anything apart from their completion', async () => {
  act.together = (ctx) => noteOne(ctx, 'riêng');
  await run(await claimed('together', ['a']));
  expect(await done()).toEqual([]);
  expect(await taskRows()).toEqual([expect.objectContaining({ attempts: 1, error: 'workshop: tasks that run together write through the trx they are given' })]);
});

test.each([
  ['slow tasks, after its turn,', 1, new AbortController().signal],
  ['tasks, when the process stops,', 0, AbortSignal.abort()],
])('a batch of %s gives the rest back, and others do it at once', async (_what, most, stopping) => {
  let runs = 0;
  act.alone = async (ctx, task) => {
    runs += 1;
    await noteOne(ctx, whatOf(task));
  };
  let now = 0;
  // Each look at the clock finds it six seconds later.
  const clock = vi.spyOn(performance, 'now').mockImplementation(() => (now += 6_000));
  await run(await claimed('alone', ['a', 'b', 'c']), stopping);
  clock.mockRestore();
  expect(runs).toBe(most);
  await expect.poll(done).toEqual(['a', 'b', 'c']);
});

test('a task that changes nothing in the database is done when its handler has ended', async () => {
  act.alone = async () => {};
  await run(await claimed('alone', ['a']));
  expect(await taskRows()).toEqual([]);
});

test('a job that this version does not know is a failure with its reason, not a silence', async () => {
  await run(await claimed('bygone', ['a']));
  expect(await taskRows()).toEqual([expect.objectContaining({ attempts: 1, error: 'workshop 1.0.0 has no job "bygone"' })]);
});

test('a task whose process ended during each of its attempts is dead', async () => {
  const { tasks } = await claimed('alone', ['a']);
  await rows('update core.tasks set attempts = 3');
  await run(await claimedAgain(tasks[0]!));
  expect(await rows(`select error from core.tasks where due_at = 'infinity'`)).toEqual([{ error: 'The process ended during the last attempt' }]);
});
