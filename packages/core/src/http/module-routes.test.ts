import { afterAll, beforeAll, expect, test } from 'vitest';
import { barePlugin } from '../kit/bare-plugin.ts';
import { testWorld, type TestProvince, type TestWorld } from '../kit/testing.ts';
import { ok, type Route, routeOf } from '../plugin/route.ts';

const route = (path: `/${string}`, access: Route['access'], more: Partial<Route> = {}) =>
  routeOf()({ method: 'get', path, access, summary: { vi: path }, answers: { 200: { description: path } }, handle: async (ctx) => ok({ path, caller: ctx.actor.kind }), ...more });

/** Endless, as far as the reader knows: it notes how far it came, and whether it was told that nobody reads on. */
const reading = { sent: 0, ended: false };
async function* lines(): AsyncGenerator<string> {
  try {
    for (;;) yield `dòng ${(reading.sent += 1)}\n`;
  } finally {
    reading.ended = true;
  }
}
async function* threeLines(): AsyncGenerator<string> {
  for (const line of ['một', 'hai', 'ba']) yield `${line}\n`;
}
async function* broken(): AsyncGenerator<string> {
  yield 'một\n';
  throw new Error('đứt giữa chừng');
}

const doors = barePlugin({
  id: 'doors',
  permissions: { 'door:open': { title: { vi: 'Mở cửa' }, suggestedRoles: [] }, 'door:close': { title: { vi: 'Đóng cửa' }, suggestedRoles: [] } },
  routes: [
    route('/public', 'public', { etag: true }),
    route('/signed-in', 'signed-in'),
    route('/open', 'door:open'),
    route('/close', 'door:close'),
    route('/seldom', 'public', { perMinute: 2 }),
    route('/letterbox', 'public', {
      method: 'post',
      raw: { types: ['message/rfc822'], mostBytes: 1_000 },
      headers: ['x-signature'],
      handle: async (ctx, { upload, headers, body }) => ok({ bytes: [...upload], headers, body }),
    }),
    route('/caller', 'public', { handle: async (ctx) => ok({ caller: ctx.caller }) }),
    route('/list', 'public', { handle: async () => ({ status: 200, pieces: threeLines(), type: 'text/csv; charset=utf-8' }) }),
    route('/endless', 'public', { handle: async () => ({ status: 200, pieces: lines() }) }),
    route('/cut', 'public', { handle: async () => ({ status: 200, pieces: broken() }) }),
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

test('a raw body reaches its handler byte for byte, whatever its type says, with the headers that the route names and no others', async () => {
  const bytes = [0, 255, 13, 10, 0xef, 0xbb, 0xbf, 123];
  const post = (type: string) =>
    hue.request('/api/doors/letterbox', { method: 'POST', body: new Uint8Array(bytes), headers: { 'content-type': type, 'X-Signature': 'v1,abc', 'x-other': 'secret', cookie: 'a=b' } });
  for (const type of ['message/rfc822', 'application/json', 'multipart/form-data; boundary=x']) {
    expect([type, await (await post(type)).json()]).toEqual([type, { bytes, headers: { 'x-signature': 'v1,abc' }, body: {} }]);
  }
  const unsigned = await hue.request('/api/doors/letterbox', { method: 'POST', body: new Uint8Array(bytes) });
  expect(await unsigned.json()).toMatchObject({ headers: {} });
});

test('a raw body larger than its route takes is refused, also where its length was not told beforehand', async () => {
  const whole = await hue.request('/api/doors/letterbox', { method: 'POST', body: new Uint8Array(1_001) });
  const streamed = new ReadableStream({ start: (to) => (to.enqueue(new Uint8Array(600)), to.enqueue(new Uint8Array(600)), to.close()) });
  const inParts = await hue.request('/api/doors/letterbox', { method: 'POST', body: streamed, duplex: 'half' } as RequestInit);
  expect([whole.status, inParts.status]).toEqual([413, 413]);
  expect((await hue.request('/api/doors/letterbox', { method: 'POST', body: new Uint8Array(1_000) })).status).toBe(200);
});

test('a caller is the same text for one address, another in another province, and leads back to nobody', async () => {
  const callerAt = async (address: string | null, host = hue.host) => {
    const env = address === null ? {} : { incoming: { socket: { remoteAddress: address }, complete: true } };
    return ((await (await world.app.request(`http://${host}/api/doors/caller`, { headers: { host } }, env)).json()) as { caller: string | null }).caller;
  };
  const one = await callerAt('203.0.113.7');
  expect(one).toMatch(/^[\w-]{43}$/);
  expect(await callerAt('203.0.113.7')).toBe(one);
  expect(await callerAt('203.0.113.8')).not.toBe(one);
  // A household's IPv6 prefix is one caller.
  expect(await callerAt('2001:db8:1:2::5')).toBe(await callerAt('2001:db8:1:2:ffff::9'));
  expect(await callerAt('2001:db8:1:3::5')).not.toBe(await callerAt('2001:db8:1:2::5'));
  expect(await callerAt('203.0.113.7', world.province('dak-lak').host)).not.toBe(one);
  expect(await callerAt(null)).toBeNull();
  expect(await hue.inside('doors', async (ctx) => ctx.caller)).toBeNull();
});

test('an answer in pieces is sent as it is made, and is kept by nobody', async () => {
  const answer = await hue.request('/api/doors/list');
  expect([answer.status, answer.headers.get('content-type'), answer.headers.get('cache-control')]).toEqual([200, 'text/csv; charset=utf-8', 'no-store']);
  expect(await answer.text()).toBe('một\nhai\nba\n');
});

test('a reader who leaves an answer in pieces ends its making, and no more is made than they took', async () => {
  const reader = (await hue.request('/api/doors/endless')).body!.getReader();
  for (let n = 0; n < 3; n += 1) await reader.read();
  expect(reading).toEqual({ sent: 3, ended: false });
  await reader.cancel();
  expect(reading).toEqual({ sent: 3, ended: true });
});

test('an answer in pieces that breaks is cut off, so that nobody takes a part for the whole', async () => {
  const answer = await hue.request('/api/doors/cut');
  expect(answer.status).toBe(200);
  await expect(answer.text()).rejects.toThrow('đứt giữa chừng');
});
