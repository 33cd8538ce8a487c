import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { type Fleet, twoServers } from './two-servers.ts';

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

let fleet: Fleet;

beforeAll(async () => {
  fleet = await twoServers();
  await fleet.deployment.tinhthong('tenant', 'create', 'hue');
  await fleet.deployment.tinhthong('module', 'enable', 'hue', 'streets');
  await fleet.inProvince('hue', `insert into streets.streets (name) select 'Đường số ' || n from generate_series(1, 500) n`);
});
afterAll(() => fleet?.[Symbol.asyncDispose]());

const run = async (...words: string[]) => {
  const { code, text } = await fleet.deployment.attempt(words);
  expect([code, text]).toEqual([0, text]);
};
const killedAt = (label: string, ...words: string[]) => fleet.deployment.crash(label, ...words);
const provinceOf = async (id: string) => (await fleet.registry<{ state: string; server: string; database: string }>('select state, server, database from registry.provinces where id = $1', [id]))[0];
/** Rows and hashes of what matters in Huế. */
const contents = async () =>
  Object.fromEntries(
    await Promise.all(
      ['streets.streets', 'core.communes', 'core.agencies', 'core.roles', 'core.events', 'streets.migrations', 'core.migrations'].map(async (table) => [
        table,
        (await fleet.inProvince('hue', `select count(*)::int as rows, sum(hashtextextended(t::text, 0)::numeric)::text as sum from ${table} t`))[0],
      ]),
    ),
  ) as Record<string, { rows: number; sum: string }>;

test('a province whose making is killed at each step serves nobody until then, and is finished by running it again', async () => {
  for (const label of ['provision-registered', 'provision-database', 'provision-migrated', 'provision-organised', 'provision-finished']) {
    await killedAt(label, 'tenant', 'create', 'dak-lak');
    expect([label, (await provinceOf('dak-lak'))?.state]).toEqual([label, 'creating']);
  }
  await run('tenant', 'create', 'dak-lak');
  expect((await provinceOf('dak-lak'))?.state).toBe('active');
  const [made] = await fleet.inProvince<{ communes: number; databases: number }>(
    'dak-lak',
    `select (select count(*)::int from core.communes) as communes, (select count(*)::int from pg_database where datname like 'tt_dak_lak%') as databases`,
  );
  expect(made).toMatchObject({ communes: expect.any(Number), databases: 1 });
  expect(made!.communes).toBeGreaterThan(50);
});

test.each(['migrate-begun', 'migrate-migrated', 'migrate-noted'])('a migration killed at %s is seen as interrupted, and finished by running it again', async (label) => {
  await fleet.registry(`update registry.modules set migrated_to = '0001-streets', version = '1.0.0' where plugin = 'streets'`);
  await fleet.registry('delete from registry.migration_runs where module = $1', ['streets']);
  await fleet.inProvince('hue', `alter table streets.streets drop column if exists width; delete from streets.migrations where name = '0002-width'`);
  const status = async () => JSON.parse((await fleet.deployment.attempt(['migrate', '--status', '--json'], { FLEET_VERSION: '2' })).text) as { province: string; module: string; state: string }[];
  const stateOf = async () => (await status()).find(({ province, module }) => province === 'hue' && module === 'streets')?.state;
  expect(await stateOf()).toBe('pending');

  const killed = await fleet.deployment.attempt(['migrate'], { FLEET_VERSION: '2', NODE_ENV: 'test', CRASH_AT: label });
  expect(killed.code).toBeNull();
  expect(await stateOf()).toBe('interrupted');
  const again = await fleet.deployment.attempt(['migrate'], { FLEET_VERSION: '2' });
  expect([again.code, again.text]).toEqual([0, again.text]);
  expect(await stateOf()).toBe('current');
  const [row] = await fleet.registry<{ version: string; migrated_to: string }>(`select version, migrated_to from registry.modules where plugin = 'streets'`);
  expect(row).toEqual({ version: '2.0.0', migrated_to: '0002-width' });
});

const beforeTheSwitch = ['move-begun', 'move-created', 'move-noting', 'move-copied', 'move-compared', 'move-paused', 'move-locked', 'move-closed'];

test.each([...beforeTheSwitch, 'move-switched', 'move-told', 'move-dropped'])('a move killed at %s is finished by running it again, and no row is lost or doubled', async (label) => {
  const before = await contents();
  const from = (await provinceOf('hue'))!;
  const to = from.server === 'main' ? 'second' : 'main';
  if (label === 'move-dropped') await run('tenant', 'move', 'hue', '--to', to);
  else {
    await killedAt(label, 'tenant', 'move', 'hue', '--to', to);
    expect((await provinceOf('hue'))!.server).toBe(beforeTheSwitch.includes(label) ? from.server : to);
    await run('tenant', 'move', 'hue', '--to', to);
  }
  expect((await provinceOf('hue'))!.server).toBe(to);
  if (label === 'move-dropped') await killedAt(label, 'tenant', 'move', 'hue', '--finish');
  await run('tenant', 'move', 'hue', '--finish');
  expect(await contents()).toEqual(before);
  expect(await fleet.registry('select 1 from registry.moves')).toEqual([]);
  // Nothing of it is left anywhere: one database on the new server, none on the old.
  const left = await fleet.inProvince<{ name: string }>('hue', `select datname as name from pg_database where datname like 'tt_hue%'`);
  expect(left).toEqual([{ name: (await provinceOf('hue'))!.database }]);
});

test('a move that was killed can be given up as well: writing works again where the province is', async () => {
  const from = (await provinceOf('hue'))!;
  await killedAt('move-closed', 'tenant', 'move', 'hue', '--to', from.server === 'main' ? 'second' : 'main');
  await expect(fleet.inProvince('hue', `insert into streets.streets (name) values ('Đường mới')`)).rejects.toMatchObject({ code: 'TT503' });
  await run('tenant', 'move', 'hue', '--cancel');
  await fleet.inProvince('hue', `insert into streets.streets (name) values ('Đường mới')`);
  expect(await provinceOf('hue')).toEqual(from);
});
