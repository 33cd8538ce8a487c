import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type WorkingCalendarOptions, workingCalendar } from './working-calendar.ts';

const hourMs = 3_600_000;
const officeHours: WorkingCalendarOptions = {
  periods: [1, 2, 3, 4, 5].flatMap((weekday) => [
    { weekday, from: '13:30', to: '17:00' },
    { weekday, from: '07:30', to: '11:30' },
  ]),
  holidays: ['2026-01-01', '2026-01-02', '2026-08-31', '2026-09-01', '2026-09-02', '2026-11-24'].concat(
    ['05', '06', '07', '08', '09', '10', '11'].map((day) => `2027-02-${day}`),
  ),
  workedDays: ['2026-01-10', '2026-08-22'],
};
const calendar = workingCalendar(officeHours);
const vietnam = (local: string): Date => new Date(`${local}:00+07:00`);

describe('working days', () => {
  test('three of them from the eve of Tết 2027 end after the holiday, at the same time of day', () => {
    expect(calendar.addWorkingDays(vietnam('2027-02-04T16:00'), 3)).toEqual(vietnam('2027-02-16T16:00'));
  });

  test('skip a weekend and the Culture Day of 24 November', () => {
    expect(calendar.addWorkingDays(vietnam('2026-11-20T09:15'), 2)).toEqual(vietnam('2026-11-25T09:15'));
  });

  test.each([
    ['2026-01-09T10:00', '2026-01-10T10:00'],
    ['2026-01-10T10:00', '2026-01-12T10:00'],
    ['2026-08-21T15:00', '2026-08-22T15:00'],
  ])('count a Saturday worked in exchange: one from %s is %s', (from, due) => {
    expect(calendar.addWorkingDays(vietnam(from), 1)).toEqual(vietnam(due));
  });

  test.each([
    ['at night', '2026-11-19T22:00', '2026-11-23T07:30'],
    ['before opening', '2026-11-19T06:00', '2026-11-20T07:30'],
    ['at noon', '2026-11-19T12:00', '2026-11-20T13:30'],
    ['at the end of the day', '2026-11-19T17:00', '2026-11-23T07:30'],
    ['on a Sunday', '2026-11-22T09:00', '2026-11-25T07:30'],
  ])('of a report sent %s are counted from the next opening', (_when, from, due) => {
    expect(calendar.addWorkingDays(vietnam(from), 1)).toEqual(vietnam(due));
  });

  test('end within the shorter hours of the last day', () => {
    const saturdayMornings = workingCalendar({
      ...officeHours,
      periods: [...officeHours.periods, { weekday: 6, from: '08:00', to: '11:00' }],
    });
    expect(saturdayMornings.addWorkingDays(vietnam('2026-11-20T15:00'), 1)).toEqual(vietnam('2026-11-21T11:00'));
    expect(saturdayMornings.addWorkingDays(vietnam('2026-11-20T07:45'), 1)).toEqual(vietnam('2026-11-21T08:00'));
  });
});

describe('working hours', () => {
  test('pause at noon, at night and over the weekend', () => {
    expect(calendar.addWorkingHours(vietnam('2026-11-20T10:30'), 2)).toEqual(vietnam('2026-11-20T14:30'));
    expect(calendar.addWorkingHours(vietnam('2026-11-20T16:30'), 1)).toEqual(vietnam('2026-11-23T08:00'));
  });

  test('that fill a period exactly end with it, not with the next opening', () => {
    expect(calendar.addWorkingHours(vietnam('2026-11-20T07:30'), 4)).toEqual(vietnam('2026-11-20T11:30'));
  });

  test('stand still from the afternoon before Tết until the morning after', () => {
    expect(calendar.workingMsBetween(vietnam('2027-02-04T17:00'), vietnam('2027-02-12T07:30'))).toBe(0);
    expect(calendar.workingMsBetween(vietnam('2027-02-04T16:00'), vietnam('2027-02-12T08:00'))).toBe(1.5 * hourMs);
  });

  test('already overrun are negative', () => {
    expect(calendar.workingMsBetween(vietnam('2026-11-20T14:30'), vietnam('2026-11-20T10:30'))).toBe(-2 * hourMs);
  });

  test('of a centre that never closes are plain hours', () => {
    const centre = workingCalendar({
      periods: [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, from: '00:00', to: '24:00' })),
      holidays: [],
      workedDays: [],
    });
    expect(centre.addWorkingHours(vietnam('2027-02-05T23:00'), 26)).toEqual(vietnam('2027-02-07T01:00'));
    expect(centre.coveredUntil).toBeNull();
  });
});

test.each([
  ['2026-11-20T07:30', true],
  ['2026-11-20T11:30', false],
  ['2026-11-20T13:29', false],
  ['2026-11-20T16:59', true],
  ['2026-11-21T09:00', false],
  ['2026-11-24T09:00', false],
  ['2026-08-22T09:00', true],
])('the office at %s: open %s', (at, open) => {
  expect(calendar.isWorking(vietnam(at))).toBe(open);
});

