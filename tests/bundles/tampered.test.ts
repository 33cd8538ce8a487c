import { createHash } from 'node:crypto';
import { cp, mkdir, open, readdir, readFile, rename, rm, stat, symlink, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { testWorld, type TestWorld } from '@tinhthong/core/testing';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Manifest } from '../../packages/core/src/bundles/bundle-format.ts';
import { type KeyBox, sealOf, unwrapKeys } from '../../packages/core/src/bundles/bundle-keys.ts';
import { openBundle } from '../../packages/core/src/bundles/bundle-reader.ts';
import { deploymentKeys } from '../../packages/core/src/bundles/deployment-keys.ts';
import { exportProvince } from '../../packages/core/src/bundles/export-province.ts';
import { restoreProvince } from '../../packages/core/src/bundles/restore-province.ts';
import { picture } from '../isolation/twin.ts';
import { seededRandom } from '../support/seeded-random.ts';

const passphrase = 'một mật khẩu đủ dài';
let world: TestWorld;
let whole: string;
let bundle: string;
let parts: string[];

beforeAll(async () => {
  world = await testWorld({ plugins: [] });
  const hue = world.province('hue');
  await hue.database((database) => world.kernel.files.forModule(hue.now(), 'notes', database).putPicture(picture));
  whole = join(world.dataDir, 'whole');
  await exportProvince(world.kernel, hue.now(), { target: whole, kind: { export: { passphrase } }, actor: 'test' });
  await exportProvince(world.kernel, hue.now(), { target: `${whole}.tar`, kind: { export: { passphrase } }, actor: 'test' });
  parts = (await readdir(whole, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name).slice(whole.length + 1));
});
beforeEach(async () => {
  bundle = join(world.dataDir, 'bundle');
  await rm(bundle, { recursive: true, force: true });
  await cp(whole, bundle, { recursive: true });
});
afterAll(() => world[Symbol.asyncDispose]());

const restore = async (path: string, as = 'ban-sao') =>
  restoreProvince(world.kernel, { bundle: await openBundle(path, deploymentKeys(world.kernel, async () => passphrase)), as, actor: 'test' });
const databases = async () => (await world.kernel.registry.pool.query<{ name: string }>(`select datname as name from pg_database where datname like 'tt_ban_sao_%'`)).rows;

/** Refused, and nothing was made from it: no row, no database, no file. */
async function refused(path: string, what: string, codes = ['bundle-damaged']): Promise<void> {
  const answer = await restore(path).then(() => 'restored', (error: { code?: string }) => error.code);
  expect([what, codes]).toEqual([what, expect.arrayContaining([answer])]);
  expect([world.kernel.registry.byId('ban-sao'), await databases()]).toEqual([undefined, []]);
  expect(await readdir(join(world.dataDir, 'files'))).toEqual(['hue']);
}

const hash = (bytes: string | Buffer) => createHash('sha256').update(bytes).digest('hex');

async function flip(path: string, at: number): Promise<void> {
  const file = await open(path, 'r+');
  const { buffer } = await file.read(Buffer.alloc(1), 0, 1, at);
  await file.write(Buffer.of(buffer[0]! ^ 1), 0, 1, at);
  await file.close();
}

test('a bundle in which any byte of any part was changed is refused before anything is made', async () => {
  const random = seededRandom();
  expect(parts.length).toBeGreaterThan(30);
  for (const part of parts) {
    const path = join(bundle, part);
    const { size } = await stat(path);
    if (size === 0) continue;
    for (const at of new Set([0, size - 1, Math.trunc(random() * size)])) {
      await flip(path, at);
      // A wrapped key that was changed, or its salt, opens to no passphrase.
      const codes = part === 'manifest.json' ? ['bundle-damaged', 'wrong-passphrase'] : undefined;
      await refused(bundle, `${part} at ${at}, seed ${random.seed}`, codes);
      await flip(path, at);
    }
  }
}, 120_000);

test('a bundle that lacks a part, or has one more, or one cut short, or two exchanged, is refused', async () => {
  for (const part of parts) {
    await rename(join(bundle, part), join(world.dataDir, 'aside'));
    await refused(bundle, `without ${part}`);
    await rename(join(world.dataDir, 'aside'), join(bundle, part));
  }
  for (const extra of ['data/core.more.csv', 'thêm.txt', 'files/00/00000000-0000-4000-8000-000000000000.full.webp']) {
    await mkdir(join(bundle, extra, '..'), { recursive: true });
    await writeFile(join(bundle, extra), 'x');
    await refused(bundle, `with ${extra}`);
    await rm(join(bundle, extra));
  }
  await symlink('/etc/hostname', join(bundle, 'data', 'link.csv'));
  await refused(bundle, 'with a link to elsewhere');
  await rm(join(bundle, 'data', 'link.csv'));

  const [one, other] = [join(bundle, 'data/core.communes.csv'), join(bundle, 'data/core.agencies.csv')];
  await rename(one, join(world.dataDir, 'aside'));
  await rename(other, one);
  await rename(join(world.dataDir, 'aside'), other);
  await refused(bundle, 'with two parts exchanged');
});

