import { expect, test } from 'vitest';
import { sortRows } from './sort-rows.ts';

const sorted = (values: readonly unknown[], descending = false) => sortRows(values, (value) => value, descending);

test('words stand in the order of the Vietnamese alphabet', () => {
  expect(sorted(['Đan Điền', 'Dương Nỗ', 'An Cựu', 'Đông Ba'])).toEqual(['An Cựu', 'Dương Nỗ', 'Đan Điền', 'Đông Ba']);
});

test('numbers stand as numbers, and what is missing last either way', () => {
  expect(sorted([10, 9, null, 101])).toEqual([9, 10, 101, null]);
  expect(sorted([10, undefined, 9, 101], true)).toEqual([101, 10, 9, undefined]);
});
