import { expect, test } from 'vitest';
import { dayInWords, depthInWords } from './marks.ts';

test('the depth of water is said as a neighbour would say it', () => {
  expect([10, 50, 100, 180].map(depthInWords)).toEqual(['ngang mắt cá', 'ngang đầu gối', 'ngang thắt lưng', 'quá ngực']);
});

test('a day is the day in Vietnam, wherever the reader sits', () => {
  expect(dayInWords('2026-10-15')).toBe('15 tháng 10, 2026');
});
