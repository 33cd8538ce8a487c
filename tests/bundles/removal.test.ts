import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { TestNationalSite, TestWorld } from '@tinhthong/core/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { backUp } from '../../packages/core/src/bundles/backup.ts';
import { openBundle } from '../../packages/core/src/bundles/bundle-reader.ts';
import { deploymentKeys } from '../../packages/core/src/bundles/deployment-keys.ts';
import { exportProvince } from '../../packages/core/src/bundles/export-province.ts';
import { restoreProvince } from '../../packages/core/src/bundles/restore-province.ts';
import { setUpSecondFactor } from '../../packages/core/src/kit/test-site.ts';
import { finishRemoval } from '../../packages/core/src/tenancy/finish-removal.ts';
import type { Twin } from '../isolation/twin.ts';
import { type TwinWorld, twinWorld } from '../isolation/two-provinces.ts';

const passphrase = 'một mật khẩu đủ dài';
const dayMs = 24 * 3_600_000;
const reason = 'Tỉnh chuyển sang hệ thống riêng theo Quyết định 12/QĐ-UBND.';

let twins: TwinWorld;
let world: TestWorld;
let hue: Twin;
let platform: TestNationalSite;
let lan: string;
let minh: string;

beforeAll(async () => {
  twins = await twinWorld();
  ({ world, hue } = twins);
  platform = world.national('platform');
  lan = await platform.signIn({ name: 'Lan' });
  minh = await platform.signIn({ name: 'Minh' });
}, 120_000);
afterAll(() => twins?.[Symbol.asyncDispose]());

const removal = '/api/provinces/hue/removal';
const ask = (as: string, path: string, json: object = {}) => platform.request(path, { as, json });
const codeOf = async (answer: Response) => [answer.status, answer.ok ? '' : ((await answer.json()) as { type: string }).type.split('/').at(-1)];
const statusOfHue = async () => (await hue.site.request('/api/core/communes')).status;
const finish = () => finishRemoval(world.kernel, world.kernel.registry.byId('hue')!, 'test').then(() => 'removed', (error: { code?: string }) => error.code);
/** Tables of the control database that still have a row of the province. */
async function tablesWithHue(): Promise<string[]> {
  const { pool } = world.kernel.registry;
  const { rows } = await pool.query<{ name: string }>(
    `select format('%I.%I', table_schema, table_name) as name from information_schema.columns where column_name = 'province' and table_schema = 'registry' order by 1`,
  );
  const found = await Promise.all(rows.map(async ({ name }) => ((await pool.query(`select 1 from ${name} where province = 'hue' limit 1`)).rowCount === 0 ? [] : [name])));
  return found.flat();
}
const acts = async () => (await world.kernel.registry.pool.query<{ type: string }>(`select type from registry.acts where province = 'hue' and type ~ 'remov' order by id`)).rows.map(({ type }) => type);

test('one person cannot remove a province, in whatever way they try', async () => {
  expect((await ask(lan, removal, { reason })).status).toBe(200);
  expect(await codeOf(await ask(lan, removal, { reason }))).toEqual([409, 'removal-under-way']);
  expect(await codeOf(await ask(lan, `${removal}/confirm`, { province: 'hue' }))).toEqual([403, 'second-person-needed']);
  expect(await finish()).toBe('second-person-needed');
  twins.clock.now = new Date(twins.clock.now.getTime() + 30 * dayMs);
  expect(await finish()).toBe('second-person-needed');
  // Not even past the code, in the database itself.
  await expect(
    world.kernel.registry.pool.query(`update registry.removals set confirmed_by = requested_by, confirmed_at = now(), due_at = now() where province = 'hue'`),
  ).rejects.toMatchObject({ constraint: 'two_persons' });
  expect(await statusOfHue()).toBe(200);
});

test('only operators of the platform have a part in it', async () => {
  const viewer = await world.national('ministry').signIn({ name: 'chuyen-vien' });
  for (const as of [viewer, hue.staff, hue.key, '']) {
    for (const [method, path] of [['GET', removal], ['POST', removal], ['POST', `${removal}/confirm`], ['POST', `${removal}/withdraw`]] as const) {
      const answer = await platform.request(path, { method, ...(as !== '' && { as }), ...(method === 'POST' && { json: { reason, province: 'hue' } }) });
      expect([path, answer.status]).toEqual([path, 401]);
    }
  }
  expect(await codeOf(await ask(lan, '/api/provinces/khong-co/removal', { reason }))).toEqual([404, 'not-found']);
});

