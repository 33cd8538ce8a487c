import { Hono } from 'hono';
import { html } from 'hono/html';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { testTemplate, testWorld, type TestWorld } from '../../kit/testing.ts';
import type { ModuleTypes } from '../../plugin/context.ts';
import { definePlugin, type MountEnvironment, type Plugin } from '../../plugin/plugin.ts';
import { fonts, pageSheet } from './assets.ts';
import { readForm } from './form.ts';
import { page } from './page.ts';

const asPage = { accept: 'text/html' };
let world: TestWorld;
beforeAll(async () => {
  const hue = testTemplate('hue');
  const roles = [{ id: 'officer', title: { vi: 'Cán bộ', en: 'Officer' }, grants: [{ permission: 'tide:read' }] }];
  world = await testWorld({ plugins: [tides, broken], provinces: [{ ...hue, roles }, testTemplate('dak-lak')] });
});
afterAll(() => world[Symbol.asyncDispose]());

test("the home page offers the modules' functions, and one module that fails to show its part leaves the rest", async () => {
  const home = await read('/');
  expect(home).toContain('<a href="/trieu">Triều cường</a>');
  expect(home).toContain('<h2>Mực nước hôm nay</h2>');
  expect(home).not.toContain('Sổ trực');
  expect(world.logged).toContainEqual(expect.objectContaining({ module: 'broken', msg: 'home section failed' }));
});

test('a function of staff is there for whoever holds its permission, and is where they land after signing in', async () => {
  const session = await world.province('hue').signIn({ name: 'can-bo', roles: ['officer'] });
  const home = await read('/', session);
  expect(home).toContain('<a href="/trieu/so-truc">Sổ trực</a>');
  expect(home).toContain('can-bo');

  const signedIn = await post('/dang-nhap', { email: 'can-bo@hue.example', password: 'mat-khau-thu-nghiem', next: '' });
  expect([signedIn.status, signedIn.headers.get('location')]).toEqual([303, '/trieu/so-truc']);
  const asked = await post('/dang-nhap', { email: 'can-bo@hue.example', password: 'mat-khau-thu-nghiem', next: '/trieu?xa=1' });
  expect(asked.headers.get('location')).toBe('/trieu?xa=1');
  const lured = await post('/dang-nhap', { email: 'can-bo@hue.example', password: 'mat-khau-thu-nghiem', next: '//evil.example' });
  expect(lured.headers.get('location')).toBe('/trieu/so-truc');

  // Signing out counts at once.
  const cookie = signedIn.headers.get('set-cookie')!.split(';')[0]!;
  expect(await read('/', cookie)).toContain('/dang-xuat');
  const out = await post('/dang-xuat', {}, { cookie });
  expect([out.status, out.headers.get('location')]).toEqual([303, '/']);
  expect(await read('/', cookie)).toContain('href="/dang-nhap"');
});

test('a wrong password is told beside the field, without saying whether the account exists', async () => {
  for (const email of ['can-bo@hue.example', 'khong-co@hue.example', 'khong phải e-mail']) {
    const refused = await post('/dang-nhap', { email, password: 'sai', next: '' });
    expect(refused.status).toBe(422);
    expect(await refused.text()).toContain('<p class="error" id="email-error">E-mail hoặc mật khẩu chưa đúng.</p>');
    expect(refused.headers.get('set-cookie')).toBeNull();
  }
});

test('a form on another website cannot sign anybody in or out', async () => {
  for (const path of ['/dang-nhap', '/dang-xuat']) {
    expect((await post(path, { email: 'a@hue.example', password: 'b' }, { origin: 'https://evil.example' })).status).toBe(403);
    expect((await post(path, {}, { origin: 'null' })).status).toBe(403);
  }
});

