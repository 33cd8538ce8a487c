import { expect, test } from 'vitest';
import { classBreaks, classOf } from './classes.ts';

test('classes hold about as many places each, and their bounds are round numbers', () => {
  const values = [61.2, 64.8, 70.1, 72.3, 75.9, 79.4, 83.3, 86.7, 90.2, 95.5];
  const breaks = classBreaks(values, 5);
  expect(breaks).toHaveLength(4);
  expect(breaks.every((bound) => Number.isInteger(bound))).toBe(true);
  const counts = Array.from({ length: 5 }, (_, i) => values.filter((value) => classOf(breaks, value) === i).length);
  expect(counts.every((count) => count >= 1 && count <= 3)).toBe(true);
});

test('values that are few or alike have fewer classes, never an empty one twice', () => {
  expect(classBreaks([])).toEqual([]);
  expect(classBreaks([5, 5, 5])).toEqual([]);
  const breaks = classBreaks([0, 0, 0, 0, 9]);
  expect(new Set(breaks).size).toBe(breaks.length);
});

test('a bound belongs to the class that it begins', () => {
  expect([0, 9.9, 10, 20, 99].map((value) => classOf([10, 20], value))).toEqual([0, 0, 1, 2, 2]);
});
