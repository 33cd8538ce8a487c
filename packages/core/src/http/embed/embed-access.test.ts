import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { barePlugin } from '../../kit/bare-plugin.ts';
import { type TestProvince, testWorld, type TestWorld } from '../../kit/testing.ts';
import { ok, routeOf } from '../../plugin/route.ts';

const route = routeOf();
const answers = { 200: { description: 'Có' } };
const things = barePlugin({
  id: 'things',
  permissions: { 'thing:see': { title: { vi: 'Xem' }, suggestedRoles: [] } },
  routes: [
    route({ method: 'get', path: '/list', access: 'public', etag: true, query: z.strictObject({ page: z.string().optional() }), summary: { vi: 'Xem' }, answers, handle: async ({ actor }) => ok({ actor: actor.kind }) }),
    route({ method: 'get', path: '/list/{id}', access: 'public', params: z.strictObject({ id: z.string().max(10) }), summary: { vi: 'Xem một' }, answers, handle: async () => ok({}) }),
    route({ method: 'get', path: '/hidden', access: 'thing:see', summary: { vi: 'Kín' }, answers, handle: async () => ok({}) }),
    route({ method: 'post', path: '/send', access: 'public', embed: true, body: z.strictObject({ text: z.string() }), summary: { vi: 'Gửi' }, answers, handle: async ({ actor }) => ok({ actor: actor.kind }) }),
    route({ method: 'post', path: '/other', access: 'public', summary: { vi: 'Khác' }, answers, handle: async () => ok({}) }),
  ],
});
const commune = 'https://phuong.example';
let world: TestWorld;
let hue: TestProvince;
let admin: string;
let key: string;

beforeAll(async () => {
  world = await testWorld({ plugins: [things] });
  hue = world.province('hue');
  await hue.role('webmaster', [{ permission: 'embed:manage' }, { permission: 'thing:see' }]);
  admin = await hue.signIn({ name: 'quan-tri', roles: ['webmaster'] });
  ({ key } = (await (await hue.request('/api/core/embed-keys', { as: admin, json: { name: 'phường', origins: [commune] } })).json()) as { key: string });
});
afterAll(() => world[Symbol.asyncDispose]());

const from = (origin: string, path: string, init: { method?: string; json?: object; as?: string; headers?: Record<string, string>; at?: TestProvince } = {}) => {
  const { at = hue, headers = {}, ...rest } = init;
  return at.request(`${path}${path.includes('?') ? '&' : '?'}key=${key}`, { ...rest, headers: { origin, ...headers } });
};
const codeOf = async (answer: Response) => [answer.status, ((await answer.json()) as { code: string }).code, answer.headers.get('access-control-allow-origin')];

test('a page of the origin that a key names reads what is public, and only that page may', async () => {
  const answer = await from(commune, '/api/things/list');
  expect([answer.status, answer.headers.get('access-control-allow-origin'), answer.headers.get('vary'), answer.headers.get('access-control-allow-credentials')]).toEqual([200, commune, 'Origin', null]);
  const etag = answer.headers.get('etag')!;
  const again = await from(commune, '/api/things/list', { headers: { 'if-none-match': etag } });
  expect([again.status, again.headers.get('access-control-allow-origin')]).toEqual([304, commune]);
  for (const origin of ['https://la.example', 'http://phuong.example', 'https://phuong.example:8443', 'https://phuong.example.la.example', 'https://www.phuong.example']) {
    expect([origin, ...(await codeOf(await from(origin, '/api/things/list')))]).toEqual([origin, 403, 'embed-origin-not-listed', null]);
  }
  expect(await codeOf(await from('null', '/api/things/list'))).toEqual([403, 'embed-origin-not-valid', null]);
});

test('errors of a public read are readable by the page too', async () => {
  const answer = await from(commune, '/api/things/list?nonsense=1');
  expect([answer.status, answer.headers.get('access-control-allow-origin')]).toEqual([422, commune]);
});

