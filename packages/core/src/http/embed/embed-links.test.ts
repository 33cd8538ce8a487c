import { afterAll, beforeAll, expect, test } from 'vitest';
import { barePlugin } from '../../kit/bare-plugin.ts';
import { type TestProvince, testWorld, type TestWorld } from '../../kit/testing.ts';

const things = barePlugin({
  id: 'things',
  functions: [
    { title: { vi: 'Xem việc', en: 'See things' }, summary: { vi: 'Xem' }, href: '/viec', icon: 'list' },
    { title: { vi: 'Gửi việc', en: 'Send a thing' }, summary: { vi: 'Gửi' }, href: '/viec/gui', icon: 'list' },
    { title: { vi: 'Việc của cán bộ', en: 'Work of staff' }, summary: { vi: 'Kín' }, href: '/can-bo', icon: 'list', permission: 'thing:see' },
  ],
  permissions: { 'thing:see': { title: { vi: 'Xem' }, suggestedRoles: [] } },
});
let world: TestWorld;
let hue: TestProvince;

beforeAll(async () => {
  world = await testWorld({ plugins: [things] });
  hue = world.province('hue');
});
afterAll(() => world[Symbol.asyncDispose]());

const about = async (url: string, more = '', at = hue) => {
  const answer = await at.request(`/embed/oembed?url=${encodeURIComponent(url)}${more}`);
  return [answer.status, answer.ok ? ((await answer.json()) as Record<string, unknown>) : {}] as const;
};

test('a pasted link of the province is told by its title, with a picture that cameras read', async () => {
  const [status, told] = await about(`http://${hue.host}/viec/gui?code=bi-mat`, '&format=json&lang=en');
  expect([status, told]).toEqual([
    200,
    expect.objectContaining({ version: '1.0', type: 'link', title: 'Send a thing – Huế', provider_name: 'Huế', thumbnail_url: `http://${hue.host}/embed/qr.svg?path=%2Fviec%2Fgui`, thumbnail_width: 320 }),
  ]);
  expect((await about(`http://${hue.host}/viec/HUE-26-1`))[1]['title']).toBe('Xem việc – Huế');
  expect((await about(`http://${hue.host}/viec`, '&maxwidth=100'))[1]).not.toHaveProperty('thumbnail_url');
});

test.each(['https://la.example/viec', 'http://dak-lak.localhost/viec', 'javascript:alert(1)', 'viec', 'http://hue.localhost/can-bo', 'http://hue.localhost/viecgui', 'http://hue.localhost/embed/frame/tt-khong-co?key=pk_a'])('nothing is told of %s', async (url) => {
  expect((await about(url))[0]).toBe(404);
});

test('formats and sizes that are none are refused', async () => {
  expect((await about(`http://${hue.host}/viec`, '&format=xml'))[0]).toBe(501);
  expect((await about(`http://${hue.host}/viec`, '&maxwidth=-1'))[0]).toBe(422);
  expect((await hue.request('/embed/oembed')).status).toBe(422);
});

test('a code of the province leads to the province and nowhere else', async () => {
  const code = await hue.request('/embed/qr.svg?path=/viec/gui');
  expect([code.status, code.headers.get('content-type')]).toEqual([200, 'image/svg+xml; charset=utf-8']);
  expect(await code.text()).toContain(`aria-label="${world.kernel.urlOf(hue.host)}/viec/gui"`);
  for (const path of ['//la.example', '/\\la.example', 'https://la.example', '', 'viec']) expect([path, (await hue.request(`/embed/qr.svg?path=${encodeURIComponent(path)}`)).status]).toEqual([path, 404]);
  expect((await hue.request(`/embed/qr.svg?path=/${'a'.repeat(400)}`)).status).toBe(422);
});

test('pages say where they are told of', async () => {
  const text = await (await hue.request('/?lang=vi')).text();
  const [, link] = /<link rel="alternate" type="application\/json\+oembed"[^>]* href="([^"]+)"/.exec(text) ?? [];
  expect(link).toMatch(/^\/embed\/oembed\?url=/);
  expect((await hue.request(link!.replaceAll('&amp;', '&'))).status).toBe(200);
});
