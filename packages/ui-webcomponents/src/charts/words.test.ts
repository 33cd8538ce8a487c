import { expect, test } from 'vitest';
import { amountText, figureText, numberText, shownValue } from './words.ts';

const vi = (text: string) => text;
const en = (_: string, text: string) => text;

test('numbers are written as Vietnamese are', () => {
  expect(numberText(1234.5, 'vi')).toBe('1.234,5');
  expect(numberText(1234567, 'vi')).toBe('1.234.567');
  expect(numberText(1234.5, 'en')).toBe('1,234.5');
  expect(amountText(90.84, '%', 'vi')).toBe('90,8%');
  expect(amountText(12, 'giờ', 'vi')).toBe('12\u00a0giờ');
});

test('what is held back, too few or missing is said in words, never shown as zero', () => {
  expect(figureText({ value: null, state: 'withheld' }, '%', 'vi', vi)).toBe('giữ kín');
  expect(figureText({ value: null, state: 'too-few' }, '%', 'vi', vi)).toBe('không đủ mẫu');
  expect(figureText({ value: null }, '%', 'en', en)).toBe('no data');
  expect(figureText({ value: 0 }, '', 'vi', vi)).toBe('0');
});

test('a value that came along with a state that hides it is not drawn', () => {
  expect(shownValue({ value: 7, state: 'withheld' })).toBeNull();
  expect(shownValue({ value: 7 })).toBe(7);
});
