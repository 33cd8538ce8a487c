import { afterAll, beforeAll, expect, test } from 'vitest';
import { barePlugin } from '../../kit/bare-plugin.ts';
import { type TestProvince, testWorld, type TestWorld } from '../../kit/testing.ts';
import { definePlugin, type MapLayer } from '../../plugin/plugin.ts';

/** One point, named after the province and the box that was asked for. */
const layer = (access: MapLayer['access'], title: string): MapLayer => ({
  title: { vi: title },
  geometry: 'point',
  access,
  features: async ({ tenant }, box) =>
    JSON.stringify({ type: 'FeatureCollection', features: [{ type: 'Feature', geometry: { type: 'Point', coordinates: box.slice(0, 2) }, properties: { province: tenant.id } }] }),
});
const parks = definePlugin()({
  ...barePlugin({ id: 'parks', permissions: { 'tree:inspect': { title: { vi: 'Kiểm tra cây' }, suggestedRoles: [] } } }),
  layers: { parks: layer('public', 'Công viên'), trees: layer('tree:inspect', 'Cây cần kiểm tra') },
});

let world: TestWorld;
let hue: TestProvince;
let inspector: string;

beforeAll(async () => {
  world = await testWorld({ plugins: [parks] });
  hue = world.province('hue');
  await hue.role('inspector', [{ permission: 'tree:inspect' }]);
  inspector = await hue.signIn({ name: 'kiem-tra', roles: ['inspector'] });
});
afterAll(() => world[Symbol.asyncDispose]());

const listed = async (site: TestProvince, as?: string) => ((await (await site.request('/api/core/layers', { ...(as && { as }) })).json()) as { items: { name: string; url: string }[] }).items;

test('everybody is shown the public layers of the modules that are on, and staff also those that they may see', async () => {
  const open = { module: 'parks', name: 'parks', title: { vi: 'Công viên' }, geometry: 'point', access: 'public', url: '/api/parks/layers/parks' };
  expect(await listed(hue)).toEqual([open]);
  expect((await listed(hue, inspector)).map(({ name }) => name)).toEqual(['parks', 'trees']);
});

test('a layer is read at its own address, of the whole province or of a box, and of no other province', async () => {
  const { url } = (await listed(hue))[0]!;
  const read = async (site: TestProvince, query = '') => ((await (await site.request(url + query)).json()) as { features: object[] }).features[0];
  expect(await read(hue)).toMatchObject({ geometry: { coordinates: hue.now().tenant.bounds.slice(0, 2) }, properties: { province: 'hue' } });
  expect(await read(hue, '?bbox=107.5,16.4,107.7,16.6')).toMatchObject({ geometry: { coordinates: [107.5, 16.4] } });
  expect(await read(world.province('dak-lak'))).toMatchObject({ properties: { province: 'dak-lak' } });
  expect((await hue.request(`${url}?bbox=1,2`)).status).toBe(422);
});

test('a layer of staff is refused to whoever does not hold its permission', async () => {
  const trees = '/api/parks/layers/trees';
  expect((await hue.request(trees)).status).toBe(401);
  expect((await hue.request(trees, { as: await hue.signIn({ name: 'nguoi-la', roles: [] }) })).status).toBe(403);
  expect((await hue.request(trees, { as: inspector })).status).toBe(200);
  expect((await world.province('dak-lak').request(trees, { as: inspector })).status).toBe(401);
});

test('the layers of a module that is off are neither listed nor served', async () => {
  const dakLak = world.province('dak-lak');
  await dakLak.switch('parks', 'off');
  expect(await listed(dakLak)).toEqual([]);
  expect((await dakLak.request('/api/parks/layers/parks')).status).toBe(404);
  expect((await listed(hue)).length).toBe(1);
});
