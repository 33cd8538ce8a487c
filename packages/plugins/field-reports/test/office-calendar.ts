import { workingCalendar } from '../../../core/src/organisation/working-calendar.ts';

/** The office hours and days off of 2026 and 2027 that the examples of the rules are written for. */
export const officeCalendar = workingCalendar({
  periods: [1, 2, 3, 4, 5].flatMap((weekday) => [
    { weekday, from: '07:30', to: '11:30' },
    { weekday, from: '13:30', to: '17:00' },
  ]),
  holidays: [
    '2026-01-01', '2026-01-02', '2026-08-31', '2026-09-01', '2026-09-02', '2026-11-24', '2027-01-01',
    '2027-02-05', '2027-02-06', '2027-02-07', '2027-02-08', '2027-02-09', '2027-02-10', '2027-02-11',
  ],
  workedDays: ['2026-01-10', '2026-08-22'],
});

/** Local time in Vietnam: `2027-02-04 16:00`. */
export const vn = (local: string): Date => new Date(`${local.replace(' ', 'T')}:00+07:00`);
