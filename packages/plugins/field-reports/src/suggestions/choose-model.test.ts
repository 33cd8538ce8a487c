import { expect, test } from 'vitest';
import { takesItsPlace } from './choose-model.ts';
import type { Measured } from './train-model.ts';

const measured = (right: number): Measured => ({
  reports: 10_000,
  measuredOn: 1_000,
  accuracy: { category: { reports: 1_000, right, said: 0, saidRight: 0, calibrationError: 0, byClass: {} } },
  tooFew: {},
});
const tonight = new Date('2026-11-23T02:30:00+07:00');
const former = (right: number, at = '2026-11-22T02:30:00+07:00') => ({ trainedAt: new Date(at), measured: measured(right) });

test('the first model is taken as it is', () => {
  expect(takesItsPlace(undefined, measured(400), tonight, 0.02)).toBe(true);
});

test('a model that is right in 88 % instead of 90 % is taken, one with 87 % is not', () => {
  expect(takesItsPlace(former(900), measured(880), tonight, 0.02)).toBe(true);
  expect(takesItsPlace(former(900), measured(870), tonight, 0.02)).toBe(false);
  expect(takesItsPlace(former(900), measured(870), tonight, 0.05)).toBe(true);
});

test('after thirty days a former model has had its time', () => {
  expect(takesItsPlace(former(900, '2026-10-24T02:30:00+07:00'), measured(700), tonight, 0.02)).toBe(false);
  expect(takesItsPlace(former(900, '2026-10-23T02:30:00+07:00'), measured(700), tonight, 0.02)).toBe(true);
});
