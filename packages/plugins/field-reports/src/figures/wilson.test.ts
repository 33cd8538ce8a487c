import { expect, test } from 'vitest';
import { wilsonInterval } from './wilson.ts';

// Newcombe (1998), table I: the score method without continuity correction.
test.each([
  [81, 263, 0.2553, 0.3662],
  [15, 148, 0.0624, 0.1605],
  [0, 20, 0, 0.1611],
  [1, 29, 0.0061, 0.1718],
])('%i of %i is between %f and %f', (part, whole, low, high) => {
  const interval = wilsonInterval(part, whole)!;
  expect(interval.low).toBeCloseTo(low, 4);
  expect(interval.high).toBeCloseTo(high, 4);
});

test('all of them is not certainty, and of nothing nothing is said', () => {
  expect(wilsonInterval(30, 30)).toEqual({ low: expect.closeTo(0.8865, 4), high: 1 });
  expect(wilsonInterval(0, 0)).toBeNull();
});
