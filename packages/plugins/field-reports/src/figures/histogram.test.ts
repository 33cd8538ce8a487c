import { expect, test } from 'vitest';
import { bucketOf, hourBounds, mergeHistograms, quantile } from './histogram.ts';

test.each([
  [0, 0], [1, 0], [1.01, 1], [2, 1], [24, 4], [24.5, 5], [480, 9], [481, 10],
])('a duration of %f hours falls into bucket %i', (hours, bucket) => {
  expect(bucketOf(hourBounds, hours)).toBe(bucket);
});

test('the median of two provinces comes from their buckets added up, not from their two medians', () => {
  // Huế: 90 within an hour. Đắk Lắk: 10 within an hour, 20 between 48 and 72 hours.
  const hue = [90, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0];
  const dakLak = [10, 0, 0, 0, 0, 0, 20, 0, 0, 0, 0];
  expect(mergeHistograms([hue, dakLak])).toEqual([100, 0, 0, 0, 0, 0, 20, 0, 0, 0, 0]);
  // 60th of 120, the 100 of the first hour spread evenly: 0.6 h. The mean of the two medians would be some 27 h.
  expect(quantile(hourBounds, mergeHistograms([hue, dakLak]), 0.5)).toEqual({ value: 0.6, beyond: false });
  // 108th of 120: the 8th of 20 between 48 and 72.
  expect(quantile(hourBounds, mergeHistograms([hue, dakLak]), 0.9)).toEqual({ value: 48 + (8 / 20) * 24, beyond: false });
});

test('beyond the last bound it says "more than 480 hours"; of nothing there is no median', () => {
  expect(quantile(hourBounds, [1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 9], 0.5)).toEqual({ value: 480, beyond: true });
  expect(quantile(hourBounds, [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0], 0.5)).toBeNull();
});