test('a browser gets errors as pages in the frame of the province, a program as problem+json, with the same words', async () => {
  const hue = world.province('hue');
  const missing = await hue.request('/khong-co', { headers: asPage });
  expect(missing.status).toBe(404);
  const text = await missing.text();
  expect(text).toContain('<h1>Không tìm thấy địa chỉ này.</h1>');
  expect(text).toContain('Huế');
  const json = await hue.request('/khong-co');
  expect([json.status, json.headers.get('content-type'), ((await json.json()) as { title: string }).title]).toEqual([404, 'application/problem+json; charset=utf-8', 'Không tìm thấy địa chỉ này.']);
  const api = await hue.request('/api/core/me', { headers: asPage });
  expect([api.status, api.headers.get('content-type')]).toEqual([401, 'application/problem+json; charset=utf-8']);
  const elsewhere = await world.site('nowhere.localhost').request('/', { headers: asPage });
  expect([elsewhere.status, elsewhere.headers.get('content-type')]).toEqual([421, 'text/html; charset=UTF-8']);
});

test('a page that needs an account leads to signing in and back', async () => {
  const response = await world.province('hue').request('/trieu/so-truc?ngay=1', { headers: asPage });
  expect([response.status, response.headers.get('location')]).toEqual([303, '/dang-nhap?next=%2Ftrieu%2Fso-truc%3Fngay%3D1']);
});

test('a form whose route one may not call is not shown', async () => {
  const path = '/trieu/so-truc/ghi';
  expect((await world.province('hue').request(path, { headers: asPage })).headers.get('location')).toBe('/dang-nhap?next=%2Ftrieu%2Fso-truc%2Fghi');
  const as = await world.province('hue').signIn({ name: 'nguoi-khac', roles: [] });
  expect((await world.province('hue').request(path, { as, headers: asPage })).status).toBe(403);
});

test('what a person typed comes back as text, never as a part of the page', async () => {
  const echoed = await (await post('/trieu', { note: '<img src=x onerror=alert(1)>"\'', once: 'k' })).text();
  expect(echoed).toContain('<p>&lt;img src=x onerror=alert(1)&gt;&quot;&#39;</p>');
  expect(echoed).not.toContain('<img src=x');
});

test('text of a form is NFC with plain line ends, and what PostgreSQL cannot store is refused', async () => {
  const note = await (await post('/trieu', { note: '  Hue\u0302\u0301\r\nhai dòng ' })).text();
  expect(note).toContain('<p>Huế\nhai dòng</p>');
  expect((await post('/trieu', { note: 'a\0b' })).status).toBe(422);
  expect((await world.province('hue').request('/trieu', { json: {} })).status).toBe(415);
});

test('the language is Vietnamese, unless the browser or the reader asks for English; the choice is remembered', async () => {
  const hue = world.province('hue');
  expect(await read('/')).toContain('<html lang="vi">');
  expect(await (await hue.request('/', { headers: { ...asPage, 'accept-language': 'en-GB,en;q=0.9' } })).text()).toContain('<html lang="en">');
  const chosen = await hue.request('/?lang=en', { headers: asPage });
  expect(chosen.headers.get('set-cookie')).toMatch(/^tt-lang=en;.*HttpOnly/);
  expect(await (await hue.request('/', { headers: { ...asPage, cookie: 'tt-lang=en' } })).text()).toContain('Huế listens to you');
});

test('sheets are small, kept for ever under their own address, and those of a province are on its hosts alone', async () => {
  const hue = world.province('hue');
  const home = await read('/');
  const [, brand] = /href="(\/assets\/brand\.\w+\.css)"/.exec(home)!;
  for (const path of [pageSheet.path, brand!]) {
    const response = await hue.request(path);
    expect([response.status, response.headers.get('content-type'), response.headers.get('cache-control')]).toEqual([200, 'text/css; charset=utf-8', 'public, max-age=31536000, immutable']);
    expect((await response.text()).length).toBeLessThan(18_000);
  }
  const old = await hue.request('/assets/page.0000000000.css');
  expect([old.status, old.headers.get('cache-control')]).toEqual([200, 'no-cache']);
  const zipped = await hue.request(pageSheet.path, { headers: { 'accept-encoding': 'gzip, br' } });
  expect([zipped.headers.get('content-encoding'), (await zipped.arrayBuffer()).byteLength < 4_800]).toEqual(['gzip', true]);
  expect((await world.site('localhost').request(brand!)).status).toBe(404);
  expect((await hue.request('/assets/secrets.0.css')).status).toBe(404);
});

