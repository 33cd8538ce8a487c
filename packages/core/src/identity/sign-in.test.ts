import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { testPassword } from '../kit/test-site.ts';
import { type TestProvince, testWorld, type TestWorld } from '../kit/testing.ts';

// Hashing a password takes its time, on purpose.
vi.setConfig({ testTimeout: 30_000 });

const clock = { now: new Date('2027-03-01T02:00:00Z') };
const later = (seconds: number) => void (clock.now = new Date(clock.now.getTime() + seconds * 1_000));
let world: TestWorld;
let hue: TestProvince;

beforeAll(async () => {
  world = await testWorld({ plugins: [], now: () => clock.now });
  hue = world.province('hue');
  await hue.role('keeper', [{ permission: 'key:manage' }]);
});
afterAll(() => world[Symbol.asyncDispose]());

const signIn = async (email: string, password: string) => hue.request('/api/auth/sign-in/email', { json: { email, password } });
const status = async (as: string, path = '/api/core/keys') => (await hue.request(path, { as })).status;
const sql = (text: string, values: unknown[] = []) => hue.database(({ pool }) => pool.query(text, values));
/** Changes a row as if it had always been so: nothing of it is remembered. */
const set = async (text: string, values: unknown[] = []) => {
  await sql(text, values);
  world.kernel.registry.bus.send({ topic: 'access', province: 'hue' });
};
const tokenOf = (cookie: string) => decodeURIComponent(cookie.split('=')[1]!).split('.')[0]!;

test('wrong passwords make whoever tries wait: at their network, for this account, whether or not it exists', async () => {
  await hue.signIn({ name: 'an', roles: ['keeper'] });
  for (const email of ['an@hue.example', 'khong-co@hue.example']) {
    const tries: number[] = [];
    for (let i = 0; i < 6; i += 1) tries.push((await signIn(email, 'sai')).status);
    expect(tries).toEqual([401, 401, 401, 401, 401, 429]);
    const refused = await signIn(email, testPassword);
    expect(refused.status).toBe(429);
    expect(Number(refused.headers.get('retry-after'))).toBe(30);
  }
  // Another account from the same network is not kept waiting.
  expect((await signIn('binh@hue.example', 'sai')).status).toBe(401);
  later(31);
  expect((await signIn('an@hue.example', 'sai')).status).toBe(401);
  later(31);
  const longer = await signIn('an@hue.example', testPassword);
  expect([longer.status, longer.headers.get('retry-after')]).toEqual([429, '29']);
  later(30);
  expect((await signIn('an@hue.example', testPassword)).status).toBe(200);
});

test('where accounts and networks tried, cannot be read from what is stored', async () => {
  const { rows } = await sql('select encode(place, \'escape\') as place from identity.sign_in_places');
  expect(rows.length).toBeGreaterThan(2);
  expect(JSON.stringify(rows)).not.toMatch(/hue\.example|127\.0\.0\.1/);
});

test('the page and the API count together', async () => {
  await hue.signIn({ name: 'chi', roles: ['keeper'] });
  const onPage = (password: string) => hue.request('/dang-nhap', { method: 'POST', body: new URLSearchParams({ email: 'chi@hue.example', password }) });
  const tries = [(await onPage('sai')).status, (await signIn('chi@hue.example', 'sai')).status, (await onPage('sai')).status, (await signIn('chi@hue.example', 'sai')).status, (await onPage('sai')).status];
  expect(tries).toEqual([422, 401, 422, 401, 422]);
  expect([(await signIn('chi@hue.example', testPassword)).status, (await onPage(testPassword)).status]).toEqual([429, 429]);
});

test('a session that is over does not work from memory', async () => {
  const as = await hue.signIn({ name: 'dung', roles: ['keeper'] });
  await set(`update identity.session set "expiresAt" = now() + interval '700 milliseconds' where token = $1`, [tokenOf(as)]);
  expect(await status(as)).toBe(200);
  await sleep(800);
  expect(await status(as)).toBe(401);
});

test('an API key that is over does not work from memory', async () => {
  const as = await hue.key(['key:manage']);
  await set(`update core.api_keys set expires_at = now() + interval '700 milliseconds' where name = 'test'`);
  expect(await status(as)).toBe(200);
  await sleep(800);
  expect(await status(as)).toBe(401);
});

