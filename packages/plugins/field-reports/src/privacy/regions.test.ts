import { expect, test } from 'vitest';
import { pixelsOf } from './regions.ts';

const picture = { width: 1_600, height: 901 };

test('a region covers at least what was marked, to the last pixel', () => {
  expect(pixelsOf({ left: 250, top: 400, width: 125, height: 90 }, picture)).toEqual({ left: 400, top: 360, width: 200, height: 82 });
});

test('a region that reaches over the edge ends there', () => {
  expect(pixelsOf({ left: 999, top: 999, width: 1_000, height: 1_000 }, picture)).toEqual({ left: 1_598, top: 900, width: 2, height: 1 });
  expect(pixelsOf({ left: 0, top: 0, width: 1_000, height: 1_000 }, picture)).toEqual({ left: 0, top: 0, width: 1_600, height: 901 });
});

test('even the smallest region of the smallest picture is a pixel', () => {
  expect(pixelsOf({ left: 0, top: 0, width: 1, height: 1 }, { width: 1, height: 1 })).toEqual({ left: 0, top: 0, width: 1, height: 1 });
});
