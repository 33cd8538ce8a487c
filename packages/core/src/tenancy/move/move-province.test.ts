import { setTimeout as pause } from 'node:timers/promises';
import { sql } from 'kysely';
import pg from 'pg';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { noteOne, workshop } from '../../kit/test-workshop.ts';
import { barePlugin, testWorld, type TestProvince, type TestWorld } from '../../kit/testing.ts';
import { ok, routeOf } from '../../plugin/route.ts';
import { addServer } from '../servers.ts';
import { cancelMove, finishMove, moveProvince } from './move-province.ts';

interface Gardens {
  tables: { beds: { id: number; name: string; twin: number | null }; flowers: { bed: number; kind: string } };
  settings: object;
  events: object;
  jobs: object;
}
const route = routeOf<Gardens>();
const answers = { 200: { description: 'none' } };

/** What is hard to copy: generated and always-identity columns, keys of two columns, foreign keys both ways, a trigger, a partitioned table, one without a key. */
const gardens = barePlugin<Gardens>({
  id: 'gardens',
  migrations: {
    '0001-beds': {
      up: async (db) =>
        void (await sql`
          create type gardens.size as enum ('small', 'large');
          create table gardens.beds (
            id bigint generated always as identity primary key, name text not null unique, twin bigint references gardens.beds,
            size gardens.size not null default 'small', shout text generated always as (upper(name)) stored, at timestamptz not null default now(), weight float8, raw bytea
          );
          create table gardens.flowers (bed bigint references gardens.beds on delete cascade, kind text, note jsonb, primary key (bed, kind));
          create table gardens.diary (line text not null);
          create table gardens.readings (at date not null, sensor int not null, value numeric, primary key (at, sensor)) partition by range (at);
          create table gardens.readings_2025 partition of gardens.readings for values from ('2025-01-01') to ('2026-01-01');
          create table gardens.readings_2026 partition of gardens.readings for values from ('2026-01-01') to ('2027-01-01');
          create function gardens.keep_diary() returns trigger language plpgsql as $$ begin insert into gardens.diary values (new.name); return new; end $$;
          create trigger diary after insert on gardens.beds for each row execute function gardens.keep_diary();
        `.execute(db)),
    },
  },
  routes: [
    route({ method: 'get', path: '/beds', access: 'public', summary: { vi: 'Luống' }, answers, handle: async (ctx) => ok({ count: (await ctx.db.selectFrom('beds').select('id').execute()).length }) }),
    route({
      method: 'post',
      path: '/beds',
      access: 'public',
      summary: { vi: 'Thêm luống' },
      answers,
      handle: async (ctx) => ok(await ctx.change(async (trx) => trx.insertInto('beds').values({ name: crypto.randomUUID() } as never).returning('id').executeTakeFirstOrThrow())),
    }),
  ],
});

const { plugin: shop, act } = workshop();
let world: TestWorld;
let hue: TestProvince;

beforeAll(async () => {
  act.alone = (ctx) => noteOne(ctx, 'done');
  world = await testWorld({ plugins: [gardens, shop] });
  hue = world.province('hue');
  await addServer(world.kernel.registry, { id: 'second', adminUrl: inject('adminUrl'), actor: 'test' });
  await inHue(`
    insert into gardens.beds (name, weight, raw) select 'luống ' || n, random(), decode(md5(n::text), 'hex') from generate_series(1, 2000) n;
    update gardens.beds set twin = id - 1 where id > 1;
    insert into gardens.flowers select id, 'hoa\t"giấy"\\', '{"màu": "tím"}' from gardens.beds;
    insert into gardens.readings select '2025-06-01'::date + n, n, 1.50 from generate_series(1, 500) n`);
});
afterAll(() => world[Symbol.asyncDispose]());

async function inHue<Row extends object>(text: string): Promise<Row[]> {
  const { registry } = world.kernel;
  const { server, database, ownerRole } = hue.now();
  const client = new pg.Client({ connectionString: registry.adminUrl(server, database) });
  await client.connect();
  try {
    await client.query(`set role ${ownerRole}`);
    return (await client.query<Row>(text)).rows;
  } finally {
    await client.end();
  }
}

const tables = ['gardens.beds', 'gardens.flowers', 'gardens.diary', 'gardens.readings', 'gardens.migrations', 'workshop.done', 'core.events', 'core.agencies', 'core.communes', 'core.tasks', 'identity."user"'];
const sums = async () =>
  Object.fromEntries(await Promise.all(tables.map(async (table) => [table, (await inHue(`select count(*)::int as rows, sum(hashtextextended(t::text, 0)::numeric)::text as sum from ${table} t`))[0]] as const)));
const move = (to: string) => moveProvince(world.kernel, hue.now(), to, { actor: 'test' });
const add = async () => (await hue.request('/api/gardens/beds', { method: 'POST' })).status;