test('an edited manifest or list of parts is refused, also where both were made to fit', async () => {
  const manifest = join(bundle, 'manifest.json');
  const text = await readFile(manifest, 'utf8');
  for (const [from, to] of [['"cost": 131072', '"cost": 131073'], ['"cost": 131072', '"cost": 2147483648'], ['"sealed": false', '"sealed": true'], [/"rows": \d+/, '"rows": 0'], ['"hue"', '"hux"'], ['"format": "tinhthong-bundle/1"', '"format": "tinhthong-bundle/2"'], ['{', '{ "more": 1,']] as const) {
    await writeFile(manifest, text.replace(from, to));
    await refused(bundle, `manifest with ${to}`);
  }
  await writeFile(manifest, text);
  // Whoever changes a part, and its sum, and the sum of the sums, still lacks the key.
  const agencies = join(bundle, 'data/core.agencies.csv');
  const before = await readFile(agencies, 'utf8');
  const after = before.replace('Sở Xây dựng', 'Sở Của Tôi');
  expect(after).not.toBe(before);
  await writeFile(agencies, after);
  const sums = (await readFile(join(bundle, 'SHA256SUMS'), 'utf8')).replace(hash(before), hash(after));
  await writeFile(join(bundle, 'SHA256SUMS'), sums);
  await writeFile(manifest, text.replace(/"sums": "\w+"/, `"sums": "${hash(sums)}"`).replace(hash(before), hash(after)));
  await refused(bundle, 'everything but the seal');
});

test('whoever has the passphrase can make a bundle that opens, and its SQL does not run here', async () => {
  const text = await readFile(join(bundle, 'manifest.json'), 'utf8');
  const { key, sums } = JSON.parse(text) as Manifest;
  const dataKeys = await unwrapKeys(key as Extract<KeyBox, { by: 'passphrase' }>, passphrase);
  const rest = join(bundle, 'schema/2-rest.sql');
  const before = await readFile(rest);
  const after = `${before.toString()}reset role; create role nguoi_la superuser;\n`;
  await writeFile(rest, after);
  const listed = (await readFile(join(bundle, 'SHA256SUMS'), 'utf8')).replace(hash(before), hash(after));
  await writeFile(join(bundle, 'SHA256SUMS'), listed);
  const manifest = Buffer.from(text.replace(sums, hash(listed)));
  await writeFile(join(bundle, 'manifest.json'), manifest);
  await writeFile(join(bundle, 'manifest.hmac'), sealOf(manifest, dataKeys.at(-1)!));
  await refused(bundle, 'made anew', ['bundle-unknown']);
  expect((await world.kernel.registry.pool.query(`select 1 from pg_roles where rolname = 'nguoi_la'`)).rowCount).toBe(0);
});

test('a path that leads out of the bundle is not followed', async () => {
  const sums = join(bundle, 'SHA256SUMS');
  await writeFile(sums, `${await readFile(sums, 'utf8')}${'0'.repeat(64)}  files/../../../../etc/passwd\n`);
  await refused(bundle, 'with a way out');
});

test('a tar that was cut off, or changed in any part, is refused', async () => {
  const path = join(world.dataDir, 'bundle.tar');
  const random = seededRandom();
  const { size } = await stat(`${whole}.tar`);
  for (const length of [0, 100, Math.trunc(size / 2), size - 3_000]) {
    await cp(`${whole}.tar`, path);
    await truncate(path, length);
    await refused(path, `cut to ${length}`);
  }
  const bytes = await readFile(`${whole}.tar`);
  for (const word of ['Thuận Hóa', 'create table core.members', '"madeAt"', 'WEBPVP8', 'data/core.roles.csv']) {
    await cp(`${whole}.tar`, path);
    await flip(path, bytes.indexOf(word) + Math.trunc(random() * Buffer.byteLength(word)));
    await refused(path, `${word}, seed ${random.seed}`);
  }
});

test('what was not touched is restored, from the folder and from the tar', async () => {
  for (const [path, as] of [[bundle, 'ban-sao'], [`${whole}.tar`, 'ban-sao-2']] as const) expect((await restore(path, as)).state).toBe('suspended');
});