test('nobody becomes the second person by letting one in, or in anew, once it is requested', async () => {
  const email = 'nguoi-thu-hai@vidu.vn';
  const { link } = (await (await platform.request('/api/invitations', { as: lan, json: { site: 'platform', email, name: 'Người thứ hai' } })).json()) as { link: string };
  const joined = await platform.request('/api/auth/invitations/accept', { json: { token: new URL(link).hash.slice(1), name: 'Người thứ hai', password: 'mat-khau-cua-toi' } });
  const second = joined.headers.get('set-cookie')!.split(';')[0]!;
  await setUpSecondFactor(platform, second, twins.clock.now);
  expect(await codeOf(await ask(second, `${removal}/confirm`, { province: 'hue' }))).toEqual([403, 'second-person-needed']);
});

test('the second person names the province again; from then on it is closed to everybody', async () => {
  expect((await ask(minh, `${removal}/confirm`, { province: 'dak-lak' })).status).toBe(404);
  const answer = await ask(minh, `${removal}/confirm`, { province: 'hue' });
  expect(answer.status).toBe(200);
  const { dueAt, confirmedAt } = (await answer.json()) as { dueAt: string; confirmedAt: string };
  expect(Date.parse(dueAt) - Date.parse(confirmedAt)).toBe(7 * dayMs);
  expect(await statusOfHue()).toBe(503);
  expect(await finish()).toBe('removal-not-due');
});

test('until it is done, either of them can take it back, and the province serves again', async () => {
  expect((await platform.request(`${removal}/withdraw`, { method: 'POST', as: lan })).status).toBe(204);
  expect(await statusOfHue()).toBe(200);
  expect((await platform.request(removal, { as: lan })).status).toBe(404);
  expect(await finish()).toBe('not-found');
});

test('a province without an export of its last state is not removed, unless both agreed to that in words', async () => {
  await exportProvince(world.kernel, hue.site.now(), { target: join(world.dataDir, 'before'), kind: { export: { passphrase } }, actor: 'test' });
  twins.clock.now = new Date(twins.clock.now.getTime() + 1_000);
  expect((await ask(minh, removal, { reason, waitDays: 1 })).status).toBe(200);
  expect((await ask(lan, `${removal}/confirm`, { province: 'hue' })).status).toBe(200);
  twins.clock.now = new Date(twins.clock.now.getTime() + 2 * dayMs);
  expect(await finish()).toBe('export-missing');
  // One made now, of the closed province, is complete.
  await exportProvince(world.kernel, hue.site.now(), { target: join(world.dataDir, 'last'), kind: { export: { passphrase } }, actor: 'test' });
  await backUp(world.kernel, join(world.dataDir, 'nightly'), { provinces: [hue.site.now()], actor: 'test' });
});

test('then nothing of it is left: database, roles, files, keys, hosts, sessions; its neighbour has noticed nothing', async () => {
  const { database } = hue.site.now();
  expect(await finish()).toBe('removed');
  const { rows } = await world.kernel.registry.pool.query<{ left: string }>(
    `select datname as left from pg_database where datname = $1 union all select rolname from pg_roles where starts_with(rolname, $1)`,
    [database],
  );
  expect(rows).toEqual([]);
  expect(await readdir(join(world.dataDir, 'files'))).toEqual(['dak-lak']);
  const kept = await world.kernel.registry.pool.query(`select state, hosts, data_key, login_password from registry.provinces where id = 'hue'`);
  expect(kept.rows).toEqual([{ state: 'removed', hosts: [], data_key: null, login_password: null }]);
  expect(await tablesWithHue()).toEqual(['registry.acts', 'registry.bundles', 'registry.removals']);
  expect((await hue.site.request('/api/core/me', { as: hue.staff })).status).toBe(421);
  expect((await twins.dakLak.site.request('/api/core/me', { as: twins.dakLak.staff })).status).toBe(200);
  expect(await acts()).toEqual(['removal.requested', 'removal.confirmed', 'removal.withdrawn', 'removal.requested', 'removal.confirmed', 'province.removed']);
});

test('its backups are unreadable from then on; its export can still be restored, by the passphrase and under its name', async () => {
  const [nightly] = await readdir(join(world.dataDir, 'nightly', 'hue'));
  await expect(openBundle(join(world.dataDir, 'nightly', 'hue', nightly!), deploymentKeys(world.kernel))).rejects.toMatchObject({ code: 'bundle-key-gone' });
  const bundle = await openBundle(join(world.dataDir, 'last'), deploymentKeys(world.kernel, async () => passphrase));
  const back = await restoreProvince(world.kernel, { bundle, actor: 'test' });
  expect([back.id, back.state, back.tenant.code]).toEqual(['hue', 'suspended', '46']);
});