test('a province that moves keeps every row, serves all the time, and loses nothing that it has acknowledged', async () => {
  const before = { ...(await sums()), 'core.tasks': expect.anything() as unknown };
  const from = hue.now();
  let writing = true;
  const statuses: number[] = [];
  const reads: number[] = [];
  const writers = Array.from({ length: 4 }, async () => {
    while (writing) {
      statuses.push(await add());
      await hue.inside('workshop', (ctx) => ctx.change(async (trx) => ctx.enqueue(trx, 'alone' as never, {} as never))).catch(() => {});
      await pause(20);
    }
  });
  const reader = (async () => {
    while (writing) {
      reads.push((await hue.request('/api/gardens/beds')).status);
      await pause(5);
    }
  })();
  await pause(200);
  const { pausedMs } = await move('second');
  await pause(300);
  writing = false;
  await Promise.all([...writers, reader]);

  // 1. Somewhere else, under other names, with the same rows and those that were acknowledged meanwhile.
  expect(hue.now().server).toBe('second');
  expect(hue.now().database).not.toBe(from.database);
  const [{ beds }] = (await inHue<{ beds: number }>('select count(*)::int as beds from gardens.beds')) as [{ beds: number }];
  expect(beds).toBe(2_000 + statuses.filter((status) => status === 200).length);
  const after = await sums();
  for (const untouched of ['gardens.flowers', 'gardens.readings', 'core.agencies', 'core.communes']) expect([untouched, after[untouched]]).toEqual([untouched, before[untouched as keyof typeof before]]);
  // 2. Readers have noticed nothing; writers were told to come back, and soon could.
  expect(new Set(reads)).toEqual(new Set([200]));
  expect(new Set(statuses)).toEqual(new Set([200, 503]));
  expect(statuses.at(-1)).toBe(200);
  expect(pausedMs).toBeLessThan(5_000);
  // 3. Numbers go on where they were, rules and rights hold, triggers work.
  const [{ last }] = (await inHue<{ last: number }>('select max(id)::int as last from gardens.beds')) as [{ last: number }];
  expect(last).toBeGreaterThanOrEqual(beds);
  await expect(inHue('insert into gardens.flowers values (-1, $$x$$)')).rejects.toMatchObject({ code: '23503' });
  expect((await inHue(`select conname from pg_constraint where not convalidated`))).toEqual([]);
  expect(after['gardens.diary']).toMatchObject({ rows: beds });
  await expect(hue.database(({ pool }) => pool.query('delete from core.events'))).rejects.toMatchObject({ code: '42501' });
  // 4. Tasks that waited take effect there, each once.
  await world.settled();
  const [{ tasks }] = (await inHue<{ tasks: number }>(`select count(*)::int as tasks from core.tasks where plugin = 'workshop' and due_at <= now()`)) as [{ tasks: number }];
  expect(tasks).toBe(0);
}, 60_000);

test('the old database is closed to the province and kept, until the move is finished', async () => {
  const { registry } = world.kernel;
  const left = await registry.db.selectFrom('registry.moves').selectAll().executeTakeFirstOrThrow();
  expect(left).toMatchObject({ province: 'hue', step: 'switched', server: 'main' });
  const old = new URL(hue.now().url);
  [old.username, old.pathname] = [left.login_role, `/${left.database}`];
  await expect(new pg.Client({ connectionString: old.href }).connect()).rejects.toMatchObject({ code: expect.stringMatching(/^(42501|53300)$/) });
  await expect(move('main')).rejects.toMatchObject({ status: 409, code: 'move-not-finished' });
  await finishMove(world.kernel, hue.now(), 'test');
  const { rows } = await registry.pool.query('select datname from pg_database where datname = $1', [left.database]);
  expect(rows).toEqual([]);
  expect(hue.now().move).toBeNull();
  const acts = await registry.db.selectFrom('registry.acts').select(['type', 'actor']).where('province', '=', 'hue').orderBy('id').execute();
  expect(acts).toEqual([{ type: 'province.moved', actor: 'test' }, { type: 'province.move-finished', actor: 'test' }]);
});

test('a table that somebody keeps from being locked gives the move up, and the province is as it was', async () => {
  const writer = new pg.Client({ connectionString: hue.now().url });
  await writer.connect();
  await writer.query(`begin; insert into gardens.diary values ('viết mãi')`);
  const before = hue.now().database;
  await expect(move('main')).rejects.toMatchObject({ code: '55P03' });
  await writer.query('commit');
  await writer.end();
  expect(hue.now()).toMatchObject({ database: before, move: null });
  expect(await add()).toBe(200);
  expect(await inHue(`select 1 from pg_namespace where nspname = 'moving'`)).toEqual([]);
}, 90_000);

test('a move that has come to nothing can be given up', async () => {
  await world.kernel.registry.db.insertInto('registry.moves').values({ province: 'hue', step: 'paused', server: 'main', database: 'tt_nowhere', owner_role: 'tt_no_owner', login_role: 'tt_no_login' }).execute();
  await world.kernel.registry.changed('hue');
  const refused = await hue.request('/api/gardens/beds', { method: 'POST' });
  expect([refused.status, refused.headers.get('retry-after'), ((await refused.json()) as { code: string }).code]).toEqual([503, '2', 'province-moving']);
  expect((await world.province('dak-lak').request('/api/gardens/beds', { method: 'POST' })).status).toBe(200);
  await cancelMove(world.kernel, hue.now(), 'test');
  expect(await add()).toBe(200);
});

test.each([
  ['to where it is', 'second', { status: 409, code: 'already-there' }],
  ['to a server that nobody knows', 'nowhere', { status: 404, code: 'unknown-server' }],
])('a move %s is refused before anything is done', async (_what, to, refusal) => {
  await expect(move(to)).rejects.toMatchObject(refusal);
  expect(hue.now().move).toBeNull();
});
