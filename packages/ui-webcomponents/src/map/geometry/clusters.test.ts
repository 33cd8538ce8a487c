import { expect, test } from 'vitest';
import { clusters } from './clusters.ts';

test('points of one square are one cluster in their midst, others stay alone', () => {
  const found = clusters([{ item: 'a', x: 10, y: 10 }, { item: 'b', x: 20, y: 30 }, { item: 'c', x: 300, y: 10 }], 56);
  expect(found).toEqual([{ x: 15, y: 20, items: ['a', 'b'] }, { x: 300, y: 10, items: ['c'] }]);
});

test('no point is lost, also left of and above the map', () => {
  const points = Array.from({ length: 1_000 }, (_, i) => ({ item: i, x: (i * 37) % 900 - 200, y: (i * 91) % 700 - 200 }));
  expect(clusters(points).flatMap(({ items }) => items).toSorted((a, b) => a - b)).toEqual(points.map(({ item }) => item));
});

test('two clusters that would touch across the border of their squares are one', () => {
  expect(clusters([{ item: 'a', x: 54, y: 10 }, { item: 'b', x: 58, y: 12 }], 56).map(({ items }) => items)).toEqual([['a', 'b']]);
});
