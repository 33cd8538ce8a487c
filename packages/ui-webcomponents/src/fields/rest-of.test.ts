import { expect, test } from 'vitest';
import type { Say } from '../base/language.ts';
import { graphemes } from './graphemes.ts';
import { countWords, spokenRest } from './rest-of.ts';

const vi: Say = (text) => text;

test('characters are counted as a person counts them', () => {
  expect([graphemes('Huế'), graphemes('Huế'.normalize('NFD')), graphemes('👨‍👩‍👧‍👦🇻🇳')]).toEqual([3, 3, 2]);
});

test('what is left is said with the separators of the language', () => {
  expect([countWords(vi, 1_234), countWords(vi, -12)]).toEqual(['Còn 1.234 ký tự', 'Dài quá 12 ký tự']);
});

test('who listens hears it in steps, and only near the end', () => {
  expect([900, 90, 88, 47, 9, 0, -3].map((rest) => spokenRest(vi, rest, 1_000))).toEqual([
    '',
    'Còn 75 ký tự',
    'Còn 75 ký tự',
    'Còn 40 ký tự',
    'Còn 0 ký tự',
    'Còn 0 ký tự',
    'Dài quá 25 ký tự',
  ]);
});
