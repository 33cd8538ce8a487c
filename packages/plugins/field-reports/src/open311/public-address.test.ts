import { expect, test } from 'vitest';
import { addressIn, publicAddress } from './public-address.ts';

test.each([
  ['12/3 Lê Lợi', 'Lê Lợi'],
  ['số 45A Nguyễn Huệ, phường Thuận Hóa', 'Nguyễn Huệ, phường Thuận Hóa'],
  ['Nhà số 7, kiệt 42 Bà Triệu', 'kiệt 42 Bà Triệu'],
  ['15/3/2 kiệt 4 Phan Bội Châu', 'kiệt 4 Phan Bội Châu'],
  ['phòng 302 chung cư Aranya', 'chung cư Aranya'],
  ['Trước cổng trường, gọi 0900 000 123', 'Trước cổng trường, gọi [số điện thoại]'],
  ['Quốc lộ 1A, km 820', 'Quốc lộ 1A, km 820'],
  ['12', ''],
  [null, ''],
])('the public address of %j is %j: no door, no telephone', (given, shown) => {
  expect(publicAddress(given)).toBe(shown);
});

test('the commune stands at the end once, whether or not the address names it', () => {
  expect(addressIn('Phường Thuận Hóa', '12 Lê Lợi')).toBe('Lê Lợi, Phường Thuận Hóa');
  expect(addressIn('Phường Thuận Hóa', 'Lê Lợi, phường Thuận Hóa')).toBe('Lê Lợi, phường Thuận Hóa');
  expect(addressIn('Phường Thuận Hóa', null)).toBe('Phường Thuận Hóa');
});
