import { expect, test } from 'vitest';
import { niceScale, placeOn } from './scale.ts';

test('a scale begins at zero and ends at a round number above the greatest value', () => {
  expect(niceScale([3, 87.2])).toEqual({ from: 0, to: 100, ticks: [0, 25, 50, 75, 100] });
  expect(niceScale([1, 7]).ticks).toEqual([0, 2, 4, 6, 8]);
  expect(niceScale([0.12, 0.31]).ticks).toEqual([0, 0.1, 0.2, 0.3, 0.4]);
});

test('counts have no halves', () => {
  expect(niceScale([1, 2], { whole: true }).ticks).toEqual([0, 1, 2]);
  expect(niceScale([9], { whole: true }).ticks.every(Number.isInteger)).toBe(true);
});

test('given ends stay, and no tick lies beyond them', () => {
  expect(niceScale([97, 99], { from: 0, to: 100 })).toEqual({ from: 0, to: 100, ticks: [0, 25, 50, 75, 100] });
  const ranks = niceScale([1, 34], { from: 1, to: 34, whole: true });
  expect([ranks.from, ranks.to]).toEqual([1, 34]);
  expect(ranks.ticks.every((tick) => tick >= 1 && tick <= 34)).toBe(true);
});

test('values of one size, of zero, below zero, or none at all have a scale too', () => {
  expect(niceScale([]).ticks.length).toBeGreaterThan(1);
  expect(niceScale([0, 0]).to).toBeGreaterThan(0);
  expect(niceScale([-3, 4])).toMatchObject({ from: -4, to: 4 });
});

test('what lies beyond an end is drawn on it', () => {
  const scale = niceScale([50], { from: 0, to: 100 });
  expect([placeOn(scale, -5), placeOn(scale, 25), placeOn(scale, 120)]).toEqual([0, 0.25, 1]);
});
