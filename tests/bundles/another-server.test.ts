import { createHash } from 'node:crypto';
import { readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { testWorld, type TestWorld } from '@tinhthong/core/testing';
import { fieldReports } from '@tinhthong/field-reports';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openBundle } from '../../packages/core/src/bundles/bundle-reader.ts';
import { deploymentKeys } from '../../packages/core/src/bundles/deployment-keys.ts';
import { exportProvince } from '../../packages/core/src/bundles/export-province.ts';
import type { MadeBundle } from '../../packages/core/src/bundles/made-bundles.ts';
import { restoreProvince } from '../../packages/core/src/bundles/restore-province.ts';
import { embeddedTestServer, type TestServer } from '../../packages/core/src/kit/test-server.ts';
import { addServer } from '../../packages/core/src/tenancy/servers.ts';
import type { Twin } from '../isolation/twin.ts';
import { type TwinWorld, twinWorld } from '../isolation/two-provinces.ts';

const passphrase = 'một mật khẩu đủ dài';
const token = 'mã của cổng tin nhắn';
const open = (world: TestWorld, path: string, given = passphrase) => openBundle(path, deploymentKeys(world.kernel, async () => given));

let twins: TwinWorld;
let world: TestWorld;
let hue: Twin;
let second: TestServer;
let folder: string;
let original: Contents;
let exported: MadeBundle;

beforeAll(async () => {
  [twins, second] = await Promise.all([twinWorld(), embeddedTestServer()]);
  ({ world, hue } = twins);
  folder = join(world.dataDir, 'bundles');
  await addServer(world.kernel.registry, { id: 'second', adminUrl: second.url, actor: 'test' });
  await hue.site.request('/api/core/modules/only-in-hue/secrets/token', { method: 'PUT', as: hue.staff, json: { value: token } });
  await world.settled();
  original = await contentsOf(world, 'hue');
  exported = await exportProvince(world.kernel, hue.site.now(), { target: join(folder, 'hue'), kind: { export: { passphrase } }, actor: 'test' });
  const bundle = await open(world, join(folder, 'hue'));
  await restoreProvince(world.kernel, { bundle, as: 'hue-ban-sao', hosts: ['ban-sao.localhost'], server: 'second', actor: 'test' });
}, 120_000);
afterAll(async () => {
  await twins?.[Symbol.asyncDispose]();
  await second?.stop();
});

interface Contents {
  /** Rows and hash of each table. */
  readonly tables: Readonly<Record<string, string>>;
  /** Hash of each file, by its path within the province. */
  readonly files: Readonly<Record<string, string>>;
}

