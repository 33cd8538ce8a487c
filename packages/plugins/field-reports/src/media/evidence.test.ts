import { expect, test } from 'vitest';
import { type Evidence, judgeEvidence } from './evidence.ts';

const submittedAt = new Date('2026-11-22T14:05:00+07:00');
const place = { lat: 16.4637, lon: 107.5909, commune: '19789', exact: true };
const rule = { farMetres: 500, oldDays: 7 };
const taken = (time: string | null, lat: number | null = null, lon: number | null = null): Evidence => ({ takenAt: time === null ? null : new Date(time), lat, lon });
const judged = (evidence: Evidence, commune: string | null = '19789', exact = true) => judgeEvidence(evidence, commune, { place: { ...place, exact }, submittedAt }, rule);

test('a picture that says nothing of itself is no reason to look twice', () => {
  expect(judged(taken(null))).toEqual({ metres: null, flags: [] });
});

test('a picture taken a few steps away, just before the report, is as it should be', () => {
  expect(judged(taken('2026-11-22T14:01:00+07:00', 16.464, 107.591))).toEqual({ metres: 35, flags: [] });
});

test('a picture taken a kilometre away is flagged as far', () => {
  expect(judged(taken(null, 16.4727, 107.5909))).toEqual({ metres: 1_001, flags: ['far'] });
});

test('a picture whose GPS is in Buôn Ma Thuột is flagged as of another province, and far', () => {
  expect(judged(taken(null, 12.6667, 108.05), null)).toEqual({ metres: expect.toSatisfy((metres: number) => metres > 400_000) as number, flags: ['other-province', 'far'] });
});

test('of a report without an exact place no distance is told, but another commune is', () => {
  expect(judged(taken(null, 16.4727, 107.5909), '19789', false)).toEqual({ metres: null, flags: [] });
  expect(judged(taken(null, 16.55, 107.64), '19900', false)).toEqual({ metres: null, flags: ['other-commune'] });
});

test('a picture of last month is old, and one from the future has a wrong clock', () => {
  expect(judged(taken('2026-10-22T14:05:00+07:00')).flags).toEqual(['old']);
  expect(judged(taken('2026-11-15T14:06:00+07:00')).flags).toEqual([]);
  expect(judged(taken('2026-11-22T14:30:00+07:00')).flags).toEqual([]);
  expect(judged(taken('2027-11-22T14:05:00+07:00')).flags).toEqual(['future']);
});
