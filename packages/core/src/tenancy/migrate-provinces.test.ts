import { sql } from 'kysely';
import pg from 'pg';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { OpenKernel } from '../create-kernel.ts';
import { barePlugin } from '../kit/bare-plugin.ts';
import { manyProvinces } from '../kit/many-provinces.ts';
import { testWorld, type TestWorld } from '../kit/testing.ts';
import { pluginList } from '../modules/plugin-list.ts';
import type { Plugin } from '../plugin/plugin.ts';
import { asOwner } from './as-owner.ts';
import { migrateProvinces, type MigrateOptions, type MigrationOutcome } from './migrate-provinces.ts';
import { planProvinces } from './migration-plan.ts';

const count = 20;
const step = (text: string) => ({ up: async (db: Parameters<Plugin['migrations'][string]['up']>[0]) => void (await sql.raw(text).execute(db)) });
const first = { '0001-trees': step('create table trees.trees (id int primary key, species text not null)') };
const trees = barePlugin({ id: 'trees', migrations: first });

let world: TestWorld;
let version = 1;
const all = manyProvinces(count).map(({ id }) => id);

beforeAll(async () => {
  world = await testWorld({ plugins: [trees], provinces: manyProvinces(count) });
}, 120_000);
afterAll(() => world[Symbol.asyncDispose]());
// What a test broke on purpose is whole again before the next.
beforeEach(async () => {
  await inDatabase('tinh-17', 'drop table if exists trees.in_the_way');
  await inDatabase('tinh-01', 'drop table if exists trees.in_the_way');
  await migrateProvinces(upgraded);
});

/** The same deployment with newer code. */
let upgraded: OpenKernel;
function upgrade(text = 'create table trees.in_the_way (id int)'): void {
  version += 1;
  const migrations = { ...upgraded.plugins.get('trees')!.migrations, [`${String(version).padStart(4, '0')}-next`]: step(`${text}; drop table if exists trees.in_the_way`) };
  upgraded = { ...upgraded, plugins: pluginList([{ ...trees, version: `1.${version}.0`, migrations }]) };
}
beforeAll(() => void (upgraded = world.kernel));

async function inDatabase(province: string, statement: string): Promise<void> {
  const { registry } = world.kernel;
  const client = new pg.Client({ connectionString: registry.adminUrl('main', registry.byId(province)!.database) });
  await client.connect();
  try {
    await client.query(`set role ${registry.byId(province)!.ownerRole}; ${statement}`);
  } finally {
    await client.end();
  }
}

const migrate = (options: MigrateOptions = {}) => migrateProvinces(upgraded, options);
const having = (outcomes: readonly MigrationOutcome[], status: MigrationOutcome['status']) =>
  outcomes.filter((one) => one.status === status && one.module === 'trees').map(({ province }) => province).toSorted();
const stateOf = (province: string) => world.province(province).now().modules.get('trees')!;

test('a migration that fails in the 17th province fails there alone, with its reason, and runs there once the cause is gone', async () => {
  await inDatabase('tinh-17', 'create table trees.in_the_way ()');
  upgrade();
  const outcomes = await migrate();
  expect(having(outcomes, 'failed')).toEqual(['tinh-17']);
  expect(having(outcomes, 'migrated')).toEqual(all.filter((id) => id !== 'tinh-17'));
  expect(stateOf('tinh-17')).toMatchObject({ state: 'failed', reason: 'relation "in_the_way" already exists' });
  expect(stateOf('tinh-16')).toMatchObject({ state: 'on', reason: null, version: `1.${version}.0` });
  const plan = (await planProvinces(upgraded)).find(({ province }) => province.id === 'tinh-17')!;
  expect(plan.steps).toMatchObject([{ module: 'core', current: true }, { module: 'trees', current: false, lastRun: { status: 'failed', error: 'relation "in_the_way" already exists' } }]);

  await inDatabase('tinh-17', 'drop table trees.in_the_way');
  const again = await migrate();
  expect(having(again, 'migrated')).toEqual(['tinh-17']);
  expect(having(again, 'current')).toHaveLength(count - 1);
  expect(stateOf('tinh-17')).toMatchObject({ state: 'on', reason: null });
});

