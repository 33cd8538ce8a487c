import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { barePlugin } from '../kit/bare-plugin.ts';
import { testWorld, type TestProvince, type TestWorld } from '../kit/testing.ts';
import type { Plugin } from '../plugin/plugin.ts';
import { ok, routeOf } from '../plugin/route.ts';
import { migrateProvinces } from '../tenancy/migrate-provinces.ts';
import { ownerHandle } from '../tenancy/as-owner.ts';
import { pluginList } from './plugin-list.ts';
import { switchModule } from './switch-module.ts';

interface Parks {
  tables: { parks: { name: string } };
  settings: { opens: number };
  events: object;
  jobs: object;
}

const parks = barePlugin<Parks>({
  id: 'parks',
  migrations: { '0001-parks': { up: async (db) => void (await db.schema.createTable('parks').addColumn('name', 'text', (name) => name.primaryKey()).execute()) } },
  settings: z.strictObject({ opens: z.int().min(0).max(23).default(5) }),
  routes: [
    routeOf<Parks>()({
      method: 'get',
      path: '/parks',
      access: 'public',
      summary: { vi: 'Công viên' },
      answers: { 200: { description: 'names' } },
      handle: async (ctx) => ok({ opens: ctx.settings.opens, names: (await ctx.db.selectFrom('parks').select('name').orderBy('name').execute()).map(({ name }) => name) }),
    }),
  ],
  async onEnable(_ctx, trx) {
    await trx.insertInto('parks').values({ name: 'Công viên Thương Bạc' }).onConflict((oc) => oc.doNothing()).execute();
  },
});

const benches = barePlugin({
  id: 'benches',
  needs: { parks: '^1.0.0' },
  routes: [
    routeOf()({ method: 'get', path: '/benches', access: 'public', summary: { vi: 'Ghế' }, answers: { 200: { description: 'none' } }, handle: async () => ok([]) }),
  ],
});

const lakes = barePlugin({
  id: 'lakes',
  migrations: { '0001-lakes': { up: async (db) => void (await db.schema.createTable('lakes').addColumn('name', 'text').execute()) } },
  routes: [
    routeOf()({ method: 'get', path: '/lakes', access: 'public', summary: { vi: 'Hồ' }, answers: { 200: { description: 'none' } }, handle: async () => ok([]) }),
  ],
});

/** The next version makes two tables; where somebody has made the second already, that cannot be done. */
const nextLakes: Plugin = {
  ...lakes,
  version: '1.1.0',
  migrations: {
    ...lakes.migrations,
    '0002-depths': {
      async up(db) {
        for (const table of ['shores', 'depths']) await db.schema.createTable(table).addColumn('metres', 'int4').execute();
      },
    },
  },
};

let world: TestWorld;
let hue: TestProvince;
let dakLak: TestProvince;
let admin: string;

beforeAll(async () => {
  world = await testWorld({ plugins: [parks, benches, lakes] });
  hue = world.province('hue');
  dakLak = world.province('dak-lak');
  await hue.database(({ db }) =>
    db.insertInto('core.roles').values({ id: 'admin', title: '{"vi":"Quản trị"}', grants: JSON.stringify([{ permission: 'module:manage' }]) }).execute(),
  );
  admin = await hue.signIn({ name: 'quan-tri', roles: ['admin'] });
});
afterAll(() => world[Symbol.asyncDispose]());

const turn = (at: TestProvince, plugin: Plugin, to: 'on' | 'off') => switchModule(world.kernel, at.now(), plugin, to);
const read = async (at: TestProvince, path: string) => {
  const answer = await at.request(path);
  return { status: answer.status, ...((await answer.json()) as object) };
};
const manage = (path: string, json?: unknown, method = 'POST') => hue.request(`/api/core/modules/${path}`, { method, as: admin, ...(json !== undefined && { json }) });

test('a module that is switched off is not there, its data stays, and its neighbour in another province serves on', async () => {
  expect((await manage('parks/disable')).status).toBe(200);
  expect(await read(hue, '/api/parks/parks')).toMatchObject({ status: 404, code: 'module-off' });
  expect(await read(dakLak, '/api/parks/parks')).toMatchObject({ status: 200 });
  expect((await manage('parks/enable')).status).toBe(200);
  expect(await read(hue, '/api/parks/parks')).toMatchObject({ status: 200, names: ['Công viên Thương Bạc'] });
});

