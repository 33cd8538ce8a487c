import { fileURLToPath } from 'node:url';
import { loadTemplate } from '@tinhthong/core/template';
import { testClock, type TestProvince, testWorld, type TestWorld } from '@tinhthong/core/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { fieldReports } from '../src/plugin.ts';

let world: TestWorld;
let hue: TestProvince;
let dispatcher: string;
const clock = testClock('2026-11-14T23:30:00+07:00');

beforeAll(async () => {
  const folder = fileURLToPath(import.meta.resolve('@tinhthong/templates/provinces/hue/province.json')).replace(/province\.json$/, '');
  world = await testWorld({ plugins: [fieldReports], provinces: [await loadTemplate(folder)], now: clock.now });
  hue = world.province('hue');
  dispatcher = await hue.signIn({ name: 'dieu-phoi', roles: ['dispatcher'], agency: 'ioc' });
  await hue.signIn({ name: 'truc-phuong', roles: ['officer'], agency: 'ubnd-19789' });
});
afterAll(() => world[Symbol.asyncDispose]());

const here = { lat: 16.456, lon: 107.584 };
let water = 0;
async function flood(times: number): Promise<string[]> {
  const answers = await Promise.all(Array.from({ length: times }, () => hue.request('/api/field-reports/reports', { json: { category: 'flooding', ...here, description: `Nước ngập vào nhà số ${(water += 1)}, xin cứu.` } })));
  return Promise.all(answers.map(async (answer) => ((await answer.json()) as { code: string }).code));
}

/** How many immediate reports each call spoke of, by agency, in the order of the calls. */
async function calls(): Promise<Record<string, number[]>> {
  await world.settled();
  const { rows } = await hue.database(({ pool }) => pool.query<{ agency: string; count: number }>(`select agency, (data->>'count')::int as count from core.messages where kind = 'immediate-report' order by created_at, id`));
  return Object.fromEntries([...Map.groupBy(rows, ({ agency }) => agency)].map(([agency, all]) => [agency, all.map(({ count }) => count)]));
}

test('the first immediate report of a night calls the ward and the dispatcher at once', async () => {
  await flood(1);
  expect(await calls()).toEqual({ ioc: [1], 'ubnd-19789': [1] });
});

test('a few more within twelve minutes are one more call when these are over, and none is lost', async () => {
  clock.move({ minutes: 2 });
  await flood(3);
  clock.move({ minutes: 2 });
  await flood(2);
  expect(await calls()).toEqual({ ioc: [1], 'ubnd-19789': [1] });
  clock.set('2026-11-14T23:42:00+07:00');
  await world.due();
  expect(await calls()).toEqual({ ioc: [1, 5], 'ubnd-19789': [1, 5] });
});

test('two hundred within a minute are heard of at once, in a handful of calls', async () => {
  clock.move({ minutes: 1 });
  for (let i = 0; i < 4; i += 1) await flood(50);
  await world.settled();
  clock.move({ minutes: 13 });
  await world.due();
  const { ioc = [] } = await calls();
  expect(ioc.reduce((sum, count) => sum + count, 0)).toBe(206);
  expect(ioc.length).toBeLessThanOrEqual(5);
});

test('nobody is called for what is over by the time of the call', async () => {
  clock.move({ minutes: 30 });
  await world.due();
  const [code] = await flood(1);
  const before = await calls();
  await hue.request(`/api/field-reports/reports/${code}/reject`, { as: dispatcher, json: { reason: 'Nước đã rút từ trước.' } });
  clock.move({ minutes: 30 });
  // The task once more, as after a crash.
  await hue.database(({ pool }) => pool.query(`insert into core.tasks (plugin, job, event_id) select 'field-reports', 'tell-agency', id from core.events where type = 'report.submitted' and data->>'code' = $1`, [code]));
  expect(await calls()).toEqual(before);
});

test('an immediate report that is passed on calls the new agency’s duty officer at once, and not the dispatcher again', async () => {
  clock.move({ minutes: 30 });
  await world.due();
  await hue.signIn({ name: 'truc-so', roles: ['officer'], agency: 'so-xay-dung' });
  dispatcher = await hue.signIn({ name: 'dieu-phoi', roles: ['dispatcher'], agency: 'ioc' });
  const [code] = await flood(1);
  const before = await calls();
  for (const [move, json] of [['accept', undefined], ['assign', { agency: 'so-xay-dung' }]] as const) {
    expect((await hue.request(`/api/field-reports/reports/${code}/${move}`, { method: 'POST', as: dispatcher, json })).status).toBe(200);
  }
  expect(await calls()).toEqual({ ...before, 'so-xay-dung': [1] });
  // Nothing more of it waits for anybody.
  clock.move({ minutes: 30 });
  await world.due();
  expect(await calls()).toEqual({ ...before, 'so-xay-dung': [1] });
});