test("letters are set in a font from the province's own address, which is fetched once", async () => {
  const sheet = await (await world.province('hue').request(pageSheet.path)).text();
  for (const { path } of fonts) {
    expect(sheet).toContain(`url(${path})`);
    const response = await world.province('hue').request(path, { headers: { 'accept-encoding': 'gzip' } });
    expect([response.status, response.headers.get('content-type'), response.headers.get('cache-control'), response.headers.get('content-encoding')]).toEqual([200, 'font/woff2', 'public, max-age=31536000, immutable', null]);
    expect((await response.arrayBuffer()).byteLength).toBeLessThan(25_000);
  }
});

test('what only its reader should see is not stored by browsers and proxies', async () => {
  const session = await world.province('hue').signIn({ name: 'kin', roles: ['officer'] });
  const cacheControl = async (response: Response | Promise<Response>) => (await response).headers.get('cache-control');
  expect(await cacheControl(world.province('hue').request('/', { headers: asPage }))).toBe('private, no-cache');
  expect(await cacheControl(world.province('hue').request('/', { headers: asPage, as: session }))).toBe('no-store');
  expect(await cacheControl(post('/trieu', { note: 'x' }))).toBe('no-store');
});

test('localhost links the provinces and the national sites, and names no account where there is no demo', async () => {
  const index = await (await world.site('localhost').request('/', { headers: asPage })).text();
  for (const host of ['hue.localhost', 'dak-lak.localhost', 'ministry.localhost', 'platform.localhost']) expect(index).toContain(`href="//${host}/"`);
  expect(index).not.toContain('tinhthong-demo');
  for (const site of ['ministry', 'platform'] as const) expect((await world.national(site).request('/', { headers: asPage })).status).toBe(200);
});

async function read(path: string, as?: string): Promise<string> {
  const response = await world.province('hue').request(path, { headers: asPage, ...(as !== undefined && { as }) });
  expect(response.status).toBe(200);
  return response.text();
}

function post(path: string, fields: Record<string, string>, headers: Record<string, string> = {}): Promise<Response> {
  return world.province('hue').request(path, { method: 'POST', headers: { ...asPage, ...headers }, body: new URLSearchParams(fields) });
}

function moduleOf(part: Pick<Plugin<ModuleTypes>, 'id'> & Partial<Plugin<ModuleTypes>>): Plugin {
  const title = { vi: 'Thủy triều', en: 'Tides' };
  return definePlugin()({
    version: '1.0.0', core: '^1.0.0', needs: {}, title, summary: title, migrations: {}, permissions: { 'tide:read': { title, suggestedRoles: [] } }, settings: z.strictObject({}),
    events: { publishes: {}, consumes: {} }, jobs: {}, metrics: {}, subjects: { tide: { columns: {} } }, personalData: { none: 'a test' }, outbound: [], routes: [], ...part,
  });
}

const duty = {
  method: 'get', path: '/duty', access: 'tide:read', summary: { vi: 'Sổ trực', en: 'Duty book' }, answers: { 200: { description: 'Sổ / the book' } },
  handle: async () => ({ status: 200, body: { onDuty: 'an officer' } }),
} as const;

const tides = moduleOf({
  id: 'tides',
  functions: [
    { title: { vi: 'Triều cường', en: 'High tides' }, summary: { vi: 'Xem mực nước' }, href: '/trieu', icon: 'flood', short: { vi: 'Triều', en: 'Tides' } },
    { title: { vi: 'Sổ trực', en: 'Duty book' }, summary: { vi: 'Ai trực hôm nay' }, href: '/trieu/so-truc', icon: 'inbox', permission: 'tide:read' },
  ],
  home: async () => html`<h2>Mực nước hôm nay</h2>`,
  routes: [duty],
  mounts: {
    '/trieu': new Hono<MountEnvironment>()
      .post('/', async (c) => page(c, { title: 'Triều', body: html`<p>${(await readForm(c)).text('note')}</p>` }))
      .get('/so-truc/ghi', async (c) => {
        c.get('call').guard(duty);
        return page(c, { title: 'Ghi sổ', body: html`<p></p>` });
      })
      .get('/so-truc', async (c) => page(c, { title: 'Sổ trực', body: html`<p>${((await c.get('call')(duty)) as { onDuty: string }).onDuty}</p>` })),
  },
});

const broken = moduleOf({
  id: 'broken',
  home: async () => {
    throw new Error('out of order');
  },
});
