import { expect, test } from 'vitest';
import { bucketLabel, placeAmong } from './buckets.ts';

const vi = (text: string) => text;
const bounds = [1, 2, 4, 8, 24, 48, 72];

test('buckets are named by their bounds', () => {
  expect(bucketLabel(bounds, 0, 'giờ', 'vi', vi)).toBe('đến 1\u00a0giờ');
  expect(bucketLabel(bounds, 5, 'giờ', 'vi', vi)).toBe('trên 24 đến 48\u00a0giờ');
  expect(bucketLabel(bounds, 7, 'giờ', 'vi', vi)).toBe('trên 72\u00a0giờ');
});

test('a value is placed within its bucket, and on the bound that ends it', () => {
  expect(placeAmong(bounds, 72)).toBe(7);
  expect(placeAmong(bounds, 36)).toBe(5.5);
  expect(placeAmong(bounds, 0)).toBe(0);
  expect(placeAmong(bounds, 500)).toBe(7.5);
});
