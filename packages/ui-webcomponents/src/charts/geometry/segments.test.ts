import { expect, test } from 'vitest';
import { segments } from './segments.ts';

const points = (...values: (number | null)[]) => values.map((value) => ({ value }));

test('pieces join neighbours that have values, never across a gap', () => {
  expect(segments(points(1, 2, null, 3, 4)).map(({ from, to }) => [from, to])).toEqual([[0, 1], [3, 4]]);
});

test('a piece that leads to a provisional value is provisional', () => {
  expect(segments([{ value: 1 }, { value: 2 }, { value: 3, provisional: true }]).map(({ provisional }) => provisional)).toEqual([false, true]);
});

test('where borders changed the line is cut', () => {
  expect(segments(points(1, 2, 3, 4), 2).map(({ from }) => from)).toEqual([0, 2]);
});
