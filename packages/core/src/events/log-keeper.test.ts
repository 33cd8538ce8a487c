import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { barePlugin } from '../kit/bare-plugin.ts';
import { testTemplate, testWorld, type TestProvince, type TestWorld } from '../kit/testing.ts';
import type { LoggedEvent, Trx } from '../plugin/context.ts';
import { sealedPosition } from './sealer.ts';

interface Tally {
  tables: { folded: { projection: string; subject: string } };
  settings: object;
  events: { 'thing.counted': object; 'thing.ignored': object };
  jobs: object;
}

/** The subject whose event a projection cannot fold; none while it is well. */
let indigestible: string | undefined;

const fold = (projection: string) => async (_ctx: unknown, trx: Trx<Tally>, events: readonly LoggedEvent[]) => {
  for (const { subject } of events) {
    await trx.insertInto('folded').values({ projection, subject }).execute();
    if (projection === 'delicate' && subject === indigestible) throw new Error(`cannot fold ${subject}`);
  }
};
const type = { title: { vi: 'Đếm' }, visibleTo: 'public' as const, data: z.object({}) };

const tally = barePlugin<Tally>({
  id: 'tally',
  migrations: {
    '0001-folded': {
      up: async (db) => void (await sql`create table tally.folded (n bigint generated always as identity, projection text, subject text)`.execute(db)),
    },
  },
  events: { publishes: { 'thing.counted': type, 'thing.ignored': type }, consumes: {} },
  projections: {
    delicate: { of: ['thing.counted'], apply: fold('delicate') },
    robust: { of: ['thing.counted'], apply: fold('robust') },
  },
});

let world: TestWorld;
let hue: TestProvince;

beforeAll(async () => {
  world = await testWorld({ plugins: [tally], provinces: [testTemplate('hue')] });
  hue = world.province('hue');
});
afterAll(() => world[Symbol.asyncDispose]());

const happen = (type: keyof Tally['events'], ...subjects: string[]) =>
  hue.inside<Tally, null>('tally', (ctx) =>
    ctx.change(async (trx) => {
      for (const subject of subjects) ctx.publish(trx, type, { subject, data: {} });
      return null;
    }),
  );
const folded = (projection: string) =>
  hue.database(async ({ pool }) => (await pool.query<{ subject: string }>('select subject from tally.folded where projection = $1 order by n', [projection])).rows.map(({ subject }) => subject));

test('a projection folds every event of its types once, in their order', async () => {
  await happen('thing.ignored', 'x');
  await happen('thing.counted', 'a', 'b');
  await world.settled();
  await happen('thing.counted', 'c');
  await Promise.all(['d', 'e', 'f'].map((subject) => happen('thing.counted', subject)));
  await world.settled();
  const order = await hue.database(({ db }) => db.selectFrom('core.events').select('subject').where('type', '=', 'thing.counted').orderBy('position').execute());
  expect(await folded('delicate')).toEqual(order.map(({ subject }) => subject));
  expect([...(await folded('robust'))].sort()).toEqual(['a', 'b', 'c', 'd', 'e', 'f']);
});

test('a projection that fails stops alone, says why, and goes on where it stopped', async () => {
  // 1. One projection cannot fold an event; the other goes on, and so does the log.
  indigestible = 'h';
  await happen('thing.counted', 'g', 'h', 'i');
  await expect.poll(() => folded('robust')).toEqual(expect.arrayContaining(['g', 'h', 'i']));
  await expect
    .poll(() => world.logged)
    .toContainEqual(expect.objectContaining({ province: 'hue', module: 'tally', projection: 'delicate', err: expect.objectContaining({ message: 'cannot fold h' }) as unknown }));
  // 2. Nothing of the failed batch is kept: its rows and its position go together.
  expect((await folded('delicate')).filter((subject) => subject >= 'g')).toEqual([]);
  // 3. The cause removed, it folds what it missed, once.
  indigestible = undefined;
  world.kernel.committed(hue.now());
  await world.settled();
  expect((await folded('delicate')).filter((subject) => subject >= 'g')).toEqual(['g', 'h', 'i']);
});

test('every node is told the position that was reached, within a second of the change', async () => {
  const before = await hue.database(({ db }) => sealedPosition(db));
  const heard: (number | undefined)[] = [];
  world.kernel.registry.bus.on('position', ({ province, value }) => void (province === 'hue' && heard.push(value)));
  await happen('thing.ignored', 'told');
  await expect.poll(() => heard, { timeout: 1_000, interval: 10 }).toEqual([before + 1]);
});
