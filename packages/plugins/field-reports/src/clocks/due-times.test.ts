import { expect, test } from 'vitest';
import { officeCalendar as calendar, vn } from '../../test/office-calendar.ts';
import { dueTimes } from './due-times.ts';
import { type Limit, limitFor } from './limits.ts';

const none = { days: null, hours: null };
const row: Limit = {
  id: 1, category: null, channel: null, priority: null, acceptHours: 4, assignHours: 4, handle: none, answer: { days: 7, hours: null }, coordinate: none,
  validFrom: '2025-07-01', retired: false,
};
const days = (count: number) => ({ days: count, hours: null });
const limits: Limit[] = [
  { ...row, id: 10, category: 'flooding', answer: { days: null, hours: 4 } },
  { ...row, id: 20, channel: 'hotline', priority: 'high', acceptHours: 1, answer: days(1) },
  { ...row, id: 30, channel: 'hotline', acceptHours: 2, answer: days(3) },
  { ...row, id: 40 },
];
const road = { category: 'road-damage', channel: 'hotline', priority: 'normal', flow: 'time-bound' } as const;
const flood = { ...road, category: 'flooding', flow: 'immediate' } as const;

test('three working days from Thursday 4 February 2027 16:00, before Tết, end on Tuesday 16 February 2027 16:00', () => {
  const { rule, due } = dueTimes({ ...road, submittedAt: vn('2027-02-04 16:00') }, limits, calendar);
  expect([rule, due]).toEqual([30, vn('2027-02-16 16:00')]);
});

test('one working day from Friday 21 August 2026 15:00 ends on Saturday 22 August, which is worked in exchange', () => {
  expect(dueTimes({ ...road, priority: 'high', submittedAt: vn('2026-08-21 15:00') }, limits, calendar).due).toEqual(vn('2026-08-22 15:00'));
});

test('three working days from Friday 28 August 2026 16:00, before the National Day, end on Monday 7 September: 31 August was worked before, 1 and 2 September are off', () => {
  expect(dueTimes({ ...road, submittedAt: vn('2026-08-28 16:00') }, limits, calendar).due).toEqual(vn('2026-09-07 16:00'));
});

test('four hours to accept from Friday 20 November 2026 10:30 end at 16:30: an hour before noon, three after', () => {
  expect(dueTimes({ ...road, channel: 'web', submittedAt: vn('2026-11-20 10:30') }, limits, calendar).acceptDue).toEqual(vn('2026-11-20 16:30'));
});

test('a flood on Saturday 14 November 2026 23:30 is due on Sunday 03:30, has no stage clocks, and is warned of at 02:30', () => {
  const { acceptDue, due, clocks } = dueTimes({ ...flood, submittedAt: vn('2026-11-14 23:30') }, limits, calendar);
  expect([acceptDue, due]).toEqual([null, vn('2026-11-15 03:30')]);
  expect(clocks.due.map(({ kind, warnAt }) => [kind, new Date(warnAt)])).toEqual([['whole', vn('2026-11-15 02:30')]]);
});

test('three quarters of the working time, not of the time on the wall, are gone when an agency is warned', () => {
  // Three days are 22.5 hours, three quarters 16.875: one on Thursday, 7.5 each on Friday the 12th and Monday the 15th, 0.875 on Tuesday.
  const { clocks } = dueTimes({ ...road, submittedAt: vn('2027-02-04 16:00') }, limits, calendar);
  expect(new Date(clocks.due.find(({ kind }) => kind === 'whole')!.warnAt)).toEqual(new Date(vn('2027-02-16 08:22').getTime() + 30_000));
});

test('a new regulation of 1 December 2026 counts for reports from that day on, and leaves those of the day before alone', () => {
  const changed = [...limits, { ...row, id: 50, answer: days(5), validFrom: '2026-12-01' }];
  const web = { ...road, channel: 'web' } as const;
  const before = dueTimes({ ...web, submittedAt: vn('2026-11-30 09:00') }, changed, calendar);
  const since = dueTimes({ ...web, submittedAt: vn('2026-12-01 09:00') }, changed, calendar);
  expect([before.rule, before.due, since.rule, since.due]).toEqual([40, vn('2026-12-09 09:00'), 50, vn('2026-12-08 09:00')]);
});

test('the first row that fits category, channel and priority holds; a row that was replaced is chosen for nobody', () => {
  const at = vn('2026-11-20 09:00');
  expect(limitFor(flood, at, limits)?.id).toBe(10);
  expect(limitFor({ ...road, priority: 'high' }, at, limits)?.id).toBe(20);
  expect(limitFor(road, at, limits)?.id).toBe(30);
  expect(limitFor({ ...road, channel: 'app' }, at, limits)?.id).toBe(40);
  expect(limitFor(road, at, limits.map((limit) => ({ ...limit, retired: limit.id === 30 })))?.id).toBe(40);
});

test('a province without any row still owes an answer within seven working days', () => {
  const { rule, acceptDue, due } = dueTimes({ ...road, submittedAt: vn('2026-11-20 09:00') }, [], calendar);
  expect([rule, acceptDue, due]).toEqual([null, null, vn('2026-12-02 09:00')]);
});
