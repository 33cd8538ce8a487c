import { fileURLToPath } from 'node:url';
import { loadTemplate } from '@tinhthong/core/template';
import { testWorld, type TestWorld } from '@tinhthong/core/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { fieldReports } from '../src/plugin.ts';

let world: TestWorld;

beforeAll(async () => {
  const template = (name: string) => loadTemplate(fileURLToPath(import.meta.resolve(`@tinhthong/templates/provinces/${name}/province.json`)).replace(/province\.json$/, ''));
  world = await testWorld({ plugins: [fieldReports], provinces: [await template('hue'), await template('dak-lak')] });
});
afterAll(() => world[Symbol.asyncDispose]());

const road = { category: 'road-damage', description: 'Ổ gà lớn trước cổng trường, xin sửa sớm.', lat: 16.4637, lon: 107.5909 };

test('a report is routed, answered, closed and rated, and the public sees every step', async () => {
  const hue = world.province('hue');
  const dispatcher = await hue.signIn({ name: 'dieu-phoi', roles: ['dispatcher'], agency: 'ioc' });
  const officer = await hue.signIn({ name: 'can-bo', roles: ['officer'], agency: 'so-xay-dung' });
  const api = '/api/field-reports';

  const submitted = await hue.request(`${api}/reports`, { json: road });
  expect(submitted.status).toBe(201);
  const { code, followUp, agency } = (await submitted.json()) as { code: string; followUp: string; agency: string };
  expect(agency).toBe('so-xay-dung');

  for (const [as, move, json] of [
    [dispatcher, 'accept', undefined],
    [dispatcher, 'assign', {}],
    [officer, 'start', undefined],
    [officer, 'answer', { answer: 'Đã vá xong mặt đường sáng nay.' }],
    [dispatcher, 'close', undefined],
  ] as const) {
    const response = await hue.request(`${api}/reports/${code}/${move}`, { method: 'POST', as, json });
    expect([move, response.status]).toEqual([move, 200]);
  }
  expect((await hue.request(`${api}/reports/${code}/rate`, { json: { followUp, rating: 'satisfied' } })).status).toBe(200);

  await world.settled();
  const shown = (await (await hue.request(`${api}/reports/${code}`)).json()) as { status: string; timeline: { type: string }[] };
  expect(shown.status).toBe('closed');
  expect(shown.timeline.map(({ type }) => type)).toEqual([
    'report.submitted', 'report.accepted', 'report.assigned', 'report.started', 'report.answered', 'report.closed', 'report.rated',
  ]);
});
