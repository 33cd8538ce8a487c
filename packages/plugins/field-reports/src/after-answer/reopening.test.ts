import { expect, test } from 'vitest';
import { mayReopenAt, reopeningOf } from './reopening.ts';

const report = { agency: 'cap-nuoc', answeredBy: ['cap-nuoc'], above: ['so-xay-dung', 'ioc', 'van-phong-ubnd'] };

test('the first time it goes back to the agency that answered', () => {
  expect(reopeningOf({ ...report, times: 0 })).toEqual({ to: 'cap-nuoc' });
});

test('the second time it goes to the supervisor, never to the same agency again', () => {
  expect(reopeningOf({ ...report, times: 1 })).toEqual({ to: 'so-xay-dung' });
});

test('where there is no supervisor, or it has answered already, the dispatcher gets it', () => {
  expect(reopeningOf({ ...report, times: 1, above: ['ioc', 'van-phong-ubnd'] })).toEqual({ to: 'ioc' });
  expect(reopeningOf({ ...report, times: 1, agency: 'so-xay-dung', answeredBy: ['cap-nuoc', 'so-xay-dung'] })).toEqual({ to: 'ioc' });
  expect(reopeningOf({ ...report, times: 1, agency: 'ioc', answeredBy: ['ioc'], above: ['ioc', 'van-phong-ubnd'] })).toEqual({ to: 'van-phong-ubnd' });
});

test('a third time, and where nobody else is left, the supervisor decides', () => {
  expect(reopeningOf({ ...report, times: 2 })).toBe('supervisor-decides');
  expect(reopeningOf({ ...report, times: 1, above: ['cap-nuoc'] })).toBe('supervisor-decides');
});

test('an answer of 1 March can be reopened until 16 March at the same hour, and no longer', () => {
  const answered = new Date('2027-03-01T09:00:00+07:00');
  expect(mayReopenAt(answered, new Date('2027-03-16T09:00:00+07:00'), 15)).toBe(true);
  expect(mayReopenAt(answered, new Date('2027-03-16T09:00:01+07:00'), 15)).toBe(false);
});