async function contentsOf({ kernel, dataDir }: TestWorld, id: string): Promise<Contents> {
  const province = kernel.registry.byId(id)!;
  const tables = await kernel.pools.use(province, async ({ pool }) => {
    const { rows } = await pool.query<{ name: string }>(
      `select format('%I.%I', nspname, relname) as name from pg_class join pg_namespace on pg_namespace.oid = relnamespace
       where relkind = 'r' and nspname in ('core', 'identity', 'field_reports') and relname !~ '^migrations' order by name`,
    );
    const hashed = rows.map(async ({ name }) => {
      const { rows: found } = await pool.query<{ hash: string }>(`select count(*) || ' ' || coalesce(sum(hashtextextended(t::text, 0)::numeric), 0) as hash from ${name} t`);
      return [name, found[0]!.hash] as const;
    });
    return Object.fromEntries(await Promise.all(hashed));
  });
  const root = join(dataDir, 'files', id);
  const files = (await readdir(root, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const hashes = await Promise.all(files.map(async (file) => [file.slice(root.length), createHash('sha256').update(await readFile(file)).digest('hex')] as const));
  return { tables, files: Object.fromEntries(hashes) };
}

/** All parts of a bundle in a folder, with their bytes. */
async function partsOf(path: string): Promise<Record<string, string>> {
  const entries = (await readdir(path, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile());
  const parts = entries.map(async (entry) => [join(entry.parentPath, entry.name).slice(path.length + 1), await readFile(join(entry.parentPath, entry.name), 'latin1')] as const);
  return Object.fromEntries(await Promise.all(parts));
}

/** What is in no bundle, on purpose. */
const leftOut = ['identity.one_time', 'identity.session', 'identity.sign_in_places', 'identity.verification'];
/** What a copy has otherwise: revoked, ended, switched off, or sealed for itself. */
const ownOfTheCopy = [
  'core.api_keys',
  'core.channels',
  'core.embed_keys',
  'core.operator_visits',
  'core.push_subscriptions',
  'core.secrets',
  'core.sign_in_providers',
  'core.webhooks',
  'identity.second_factors',
];

test('rows and files of a province are the same under another name on another server', async () => {
  const copy = await contentsOf(world, 'hue-ban-sao');
  const different = Object.keys(original.tables).filter((name) => original.tables[name] !== copy.tables[name]);
  expect(Object.keys(copy.tables)).toEqual(Object.keys(original.tables));
  expect(different.filter((name) => ![...leftOut, ...ownOfTheCopy].includes(name))).toEqual([]);
  const { rows } = await hue.site.database(({ pool }) => pool.query<{ files: number }>('select count(*)::int as files from core.files'));
  expect(Object.keys(original.files).length).toBeGreaterThanOrEqual(rows[0]!.files);
  expect(rows[0]!.files).toBeGreaterThan(0);
  expect(copy.files).toEqual(original.files);
  const { server, state, tenant } = world.kernel.registry.byId('hue-ban-sao')!;
  expect({ server, state, code: tenant.code }).toEqual({ server: 'second', state: 'suspended', code: 'hue-ban-sao' });
});

test('the original is as it was, and serves', async () => {
  expect(await contentsOf(world, 'hue')).toEqual(original);
  expect((await hue.site.request('/api/core/me', { as: hue.staff })).status).toBe(200);
  expect((await hue.site.request(`/api/field-reports/reports/${hue.reports.read.code}`)).status).toBe(200);
});

test('a bundle holds nothing of another province, and nobody signs in with what it holds', async () => {
  const text = Object.values(await partsOf(join(folder, 'hue'))).join('\n');
  const utf8 = Buffer.from(text, 'latin1').toString();
  expect(utf8).toContain(hue.marks[0]);
  expect(twins.dakLak.marks.filter((mark) => utf8.includes(mark))).toEqual([]);
  const { dataKey, url } = hue.site.now();
  const secrets = [...[hue.staff, ...hue.spare].map((cookie) => decodeURIComponent(cookie.split('=')[1]!).split('.')[0]!), hue.key, new URL(url).password, hue.password];
  for (const key of [dataKey, ...world.kernel.registry.masterKey]) secrets.push(key.toString('hex'), key.toString('base64'), key.toString('latin1'));
  expect(secrets.filter((secret) => utf8.includes(secret) || text.includes(secret))).toEqual([]);
});

test('a second export is the same byte for byte, but for dates', async () => {
  await exportProvince(world.kernel, hue.site.now(), { target: join(folder, 'hue-2'), kind: { export: { passphrase } }, actor: 'test' });
  const [first, again] = [await partsOf(join(folder, 'hue')), await partsOf(join(folder, 'hue-2'))];
  const about = ['manifest.json', 'manifest.hmac'];
  expect(Object.keys(again).filter((part) => again[part] !== first[part]).sort()).toEqual(about.toSorted());
  const timeless = ({ 'manifest.json': text }: Record<string, string>) => ({ ...(JSON.parse(text!) as object), id: '', madeAt: '', key: '' });
  expect(timeless(again)).toEqual(timeless(first));
});

test('an export of the copy is the same byte for byte, but for its name and the keys that are revoked', async () => {
  await exportProvince(world.kernel, world.kernel.registry.byId('hue-ban-sao')!, { target: join(folder, 'ban-sao'), kind: { export: { passphrase } }, actor: 'test' });
  const [first, copy] = [await partsOf(join(folder, 'hue')), await partsOf(join(folder, 'ban-sao'))];
  expect(Object.keys(copy).sort()).toEqual(Object.keys(first).sort());
  const different = Object.keys(copy).filter((part) => copy[part] !== first[part]);
  expect(different.filter((part) => part.startsWith('data/')).every((part) => ownOfTheCopy.includes(part.slice(5, -4)))).toBe(true);
  expect(different.filter((part) => !part.startsWith('data/')).sort()).toEqual(['SHA256SUMS', 'manifest.hmac', 'manifest.json']);
});

test('sessions and keys of the original open nothing at the copy, people and followers of a report come in as they did', async () => {
  await world.kernel.registry.db.updateTable('registry.provinces').set({ state: 'active' }).where('id', '=', 'hue-ban-sao').execute();
  await world.kernel.registry.changed('hue-ban-sao');
  const copy = world.province('hue-ban-sao');
  for (const as of [hue.staff, ...hue.spare, hue.key]) expect((await copy.request('/api/core/me', { as })).status).toBe(401);
  expect((await copy.request(hue.link)).status).toBe(404);
  expect((await copy.request('/api/auth/sign-in/email', { json: { email: hue.email, password: hue.password } })).status).toBe(200);
  expect(await copy.inside('only-in-hue', (ctx) => ctx.secrets.get('token'))).toBe(token);
  const { code, followUp } = hue.reports.read;
  const followed = await copy.request(`/api/field-reports/reports/${code}/follow`, { json: { followUp } });
  expect(followed.status).toBe(200);
  const { pictures } = (await followed.json()) as { pictures: { url: string }[] };
  expect((await copy.request(pictures[0]!.url)).status).toBe(200);
});

test('a bundle is at home in a deployment that has never heard of the province', async () => {
  const elsewhere = await testWorld({ plugins: [fieldReports], provinces: [], adminUrl: second.url });
  try {
    await expect(open(elsewhere, join(folder, 'hue'), 'mật khẩu nào đó')).rejects.toMatchObject({ code: 'wrong-passphrase' });
    const bundle = await open(elsewhere, join(folder, 'hue'));
    // Who knows the passphrase could have made it: its maker has to say, by another way, which one is theirs.
    for (const told of [{}, { sha256: 'f'.repeat(64) }]) await expect(restoreProvince(elsewhere.kernel, { bundle, actor: 'test', ...told })).rejects.toMatchObject({ code: 'bundle-unknown' });
    expect(elsewhere.kernel.registry.byId('hue')).toBeUndefined();
    await restoreProvince(elsewhere.kernel, { bundle, actor: 'test', sha256: exported.sha256 });
    const restored = await contentsOf(elsewhere, 'hue');
    expect(restored.files).toEqual(original.files);
    const different = Object.keys(original.tables).filter((name) => original.tables[name] !== restored.tables[name]);
    // Under its own name it is the province itself: its programs keep their keys.
    expect(different.filter((name) => !leftOut.includes(name))).toEqual([]);
    expect(elsewhere.kernel.registry.byId('hue')).toMatchObject({ state: 'suspended', tenant: { code: '46', hosts: ['hue.localhost'] } });
  } finally {
    await elsewhere[Symbol.asyncDispose]();
  }
});

test('what comes in while a province is exported is in the bundle whole or not at all', async () => {
  let done = false;
  let sent = 0;
  const commune = hue.commune;
  const writing = (async () => {
    while (!done) {
      const answer = await hue.site.request('/api/field-reports/reports', { json: { category: 'road-damage', commune, description: `Ổ gà lớn trước cổng trường học, lần ${sent}.`, address: '1 Lê Lợi' } });
      expect(answer.status).toBe(201);
      sent += 1;
    }
  })();
  const target = join(folder, 'busy');
  const { manifest } = await exportProvince(world.kernel, hue.site.now(), { target, kind: { export: { passphrase } }, actor: 'test' });
  done = true;
  await writing;
  expect(sent).toBeGreaterThan(0);
  const lines = async (table: string) => (await readFile(join(target, `data/${table}.csv`), 'utf8')).split('\n').slice(1, -1);
  const submitted = (await lines('core.events')).filter((line) => line.includes(',report.submitted,')).length;
  const reports = manifest.tables.find(({ name }) => name === 'field_reports.reports')!.rows;
  expect(submitted).toBe(reports);
  await rm(target, { recursive: true });
});
