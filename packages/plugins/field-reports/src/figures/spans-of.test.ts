import { expect, test } from 'vitest';
import { spansOf } from './spans-of.ts';

test.each([
  ['a year is its months', '2026-01-01', '2026-12-31', [['month', '2026-01-01', '2026-12-01']]],
  ['365 days are eleven or twelve months and the days around them', '2025-11-24', '2026-11-23', [['day', '2025-11-24', '2025-11-30'], ['month', '2025-12-01', '2026-10-01'], ['day', '2026-11-01', '2026-11-23']]],
  ['a month from the 15th to the 14th has no whole month in it', '2026-10-15', '2026-11-14', [['day', '2026-10-15', '2026-11-14']]],
  ['a leap February is a month', '2028-02-01', '2028-02-29', [['month', '2028-02-01', '2028-02-01']]],
  ['in another year its 28 days are one too', '2027-02-01', '2027-02-28', [['month', '2027-02-01', '2027-02-01']]],
  ['but not in a leap year', '2028-02-01', '2028-02-28', [['day', '2028-02-01', '2028-02-28']]],
  ['from the last of January on', '2026-01-31', '2026-02-28', [['day', '2026-01-31', '2026-01-31'], ['month', '2026-02-01', '2026-02-01']]],
  ['a day', '2026-12-31', '2026-12-31', [['day', '2026-12-31', '2026-12-31']]],
  ['a period that is still to come', '2027-01-01', '2026-11-23', []],
  ['everything so far', '0001-01-01', '2026-11-01', [['month', '0001-01-01', '2026-10-01'], ['day', '2026-11-01', '2026-11-01']]],
])('%s: %s to %s', (_, from, to, spans) => {
  expect(spansOf({ from, to }).map((part) => [part.span, part.from, part.to])).toEqual(spans);
});