test('the canary goes first and alone, and where it fails no other province is touched', async () => {
  await inDatabase('tinh-17', 'create table trees.in_the_way ()');
  const { migratedTo } = stateOf('tinh-01');
  upgrade();
  const outcomes = await migrate({ canary: 'tinh-17' });
  expect(outcomes.find(({ status }) => status !== 'current')).toMatchObject({ province: 'tinh-17', status: 'failed' });
  expect(having(outcomes, 'waiting')).toEqual(all.filter((id) => id !== 'tinh-17'));
  expect(stateOf('tinh-01')).toMatchObject({ state: 'on', migratedTo });
  const plans = await planProvinces(upgraded);
  expect(plans.filter(({ steps }) => steps.some(({ pending }) => pending.length > 0))).toHaveLength(count);
});

test('a mistake that hits every province is stopped after a few of them', async () => {
  upgrade();
  for (const id of all.slice(1)) await inDatabase(id, 'create table trees.in_the_way ()');
  const outcomes = await migrate({ parallel: 2, stopAfter: 3 });
  expect(having(outcomes, 'migrated')).toEqual(['tinh-01']);
  // One that ran beside the third may have failed as well.
  expect([3, 4]).toContain(having(outcomes, 'failed').length);
  expect(having(outcomes, 'waiting').length).toBeGreaterThanOrEqual(count - 5);
  for (const id of all.slice(1)) await inDatabase(id, 'drop table trees.in_the_way');
});

test('two migrators at once: everything is run once, by one of them', async () => {
  upgrade('create table trees.in_the_way (id int); insert into trees.trees values ((select count(*) from trees.trees), \'bàng\')');
  const [one, other] = await Promise.all([migrate(), migrate()]);
  expect([...having(one, 'migrated'), ...having(other, 'migrated')].toSorted()).toEqual(all);
  expect([...having(one, 'failed'), ...having(other, 'failed')]).toEqual([]);
});

test('a migrator that finds another at work in a province says so, and leaves that province to it', async () => {
  upgrade();
  const held = Promise.withResolvers<void>();
  const taken = Promise.withResolvers<void>();
  const other = asOwner(world.kernel.registry, world.province('tinh-05').now(), { onError: () => {} }, () => (taken.resolve(), held.promise));
  await taken.promise;
  expect((await planProvinces(upgraded)).filter(({ busy }) => busy).map(({ province }) => province.id)).toEqual(['tinh-05']);
  const outcomes = await migrate({ waitMs: 100 });
  expect(having(outcomes, 'busy')).toEqual(['tinh-05']);
  expect(having(outcomes, 'migrated')).toHaveLength(count - 1);
  held.resolve();
  await other;
  expect(having(await migrate(), 'migrated')).toEqual(['tinh-05']);
});

test('a table that somebody is using is waited for without holding up those who come after, and tried again', async () => {
  upgrade('alter table trees.trees add column if not exists height int');
  const { registry } = world.kernel;
  const reader = new pg.Client({ connectionString: registry.adminUrl('main', registry.byId('tinh-03')!.database) });
  await reader.connect();
  await reader.query('begin; select * from trees.trees');
  const running = migrate();
  await expect
    .poll(() => registry.db.selectFrom('registry.migration_runs').select('status').where('province', '=', 'tinh-03').where('module', '=', 'trees').executeTakeFirst(), { timeout: 10_000 })
    .toEqual({ status: 'running' });
  // Longer than one wait for a table.
  await new Promise((resolve) => setTimeout(resolve, 2_600));
  await reader.query('commit');
  await reader.end();
  expect(having(await running, 'migrated')).toEqual(all);
}, 30_000);

test('a schema that is ahead of the code, after a roll-back, is left as it is', async () => {
  upgrade();
  await migrate();
  const rolledBack = { ...upgraded, plugins: pluginList([trees]) };
  const outcomes = await migrateProvinces(rolledBack);
  expect(having(outcomes, 'current')).toEqual(all);
});

test('with nothing to do, twenty provinces are looked through within two seconds and nothing is written', async () => {
  await migrate();
  const before = await world.kernel.registry.db.selectFrom('registry.migration_runs').selectAll().execute();
  const started = performance.now();
  expect(new Set((await migrate()).map(({ status }) => status))).toEqual(new Set(['current']));
  expect(performance.now() - started).toBeLessThan(2_000);
  expect(await world.kernel.registry.db.selectFrom('registry.migration_runs').selectAll().execute()).toEqual(before);
});
