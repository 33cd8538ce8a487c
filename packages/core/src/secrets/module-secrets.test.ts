import { afterAll, beforeAll, expect, test } from 'vitest';
import { barePlugin } from '../kit/bare-plugin.ts';
import { testWorld, type TestProvince, type TestWorld } from '../kit/testing.ts';
import { rotateDataKey } from './rotate-data-key.ts';

const gateway = barePlugin({ id: 'gateway', secrets: { token: { title: { vi: 'Mã truy cập cổng SMS', en: 'Token of the SMS gateway' } } } });
const other = barePlugin({ id: 'other', secrets: { token: { title: { vi: 'Mã khác' } } } });
const value = 'bí-mật-của-huế-0123456789';

let world: TestWorld;
let hue: TestProvince;
let dakLak: TestProvince;
let admin: string;

beforeAll(async () => {
  world = await testWorld({ plugins: [gateway, other] });
  [hue, dakLak] = [world.province('hue'), world.province('dak-lak')];
  for (const province of [hue, dakLak]) {
    await province.database(({ db }) =>
      db.insertInto('core.roles').values({ id: 'admin', title: '{"vi":"Quản trị"}', grants: JSON.stringify([{ permission: 'module:manage' }, { permission: 'audit:read' }]) }).execute(),
    );
  }
  admin = await hue.signIn({ name: 'quan-tri', roles: ['admin'] });
  const answer = await hue.request('/api/core/modules/gateway/secrets/token', { as: admin, method: 'PUT', json: { value } });
  expect(answer.status).toBe(204);
});
afterAll(() => world[Symbol.asyncDispose]());

const read = (at: TestProvince, plugin: string) => at.inside(plugin, (ctx) => ctx.secrets.get('token'));
const stored = (at: TestProvince) => at.database(async ({ pool }) => (await pool.query<{ value: Buffer }>('select value from core.secrets')).rows.map((row) => row.value));

test('a secret reaches the module it was given to, in the province that gave it, and nobody else', async () => {
  expect(await read(hue, 'gateway')).toBe(value);
  expect(await read(hue, 'other')).toBeUndefined();
  expect(await read(dakLak, 'gateway')).toBeUndefined();
  await expect(hue.inside('gateway', (ctx) => ctx.secrets.get('mat-khau'))).rejects.toThrow('not declared');
});

test('it is never shown again: not in the list, not at rest, not in logs or the audit log', async () => {
  const list = await (await hue.request('/api/core/modules/gateway/secrets', { as: admin })).text();
  expect(JSON.parse(list)).toEqual({ items: [{ name: 'token', title: gateway.secrets!['token']!.title, setAt: expect.any(String) as unknown }] });
  await world.settled();
  const audit = await (await hue.request('/api/core/audit?type=secret.changed', { as: admin })).text();
  expect(JSON.parse(audit)).toMatchObject({ items: [{ data: { module: 'gateway', name: 'token' } }] });
  const modules = await (await hue.request('/api/core/modules', { as: admin })).text();
  for (const text of [list, audit, modules, JSON.stringify(world.logged), (await stored(hue)).toString()]) expect(text).not.toContain(value);
});

test('what is stored opens neither for another module nor in another province', async () => {
  const [sealed] = await stored(hue);
  const put = (at: TestProvince, plugin: string) =>
    at.database(({ db }) => db.insertInto('core.secrets').values({ plugin, name: 'token', value: sealed! }).execute());
  await put(hue, 'other');
  await expect(read(hue, 'other')).rejects.toThrow('does not open');
  await put(dakLak, 'gateway');
  await expect(read(dakLak, 'gateway')).rejects.toThrow('does not open');
  for (const at of [hue, dakLak]) await at.database(({ pool }) => pool.query(`delete from core.secrets where not (plugin = 'gateway' and $1)`, [at === hue]));
});

test('after a new data key the secret is the same, sealed anew, and what the old key sealed still opens', async () => {
  const [before] = await stored(hue);
  expect(await rotateDataKey(world.kernel, hue.now(), 'cli:test')).toEqual({ version: 2, values: 1 });
  const [after] = await stored(hue);
  expect(after!.equals(before!)).toBe(false);
  expect(await read(hue, 'gateway')).toBe(value);
  // As another node leaves it that had not heard of the new key: read all the same, and sealed anew by the next run.
  await hue.database(({ pool }) => pool.query('update core.secrets set value = $1', [before]));
  expect(await read(hue, 'gateway')).toBe(value);
  expect(await rotateDataKey(world.kernel, hue.now(), 'cli:test')).toEqual({ version: 2, values: 1 });
  expect(dakLak.now().dataKeys).toHaveLength(1);
});

test('only a declared secret is taken, from whoever may set up modules; taken away, it is gone', async () => {
  const put = (path: string, as: string) => hue.request(path, { as, method: 'PUT', json: { value: 'x' } });
  const officer = await hue.signIn({ name: 'can-bo', roles: [] });
  expect((await put('/api/core/modules/gateway/secrets/token', officer)).status).toBe(403);
  expect((await put('/api/core/modules/gateway/secrets/khac', admin)).status).toBe(404);
  expect((await put('/api/core/modules/khong-co/secrets/token', admin)).status).toBe(404);
  expect((await hue.request('/api/core/modules/gateway/secrets/token', { as: admin, method: 'DELETE' })).status).toBe(204);
  expect(await read(hue, 'gateway')).toBeUndefined();
});
