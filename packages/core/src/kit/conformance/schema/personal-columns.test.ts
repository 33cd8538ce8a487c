import { expect, test } from 'vitest';
import type { PersonalData } from '../../../plugin/plugin.ts';
import type { Migrated } from './migrated.ts';
import { personalColumns } from './personal-columns.ts';

const reason = { purpose: { vi: 'Để trả lời', en: 'To answer' } };

/** Columns of one table that are asked about. */
async function askedAbout(columns: readonly string[], said: { fields?: readonly string[]; notPersonal?: readonly string[] } = {}): Promise<string[]> {
  const named = (names: readonly string[] = [], value: unknown) => Object.fromEntries(names.map((name) => [`things.${name}`, value]));
  const personalData = { fields: named(said.fields, reason), notPersonal: named(said.notPersonal, 'Của một vật'), retention: { vi: '12 tháng' } } as unknown as PersonalData;
  const relation = { name: 'things', query: null, columns: columns.map((name) => ({ name, type: name === 'lat' || name === 'lon' ? 'double precision' : 'text', nullable: true, value: null, comment: null })) };
  const faults = await personalColumns.run({ plugin: { personalData }, schema: { relations: [relation] } } as unknown as Migrated);
  return faults.map(({ where }) => where.replace('things.', ''));
}

const toilet = ['name', 'address', 'lat', 'lon'];

test('of a thing with a place only the address is asked about', async () => {
  expect(await askedAbout(toilet)).toEqual(['address']);
  expect(await askedAbout(toilet, { notPersonal: ['address'] })).toEqual([]);
});

test("beside an address that is declared as somebody's, the name and the place are theirs", async () => {
  expect(await askedAbout(toilet, { fields: ['address'] })).toEqual(['name', 'lat', 'lon']);
});

test.each(['phone', 'home_address', 'email_address', 'reporter'])('beside %s, the name and the place are asked about too', async (column) => {
  expect(await askedAbout([column, ...toilet])).toEqual([column, ...toilet]);
  expect(await askedAbout([column, ...toilet], { notPersonal: ['address'] })).toEqual([column, 'name', 'lat', 'lon']);
});

test("a telephone that is said to be nobody's does not make the name beside it somebody's", async () => {
  expect(await askedAbout(['phone', 'name'], { notPersonal: ['phone'] })).toEqual([]);
});
