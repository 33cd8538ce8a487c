import { expect, test } from 'vitest';
import { sayIn } from './say.ts';
import { timeTag } from './time-tag.ts';
import { formatNumber, formatShare, formatTime, spanInWords } from './times-and-numbers.ts';

const vi = sayIn('vi');
const en = sayIn('en');
const minutes = 60_000;
const hours = 60 * minutes;
const days = 24 * hours;

test('a time reads as Vietnamese officers write it, in Vietnam, whatever the machine is set to', () => {
  expect(formatTime(new Date('2026-11-22T07:05:00Z'))).toBe('14:05 22/11/2026');
  expect(formatTime(new Date('2026-12-31T17:00:00Z'))).toBe('00:00 01/01/2027');
  expect(String(timeTag(new Date('2026-11-22T07:05:00Z')))).toBe('<time datetime="2026-11-22T07:05:00.000Z">14:05 22/11/2026</time>');
});

test.each([
  [0, '1 phút', '1 minute'],
  [59 * minutes, '59 phút', '59 minutes'],
  [1 * hours, '1 giờ', '1 hour'],
  [47 * hours, '47 giờ', '47 hours'],
  [2 * days, '2 ngày', '2 days'],
  [10.9 * days, '10 ngày', '10 days'],
])('%d ms is said in one unit', (ms, vietnamese, english) => {
  expect([spanInWords(vi, ms), spanInWords(en, ms)]).toEqual([vietnamese, english]);
});

test('numbers have the points and commas of the language', () => {
  expect([formatNumber(vi, 1_234_567.891), formatNumber(en, 1_234_567.891)]).toEqual(['1.234.567,9', '1,234,567.9']);
  expect([formatShare(vi, 0.9084), formatShare(en, 0.9084)]).toEqual(['90,8%', '90.8%']);
});
