import { expect, test } from 'vitest';
import { fold } from './fold.ts';

test.each([
  ['Phú Xuân', 'phu xuan'],
  ['  ĐẮK   Lắk ', 'dak lak'],
  ['Cư M’gar', "cu m'gar"],
  ['Hoá', fold('Hóa')],
  ['Huế'.normalize('NFD'), 'hue'],
])('%s folds to %s', (text, folded) => {
  expect(fold(text)).toBe(folded);
});
