import { expect, test } from 'vitest';
import { arrivedPictures } from './reports-outbox.ts';
import { isOfThePage } from './undelivered.ts';

const now = Date.parse('2026-11-22T14:05:00+07:00');
const kept = (hoursAgo: number) => ({ keptAt: now - hoursAgo * 3_600_000, body: { category: 'waste', description: '', photos: ['a', 'b'] } });

test('pictures of a kept report are sent anew once the server may have forgotten them, on whichever side the clock is wrong', () => {
  expect(arrivedPictures(kept(1), now)).toEqual(['a', 'b']);
  expect(arrivedPictures(kept(24), now)).toEqual([]);
  expect(arrivedPictures(kept(-24), now)).toEqual([]);
});

test('a key that was revoked and a module that is off are no fault of what was written', () => {
  expect(['embed-revoked', 'embed-origin-not-listed', 'module-off', 'not-found'].every(isOfThePage)).toBe(true);
  expect(['invalid-input', 'already-sent', 'busy'].some(isOfThePage)).toBe(false);
});
