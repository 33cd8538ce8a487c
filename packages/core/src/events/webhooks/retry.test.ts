import { expect, test } from 'vitest';
import { pauseAfter, secondsOf } from './retry.ts';

const now = new Date('2026-11-22T05:00:00Z');

test('attempts come at growing distances over three days, ten in all', () => {
  const pauses = Array.from({ length: 10 }, (_, i) => pauseAfter(i + 1, null, () => 0.5));
  expect(pauses).toEqual([5, 300, 1_800, 7_200, 18_000, 36_000, 50_400, 72_000, 86_400, null]);
  expect(pauses.reduce<number>((sum, pause) => sum + (pause ?? 0), 0) / 86_400).toBeGreaterThan(3);
});

test('what failed together is spread by a fifth', () => {
  expect(pauseAfter(2, null, () => 0)).toBeCloseTo(240);
  expect(pauseAfter(2, null, () => 1)).toBeCloseTo(360);
});

test('a receiver that asks for more time gets it, a day at most, and cannot shorten the pause', () => {
  expect(pauseAfter(1, 60)).toBe(60);
  expect(pauseAfter(1, 10_000_000)).toBe(86_400);
  expect(pauseAfter(2, 0)).toBeGreaterThanOrEqual(240);
  expect(pauseAfter(10, 60)).toBeNull();
});

test.each([
  ['120', 120],
  ['Sun, 22 Nov 2026 05:01:00 GMT', 60],
  ['Sun, 22 Nov 2026 04:00:00 GMT', 0],
  ['soon', null],
  [undefined, null],
])('"Retry-After: %s" is read as %s seconds', (header, seconds) => {
  expect(secondsOf(header, now)).toBe(seconds);
});
