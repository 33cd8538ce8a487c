import { expect, test } from 'vitest';
import { callNow } from './duty-calls.ts';

const at = (time: string) => new Date(`2026-11-14T${time}:00+07:00`);

test('the first immediate report calls the duty officer at once', () => {
  expect(callNow(undefined, 1, at('23:30'), 12)).toBe(true);
});

test('nine more within twelve minutes wait, and are one call at 23:42', () => {
  const last = { at: at('23:30'), told: 1 };
  expect(callNow(last, 9, at('23:41'), 12)).toBe(false);
  expect(callNow(last, 9, at('23:42'), 12)).toBe(true);
});

test('ten times as many as the officer knows of do not wait: 1, 10, 100 are three calls within a minute', () => {
  expect(callNow({ at: at('23:30'), told: 1 }, 10, at('23:30'), 12)).toBe(true);
  expect(callNow({ at: at('23:30'), told: 10 }, 99, at('23:30'), 12)).toBe(false);
  expect(callNow({ at: at('23:30'), told: 10 }, 100, at('23:30'), 12)).toBe(true);
});

test('where nothing waits nobody is called, however long ago the last call was', () => {
  expect(callNow({ at: at('03:00'), told: 5 }, 0, at('23:30'), 12)).toBe(false);
});
