import { expect, test } from 'vitest';
import { fitWithin } from './fit-within.ts';

test('a picture keeps its shape and its long side is 1600 px at most', () => {
  expect(fitWithin(4_032, 3_024, 1_600)).toEqual({ width: 1_600, height: 1_200 });
  expect(fitWithin(3_024, 4_032, 1_600)).toEqual({ width: 1_200, height: 1_600 });
  expect(fitWithin(20_000, 3, 1_600)).toEqual({ width: 1_600, height: 1 });
});

test('a small picture is not made larger', () => {
  expect(fitWithin(640, 480, 1_600)).toEqual({ width: 640, height: 480 });
});
