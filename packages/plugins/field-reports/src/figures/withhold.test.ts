import { expect, test } from 'vitest';
import { isWithheld, withheldCells } from './withhold.ts';

test.each([
  ['nothing small, nothing held', [40, 10, 0], [false, false, false]],
  ['one small cell takes the next smallest with it, or the total would tell it', [40, 3, 25], [false, true, true]],
  ['two small cells hide each other when they are ten together', [40, 6, 5], [false, true, true]],
  ['two that are seven together need a third', [40, 3, 4, 12], [false, true, true, true]],
  ['a zero says nothing about anybody and hides nothing', [0, 9, 30], [false, true, true]],
  ['a single small cell is all there is', [0, 4, 0], [false, true, false]],
])('%s: %j', (_, counts, held) => {
  expect(withheldCells(counts)).toEqual(held);
});

test('a figure goes with the smallest count behind it', () => {
  expect([isWithheld([9, 100]), isWithheld([0, 100]), isWithheld([10, 100]), isWithheld([0, 9])]).toEqual([true, false, false, true]);
});
