import sharp from 'sharp';
import { expect, test } from 'vitest';
import { burnBars } from './burn-bars.ts';

test('what lies under a bar is black in every pixel, and all else is as it was', async () => {
  const picture = await sharp({ create: { width: 100, height: 80, channels: 3, background: '#fff' } }).png().toBuffer();
  const burned = await burnBars(picture, [{ left: 100, top: 250, width: 200, height: 500 }, { left: 900, top: 0, width: 500, height: 100 }]);
  const { data, info } = await sharp(burned).removeAlpha().raw().toBuffer({ resolveWithObject: true });
  const dark = (x: number, y: number) => data[(y * info.width + x) * info.channels] === 0;
  expect([dark(10, 20), dark(29, 59), dark(95, 3)]).toEqual([true, true, true]);
  expect([dark(9, 20), dark(30, 59), dark(10, 60), dark(50, 40)]).toEqual([false, false, false, false]);
});
