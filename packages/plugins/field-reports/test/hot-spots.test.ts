import { fileURLToPath } from 'node:url';
import { loadTemplate } from '@tinhthong/core/template';
import { testClock, testWorld, type TestProvince, type TestWorld } from '@tinhthong/core/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sentMail } from '../../../core/src/kit/test-mail.ts';
import type { HotSpot } from '../src/figures/hot-spots-route.ts';
import { fieldReports } from '../src/plugin.ts';

const api = '/api/field-reports';
const clock = testClock(new Date('2027-03-01T10:00:00+07:00'));
let world: TestWorld;
let hue: TestProvince;
let leader: string;

beforeAll(async () => {
  const folder = fileURLToPath(import.meta.resolve('@tinhthong/templates/provinces/hue/province.json')).replace(/province\.json$/, '');
  world = await testWorld({ plugins: [fieldReports], provinces: [await loadTemplate(folder)], now: clock.now });
  hue = world.province('hue');
  leader = await signIn();
});
afterAll(() => world[Symbol.asyncDispose]());

const signIn = () => hue.signIn({ name: 'lanh-dao', roles: ['province-leader', 'dispatcher'], agency: 'van-phong-ubnd' });
async function report(category: string, metresNorth: number, more: object = {}): Promise<string> {
  const response = await hue.request(`${api}/reports`, { json: { category, description: `Chuyện cũ lặp lại ở chỗ này, lần ${Math.round(metresNorth)}.`, lat: 16.4637 + metresNorth / 111_320, lon: 107.5909, ...more } });
  expect(response.status).toBe(201);
  clock.move({ minutes: 5 });
  await world.due();
  return ((await response.json()) as { code: string }).code;
}
const spots = async () => ((await (await hue.request(`${api}/hot-spots`, { as: leader })).json()) as { items: HotSpot[] }).items;
const onMap = async (layer: string, as?: string) =>
  ((await (await hue.request(`${api}/layers/${layer}`, as === undefined ? {} : { as })).json()) as { features: { properties: Record<string, unknown> }[] }).features.map(({ properties }) => properties);

test('the third report of the same place makes it a hot spot, within five minutes; another category beside it does not count', async () => {
  const codes = [await report('waste', 0), await report('waste', 40)];
  await report('trees', 20);
  expect(await spots()).toEqual([]);
  codes.push(await report('waste', 80));
  expect(await spots()).toMatchObject([{ category: 'waste', reports: 3, open: 3, codes }]);
  const { items } = (await (await hue.request('/api/core/notices', { as: await hue.signIn({ name: 'truc-ban', roles: ['dispatcher'], agency: 'ioc' }) })).json()) as { items: { title: string | { vi: string } }[] };
  expect(JSON.stringify(items)).toContain('Điểm nóng mới: 3 phản ánh cùng một chỗ');
});

test('on the public map it stands with its number and without any code', async () => {
  expect(await onMap('hot-spots')).toEqual([{ category: 'waste', commune: expect.any(String), reports: 3 }]);
  expect(await onMap('hot-spots-for-staff', leader)).toMatchObject([{ reports: 3, open: 3, codes: expect.any(Array) }]);
});

test('a category that is not public is for staff alone, and so is a spot with too few public reports', async () => {
  for (const north of [2_000, 2_030, 2_060]) await report('security', north);
  expect((await spots()).map(({ category }) => category).toSorted()).toEqual(['security', 'waste']);
  expect((await onMap('hot-spots')).map(({ category }) => category)).toEqual(['waste']);
});

test('a report that only names its commune points at no place, and makes no hot spot of its centre', async () => {
  for (let i = 0; i < 4; i += 1) await report('noise', i, { lat: undefined, lon: undefined, commune: '19789' });
  expect((await spots()).map(({ category }) => category)).not.toContain('noise');
});

test('after 90 days what has not come back is gone, found so in the night', async () => {
  clock.move({ days: 91 });
  await world.due();
  await world.settled();
  leader = await signIn();
  expect(await spots()).toEqual([]);
});

test("at seven the chairman's office gets yesterday in one letter", async () => {
  const before = (await sentMail(world.dataDir)).length;
  clock.set(new Date('2027-06-02T06:59:00+07:00'));
  await world.due();
  await world.settled();
  clock.set(new Date('2027-06-02T07:01:00+07:00'));
  await world.due();
  await world.settled();
  const letters = (await sentMail(world.dataDir)).slice(before).filter(({ subject }) => subject.startsWith('Phản ánh ngày'));
  expect(letters.map(({ to, subject, link }) => [to, subject, link])).toEqual([['lanh-dao@hue.example', 'Phản ánh ngày 01/06/2027: 0 mới, 11 quá hạn', 'http://hue.localhost/phan-anh/so-lieu/hom-qua']]);
});
