import { testTemplate, testWorld, type TestWorld } from '@tinhthong/core/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { floodMarks } from '../src/plugin.ts';

let world: TestWorld;

beforeAll(async () => {
  world = await testWorld({ plugins: [floodMarks], provinces: [testTemplate('hue')] });
  await world.province('hue').role('officer', [{ permission: 'mark:confirm', when: { commune: { $in: '$mine.communes' } } }, { permission: 'notice:read' }]);
});
afterAll(() => world[Symbol.asyncDispose]());

const marks = '/api/flood-marks/marks';
const mark = { lat: 16.46, lon: 107.59, depthCm: 120, seenOn: '2026-10-15' };

test('a citizen records a mark, the commune is told, its officer confirms, everybody sees', async () => {
  const hue = world.province('hue');
  const citizen = await hue.signIn({ name: 'dan', roles: [] });
  const officer = await hue.signIn({ name: 'can-bo', roles: ['officer'], agency: 'ubnd-19789', communes: ['19789'] });

  const recorded = await hue.request(marks, { as: citizen, json: mark });
  expect(recorded.status).toBe(201);
  const { id } = (await recorded.json()) as { id: string };

  await world.settled();
  const { items: notices } = (await (await hue.request('/api/core/notices', { as: officer })).json()) as { items: { title: { vi: string } }[] };
  expect(notices.map(({ title }) => title.vi)).toEqual(['Nước ngập 120 cm, chờ xác nhận']);

  expect((await hue.request(`${marks}/${id}/confirm`, { as: officer, method: 'POST' })).status).toBe(200);
  const shown = await hue.request(`${marks}?confirmed=true`);
  expect(await shown.json()).toEqual({ items: [{ id, commune: 'Thuận Hóa', ...mark, confirmed: true }], next: null });
});

test('shallow water tells nobody; what is shallow is up to the province', async () => {
  const hue = world.province('hue');
  const citizen = await hue.signIn({ name: 'dan-2', roles: [] });
  const told = async () => {
    await hue.request(marks, { as: citizen, json: { ...mark, depthCm: 30 } });
    await world.settled();
    return hue.database(({ db }) => db.selectFrom('core.notices').select('key').execute());
  };
  const before = (await told()).length;
  await hue.set('flood-marks', { deepFromCm: 20 });
  expect(await told()).toHaveLength(before + 1);
});

test('an officer of another commune may not confirm, a citizen neither, and an unknown mark is not found', async () => {
  const hue = world.province('hue');
  const citizen = await hue.signIn({ name: 'dan-3', roles: [] });
  const stranger = await hue.signIn({ name: 'can-bo-khac', roles: ['officer'], agency: 'ubnd-19900', communes: ['19900'] });
  const { id } = (await (await hue.request(marks, { as: citizen, json: mark })).json()) as { id: string };
  const confirm = async (as: string, one = id) => (await hue.request(`${marks}/${one}/confirm`, { as, method: 'POST' })).status;
  expect([await confirm(stranger), await confirm(citizen), await confirm(stranger, '01900000-0000-7000-8000-000000000000')]).toEqual([403, 403, 404]);
});

test('a mark outside the province, in the sky, or without a sign-in is refused', async () => {
  const hue = world.province('hue');
  const citizen = await hue.signIn({ name: 'dan-4', roles: [] });
  const send = async (json: object, as?: string) => (await hue.request(marks, { json, ...(as && { as }) })).status;
  expect([await send({ ...mark, lat: 10.8 }, citizen), await send({ ...mark, depthCm: 5_000 }, citizen), await send({ ...mark, note: '' }, citizen), await send(mark)]).toEqual([422, 422, 422, 401]);
});

test('the list goes on page by page, and a cursor fits the list that it was made for', async () => {
  const hue = world.province('hue');
  const first = (await (await hue.request(`${marks}?limit=2`)).json()) as { items: { id: string }[]; next: string };
  const second = (await (await hue.request(`${marks}?limit=2&cursor=${first.next}`)).json()) as { items: { id: string }[] };
  expect(new Set([...first.items, ...second.items].map(({ id }) => id)).size).toBe(4);
  expect((await hue.request(`${marks}?confirmed=true&cursor=${first.next}`)).status).toBe(422);
});
