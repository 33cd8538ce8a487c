import { expect, test } from 'vitest';
import { afterQuietHours, nextDigest, usualQuietHours } from './quiet-hours.ts';

const at = (clock: string) => new Date(`2027-03-01T${clock}:00+07:00`);

test.each([
  ['20:59', '2027-03-01T20:59'],
  ['21:00', '2027-03-02T07:00'],
  ['23:30', '2027-03-02T07:00'],
  ['00:10', '2027-03-01T07:00'],
  ['06:59', '2027-03-01T07:00'],
  ['07:00', '2027-03-01T07:00'],
])('at %s in Vietnam, what is not urgent goes out at %s', (now, then) => {
  expect(afterQuietHours(at(now), usualQuietHours)).toEqual(new Date(`${then}:00+07:00`));
});

test('quiet hours within a day end that day; equal ends mean none', () => {
  expect(afterQuietHours(at('12:30'), { from: '12:00', until: '13:30' })).toEqual(at('13:30'));
  expect(afterQuietHours(at('14:00'), { from: '12:00', until: '13:30' })).toEqual(at('14:00'));
  expect(afterQuietHours(at('03:00'), { from: '00:00', until: '00:00' })).toEqual(at('03:00'));
});

test('digests go out on the next full hour, or at the next eight in the morning', () => {
  expect(nextDigest(at('10:20'), 'hourly')).toEqual(at('11:00'));
  expect(nextDigest(at('07:59'), 'daily')).toEqual(at('08:00'));
  expect(nextDigest(at('08:00'), 'daily')).toEqual(new Date('2027-03-02T08:00:00+07:00'));
});
