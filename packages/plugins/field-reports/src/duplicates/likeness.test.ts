import { expect, test } from 'vitest';
import { likeness, trigramsOf } from './likeness.ts';

const alike = (a: string, b: string) => likeness(trigramsOf(a), trigramsOf(b));

test('a text written with, without and with misplaced accents is the same text', () => {
  expect(alike('Ổ gà lớn trước cổng trường', 'o ga lon truoc cong truong')).toBe(1);
  expect(alike('Đường Hoà Bình hư hỏng', 'đường hòa bình HƯ HỎNG')).toBe(1);
});

test('the same thing in other words is more alike than another thing in the same street', () => {
  const asked = 'Ổ gà to trước cổng trường Quốc Học, xe máy dễ ngã';
  const same = alike(asked, 'Trước cổng trường Quốc Học có ổ gà rất to, mấy người ngã xe rồi');
  const other = alike(asked, 'Đèn đường cạnh hồ Tịnh Tâm tắt ba đêm liền');
  expect(same).toBeGreaterThan(0.5);
  expect(other).toBeLessThan(0.25);
});

test('the order of the words, punctuation and spaces say nothing', () => {
  expect(alike('rác, tồn đọng   hai ngày!', 'hai ngày tồn đọng rác')).toBe(1);
});

test('an empty text is like nothing, not even like another empty one', () => {
  expect(alike('', '')).toBe(0);
  expect(alike('…', 'rác tồn đọng')).toBe(0);
});
