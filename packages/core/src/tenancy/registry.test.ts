import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { pino } from 'pino';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { createKernel, type OpenKernel } from '../create-kernel.ts';
import { createApp } from '../http/app.ts';
import { barePlugin } from '../kit/bare-plugin.ts';
import { testProvince } from '../kit/test-site.ts';
import { testWorld, type TestProvince, type TestWorld } from '../kit/testing.ts';
import { switchModule } from '../modules/switch-module.ts';
import { ok, routeOf } from '../plugin/route.ts';
import type { ProvinceState } from './registry-tables.ts';

const parks = barePlugin({
  id: 'parks',
  permissions: { 'park:tend': { title: { vi: 'Chăm sóc' }, suggestedRoles: [] } },
  routes: [
    routeOf()({ method: 'get', path: '/tasks', access: 'park:tend', summary: { vi: 'Việc' }, answers: { 200: { description: 'none' } }, handle: async () => ok([]) }),
    routeOf()({ method: 'get', path: '/parks', access: 'public', summary: { vi: 'Công viên' }, answers: { 200: { description: 'none' } }, handle: async () => ok([]) }),
  ],
});

let world: TestWorld;
let hue: TestProvince;
let dakLak: TestProvince;
/** Another node on the same databases, with its own memory. */
let second: OpenKernel;
let hueOnSecond: TestProvince;

beforeAll(async () => {
  world = await testWorld({ plugins: [parks] });
  [hue, dakLak] = [world.province('hue'), world.province('dak-lak')];
  second = await createKernel({ plugins: [parks], databaseUrl: world.kernel.registry.adminUrl('main'), dataDir: world.dataDir, log: pino({ level: 'silent' }), limitFactor: 1_000 });
  const app = createApp(second, { secure: false, trustedProxies: new Set(), perMinute: 600, national: {}, ready: async () => ({ ready: true, checks: {} }) });
  hueOnSecond = testProvince(second, app, 'hue');
});
afterAll(async () => {
  await second.close();
  await world[Symbol.asyncDispose]();
});

const withinASecond = { timeout: 1_000, interval: 20 };
const status = async (at: TestProvince, path: string, as?: string) => (await at.request(path, { ...(as !== undefined && { as }) })).status;
const setState = async (state: ProvinceState) => {
  await world.kernel.registry.db.updateTable('registry.provinces').set({ state }).where('id', '=', 'hue').execute();
  await world.kernel.registry.changed('hue');
};

test('what a node read slowly does not replace what it has learnt since', async () => {
  const { registry } = world.kernel;
  // Both nodes have read what they began to read when they started.
  await pause(100);
  const query = pg.Client.prototype.query as (...input: unknown[]) => unknown;
  let held = false;
  const spy = vi.spyOn(pg.Client.prototype, 'query').mockImplementation(async function (this: pg.Client, ...input: unknown[]) {
    if (!held && String(input[0]).includes('"registry"."modules"')) {
      held = true;
      await pause(200);
    }
    return query.apply(this, input);
  } as never);
  // 1. A reading begins, and is held up. 2. The province is suspended. 3. The held-up reading ends.
  const begunBefore = registry.refresh();
  await pause(50);
  await setState('suspended');
  await begunBefore;
  spy.mockRestore();
  expect(await status(hue, '/api/parks/parks')).toBe(503);
  await setState('active');
});

test('a province that is suspended says so at once, on other nodes within a second; its neighbour serves, and it comes back whole', async () => {
  await setState('suspended');
  const refused = await hue.request('/api/parks/parks');
  expect([refused.status, refused.headers.get('retry-after'), ((await refused.json()) as { code: string }).code]).toEqual([503, '3600', 'province-suspended']);
  await expect.poll(() => status(hueOnSecond, '/api/parks/parks'), withinASecond).toBe(503);
  expect(await status(dakLak, '/api/parks/parks')).toBe(200);
  await setState('active');
  expect(await status(hue, '/api/parks/parks')).toBe(200);
  await expect.poll(() => status(hueOnSecond, '/api/parks/parks'), withinASecond).toBe(200);
});

test('a module that is switched off on one node is off on the others within a second', async () => {
  await switchModule(world.kernel, hue.now(), parks, 'off');
  expect(await status(hue, '/api/parks/parks')).toBe(404);
  await expect.poll(() => status(hueOnSecond, '/api/parks/parks'), withinASecond).toBe(404);
  await switchModule(world.kernel, hue.now(), parks, 'on');
  await expect.poll(() => status(hueOnSecond, '/api/parks/parks'), withinASecond).toBe(200);
});

test('a role that is taken away counts on the other nodes within a second', async () => {
  await hue.database(({ db }) => db.insertInto('core.roles').values({ id: 'gardener', title: '{"vi":"Chăm cây"}', grants: '[{"permission":"park:tend"}]' }).execute());
  const gardener = await hue.signIn({ name: 'cham-cay', roles: ['gardener'] });
  expect([await status(hue, '/api/parks/tasks', gardener), await status(hueOnSecond, '/api/parks/tasks', gardener)]).toEqual([200, 200]);
  await hue.database(({ db }) => db.updateTable('core.members').set({ roles: [] }).execute());
  world.kernel.registry.bus.send({ topic: 'access', province: 'hue' });
  expect(await status(hue, '/api/parks/tasks', gardener)).toBe(403);
  await expect.poll(() => status(hueOnSecond, '/api/parks/tasks', gardener), withinASecond).toBe(403);
});

test('a node that heard nothing for a while learns what it missed as soon as it hears again', async () => {
  const { db } = world.kernel.registry;
  const listeners = `select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and application_name = 'tinhthong bus'`;
  await world.kernel.registry.pool.query(listeners);
  // Nobody is told of this.
  await db.updateTable('registry.provinces').set({ state: 'suspended' }).where('id', '=', 'hue').execute();
  await expect.poll(() => status(hueOnSecond, '/api/parks/parks'), { timeout: 4_000, interval: 50 }).toBe(503);
  await setState('active');
});

test('the Host alone says which province is asked, however it is written, and an unknown one is asked nothing', async () => {
  const province = async (host: string, headers: Record<string, string> = {}) => {
    const answer = await world.app.request('http://ignored/api/parks/nowhere', { headers: { host, ...headers } });
    return [answer.status, ((await answer.json()) as { province?: string }).province];
  };
  expect(await province('hue.localhost')).toEqual([404, 'hue']);
  expect(await province('HUE.localhost:8080')).toEqual([404, 'hue']);
  expect(await province('dak-lak.localhost', { 'x-forwarded-host': 'hue.localhost', 'x-tenant': 'hue' })).toEqual([404, 'dak-lak']);
  expect(await province('ca-mau.localhost')).toEqual([421, undefined]);
  expect(await province('localhost')).toEqual([404, undefined]);
});
