import { expect, test } from 'vitest';
import { defaultLimits, faultCounter, overrunWeight } from './fault-counter.ts';

const minute = 60_000;

function fail(counter: ReturnType<typeof faultCounter>, times: number, options: { at?: number; weight?: number; caller?: (i: number) => string | undefined } = {}) {
  const { at = 0, weight = 1, caller = () => undefined } = options;
  return Array.from({ length: times }, (_, i) => {
    counter.ran(at);
    return counter.failed(at, weight, caller(i));
  });
}

test('a module that fails twenty times within five minutes has failed too often, and not before', () => {
  const answers = fail(faultCounter(defaultLimits), 20);
  expect(answers.indexOf(true)).toBe(19);
});

test('five handlers that overrun weigh as much as twenty that throw', () => {
  expect(fail(faultCounter(defaultLimits), 5, { weight: overrunWeight })).toEqual([false, false, false, false, true]);
});

test('what went wrong more than five minutes ago is forgotten', () => {
  const counter = faultCounter(defaultLimits);
  expect(fail(counter, 19)).not.toContain(true);
  expect(fail(counter, 19, { at: 6 * minute })).not.toContain(true);
  expect(fail(counter, 1, { at: 6 * minute })).toEqual([true]);
});

test('a module of which most requests still succeed is left on, however often one of its pages fails', () => {
  const counter = faultCounter(defaultLimits);
  for (let i = 0; i < 100; i += 1) counter.ran(0);
  expect(fail(counter, 90)).not.toContain(true);
  expect(fail(counter, 20)).toContain(true);
});

test('one visitor alone cannot have a module suspended; several can', () => {
  const counter = faultCounter(defaultLimits);
  expect(fail(counter, 500, { caller: () => '203.0.113.7' })).not.toContain(true);
  const fresh = faultCounter(defaultLimits);
  expect(fail(fresh, 20, { caller: (i) => `203.0.113.${i % 2}` }).at(-1)).toBe(true);
});

test('background work that adds far more than it does is a flood; a minute later it starts anew', () => {
  const counter = faultCounter({ ...defaultLimits, floodPerMinute: 1_000 });
  expect(counter.wrote(0, 900)).toBe(false);
  expect(counter.wrote(59_000, 200)).toBe(true);
  expect(counter.wrote(2 * minute, 900)).toBe(false);
  // A task that was done is taken off again.
  for (let i = 0; i < 10_000; i += 1) expect(counter.wrote(2 * minute + i, i % 2 === 0 ? 1 : -1)).toBe(false);
});
