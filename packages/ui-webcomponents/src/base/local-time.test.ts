import { expect, test } from 'vitest';
import { localTime } from './local-time.ts';

test('a time is Vietnam’s, whatever the device’s, and begins with the hour', () => {
  expect(localTime('2026-11-22T17:05:00Z')).toBe('00:05 23/11/2026');
});
