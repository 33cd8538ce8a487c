import { expect, test } from 'vitest';
import { runs } from './runs.ts';

test('a line breaks where a period is missing, and is never drawn across', () => {
  expect(runs([1, 2, null, 3, null, null, 4, 5])).toEqual([[0, 1], [3, 3], [6, 7]]);
  expect(runs([null, null])).toEqual([]);
  expect(runs([0])).toEqual([[0, 0]]);
  expect(runs([])).toEqual([]);
});
