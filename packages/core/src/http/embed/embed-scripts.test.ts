import { createHash } from 'node:crypto';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { barePlugin } from '../../kit/bare-plugin.ts';
import { testFolder } from '../../kit/test-folder.ts';
import { type TestProvince, testWorld, type TestWorld } from '../../kit/testing.ts';
import { embedRelease } from './release.ts';

const title = { vi: 'Mực nước', en: 'Water levels' };
const website = 'https://phuong.example';
let folder: string;
let world: TestWorld;
let hue: TestProvince;
let key: string;

const tides = () =>
  barePlugin({
    id: 'tides',
    built: pathToFileURL(`${folder}/dist/`),
    widgets: [
      { tag: 'tt-tides-levels', title, module: 'levels.js' },
      { tag: 'tt-tides-later', title, module: 'later.js' },
    ],
  });

beforeAll(async () => {
  folder = await testFolder();
  await mkdir(join(folder, 'dist'), { recursive: true });
  await writeFile(join(folder, 'dist', 'levels.js'), 'export const first = 1;');
  world = await testWorld({ plugins: [tides()] });
  hue = world.province('hue');
  await hue.role('webmaster', [{ permission: 'embed:manage' }]);
  const admin = await hue.signIn({ name: 'quan-tri', roles: ['webmaster'] });
  ({ key } = (await (await hue.request('/api/core/embed-keys', { as: admin, json: { name: 'phường', origins: [website] } })).json()) as { key: string });
});
afterAll(async () => {
  await world[Symbol.asyncDispose]();
  await rm(folder, { recursive: true });
});

const listed = async (at: TestProvince) => (await (await at.request('/embed/v1/widgets.json')).json()) as { release: string; widgets: { tag: string; src: string; integrity: string }[] };

test('a widget has an address that never changes, with the integrity of what stands there, for pages of any website', async () => {
  const { release, widgets } = await listed(hue);
  // What has not been built is not offered.
  expect(widgets.map(({ tag, src }) => [tag, src])).toEqual([['tt-tides-levels', `/embed/${release}/tides/levels.js`]]);
  const file = await hue.request(widgets[0]!.src, { headers: { origin: website } });
  expect([file.status, file.headers.get('access-control-allow-origin'), file.headers.get('cache-control'), file.headers.get('content-type')]).toEqual([
    200,
    '*',
    'public, max-age=31536000, immutable',
    'text/javascript; charset=utf-8',
  ]);
  expect(`sha384-${createHash('sha384').update(await file.text()).digest('base64')}`).toBe(widgets[0]!.integrity);
});

test('the loader knows the widgets of the modules that are on, and no others', async () => {
  expect(await (await hue.request('/embed/v1/tinhthong.js')).text()).toContain('"tt-tides-levels":"/embed/');
  await hue.switch('tides', 'off');
  try {
    expect(await (await hue.request('/embed/v1/tinhthong.js')).text()).not.toContain('tt-tides-levels');
    expect((await listed(world.province('dak-lak'))).widgets).toHaveLength(1);
  } finally {
    await hue.switch('tides', 'on');
  }
});

test('a release that was asked for once is served for ever, whatever came after it', async () => {
  const { release: before, widgets } = await listed(hue);
  const first = await (await hue.request(widgets[0]!.src)).text();
  await writeFile(join(folder, 'dist', 'levels.js'), 'export const second = 2;');
  // What the next start of a node reads, on whatever the deployment keeps its files.
  const next = embedRelease([tides()], world.kernel.files);
  expect(next.id).not.toBe(before);
  const text = async (release: string) => Buffer.from((await next.find(release, 'tides/levels.js'))!.plain).toString();
  expect([await text(next.id), await text(before)]).toEqual(['export const second = 2;', first]);
});

test.each(['/embed/1.0.0-00000000/tides/levels.js', '/embed/../../secret.js', '/embed/x/..%2f..%2fkeys/master.js', '/embed/x/tides/%2e%2e/levels.js'])('there is nothing at %s', async (path) => {
  expect((await hue.request(path)).status).toBe(404);
});

test('only the websites of a key may frame its widgets, and the address gives an element nothing that runs', async () => {
  const frame = await hue.request(`/embed/frame/tt-tides-levels?key=${key}&limit=3&onclick=alert(1)&style=color:red&station=%22%3E%3Cscript%3E`);
  expect([frame.status, frame.headers.get('content-security-policy')]).toEqual([200, expect.stringContaining(`frame-ancestors ${website};`)]);
  const text = await frame.text();
  expect(text).toContain('<tt-tides-levels limit="3" station="&quot;&gt;&lt;script&gt;">');
  for (const query of ['', '?key=pk_khong_co', `?key=${key}x`]) {
    expect((await hue.request(`/embed/frame/tt-tides-levels${query}`)).headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
  }
  expect((await world.province('dak-lak').request(`/embed/frame/tt-tides-levels?key=${key}`)).headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
  expect((await hue.request('/embed/frame/tt-tides-later')).status).toBe(404);
});

test('a suspended province tells its widgets so, and their scripts are there', async () => {
  const checked = async () => (await (await hue.request(`/api/embed/check?key=${key}&origin=${website}`)).json()) as { allowed: boolean; reason: string | null };
  expect(await checked()).toMatchObject({ allowed: true, reason: null, province: { modules: ['core', 'tides'] } });
  const { registry } = world.kernel;
  const to = (state: 'active' | 'suspended') => registry.db.updateTable('registry.provinces').set({ state }).where('id', '=', 'hue').execute();
  await to('suspended');
  await registry.refresh();
  try {
    expect(await checked()).toMatchObject({ allowed: false, reason: 'province-suspended' });
    expect((await hue.request('/embed/v1/tinhthong.js')).status).toBe(200);
    expect((await world.province('dak-lak').request('/api/embed/check')).status).toBe(200);
  } finally {
    await to('active');
    await registry.refresh();
  }
});
