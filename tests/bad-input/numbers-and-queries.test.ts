import { afterAll, beforeAll, expect, test } from 'vitest';
import { filter } from '../isolation/twin.ts';
import { type TwinWorld, twinWorld } from '../isolation/two-provinces.ts';
import { asStaff, refused, storingNothing } from './refused.ts';

let twins: TwinWorld;

beforeAll(async () => {
  twins = await twinWorld();
});
afterAll(() => twins[Symbol.asyncDispose]());

const api = '/api/field-reports';
const numbers = ['0', '-1', '101', '1.5', '1e9', 'NaN', 'Infinity', '-Infinity', '9'.repeat(400), '', 'abc', '1;2'];
const boxes = [
  '107.7,16.4,107.5,16.6', '107.5,16.6,107.7,16.4', '107.5,16.4,107.5,16.4', '107.5,16.4,107.7', '107.5,16.4,107.7,16.6,1', '-181,16,107,17', '107,-91,108,17',
  'NaN,NaN,NaN,NaN', '1e2,1e1,1e3,1e2', `-${'9'.repeat(400)},0,${'9'.repeat(400)},1`, ',,,', '', "0,0,1,1'--",
];
const days = ['2026-13-01', '2026-02-30', '2026-1-1', '20260101', '01/02/2026', '0000-01-01', '-2026-01-01', '99999-01-01', 'infinity', 'now', '', '2026-01-01T00:00:00Z'];

/** Parameter → values that are none. */
const wrong: Readonly<Record<string, readonly string[]>> = {
  [`${api}/reports?limit=`]: numbers,
  [`${api}/reports?bbox=`]: boxes.map((box) => encodeURIComponent(box)),
  [`${api}/reports?status=`]: ['', 'Submitted', 'none', 'submitted,closed'],
  [`${api}/reports?category=`]: ['x'.repeat(61)],
  [`${api}/reports?cursor=`]: ['', 'x', 'AAAA', 'A'.repeat(60), 'A'.repeat(301), '%F0%9F%98%80'],
  [`${api}/figures/by/category?from=`]: days,
  [`${api}/figures/by/category?to=`]: days,
  [`${api}/figures?period=`]: ['', 'now', '26', '2026-13', '2026-Q5', '2026-1', '1999', '2026-07-15', 'x'.repeat(11)],
  [`${api}/inbox?limit=`]: numbers,
  [`${api}/inbox?cursor=`]: ['', 'x', 'A'.repeat(60)],
};

test('a number, box, day, state or cursor that is none is refused', async () => {
  await storingNothing(twins.world, async () => {
    for (const [parameter, values] of Object.entries(wrong)) {
      for (const value of values) await refused(`${parameter}${value.slice(0, 60)}`, await asStaff(twins.hue, `${parameter}${value}`), 422);
    }
  });
});

test.each([
  ['a limit', '/reports?limit=100'],
  ['a box', '/reports?bbox=107.5,16.4,107.7,16.6'],
  ['a box around the world', '/reports?bbox=-180,-90,180,90'],
  ['a state', '/reports?status=submitted'],
  ['the first and the last day', '/figures/by/category?from=0001-01-01&to=9999-12-31'],
  ['a leap day', '/figures/by/category?from=2028-02-29&to=2028-02-29'],
  ['work', '/inbox?limit=1'],
])('%s that is one is taken', async (_what, path) => {
  expect((await asStaff(twins.hue, api + path)).status).toBe(200);
});

test('days in the wrong order, a parameter twice and an unknown one are refused', async () => {
  await storingNothing(twins.world, async () => {
    for (const path of [
      '/figures/by/category?from=2026-02-01&to=2026-01-31',
      '/reports?limit=1&limit=2',
      '/reports?status=submitted&status=submitted',
      '/reports?category=waste&category=',
      '/figures/by/category?from=2026-01-01&from=2026-01-01',
      '/figures?from=2026-01-01',
      '/reports?Limit=1',
      '/reports?sort=code',
      '/reports?bbox[]=1',
      '/categories?x=1',
    ]) {
      await refused(path, await asStaff(twins.hue, api + path), 422);
    }
  });
});

test("a cursor of another filter, list, person's inbox or spelling is refused", async () => {
  const { hue } = twins;
  const { list, filteredList, inbox, filteredInbox } = hue.cursors;
  expect((await asStaff(hue, `${api}/reports?limit=1&${filter}&cursor=${filteredList}`)).status).toBe(200);
  await storingNothing(twins.world, async () => {
    for (const path of [
      `/reports?cursor=${filteredList}`,
      `/reports?${filter}&cursor=${list}`,
      `/reports?category=waste&cursor=${list}`,
      `/reports?cursor=${inbox}`,
      `/inbox?cursor=${list}`,
      `/inbox?cursor=${filteredInbox}`,
      `/reports?cursor=${list.slice(0, -2)}`,
      `/reports?cursor=${list}AAAA`,
    ]) {
      await refused(path, await asStaff(hue, api + path), 422);
    }
  });
});

test('numbers in bodies and paths that are none, or out of the world, are refused', async () => {
  const { hue } = twins;
  const body = (lat: string, lon: string) => `{"category":"road-damage","description":"Ổ gà lớn trước cổng trường.","lat":${lat},"lon":${lon}}`;
  const places = [['-91', '107.6'], ['16.4', '181'], ['1e999', '107.6'], ['-1e999', '1e999'], ['1e308', '1e308'], ['"16.4"', '107.6'], ['16.4', 'null'], ['[16.4]', '107.6'], ['0', '0'], ['16.4', '-107.6']];
  await storingNothing(twins.world, async () => {
    for (const [lat = '', lon = ''] of places) {
      const response = await asStaff(hue, `${api}/reports`, { method: 'POST', body: body(lat, lon), headers: { 'content-type': 'application/json' } });
      await refused(`${lat} ${lon}`, response, 422);
    }
    for (const wrongJson of ['NaN', 'Infinity', '-', '01', '1.']) {
      const response = await asStaff(hue, `${api}/reports`, { method: 'POST', body: body(wrongJson, '107.6'), headers: { 'content-type': 'application/json' } });
      await refused(wrongJson, response, 400);
    }
    for (const id of ['0', '-1', '1.5', 'abc', '9e99', '9007199254740993', '99999999999999999999', 'NaN', 'Infinity', '%20']) {
      await refused(`task ${id}`, await asStaff(hue, `/api/core/tasks/${id}/revive`, { method: 'POST' }), 422);
    }
    for (const id of ['1', 'x', '00000000-0000-0000-0000-00000000000g']) await refused(`key ${id}`, await asStaff(hue, `/api/core/keys/${id}`, { method: 'DELETE' }), 422);
    for (const reopenDays of [0, -1, 1.5, 91, 1e308, '15', null]) {
      await refused(`reopenDays ${reopenDays}`, await asStaff(hue, '/api/core/modules/field-reports/settings', { method: 'PUT', json: { reopenDays } }), 422);
    }
  });
});
