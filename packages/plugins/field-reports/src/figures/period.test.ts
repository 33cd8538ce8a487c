import { expect, test } from 'vitest';
import { finalPeriods, freshnessOf, periodNamed, periodOf } from './period.ts';

const now = new Date('2026-11-22T18:30:00Z'); // already 23 November in Vietnam

test.each([
  ['365', { from: '2025-11-24', to: '2026-11-23' }],
  ['2026', { from: '2026-01-01', to: '2026-12-31' }],
  ['2026-Q1', { from: '2026-01-01', to: '2026-03-31' }],
  ['2025-Q4', { from: '2025-10-01', to: '2025-12-31' }],
  ['2028-02', { from: '2028-02-01', to: '2028-02-29' }],
  ['2026-12', { from: '2026-12-01', to: '2026-12-31' }],
])('the period %s', (name, period) => {
  expect(periodNamed(name, now)).toEqual(period);
});

test.each(['2026-13', '2026-Q5', '26', 'now', '2026-1', '1999', ''])('"%s" is no period', (name) => {
  expect(periodNamed(name, now)).toBeUndefined();
});

test('a month of a body that reports from the 15th to the 14th is a period like any other', () => {
  const period = { from: new Date('2026-10-15T00:00:00+07:00'), to: new Date('2026-11-15T00:00:00+07:00') };
  expect(periodOf(period)).toEqual({ from: '2026-10-15', to: '2026-11-14' });
});

test.each([
  ['the last day of the period', '2026-10-31', 'running'],
  ['the day after', '2026-11-01', 'settling'],
  ['thirty days after', '2026-11-30', 'settling'],
  ['thirty-one days after', '2026-12-01', 'final'],
])('on %s, %s, October is %s', (_, day, freshness) => {
  expect(freshnessOf({ from: '2026-10-01', to: '2026-10-31' }, new Date(`${day}T12:00:00+07:00`))).toBe(freshness);
});

test('what is published are the months, quarters and years that are final and not before the first report', () => {
  const names = finalPeriods('2026-05-20', new Date('2026-11-23T12:00:00+07:00')).map(({ from, to }) => `${from} ${to}`);
  expect(names).toEqual([
    '2026-05-01 2026-05-31', '2026-06-01 2026-06-30', '2026-07-01 2026-07-31', '2026-08-01 2026-08-31', '2026-09-01 2026-09-30', '2026-04-01 2026-06-30', '2026-07-01 2026-09-30',
  ]);
  expect(finalPeriods('2026-05-20', new Date('2027-02-01T12:00:00+07:00')).map(({ from, to }) => `${from} ${to}`)).toContain('2026-01-01 2026-12-31');
});
