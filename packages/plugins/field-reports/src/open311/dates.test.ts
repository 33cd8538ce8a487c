import { expect, test } from 'vitest';
import { formatTime, hasZone, parseTime } from './dates.ts';

test('times are written with seconds and the zone of Vietnam', () => {
  expect(formatTime(new Date('2025-12-31T17:00:00Z'))).toBe('2026-01-01T00:00:00+07:00');
  expect(formatTime(new Date('2026-11-22T12:05:09.987Z'))).toBe('2026-11-22T19:05:09+07:00');
});

test('a time is read in whatever zone it says; without one, and a day alone, it is of Vietnam', () => {
  for (const text of ['2026-01-01T00:00:00+07:00', '2026-01-01T00:00:00 07:00', '2025-12-31T17:00:00Z', '2025-12-31T12:00:00-0500', '2026-01-01T00:00:00', '2026-01-01T00:00', '2026-01-01']) {
    expect([text, parseTime(text)?.toISOString()]).toEqual([text, '2025-12-31T17:00:00.000Z']);
  }
});

test('what is no time is none', () => {
  for (const text of ['', 'hôm qua', '2026-02-31', '2026-13-01T00:00:00Z', '01/02/2026', '1767225600', '2026-01-01T25:00:00Z']) expect([text, parseTime(text)]).toEqual([text, undefined]);
});

test('a time to be stored must say its zone', () => {
  expect(['2026-01-01T00:00:00Z', '2026-01-01T00:00:00+07:00'].map(hasZone)).toEqual([true, true]);
  expect(['2026-01-01T00:00:00', '2026-01-01'].map(hasZone)).toEqual([false, false]);
});
