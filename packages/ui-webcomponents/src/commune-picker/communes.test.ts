import { expect, test } from 'vitest';
import type { Say } from '../base/language.ts';
import { type Commune, findCommunes, fullName, namedCommune } from './communes.ts';

const vi: Say = (text) => text;
const communes = [
  ['Phú Xuân', 'phuong'],
  ['Phú Vang', 'xa'],
  ['Phú Lộc', 'xa'],
  ['Đan Điền', 'xa'],
  ['Phong Phú', 'phuong'],
  ['Hóa Châu', 'phuong'],
  ['Thuận Hóa', 'phuong'],
  ['Phù Vân', 'xa'],
].map(([name, type], at): Commune => ({ code: String(19_700 + at), name: name!, type: type as Commune['type'], lat: 16.4, lon: 107.6 }));
const found = (text: string) => findCommunes(communes, text).map(({ name }) => name);

test('a commune is found without its accents, with đ as d', () => {
  expect(found('phu xuan')).toEqual(['Phú Xuân']);
  expect(found('dan dien')).toEqual(['Đan Điền']);
  expect(found('XÃ ĐAN')).toEqual(['Đan Điền']);
});

test('accents that were written come first, then what begins so, then a word in it', () => {
  expect(found('phú')).toEqual(['Phú Lộc', 'Phú Vang', 'Phú Xuân', 'Phù Vân', 'Phong Phú']);
  expect(found('hoa')).toEqual(['Hóa Châu', 'Thuận Hóa']);
  expect(found('hoá'.normalize('NFD'))).toContain('Hóa Châu');
});

test('an empty text means all of them, in the order of the alphabet', () => {
  expect(found(' ')).toHaveLength(communes.length);
  expect(found('')[0]).toBe('Đan Điền');
});

test('a name written in full means that commune, and no other is guessed', () => {
  expect([namedCommune(communes, 'phuong phu xuan')?.name, namedCommune(communes, 'Phú Xuân ward')?.name, namedCommune(communes, 'phu')]).toEqual(['Phú Xuân', 'Phú Xuân', undefined]);
  expect(fullName(communes[0]!, vi)).toBe('Phường Phú Xuân');
});
