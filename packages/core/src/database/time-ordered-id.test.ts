import { afterEach, expect, test, vi } from 'vitest';
import { timeOrderedId } from './time-ordered-id.ts';

afterEach(() => vi.useRealTimers());

test('ids are UUIDs of version 7 that carry the moment they were made', () => {
  vi.useFakeTimers({ now: new Date('2026-11-22T12:05:00.123Z') });
  const id = timeOrderedId();
  expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  expect(new Date(Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16)).toISOString()).toBe('2026-11-22T12:05:00.123Z');
});

test('ids sort by the time they were made, and no two are alike', () => {
  vi.useFakeTimers({ now: new Date('2004-11-03T19:53:46.000Z') });
  const ids = Array.from({ length: 1_000 }, () => {
    vi.advanceTimersByTime(Math.ceil(Math.random() * 1e9));
    return timeOrderedId();
  });
  expect([...ids].sort()).toEqual(ids);
  expect(new Set([...ids, ...Array.from({ length: 1_000 }, timeOrderedId)]).size).toBe(2_000);
});
