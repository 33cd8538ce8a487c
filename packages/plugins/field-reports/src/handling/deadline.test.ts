import { sayIn } from '@tinhthong/core';
import { expect, test } from 'vitest';
import { reportStates } from './report-states.ts';
import { deadline } from './deadline.ts';

const now = new Date('2026-11-22T07:05:00Z');
const at = (hoursFromNow: number) => new Date(now.getTime() + hoursFromNow * 3_600_000).toISOString();

test.each([
  ['in-progress', at(5), null, 'Còn 5 giờ để trả lời', false],
  ['assigned', at(24 * 9), null, 'Còn 9 ngày để trả lời', false],
  ['in-progress', at(-30), null, 'Quá hạn 30 giờ', true],
  ['answered', at(0), at(-72), 'Trả lời trước hạn 3 ngày', false],
  ['closed', at(-50), at(-2), 'Trả lời trễ 2 ngày', true],
  // Reopening never resets the clock, whatever was answered before.
  ['reopened', at(-72), at(-80), 'Quá hạn 3 ngày', true],
] as const)('a report that is %s, due %s, answered %s: "%s"', (status, dueAt, answeredAt, words, late) => {
  expect(deadline(sayIn('vi'), { status, dueAt, answeredAt }, now)).toEqual({ words, late });
});

test('a report that was rejected, merged or withdrawn owes nobody an answer', () => {
  const silent = reportStates.filter((status) => deadline(sayIn('en'), { status, dueAt: at(5), answeredAt: null }, now) === null);
  expect(silent).toEqual(['answered', 'closed', 'rejected', 'merged', 'withdrawn']);
});
