import { expect, test } from 'vitest';
import { fitting, textWidth } from './text-width.ts';

test('letters with marks are as wide as those without, however they are written', () => {
  expect(textWidth('Huế'.normalize('NFD'), 16)).toBe(textWidth('Huế', 16));
  expect(textWidth('mmmm', 16)).toBeGreaterThan(textWidth('iiii', 16));
});

test('labels in a row never touch, and the newest is there', () => {
  const months = Array.from({ length: 13 }, (_, i) => `${String((i % 12) + 1).padStart(2, '0')}/2026`);
  for (const width of [200, 320, 640, 1200]) {
    const distance = width / months.length;
    const kept = fitting(months, distance, 13).flatMap((fits, i) => (fits ? [i] : []));
    expect(kept.at(-1)).toBe(12);
    for (const [i, at] of kept.entries()) if (i > 0) expect((at - kept[i - 1]!) * distance).toBeGreaterThanOrEqual(textWidth('12/2026', 13));
  }
});
