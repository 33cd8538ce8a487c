import { afterAll, beforeAll, expect, test } from 'vitest';
import { barePlugin } from '../kit/bare-plugin.ts';
import { testWorld, type TestProvince, type TestWorld } from '../kit/testing.ts';
import { ok, type Route, routeOf } from '../plugin/route.ts';

const route = (path: `/${string}`, access: Route['access'], more: Partial<Route> = {}) =>
  routeOf()({ method: 'get', path, access, summary: { vi: path }, answers: { 200: { description: path } }, handle: async (ctx) => ok({ path, caller: ctx.actor.kind }), ...more });

const doors = barePlugin({
  id: 'doors',
  permissions: { 'door:open': { title: { vi: 'Mở cửa' }, suggestedRoles: [] }, 'door:close': { title: { vi: 'Đóng cửa' }, suggestedRoles: [] } },
  routes: [
    route('/public', 'public', { etag: true }),
    route('/signed-in', 'signed-in'),
    route('/open', 'door:open'),
    route('/close', 'door:close'),
    route('/seldom', 'public', { perMinute: 2 }),
    route('/broken', 'public', { handle: () => Promise.reject(new Error('mật khẩu là 123456')) }),
  ],
});

let world: TestWorld;
let hue: TestProvince;
let keeper: string;

beforeAll(async () => {
  world = await testWorld({ plugins: [doors], limitFactor: 1 });
  hue = world.province('hue');
  await hue.database(({ db }) =>
    db.insertInto('core.roles').values({ id: 'keeper', title: '{"vi":"Gác cửa"}', grants: JSON.stringify([{ permission: 'door:open' }]) }).execute(),
  );
  keeper = await hue.signIn({ name: 'gac-cua', roles: ['keeper'] });
});
afterAll(() => world[Symbol.asyncDispose]());

const status = async (path: string, as?: string) => (await hue.request(`/api/doors${path}`, { ...(as !== undefined && { as }) })).status;

test.each([
  ['nobody in particular', async () => undefined, { public: 200, 'signed-in': 401, open: 401, close: 401 }],
  ['a session that is not good', async () => 'tt-session=made-up', { public: 200, 'signed-in': 401, open: 401, close: 401 }],
  ['a key that is not good', async () => 'ttk_madeupmadeup', { public: 200, 'signed-in': 401, open: 401, close: 401 }],
  ['a citizen with an account', () => hue.signIn({ name: 'nguoi-dan', roles: [] }), { public: 200, 'signed-in': 200, open: 403, close: 403 }],
  ['a member with one role', async () => keeper, { public: 200, 'signed-in': 200, open: 200, close: 403 }],
  ['a key with one permission', () => hue.key(['door:close']), { public: 200, 'signed-in': 200, open: 403, close: 200 }],
])('%s passes the doors that are theirs, and no others', async (_who, credential, expected) => {
  const as = await credential();
  const met = await Promise.all(Object.keys(expected).map(async (path) => [path, await status(`/${path}`, as)] as const));
  expect(Object.fromEntries(met)).toEqual(expected);
});

test('a role that is taken away counts at the next request', async () => {
  const setRoles = (roles: string[]) =>
    hue.database(async ({ db }) => {
      await db.updateTable('core.members').set({ roles }).where('account', 'in', db.selectFrom('identity.user').select('id').where('name', '=', 'gac-cua')).execute();
      world.kernel.registry.bus.send({ topic: 'access', province: 'hue' });
    });
  expect(await status('/open', keeper)).toBe(200);
  await setRoles([]);
  expect(await status('/open', keeper)).toBe(403);
  await setRoles(['keeper']);
  expect(await status('/open', keeper)).toBe(200);
});

test('who asks too often is told when to come back', async () => {
  expect([await status('/seldom'), await status('/seldom')]).toEqual([200, 200]);
  const refused = await hue.request('/api/doors/seldom');
  expect(refused.status).toBe(429);
  expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
  // The limit is that of one route in one province.
  expect(await status('/public')).toBe(200);
  expect((await world.province('dak-lak').request('/api/doors/seldom')).status).toBe(200);
});

test('a public answer that has not changed is not sent again', async () => {
  const etag = (await hue.request('/api/doors/public')).headers.get('etag')!;
  const again = await hue.request('/api/doors/public', { headers: { 'if-none-match': etag } });
  expect([again.status, await again.text()]).toEqual([304, '']);
  expect((await hue.request('/api/doors/public', { headers: { 'if-none-match': '"another"' } })).status).toBe(200);
});

test('a failure that nobody foresaw says nothing of the inside, and the log says all of it under the same number', async () => {
  const answer = await hue.request('/api/doors/broken');
  const text = await answer.text();
  expect([answer.status, text.includes('123456')]).toEqual([500, false]);
  const { traceId } = JSON.parse(text) as { traceId: string };
  expect(world.logged).toContainEqual(expect.objectContaining({ request: traceId, province: 'hue', module: 'doors', err: expect.objectContaining({ message: 'mật khẩu là 123456' }) as unknown }));
});
