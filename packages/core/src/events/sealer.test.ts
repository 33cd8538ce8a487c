import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { testTemplate, testWorld, type TestWorld } from '../kit/testing.ts';
import type { ProvinceDatabase } from '../tenancy/province-pools.ts';
import { seal, sealedPosition } from './sealer.ts';

type Db = ProvinceDatabase['db'];

let world: TestWorld;

beforeAll(async () => {
  // Nobody seals but the test.
  world = await testWorld({ plugins: [], provinces: [testTemplate('hue')], background: false });
});
afterAll(() => world[Symbol.asyncDispose]());

const inHue = <T>(work: (db: Db) => Promise<T>) => world.province('hue').database(({ db }) => work(db));

const happen = (db: Db, ...subjects: string[]) =>
  sql`insert into core.events (plugin, type, subject, actor_kind, data) select 'test', 'test.happened', s, 'system', '{}' from unnest(${subjects}::text[]) as s`.execute(db);

/** Subjects in the order of their positions, and the positions. */
async function log(db: Db) {
  const rows = await db.selectFrom('core.events').select(['subject', 'position']).where('position', 'is not', null).orderBy('position').execute();
  return { subjects: rows.map(({ subject }) => subject), positions: rows.map(({ position }) => position) };
}
const upTo = (n: number) => Array.from({ length: n }, (_, i) => i + 1);

test('events get positions without gaps, in the order in which they came', () =>
  inHue(async (db) => {
    expect(await seal(db)).toBeUndefined();
    await happen(db, 'a', 'b');
    expect(await seal(db)).toEqual({ position: 2, more: false });
    await happen(db, 'c');
    expect(await seal(db)).toEqual({ position: 3, more: false });
    expect(await sealedPosition(db)).toBe(3);
    expect(await log(db)).toEqual({ subjects: ['a', 'b', 'c'], positions: [1, 2, 3] });
  }));

test('an event that was begun early and commits late comes after those that readers have seen already', () =>
  inHue(async (db) => {
    const late = await db.startTransaction().execute();
    await happen(late, 'late');
    await happen(db, 'early');
    await seal(db);
    await late.commit().execute();
    await seal(db);
    expect((await log(db)).subjects.slice(3)).toEqual(['early', 'late']);
  }));

test('an event of a change that is rolled back leaves no gap', () =>
  inHue(async (db) => {
    const failing = await db.startTransaction().execute();
    await happen(failing, 'never');
    await failing.rollback().execute();
    await happen(db, 'next');
    await seal(db);
    expect((await log(db)).positions).toEqual(upTo(6));
  }));

test('while one node seals, another leaves it alone', () =>
  inHue(async (db) => {
    const other = await db.startTransaction().execute();
    await sql`select pg_advisory_xact_lock(hashtext('core.seal'))`.execute(other);
    await happen(db, 'waiting');
    expect(await seal(db)).toBeUndefined();
    expect(await sealedPosition(db)).toBe(6);
    await other.rollback().execute();
    expect(await seal(db)).toEqual({ position: 7, more: false });
  }));

test('with many writers and two nodes sealing at once, every event has one position and no position is left out', () =>
  inHue(async (db) => {
    let writing = true;
    const sealing = Array.from({ length: 2 }, async () => {
      while (writing) await seal(db);
    });
    await Promise.all(upTo(60).map((n) => happen(db, `${n}a`, `${n}b`)));
    writing = false;
    await Promise.all(sealing);
    await seal(db);
    expect((await log(db)).positions).toEqual(upTo(127));
  }));

test('a flood is sealed in batches, and the sealer says that there is more', () =>
  inHue(async (db) => {
    await sql`insert into core.events (plugin, type, subject, actor_kind, data) select 'test', 'test.happened', n, 'system', '{}' from generate_series(1, 5001) as n`.execute(db);
    expect(await seal(db)).toEqual({ position: 5_127, more: true });
    expect(await seal(db)).toEqual({ position: 5_128, more: false });
  }));

test.each([
  ['change an event', `update core.events set data = '{"other":1}'`],
  ['move an event', 'update core.events set position = position + 1000'],
  ['give it another link', `update core.events set link = 'x'`],
  ['delete one', 'delete from core.events'],
  ['empty the log', 'truncate core.events'],
  ['write one with a place of its own', `insert into core.events (plugin, type, subject, actor_kind, data, position) values ('test', 'x.happened', 's', 'system', '{}', 1)`],
  ['write one with a number of its own', `insert into core.events (id, plugin, type, subject, actor_kind, data) overriding system value values (1, 'test', 'x.happened', 's', 'system', '{}')`],
  ['seal otherwise', 'create or replace function core.next_link(link bytea, entry bytea) returns bytea language sql immutable strict as $$ select entry $$'],
  ['switch off what stands in its way', 'alter table core.events disable trigger all'],
])('the login of the province cannot %s', (_what, statement) =>
  inHue(async (db) => {
    await expect(sql.raw(statement).execute(db)).rejects.toThrow(/permission denied|must be owner/);
  }));
