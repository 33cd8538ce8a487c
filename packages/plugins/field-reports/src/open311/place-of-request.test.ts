import { expect, test } from 'vitest';
import { communeIn, namedCommunes } from './place-of-request.ts';

const communes = namedCommunes([{ code: '19789', name: 'Thuận Hóa' }, { code: '19900', name: 'Thuận An' }, { code: '20044', name: 'A Lưới 2' }, { code: '19960', name: 'Phú Bài' }]);

test.each([
  ['12 Lê Lợi, phường Thuận Hóa', '19789'],
  ['12 Le Loi, phuong thuan hoa, Hue', '19789'],
  ['Thuận Hoá', '19789'],
  ['thôn Hợp Thượng, xã A Lưới 2', '20044'],
  ['chợ Phú Bài', '19960'],
  ['12 Lê Lợi', undefined],
  ['đường Phú Bài, phường Thuận An', '19900'],
])('the address %j lies in commune %j', (text, code) => {
  expect(communeIn(text, communes)).toBe(code);
});
