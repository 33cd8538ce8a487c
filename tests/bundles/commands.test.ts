import { randomUUID } from 'node:crypto';
import { appendFile, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { type Fleet, twoServers } from '../fleet/two-servers.ts';

vi.setConfig({ testTimeout: 180_000, hookTimeout: 120_000 });

const passphrase = { BUNDLE_PASSPHRASE: 'một mật khẩu đủ dài' };
let fleet: Fleet;
let folder: string;

beforeAll(async () => {
  fleet = await twoServers();
  const { deployment } = fleet;
  folder = join(deployment.dataDir, 'bundles');
  await deployment.tinhthong('tenant', 'create', 'hue');
  await deployment.tinhthong('module', 'enable', 'hue', 'streets');
  await fleet.inProvince('hue', `insert into streets.streets (name) select 'Đường số ' || n from generate_series(1, 500) n`);
  await addPicture();
});
afterAll(() => fleet?.[Symbol.asyncDispose]());

const attempt = (words: string[], env: Readonly<Record<string, string>> = {}) => fleet.deployment.attempt(words, { ...passphrase, ...env });
async function run(words: string[], env: Readonly<Record<string, string>> = {}): Promise<string> {
  const { code, text } = await attempt(words, env);
  expect([words, code, text]).toEqual([words, 0, text]);
  return text;
}
async function killedAt(label: string, words: string[]): Promise<void> {
  const { code, text } = await attempt(words, { NODE_ENV: 'test', CRASH_AT: label });
  expect([label, code, text]).toEqual([label, null, text]);
}
const stateOf = async (id: string) => (await fleet.registry<{ state: string }>('select state from registry.provinces where id = $1', [id]))[0]?.state;
const databasesLike = async (pattern: string) => (await fleet.registry<{ name: string }>('select datname as name from pg_database where datname like $1', [pattern])).length;
/** Two days old, so that it is missed where it is missing. */
async function addPicture(): Promise<void> {
  const id = randomUUID();
  const place = join(fleet.deployment.dataDir, 'files', 'hue', id.slice(0, 2));
  await mkdir(place, { recursive: true });
  for (const size of ['full', 'thumbnail']) await writeFile(join(place, `${id}.${size}.webp`), `ảnh ${size}`);
  await fleet.inProvince('hue', `insert into core.files (id, plugin, media_type, size, created_at) values ('${id}', 'streets', 'image/webp', 25, now() - interval '2 days')`);
}
const streets = async (id: string) => (await fleet.inProvince<{ streets: number }>(id, 'select count(*)::int as streets from streets.streets'))[0]!.streets;

test('an export that is killed at each step leaves no bundle, and is made by running it again', async () => {
  const target = join(folder, 'hue');
  for (const label of ['export-begun', 'export-rows', 'export-files']) {
    await killedAt(label, ['tenant', 'export', 'hue', target]);
    expect([label, (await readdir(folder)).includes('hue')]).toEqual([label, false]);
    expect((await attempt(['tenant', 'restore', `${target}.part`, '--as', 'ban-sao'])).text).toContain('không còn nguyên');
  }
  expect(await run(['tenant', 'export', 'hue', target])).toContain('2 ảnh / pictures');
  expect(await readdir(folder)).toEqual(['hue']);
  // Killed after the last step it is there, whole, and not written over.
  await killedAt('export-finished', ['tenant', 'export', 'hue', `${target}.tar`]);
  expect((await attempt(['tenant', 'export', 'hue', `${target}.tar`])).code).toBe(1);
  // Nobody noted down that it was made here, so whoever restores it has to know its hash.
  expect((await attempt(['tenant', 'restore', `${target}.tar`, '--as', 'ban-sao'])).text).toContain('--sha256');
  await rm(`${target}.tar`);
  await run(['tenant', 'export', 'hue', `${target}.tar`]);
  expect(await stateOf('hue')).toBe('active');
});

test('a restore that is killed at each step serves nobody, and is finished by running it again, without a trace of the first', async () => {
  const words = ['tenant', 'restore', join(folder, 'hue.tar'), '--as', 'ban-sao'];
  for (const label of ['restore-registered', 'restore-database', 'restore-filled', 'restore-migrated']) {
    await killedAt(label, words);
    expect([label, await stateOf('ban-sao')]).toEqual([label, 'creating']);
  }
  expect(await run(words)).toContain('tinhthong tenant resume ban-sao');
  expect([await stateOf('ban-sao'), await databasesLike('tt_ban_sao%'), await streets('ban-sao')]).toEqual(['suspended', 1, 500]);
  expect(await run(['files', 'verify', 'ban-sao'])).toContain('2 đối tượng / objects, 0 thừa');
  expect((await attempt(words)).text).toContain('đã có');
});

test('a restore with a wrong passphrase, or none, says so and makes nothing', async () => {
  const words = ['tenant', 'restore', join(folder, 'hue'), '--as', 'khac'];
  expect((await attempt(words, { BUNDLE_PASSPHRASE: 'mật khẩu khác hẳn' })).text).toContain('Mật khẩu của gói không đúng');
  expect((await attempt(words, { BUNDLE_PASSPHRASE: '' })).text).toContain('BUNDLE_PASSPHRASE');
  expect((await attempt(['tenant', 'export', 'hue', join(folder, 'yếu')], { BUNDLE_PASSPHRASE: 'ngắn' })).text).toContain('12');
  expect((await attempt(['tenant', 'restore', join(folder, 'hue'), '--as', '../hue'])).text).toContain('không dùng làm tên tỉnh được');
  expect([await stateOf('khac'), await databasesLike('tt_khac%')]).toEqual([undefined, 0]);
});

test('a bundle of an older release becomes a province of this one', async () => {
  await run(['tenant', 'restore', join(folder, 'hue'), '--as', 'moi-hon', '--server', 'second'], { FLEET_VERSION: '2' });
  expect(await fleet.inProvince('moi-hon', 'select distinct width from streets.streets')).toEqual([{ width: 6 }]);
});

test('nightly backups are sealed, the newest are kept, and a drill restores one and leaves nothing of it', async () => {
  const nightly = join(folder, 'nightly');
  for (let night = 0; night < 3; night += 1) {
    await run(['backup', 'make', nightly, '--province', 'hue', '--keep', '2']);
    await new Promise((resolve) => setTimeout(resolve, 1_000));
  }
  expect((await readdir(nightly)).sort()).toEqual(['_control', 'hue']);
  const kept = (await readdir(join(nightly, 'hue'))).sort();
  expect(kept).toHaveLength(2);
  const rows = await readFile(join(nightly, 'hue', kept[1]!, 'data', 'streets.streets.csv.sealed'));
  expect(rows.includes('Đường số')).toBe(false);

  expect(await run(['backup', 'drill', nightly, '--province', 'hue'])).toMatch(/✓ hue .*2 ảnh/);
  expect([await stateOf('hue-drill'), await databasesLike('tt_hue_drill%')]).toEqual([undefined, 0]);
  const findings = JSON.parse((await attempt(['doctor', '--json'])).text) as { check: string; province?: string }[];
  expect(findings.filter(({ check, province }) => check === 'backup' && province === 'hue')).toEqual([]);
  expect(findings.filter(({ check, province }) => check === 'backup' && province === 'ban-sao')).toHaveLength(1);

  await appendFile(join(nightly, 'hue', kept[1]!, 'data', 'core.events.csv.sealed'), 'x');
  const broken = await attempt(['backup', 'drill', nightly, '--province', 'hue']);
  expect([broken.code, broken.text]).toEqual([1, expect.stringContaining('✗ hue')]);
  expect([await stateOf('hue-drill'), await databasesLike('tt_hue_drill%')]).toEqual([undefined, 0]);
});

test('a province whose database was lost is restored in its place; what was there before stays until two persons remove it', async () => {
  const nightly = join(folder, 'disaster');
  await run(['backup', 'make', nightly, '--province', 'hue']);
  const [night] = await readdir(join(nightly, 'hue'));
  const words = ['tenant', 'restore', join(nightly, 'hue', night!), '--in-place-of', 'hue'];
  await fleet.inProvince('hue', 'delete from streets.streets where id > 10');
  await addPicture();
  expect((await attempt(words)).text).toContain('đang phục vụ');
  await run(['tenant', 'suspend', 'hue']);
  for (const label of ['restore-migrated', 'replace-copied']) {
    await killedAt(label, words);
    expect([label, await stateOf('hue'), await streets('hue')]).toEqual([label, 'suspended', 10]);
  }
  expect(await run(words)).toContain('hue-before');
  expect([await streets('hue'), await streets('hue-before'), await stateOf('hue-before')]).toEqual([500, 10, 'suspended']);
  // A picture that came after the backup stays with what was there before.
  for (const id of ['hue', 'hue-before']) expect(await run(['files', 'verify', id])).toContain('4 đối tượng / objects, 0 thừa / without a row, 0 mất');
  // Killed when it is done, it may be done again, and still nothing is lost.
  await killedAt('replace-switched', words);
  expect([await streets('hue'), await streets('hue-before'), await streets('hue-before-2'), await stateOf('hue')]).toEqual([500, 10, 500, 'suspended']);
  // Nor does it take more than the backup where nothing at all is left.
  const [home] = await fleet.registry<{ database: string }>(`select database from registry.provinces where id = 'hue'`);
  await fleet.registry(`drop database ${home!.database} with (force)`);
  await rm(join(fleet.deployment.dataDir, 'files', 'hue'), { recursive: true });
  await run(words);
  expect([await streets('hue'), await run(['files', 'verify', 'hue'])]).toEqual([500, expect.stringContaining('2 đối tượng / objects, 0 thừa / without a row, 0 mất')]);
  await run(['tenant', 'resume', 'hue']);
});

test('a province is not replaced by another, whose data were sealed by other keys', async () => {
  await run(['tenant', 'create', 'dak-lak']);
  await run(['tenant', 'suspend', 'dak-lak']);
  expect((await attempt(['tenant', 'restore', join(folder, 'hue'), '--in-place-of', 'dak-lak'])).text).toContain('không phải của "dak-lak"');
  expect([await stateOf('dak-lak'), await stateOf('dak-lak-before')]).toEqual(['suspended', undefined]);
});

test('the control database is restored into an empty one, with the right master key alone', async () => {
  const nightly = join(folder, 'control');
  await run(['backup', 'make', nightly, '--province', 'hue']);
  const [night] = await readdir(join(nightly, '_control'));
  const bundle = join(nightly, '_control', night!);
  await fleet.registry('create database control_again');
  const client = await fleet.deployment.connect({ database: 'control_again' });
  const url = `postgres://${client.user}:${(client as unknown as { password: string }).password}@127.0.0.1:${client.port}/control_again`;
  await client.end();
  const wrong = await attempt(['backup', 'restore-control', bundle], { DATABASE_URL: url, MASTER_KEY: '7'.repeat(64) });
  expect([wrong.code, wrong.text]).toEqual([1, expect.stringContaining('khóa chính khác')]);
  await run(['backup', 'restore-control', bundle], { DATABASE_URL: url });
  expect(await run(['tenant', 'list'], { DATABASE_URL: url })).toMatch(/hue .*active/);
  // The operators' acts came with their chain. Of all chains, the one whose database was lost is named, and holds up no other.
  const verified = await attempt(['audit', 'verify'], { DATABASE_URL: url });
  expect([verified.code, verified.text]).toEqual([1, expect.stringContaining('✗ hue-before-3')]);
  const chains = verified.text.split('\n').filter((line) => line.includes('intact'));
  expect(chains.map((line) => line.split(' ')[0])).toEqual(expect.arrayContaining(['province:hue', 'province:hue-before', 'registry']));
  expect(verified.text).not.toContain('HỎNG');
  const again = await attempt(['backup', 'restore-control', bundle], { DATABASE_URL: url });
  expect([again.code, again.text]).toEqual([1, expect.stringContaining('không trống')]);
});

test('a removal that is killed at each step is finished by running it again, and then there is nothing left', async () => {
  await fleet.registry(
    `insert into registry.removals (province, reason, wait_days, without_export, requested_by, requested_at, confirmed_by, confirmed_at, due_at)
     values ('ban-sao', 'Bản sao để thử.', 0, 'Chỉ là bản sao.', 'lan', now(), 'minh', now(), now())`,
  );
  const words = ['tenant', 'remove', 'ban-sao', '--finish'];
  for (const label of ['removal-closed', 'removal-dropped', 'removal-files']) {
    await killedAt(label, words);
    expect([label, await stateOf('ban-sao')]).toEqual([label, 'suspended']);
  }
  await killedAt('removal-keys', words);
  expect([await stateOf('ban-sao'), await databasesLike('tt_ban_sao%')]).toEqual(['removed', 0]);
  expect(await fleet.registry(`select rolname from pg_roles where rolname like 'tt_ban_sao%'`)).toEqual([]);
  expect(await readdir(join(fleet.deployment.dataDir, 'files'))).not.toContain('ban-sao');
  expect((await attempt(words)).text).toContain('no such province');
});