test('a year beyond the holiday table counts weekends only, and the calendar says where its table ends', () => {
  expect(calendar.coveredUntil).toEqual(vietnam('2028-01-01T00:00'));
  expect(calendar.addWorkingDays(vietnam('2030-01-31T10:00'), 2)).toEqual(vietnam('2030-02-04T10:00'));
});

test('a calendar that is never open, an unreadable time or date, and a negative number of days are refused', () => {
  const backwards = { weekday: 1, from: '17:00', to: '07:30' };
  const misspelt = { weekday: 1, from: '7h30', to: '17h' };
  for (const periods of [[], [backwards], [misspelt]]) {
    expect(() => workingCalendar({ ...officeHours, periods })).toThrow(RangeError);
  }
  expect(() => workingCalendar({ ...officeHours, holidays: ['30/02/2027'] })).toThrow(RangeError);
  expect(() => calendar.addWorkingDays(vietnam('2026-11-20T10:00'), -1)).toThrow(RangeError);
  expect(() => calendar.addWorkingHours(new Date('yesterday'), 1)).toThrow(RangeError);
});

describe('on any calendar', () => {
  const minuteOfDay = fc.integer({ min: 0, max: 1440 });
  const clock = (minute: number): string =>
    `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
  const openingsOf = (weekday: number) =>
    fc.uniqueArray(minuteOfDay, { maxLength: 6 }).map((minutes) => {
      const bounds = minutes.toSorted((a, b) => a - b).map(clock);
      return Array.from({ length: Math.floor(bounds.length / 2) }, (_, index) => ({
        weekday,
        from: bounds[2 * index]!,
        to: bounds[2 * index + 1]!,
      }));
    });
  const from = new Date('2025-01-01T00:00:00Z');
  const isoDay = fc.date({ min: from, max: new Date('2028-12-31'), noInvalidDate: true }).map((date) => date.toISOString().slice(0, 10));
  const moment = fc.date({ min: from, max: new Date('2029-06-01'), noInvalidDate: true });
  const anyCalendar = fc
    .record({
      periods: fc.tuple(...[1, 2, 3, 4, 5, 6, 7].map(openingsOf)).map((week) => week.flat()),
      holidays: fc.array(isoDay, { maxLength: 60 }),
      workedDays: fc.array(isoDay, { maxLength: 10 }),
    })
    .filter(({ periods }) => periods.length > 0)
    .map(workingCalendar);
  const hours = fc.integer({ min: 0, max: 200 * 60 }).map((minutes) => minutes / 60);

  test('the hours that were added are the hours that are measured', () => {
    fc.assert(
      fc.property(anyCalendar, moment, hours, (any, start, added) => {
        const measured = any.workingMsBetween(start, any.addWorkingHours(start, added));
        expect(Math.abs(measured - added * hourMs)).toBeLessThan(1);
      }),
    );
  });

  test('milliseconds that were measured are added again to the very millisecond', () => {
    fc.assert(
      fc.property(anyCalendar, moment, moment, moment, (any, a, b, start) => {
        const measured = Math.abs(any.workingMsBetween(a, b));
        expect(any.workingMsBetween(start, any.addWorkingMs(start, measured))).toBe(measured);
      }),
    );
  });

  test('a later report is never due earlier, and a longer limit never ends earlier', () => {
    fc.assert(
      fc.property(anyCalendar, moment, moment, hours, hours, fc.nat(20), fc.nat(5), (any, a, b, h, more, days, extra) => {
        const [early, late] = a <= b ? [a, b] : [b, a];
        expect(+any.addWorkingHours(late, h)).toBeGreaterThanOrEqual(+any.addWorkingHours(early, h));
        expect(+any.addWorkingHours(early, h + more)).toBeGreaterThanOrEqual(+any.addWorkingHours(early, h));
        expect(+any.addWorkingDays(late, days)).toBeGreaterThanOrEqual(+any.addWorkingDays(early, days));
        expect(+any.addWorkingDays(early, days + extra)).toBeGreaterThanOrEqual(+any.addWorkingDays(early, days));
      }),
    );
  });

  test('measured time adds up over any moment in between', () => {
    fc.assert(
      fc.property(anyCalendar, moment, moment, moment, (any, a, b, c) => {
        expect(any.workingMsBetween(a, b) + any.workingMsBetween(b, c)).toBe(any.workingMsBetween(a, c));
      }),
    );
  });

  test('with the same hours every open day, n working days are n full days of opening time', () => {
    fc.assert(
      fc.property(moment, fc.nat(60), (start, days) => {
        const fullDayMs = 7.5 * hourMs;
        expect(calendar.workingMsBetween(start, calendar.addWorkingDays(start, days))).toBe(days * fullDayMs);
      }),
    );
  });

  test('counting starts in opening time', () => {
    fc.assert(
      fc.property(anyCalendar, moment, (any, start) => {
        const opening = any.addWorkingDays(start, 0);
        expect(any.isWorking(opening)).toBe(true);
        expect(any.workingMsBetween(start, opening)).toBe(0);
        if (any.isWorking(start)) expect(opening).toEqual(start);
      }),
    );
  });
});
