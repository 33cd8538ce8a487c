import { expect, test } from 'vitest';
import { boundsOf, contains, pathOf, projectionTo, type Shape } from './projection.ts';

const square: Shape = {
  type: 'Feature',
  properties: {},
  geometry: {
    type: 'Polygon',
    coordinates: [
      [[107, 16], [108, 16], [108, 17], [107, 17], [107, 16]],
      [[107.4, 16.4], [107.6, 16.4], [107.6, 16.6], [107.4, 16.6], [107.4, 16.4]],
    ],
  },
};

test('a map fills its box, keeps its proportions, and has north above', () => {
  const { project, height } = projectionTo(boundsOf([square]), 408, 1_000);
  const [left, bottom] = project([107, 16]);
  const [right, top] = project([108, 17]);
  expect([left, right]).toEqual([4, 404]);
  expect(top).toBe(4);
  expect(bottom).toBeCloseTo(height - 4, 0);
  expect((bottom - top) / (right - left)).toBeCloseTo(1 / Math.cos((16.5 * Math.PI) / 180), 3);
});

test('a high map is held to its height and stands in the middle', () => {
  const { project, height } = projectionTo(boundsOf([square]), 800, 300);
  expect(height).toBe(300);
  expect(project([107, 16])[0] + project([108, 16])[0]).toBeCloseTo(800);
});

test('a shape becomes a path of closed rings, without corners that nobody could see', () => {
  const { project } = projectionTo(boundsOf([square]), 408, 1_000);
  expect(pathOf(square, project).match(/M/g)).toHaveLength(2);
  expect(pathOf(square, () => [1, 1])).toBe('');
});

test('a place in a hole lies outside', () => {
  expect(contains(square, [107.1, 16.1])).toBe(true);
  expect(contains(square, [107.5, 16.5])).toBe(false);
  expect(contains(square, [109, 16.5])).toBe(false);
});