test('people see their sessions by device, end one or all others, and none of somebody else', async () => {
  const member = { name: 'giang', roles: ['keeper'] };
  const [phone, office, own] = [await hue.signIn(member), await hue.signIn(member), await hue.signIn(member)];
  await sql(`update identity.session set "userAgent" = 'Mozilla/5.0 (Linux; Android 14) Chrome/142.0 Mobile Safari/537.36' where token = $1`, [tokenOf(phone)]);
  const list = async (as: string) => ((await (await hue.request('/api/auth/sessions', { as })).json()) as { items: { id: string; device: string; current: boolean }[] }).items;
  const sessions = await list(own);
  expect(sessions).toHaveLength(3);
  expect(sessions.filter(({ current }) => current)).toHaveLength(1);
  const ofPhone = sessions.find(({ device }) => device === 'Chrome, Android')!;
  const stranger = await hue.signIn({ name: 'la', roles: ['keeper'] });
  const end = async (as: string) => (await hue.request(`/api/auth/sessions/${ofPhone.id}`, { method: 'DELETE', as })).status;
  expect([await end(stranger), await status(phone)]).toEqual([404, 200]);
  expect([await end(own), await status(phone), await status(office)]).toEqual([204, 401, 200]);
  expect(await (await hue.request('/api/auth/end-other-sessions', { method: 'POST', as: own })).json()).toEqual({ ended: 1 });
  expect([await status(office), await status(own)]).toEqual([401, 200]);
  expect((await sql(`select "ipAddress" from identity.session where coalesce("ipAddress", '') <> ''`)).rows).toEqual([]);
});

test('each sign-in has a new token, and a changed password ends the other sessions', async () => {
  const member = { name: 'hai', roles: ['keeper'] };
  const [other, own] = [await hue.signIn(member), await hue.signIn(member)];
  expect(tokenOf(other)).not.toBe(tokenOf(own));
  const change = async (currentPassword: string, newPassword: string) => (await hue.request('/api/auth/change-password', { as: own, json: { currentPassword, newPassword } })).status;
  expect(await change('sai', 'mot-mat-khau-khac')).toBe(422);
  for (const weak of ['ngan', '1234567890', 'aaaaaaaaaaaa', 'Vietnam123']) expect([weak, await change(testPassword, weak)]).toEqual([weak, 422]);
  expect(await change(testPassword, 'mot-mat-khau-khac')).toBe(204);
  expect([await status(other), await status(own)]).toEqual([401, 200]);
  expect((await signIn('hai@hue.example', testPassword)).status).toBe(401);
  expect((await signIn('hai@hue.example', 'mot-mat-khau-khac')).status).toBe(200);
});

test('a session of staff that nobody used for twelve hours is over; a citizen stays signed in', async () => {
  const [officer, citizen] = [await hue.signIn({ name: 'nghi', roles: ['keeper'] }), await hue.signIn({ name: 'dan-thuong', roles: [] })];
  const leftFor = (hours: number) => set(`update identity.session set "seenAt" = now() - make_interval(hours => $1)`, [hours]);
  const isIn = async (as: string) => (await (await hue.request('/api/auth/get-session', { as })).json()) !== null;
  await leftFor(11);
  expect([await isIn(officer), await isIn(citizen)]).toEqual([true, true]);
  await leftFor(13);
  // Having tried once does not wake it up.
  expect([await isIn(officer), await isIn(officer), await isIn(citizen)]).toEqual([false, false, true]);
});

test('keys are made by a person who showed a short while ago who they are, not by a key or an old session', async () => {
  const make = async (as: string) => {
    const answer = await hue.request('/api/core/keys', { as, json: { name: 'khóa', scopes: ['key:manage'] } });
    return [answer.status, ((await answer.json()) as { code?: string }).code];
  };
  expect(await make(await hue.key(['key:manage']))).toEqual([403, 'person-required']);
  const as = await hue.signIn({ name: 'khanh', roles: ['keeper'] });
  await set(`update identity.session set "confirmedAt" = now() - interval '20 minutes' where token = $1`, [tokenOf(as)]);
  expect(await make(as)).toEqual([403, 'confirmation-required']);
  const confirm = async (password: string) => (await hue.request('/api/auth/confirm', { as, json: { password } })).status;
  expect([await confirm('sai'), (await make(as))[0]]).toEqual([422, 403]);
  expect([await confirm(testPassword), (await make(as))[0]]).toEqual([204, 201]);
});

test('signing in is in the log of the province by the id of the account alone', async () => {
  const { rows } = await sql(`select distinct type, data ->> 'way' as way from core.events where type = 'account.signed-in'`);
  expect(rows).toEqual([{ type: 'account.signed-in', way: 'password' }]);
  const { rows: named } = await sql(`select type from core.events where data::text ~ '@|Cán bộ'`);
  expect(named).toEqual([]);
});

test('made-up cookies push nobody out of the memory of who is signed in', async () => {
  const as = await hue.signIn({ name: 'nho', roles: ['keeper'] });
  expect(await status(as)).toBe(200);
  // Nobody is told of it: only what is remembered lets them in.
  await sql('delete from identity.session where token = $1', [tokenOf(as)]);
  const { principals } = world.kernel;
  const madeUp = await hue.database((database) => Promise.all(Array.from({ length: 5_001 }, (_, i) => principals.of(hue.now(), database, new Headers({ cookie: `tt-session=${i}.${'x'.repeat(300)}` })))));
  expect(new Set(madeUp.map(({ rejected }) => rejected))).toEqual(new Set([true]));
  expect(await status(as)).toBe(200);
});
