import { expect, test } from 'vitest';
import { bucketBounds, bucketOfMs, quantile } from './latency-buckets.ts';

const bucketsOf = (all: readonly number[]) => {
  const buckets = Array.from({ length: bucketBounds.length + 1 }, () => 0);
  for (const ms of all) buckets[bucketOfMs(ms)]! += 1;
  return buckets;
};

test('the median and the slowest hundredth are told to within a bucket', () => {
  const buckets = bucketsOf([...Array.from({ length: 980 }, () => 4), ...Array.from({ length: 20 }, () => 400)]);
  expect(quantile(buckets, 0.5)).toBeCloseTo(4, 0);
  expect(quantile(buckets, 0.99)).toBeGreaterThan(300);
  expect(quantile(buckets, 0.99)).toBeLessThanOrEqual(500);
});

test('what took longer than all bounds counts, and without requests nothing is claimed', () => {
  expect(quantile(bucketsOf([60_000]), 0.99)).toBe(10_000);
  expect(quantile(bucketsOf([]), 0.99)).toBeNull();
});