test('a preflight is answered for what the key opens, and for nothing else', async () => {
  const ask = (path: string, method: string, origin = commune) => from(origin, path, { method: 'OPTIONS', headers: { 'access-control-request-method': method, 'access-control-request-headers': 'content-type' } });
  const sent = await ask('/api/things/send', 'POST');
  expect([sent.status, sent.headers.get('access-control-allow-origin'), sent.headers.get('access-control-allow-methods')]).toEqual([204, commune, 'POST']);
  for (const [path, method] of [['/api/things/other', 'POST'], ['/api/things/hidden', 'GET'], ['/api/core/keys', 'POST'], ['/api/auth/sign-in/email', 'POST'], ['/api/things/list', 'DELETE']] as const) {
    expect([path, ...(await codeOf(await ask(path, method)))]).toEqual([path, 403, 'not-embeddable', null]);
  }
  expect(await codeOf(await ask('/api/things/send', 'POST', 'https://la.example'))).toEqual([403, 'embed-origin-not-listed', null]);
});

test('whoever comes with a key is nobody, whatever session or key comes along', async () => {
  for (const as of [admin, await hue.key(['thing:see'])]) {
    expect(await (await from(commune, '/api/things/send', { as, json: { text: 'chào' } })).json()).toEqual({ actor: 'anonymous' });
    expect(await codeOf(await from(commune, '/api/things/hidden', { as }))).toEqual([403, 'not-embeddable', null]);
  }
  // Without the key, a write with a session from another website stays refused.
  expect((await hue.request('/api/things/send', { as: admin, json: { text: 'chào' }, headers: { origin: commune } })).status).toBe(403);
});

test('a key opens nothing in another province, though both have websites of their own', async () => {
  expect(await codeOf(await from(commune, '/api/things/list', { at: world.province('dak-lak') }))).toEqual([403, 'embed-unknown-key', null]);
});

test('origins are exact, of a website with TLS, or of the machine of whoever tries', async () => {
  const make = async (origin: string) => (await hue.request('/api/core/embed-keys', { as: admin, json: { name: 'thử', origins: [origin] } })).status;
  for (const origin of ['https://a.example', 'https://a.example:8443', 'http://localhost:8081', 'http://127.0.0.1:8081', 'http://xa.localhost:8081']) expect([origin, await make(origin)]).toEqual([origin, 201]);
  for (const origin of ['null', '*', 'https://*.example', 'http://a.example', 'https://a.example/', 'https://a.example/x', 'https://u:p@a.example', 'javascript:1', 'https://A.example', '']) expect([origin, await make(origin)]).toEqual([origin, 422]);
});

test('a webmaster is told why a widget stays empty, and a revoked key says so', async () => {
  const check = async (asked: string, origin: string) => ((await (await hue.request(`/api/embed/check?key=${asked}&origin=${encodeURIComponent(origin)}`)).json()) as { allowed: boolean; reason: string }).reason;
  expect([await check(key, commune), await check(key, 'https://la.example'), await check(key, 'null')]).toEqual([null, 'origin-not-listed', 'origin-not-valid']);
  expect(await check('pk_khong_co', commune)).toBe('unknown-key');
  const put = await hue.request(`/api/core/embed-keys/${key}/origins`, { method: 'PUT', as: admin, json: { origins: [commune, 'https://la.example'] } });
  expect([put.status, await check(key, 'https://la.example')]).toEqual([204, null]);
  expect((await hue.request(`/api/core/embed-keys/${key}`, { method: 'DELETE', as: admin })).status).toBe(204);
  expect(await check(key, commune)).toBe('revoked');
  expect(await codeOf(await from(commune, '/api/things/list'))).toEqual([403, 'embed-revoked', null]);
  const { rows } = await hue.database(({ pool }) => pool.query(`select type from core.events where subject = $1 order by id`, [key]));
  expect(rows.map(({ type }) => type)).toEqual(['embed-key.created', 'embed-key.changed', 'embed-key.revoked']);
});