test('switched on, off and on again, a module fills in what it brings only once', async () => {
  for (const to of ['off', 'on', 'on', 'off', 'on'] as const) await turn(dakLak, parks, to);
  expect(await read(dakLak, '/api/parks/parks')).toMatchObject({ names: ['Công viên Thương Bạc'] });
});

test('settings are checked by the module: wrong ones are refused with their place, and the old ones stay', async () => {
  expect((await manage('parks/settings', { opens: 6 }, 'PUT')).status).toBe(200);
  for (const wrong of [{ opens: 25 }, { opens: 'sáu' }, { closes: 20 }]) {
    const refused = await manage('parks/settings', wrong, 'PUT');
    expect([refused.status, ((await refused.json()) as { errors: { path: string }[] }).errors[0]?.path]).toEqual([422, 'opens' in wrong ? 'body.opens' : 'body']);
  }
  expect(await read(hue, '/api/parks/parks')).toMatchObject({ opens: 6 });
  expect(await read(dakLak, '/api/parks/parks')).toMatchObject({ opens: 5 });
  // Off and on again, the settings are still the province's own.
  await turn(hue, parks, 'off');
  await turn(hue, parks, 'on');
  expect(await read(hue, '/api/parks/parks')).toMatchObject({ opens: 6 });
});

test('a module that needs another is refused until that one is on, in the version it needs', async () => {
  for (const plugin of [benches, parks]) await turn(dakLak, plugin, 'off');
  await expect(turn(dakLak, benches, 'on')).rejects.toMatchObject({ status: 409, code: 'module-needs-another' });
  expect(dakLak.now().modules.get('benches')?.state).toBe('off');
  await turn(dakLak, parks, 'on');
  await expect(turn(dakLak, { ...benches, needs: { parks: '^2.0.0' } }, 'on')).rejects.toMatchObject({ status: 409 });
  expect((await turn(dakLak, benches, 'on')).modules.get('benches')?.state).toBe('on');
});

test('a new version that cannot be brought into one province fails there alone, with its reason, and nothing is half done', async () => {
  const upgraded = { ...world.kernel, plugins: pluginList([parks, benches, nextLakes]) };
  await asOwner(hue, 'create table lakes.depths ()');

  const outcomes = await migrateProvinces(upgraded);
  expect(outcomes.filter(({ error }) => error !== null)).toEqual([
    { province: 'hue', module: 'lakes', status: 'failed', version: '0001-lakes', error: 'relation "depths" already exists' },
  ]);
  expect(hue.now().modules.get('lakes')).toMatchObject({ state: 'failed', reason: 'relation "depths" already exists', migratedTo: '0001-lakes' });
  expect(await asOwner(hue, `select to_regclass('lakes.shores') as made`)).toEqual([{ made: null }]);
  expect(await read(hue, '/api/lakes/lakes')).toMatchObject({ status: 404 });
  // The other modules there and the other province serve on.
  expect(await read(hue, '/api/parks/parks')).toMatchObject({ status: 200 });
  expect(await read(dakLak, '/api/lakes/lakes')).toMatchObject({ status: 200 });
  expect(dakLak.now().modules.get('lakes')).toMatchObject({ state: 'on', version: '1.1.0', migratedTo: '0002-depths' });

  // Switching it on by hand fails for the same reason, until the cause is gone.
  await expect(turn(hue, nextLakes, 'on')).rejects.toMatchObject({ status: 500, code: 'module-failed', detail: { vi: 'relation "depths" already exists' } });
  expect(hue.now().modules.get('lakes')?.state).toBe('failed');
  await asOwner(hue, 'drop table lakes.depths');
  await migrateProvinces(upgraded);
  expect(hue.now().modules.get('lakes')).toMatchObject({ state: 'on', reason: null, version: '1.1.0', migratedTo: '0002-depths' });
  expect(await read(hue, '/api/lakes/lakes')).toMatchObject({ status: 200 });
});

async function asOwner(at: TestProvince, statement: string): Promise<unknown[]> {
  const owner = ownerHandle(world.kernel.registry, at.now(), () => {});
  try {
    return (await sql.raw(statement).execute(owner)).rows;
  } finally {
    await owner.destroy();
  }
}
