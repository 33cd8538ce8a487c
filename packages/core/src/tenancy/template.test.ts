import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { Problem } from '../plugin/problem.ts';
import { loadTemplate, templateJsonSchema } from './template.ts';

const commune = { code: '24133', name: 'Buôn Ma Thuột', type: 'phuong', lat: 12.709, lon: 108.028, validFrom: '2025-07-01' };
const committee = {
  id: 'ubnd-24133',
  name: { vi: 'UBND phường Buôn Ma Thuột', en: "People's Committee of Buôn Ma Thuột Ward" },
  kind: 'commune',
  commune: '24133',
};
const province = {
  id: 'dak-lak',
  code: '66',
  name: { vi: 'Tỉnh Đắk Lắk', en: 'Đắk Lắk Province' },
  codePrefix: 'DLK',
  hosts: ['dak-lak.localhost'],
  timezone: 'Asia/Ho_Chi_Minh',
  centre: { lat: 12.667, lon: 108.038 },
  bounds: [107.4, 12.1, 110, 13.8],
  hotline: '1022',
  branding: { primary: '#8a3324', onPrimary: '#ffffff', accent: '#2f7d4f' },
};
const officer = {
  id: 'officer',
  title: { vi: 'Cán bộ', en: 'Officer' },
  grants: [{ permission: 'report:read', when: { agency: '$mine.agency', commune: { $in: '$mine.communes' } } }],
};
const closed = { monday: [], tuesday: [], wednesday: [], thursday: [], friday: [], saturday: [], sunday: [] };
const calendar = { holidays: 'holidays.json', periods: { ...closed, tuesday: [{ from: '07:30', to: '11:30' }] } };
const exchange = {
  year: 2026,
  provisional: false,
  daysOff: [{ date: '2026-08-31', name: 'Quốc khánh', note: 'hoán đổi' }],
  workedDays: [{ date: '2026-08-22', name: 'Ngày làm bù', insteadOf: '2026-08-31' }],
};

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'template-'));
  await put('province', province);
  await put('communes', { communes: [commune] });
  await put('agencies', { $schema: '../schema/agencies.schema.json', agencies: [committee] });
  await put('roles', { roles: [officer] });
  await put('calendar', calendar);
  await put('holidays', { years: [exchange] });
  await put('modules', { modules: { 'field-reports': { enabled: true, settings: {}, template: { categories: [] } } } });
});
afterEach(() => rm(folder, { recursive: true }));

const put = (name: string, content: unknown): Promise<void> => writeFile(join(folder, `${name}.json`), JSON.stringify(content));

/** The faults of the folder as `[place, Vietnamese reason, English reason]`. */
async function faults(): Promise<unknown[][]> {
  const problem = await loadTemplate(folder).catch((error: unknown) => error);
  if (!(problem instanceof Problem)) throw new Error('the template was accepted');
  return problem.errors.map(({ path, message }) => [path, message.vi, message.en]);
}

test('the files of a folder become one template, its calendar as rows', async () => {
  expect(await loadTemplate(folder)).toEqual({
    ...province,
    communes: [commune],
    agencies: [committee],
    roles: [officer],
    calendar: {
      periods: [{ weekday: 2, from: '07:30', to: '11:30' }],
      specialDays: [
        { day: '2026-08-31', name: 'Quốc khánh', worked: false, provisional: false },
        { day: '2026-08-22', name: 'Ngày làm bù', worked: true, provisional: false },
      ],
    },
    modules: { 'field-reports': { enabled: true, settings: {}, template: { categories: [] } } },
  });
});

test('names typed with combining marks are stored composed', async () => {
  await put('communes', { communes: [{ ...commune, name: ' Buôn Ma Thuột '.normalize('NFD') }] });
  expect((await loadTemplate(folder)).communes[0]?.name).toBe('Buôn Ma Thuột'.normalize('NFC'));
});

test('a wrong value is named by file, place and reason in both languages', async () => {
  await put('communes', { communes: [commune, { ...commune, code: 24280, lat: 128.7 }] });
  expect(await faults()).toEqual([
    ['communes.json: communes[1].code', expect.stringContaining('không hợp lệ'), expect.stringContaining('Invalid')],
    ['communes.json: communes[1].lat', expect.stringContaining('<=90'), expect.stringContaining('<=90')],
  ]);
});

test('a missing file and a file that is not JSON are named', async () => {
  const unreadable = ['roles.json', expect.stringContaining('không đọc được'), expect.stringContaining('cannot read')];
  await rm(join(folder, 'roles.json'));
  expect(await faults()).toEqual([unreadable]);
  await writeFile(join(folder, 'roles.json'), '{ "roles": [ }');
  expect(await faults()).toEqual([unreadable]);
});

test('an unknown field is refused: it is usually a misspelt one', async () => {
  await put('province', { ...province, hotlines: ['1022'] });
  expect(await faults()).toEqual([['province.json', expect.stringContaining('hotlines'), expect.stringContaining('hotlines')]]);
});

const unreadable = { ...province.branding, onPrimary: '#c9a227' };
const misspelt = { permission: 'report:read', when: { agency: '$mine.agencies' } };
const confused = { date: '2026-08-31', name: 'Ngày làm bù', insteadOf: '2026-08-31' };
const overlapping = [{ from: '07:30', to: '11:30' }, { from: '11:00', to: '17:00' }];

test.each([
  ['the text on the province’s colour cannot be read', 'province: branding', { ...province, branding: unreadable }],
  ['the bounds are turned round', 'province: bounds', { ...province, bounds: [110, 12.1, 107.4, 13.8] }],
  ['a commune lies in another province', 'communes: communes[0]', { communes: [{ ...commune, lat: 16.4 }] }],
  ['a commune appears twice', 'communes: communes[1].code', { communes: [commune, commune] }],
  ['a committee is of an unknown commune', 'agencies: agencies[0].commune', { agencies: [{ ...committee, commune: '24134' }] }],
  ['a department names a commune', 'agencies: agencies[0]', { agencies: [{ ...committee, kind: 'department' }] }],
  ['an agency is under an unknown one', 'agencies: agencies[0].parent', { agencies: [{ ...committee, parent: 'so-noi-vu' }] }],
  ['a role is given twice', 'roles: roles[1].id', { roles: [officer, officer] }],
  ['a condition is misspelt', 'roles: roles[0].grants[0].when.agency', { roles: [{ ...officer, grants: [misspelt] }] }],
  ['opening periods overlap', 'calendar: periods.monday', { ...calendar, periods: { ...closed, monday: overlapping } }],
  ['the office is never open', 'calendar: periods', { ...calendar, periods: closed }],
  ['a holiday stands under another year', 'holidays: years[0]', { years: [{ ...exchange, year: 2027 }] }],
  ['a day is both off and worked', 'holidays: years[0]', { years: [{ ...exchange, workedDays: [confused] }] }],
])('refused when %s (%s)', async (_what, place, content) => {
  const [file = '', path] = place.split(': ');
  await put(file, content);
  const [fault, ...others] = await faults();
  expect(fault?.[0]).toBe(`${file}.json: ${path}`);
  expect(fault?.[1]).not.toBe(fault?.[2]);
  expect(others).toEqual([]);
});

test('the schemas for editors cover every file and refuse unknown fields', () => {
  const schemas = templateJsonSchema();
  expect(Object.keys(schemas)).toEqual(['province', 'communes', 'agencies', 'roles', 'calendar', 'modules', 'holidays']);
  for (const schema of Object.values(schemas)) expect(schema).toMatchObject({ type: 'object', additionalProperties: false });
});
