import { chmod, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readSettings } from '../../config.ts';
import { barePlugin, testWorld, type TestWorld } from '../../kit/testing.ts';
import { pluginList } from '../../modules/plugin-list.ts';
import { examineNode } from './examine-node.ts';
import { examineProvinces } from './examine-provinces.ts';
import { examineServers } from './examine-servers.ts';
import type { Finding } from './finding.ts';

const trees = barePlugin({ id: 'trees' });
let world: TestWorld;

beforeAll(async () => {
  world = await testWorld({ plugins: [trees] });
});
afterAll(() => world[Symbol.asyncDispose]());

const examine = async (kernel = world.kernel) => [...(await examineServers(kernel)), ...(await examineProvinces(kernel))];
const wrong = (findings: readonly Finding[]) => findings.filter(({ level }) => level !== 'ok').map(({ check, level, province, says }) => [check, level, province, says.vi]);

/** Does something to the deployment, looks, and takes it back. */
async function having(statement: string, back: string, at: 'registry' | 'hue' = 'registry'): Promise<Finding[]> {
  const { registry } = world.kernel;
  const url = at === 'registry' ? registry.adminUrl('main') : registry.adminUrl('main', world.province('hue').now().database);
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statement);
    await registry.refresh();
    return await examine();
  } finally {
    await client.query(back);
    await registry.refresh();
    await client.end();
  }
}

test('a deployment that is well has nothing said against it', async () => {
  expect(wrong(await examine())).toEqual([]);
});

const login = () => world.province('hue').now().loginRole;
const set = (column: string, value: string) => `update registry.provinces set ${column} = ${value} where id = 'hue'`;
const noMove = `delete from registry.moves`;
const move = (step: string) => `insert into registry.moves (province, step, server, database, owner_role, login_role) values ('hue', '${step}', 'main', 'x', 'x', 'x')`;

test.each([
  ['a province that is suspended', set('state', `'suspended'`), set('state', `'active'`), ['state', 'warning', 'hue', 'Đang tạm ngừng']],
  ['a province whose making broke off', set('state', `'creating'`), set('state', `'active'`), ['state', 'error', 'hue', 'Chưa dựng xong']],
  ['demo accounts', set('demo', 'true'), set('demo', 'false'), ['demo', 'warning', 'hue', expect.stringContaining('bản demo')]],
  ['a move that keeps writes waiting', move('paused'), noMove, ['move', 'error', 'hue', expect.stringContaining('tạm không ghi')]],
  ['what a move has left behind', move('switched'), noMove, ['move', 'warning', 'hue', expect.stringContaining('còn giữ')]],
  [
    'a module that failed',
    `update registry.modules set state = 'failed', reason = 'thiếu bảng' where province = 'hue'`,
    `update registry.modules set state = 'on', reason = null where province = 'hue'`,
    ['module', 'error', 'hue', 'Phân hệ "trees": failed (thiếu bảng)'],
  ],
  ['a migration that was not run', `update registry.migration_runs set status = 'failed' where province = 'hue'`, `update registry.migration_runs set status = 'done'`, ['migrations', 'error', 'hue', 'Chưa nâng cấp: core']],
])('%s is found, with what to do about it', async (_what, statement, back, expected) => {
  const findings = await having(statement, back);
  expect(wrong(findings)).toContainEqual(expected);
  for (const { level, advice } of findings) if (level !== 'ok') expect(advice).toMatchObject({ vi: expect.stringMatching(/\S/) as string, en: expect.stringMatching(/\S/) as string });
});

test('a neighbour who may enter, and a log that can be rewritten, are found', async () => {
  const { database } = world.province('hue').now();
  expect(wrong(await having(`grant connect on database ${database} to public`, `revoke connect on database ${database} from public`))).toContainEqual([
    'isolation', 'error', undefined, `Máy chủ "main": PUBLIC has CONNECT on ${database}`,
  ]);
  expect(wrong(await having(`grant update on core.events to ${login()}`, `revoke update on core.events from ${login()}`, 'hue'))).toContainEqual([
    'isolation', 'error', 'hue', `${login()} may UPDATE core.events`,
  ]);
});

test('work that waits for long, and work that was given up, is found', async () => {
  const findings = await having(
    `insert into core.tasks (plugin, job, due_at) values ('gone', 'x', 'infinity'), ('gone', 'x', now() - interval '1 hour')`,
    `delete from core.tasks where plugin = 'gone'`,
    'hue',
  );
  expect(wrong(findings)).toEqual([
    ['tasks', 'warning', 'hue', '1 việc nền đã bỏ cuộc'],
    ['tasks', 'warning', 'hue', expect.stringMatching(/^1 việc nền chờ, lâu nhất 36\d\d giây$/)],
  ]);
});

test('a clock that is an hour off is found, on whichever side', async () => {
  for (const [off, seconds] of [[3_600_000, '-3600'], [-3_600_000, '3600']] as const) {
    const findings = await examineServers({ ...world.kernel, now: () => new Date(Date.now() + off) });
    expect(wrong(findings)).toEqual([['clock', 'error', undefined, `Đồng hồ của máy chủ "main" lệch ${seconds} giây so với máy này`]]);
  }
});

test('a province whose database is gone is found, and the others are looked at all the same', async () => {
  const { database } = world.province('hue').now();
  const findings = wrong(await having(`alter database ${database} allow_connections false`, `alter database ${database} allow_connections true`));
  expect(findings).toContainEqual(['database', 'error', 'hue', 'Cơ sở dữ liệu không trả lời']);
  expect(findings.filter(([, , province]) => province === 'dak-lak')).toEqual([]);
});

test('of this machine: a master key that others can read, a Redis that is away, a plugin for another core', async () => {
  const file = join(world.dataDir, 'master.key');
  await writeFile(file, '00'.repeat(32));
  await chmod(file, 0o644);
  const settings = readSettings({ DATA_DIR: world.dataDir, MASTER_KEY_FILE: file, REDIS_URL: 'redis://127.0.0.1:9', PUBLIC_HTTPS: '1' });
  const kernel = { ...world.kernel, plugins: pluginList([{ ...trees, core: '^9.0.0' }]) };
  expect(wrong(await examineNode(kernel, settings)).map(([check, level]) => [check, level])).toEqual([
    ['master-key', 'error'],
    ['redis', 'error'],
    ['plugin', 'error'],
  ]);
  await chmod(file, 0o600);
  const healthy = readSettings({ DATA_DIR: world.dataDir, MASTER_KEY_FILE: file, PUBLIC_HTTPS: '1' });
  expect(wrong(await examineNode(world.kernel, healthy))).toEqual([]);
});
