import { expect, test } from 'vitest';
import { codeIn, tiersOf } from './search-words.ts';

test('words with accents are looked for with them first, words without in one go', () => {
  expect(tiersOf('ổ gà')).toEqual(['exact', 'plain']);
  expect(tiersOf('Ổ GÀ')).toEqual(['exact', 'plain']);
  expect(tiersOf('o ga')).toEqual(['plain']);
  expect(tiersOf('đen')).toEqual(['exact', 'plain']);
  expect(tiersOf('den duong le loi')).toEqual(['plain', 'apart']);
});

test('signs alone, and other scripts, are nothing to look for', () => {
  expect(tiersOf('顺化')).toEqual([]);
  expect(tiersOf(' … !? ')).toEqual([]);
});

test('a code of this province is known however it is typed; an alley is no code', () => {
  for (const typed of ['HUE-26-0000123', 'hue-26-123', ' Hue 26 0000123 ']) expect(codeIn(typed, 'HUE')).toBe('HUE-26-0000123');
  for (const typed of ['ổ gà', 'hue26123', 'HUE-26', 'ngo 26 12', 'DLK-26-0000123']) expect([typed, codeIn(typed, 'HUE')]).toEqual([typed, undefined]);
});
