import { expect, test } from 'vitest';
import { workingCalendar } from '../../../../core/src/organisation/working-calendar.ts';
import { addCounts, noSums } from './counters.ts';
import { type Definition, definitions, type MetricId, metricIds, valueOf } from './definitions.ts';
import type { PeriodSums } from './read-sums.ts';
import { factsAfter, type ReportFacts } from './report-facts.ts';
import { tallyOf } from './tally.ts';

/** 7:30–11:30 and 13:30–17:00 Monday to Friday; 24 November 2026 is a holiday. */
const calendar = workingCalendar({
  periods: [1, 2, 3, 4, 5].flatMap((weekday) => [{ weekday, from: '07:30', to: '11:30' }, { weekday, from: '13:30', to: '17:00' }]),
  holidays: ['2026-11-24'],
  workedDays: [],
});

type Step = readonly [at: string, type: string, data?: object];
const sent = (at: string, due: string, more: object = {}): Step => [at, 'submitted', { category: 'waste', commune: '19789', agency: 'so-xay-dung', media: 0, public: true, dueAt: iso(due), ...more }];
const iso = (at: string) => `2026-${at.replace(' ', 'T')}:00+07:00`;

/** Eleven reports of November 2026, and one of October that is closed in it. */
const reports: Readonly<Record<string, readonly Step[]>> = {
  'answered in time, rated satisfied, two photos': [
    sent('11-02 08:00', '11-06 17:00', { media: 2 }), ['11-02 09:00', 'accepted'], ['11-02 11:00', 'assigned', { agency: 'so-xay-dung' }],
    ['11-04 10:00', 'answered', { onTime: true }], ['11-05 10:00', 'closed'], ['11-06 20:00', 'rated', { rating: 'satisfied' }],
  ],
  'answered a day late, rated dissatisfied': [
    sent('11-03 08:00', '11-09 17:00'), ['11-03 12:00', 'accepted'], ['11-03 12:00', 'assigned', { agency: 'so-xay-dung' }],
    ['11-10 08:00', 'answered', { onTime: false }], ['11-10 09:00', 'closed'], ['11-11 20:00', 'rated', { rating: 'dissatisfied' }],
  ],
  'passed on twice, extended, answered within the extension; a photo sent later': [
    sent('11-05 08:00', '11-12 17:00'), ['11-05 09:30', 'accepted'], ['11-05 10:30', 'assigned', { agency: 'cong-an' }], ['11-06 08:00', 'supplemented', { photos: 1 }],
    ['11-06 09:00', 'refused', { from: 'cong-an', to: 'so-y-te' }], ['11-09 09:00', 'assigned', { agency: 'so-xay-dung' }], ['11-10 09:00', 'extended', { dueAt: iso('11-20 17:00') }],
    ['11-18 16:00', 'answered', { onTime: true }], ['11-19 08:30', 'closed'], ['11-20 20:00', 'rated', { rating: 'accepted' }],
  ],
  'answered in time, reopened eight days later and open again since': [
    sent('11-06 08:00', '11-13 17:00'), ['11-06 10:00', 'accepted'], ['11-06 14:00', 'assigned', { agency: 'so-xay-dung' }],
    ['11-12 09:00', 'answered', { onTime: true }], ['11-12 15:00', 'closed'], ['11-19 20:00', 'rated', { rating: 'dissatisfied' }], ['11-20 09:00', 'reopened', { agency: 'so-xay-dung' }],
  ],
  'rejected': [sent('11-09 08:00', '11-16 17:00'), ['11-09 15:00', 'rejected']],
  'merged into another': [sent('11-10 08:00', '11-17 17:00'), ['11-10 12:00', 'merged']],
  'paused for a week, now due in December; with a video': [
    sent('11-16 08:00', '11-23 17:00'), ['11-16 08:30', 'accepted'], ['11-16 09:00', 'assigned', { agency: 'so-xay-dung' }], ['11-16 09:10', 'video', { state: 'ready' }],
    ['11-20 09:00', 'paused'], ['11-27 09:00', 'resumed', { dueAt: iso('12-02 17:00') }],
  ],
  'nobody has looked at it, and it is late; no commune': [sent('11-23 08:00', '11-27 17:00', { commune: '' })],
  'withdrawn': [sent('11-23 08:00', '11-30 17:00'), ['11-23 09:00', 'withdrawn']],
  'sent as a private matter, reclassified with an earlier deadline, answered in time, rated dissatisfied': [
    sent('11-25 08:00', '12-02 17:00', { category: 'security', public: false }), ['11-25 14:00', 'accepted'],
    ['11-25 15:00', 'reclassified', { category: 'road-damage', agency: 'so-xay-dung', dueAt: iso('11-27 11:30'), public: false, publishable: true }], ['11-25 15:30', 'assigned', { agency: 'so-xay-dung', dueAt: iso('12-02 17:00') }],
    ['11-26 10:00', 'answered', { onTime: true }], ['11-26 10:30', 'closed'], ['11-27 20:00', 'rated', { rating: 'dissatisfied' }],
  ],
  'of October, a private matter, closed in November, never rated': [
    sent('10-20 08:00', '10-30 17:00', { public: false }), ['10-20 09:00', 'accepted'], ['10-20 09:30', 'assigned', { agency: 'so-xay-dung' }], ['10-29 10:00', 'answered', { onTime: true }], ['11-03 08:00', 'closed'],
  ],
};

function factsOf(steps: readonly Step[]): ReportFacts {
  const facts = steps.reduce<ReportFacts | undefined>(
    (known, [at, type, data]) => factsAfter(known, { type: type === 'video' ? 'video.received' : `report.${type}`, at: new Date(iso(at)), data: { ...(known && { category: known.category }), ...data } }, calendar),
    undefined,
  );
  return facts!;
}

function sumsOf(all: readonly ReportFacts[], { from, to }: { from: string; to: string }): PeriodSums {
  const sums: Record<string, number> = { ...noSums, open: 0, late: 0, closed28: 0 };
  for (const { day, counts } of all.flatMap(tallyOf)) {
    if (day > to) continue;
    addCounts(sums, { ...(day >= from ? counts : {}) });
    sums['open']! += (counts.opened ?? 0) - (counts.ended ?? 0);
    sums['late']! += (counts.late_begun ?? 0) - (counts.late_ended ?? 0);
    if (day >= '2026-11-03') sums['closed28']! += counts.closed ?? 0;
  }
  return sums as unknown as PeriodSums;
}

const input = { sums: sumsOf(Object.values(reports).map(factsOf), { from: '2026-11-01', to: '2026-11-30' }), population: 1_236_393, suggestions: { shown: 100, confirmed: 84 } };

test.each<[MetricId, numerator: number, denominator: number, because: string]>([
  ['fr.volume', 10, 1_236_393, 'ten were sent in November, by the people of the province'],
  ['fr.accept_rate', 6, 10, 'rejected, merged, withdrawn and the one that nobody looked at were not accepted'],
  ['fr.t_accept_med', 1 + 4 + 1.5 + 2 + 0.5 + 6, 6, 'hours by the clock'],
  ['fr.t_assign_med', 2 + 0 + 1 + 4 + 0.5 + 1.5, 6, 'to the first assignment, whoever got it afterwards'],
  ['fr.t_close_med', 23.5 + 35 + 74 + 6 + 74, 5, 'working hours; the one that is open again is not done'],
  ['fr.t_close_p90', 23.5 + 35 + 74 + 6 + 74, 5, 'the same'],
  ['fr.ontime_766', 3, 6, 'due in November: in time, a day late, within its extension, reopened, never looked at, reclassified; the paused one is due in December'],
  ['fr.overdue_open', 2, 3, 'open are the reopened, the paused, the one that nobody looked at; the paused one is not late'],
  ['fr.extend_rate', 1, 6, 'six were closed for the first time in November'],
  ['fr.bounce_rate', 1, 6, 'cong-an → so-y-te → so-xay-dung'],
  ['fr.reopen_rate', 1, 6, 'eight days after its answer'],
  ['fr.sat_hue', 2, 5, 'one satisfied, one accepting, three dissatisfied'],
  ['fr.sat_766', 2, 6, 'of the three in time one is dissatisfied'],
  ['fr.rating_cov', 5, 6, 'the one of October was never rated'],
  ['fr.public_rate', 4, 5, 'what was sent as a private matter stays one, in a category that is published by now'],
  ['fr.media_rate', 3, 10, 'photos at once, a photo later, a video'],
  ['fr.geo_cov', 9, 10, 'one names no commune'],
  ['fr.backlog_days', 3 * 28, 6, 'three open, six closed from 3 to 30 November: fourteen days of work'],
  ['fr.dup_rate', 1, 10, 'one was merged'],
  ['fr.ai_accept', 84, 100, 'confirmed of those shown'],
])('%s of November 2026 is %d of %d: %s', (id, numerator, denominator) => {
  expect(definitions[id].parts(input)).toMatchObject({ numerator, denominator });
});

test('every metric has its line above', () => {
  expect(metricIds).toHaveLength(20);
});

test.each<[MetricId, readonly number[], value: number]>([
  // ≤ 1 h: 1 and 0.5; ≤ 2 h: 1.5 and 2; ≤ 4 h: 4; ≤ 8 h: 6. The 3rd of 6 is half way through the second bucket.
  ['fr.t_accept_med', [2, 2, 1, 1, 0, 0, 0, 0, 0, 0, 0], 1.5],
  // ≤ 1 h: 0, 1 and 0.5: the 3rd of 6 is the end of the first bucket.
  ['fr.t_assign_med', [3, 2, 1, 0, 0, 0, 0, 0, 0, 0, 0], 1],
  // 6; 23.5; 35; 74 and 74: the median, 2.5 of 5, half way between 24 and 48.
  ['fr.t_close_med', [0, 0, 0, 1, 1, 1, 0, 2, 0, 0, 0], 36],
  // The 4.5th of 5: three quarters of the way from 72 to 120.
  ['fr.t_close_p90', [0, 0, 0, 1, 1, 1, 0, 2, 0, 0, 0], 108],
])('%s is read from buckets %j: %d hours', (id, histogram, value) => {
  const definition: Definition = definitions[id];
  const parts = definition.parts(input);
  expect(parts.histogram).toEqual(histogram);
  expect(valueOf(definition, parts)).toEqual({ value, beyond: false });
});

test('values are in their unit: per cent, days, reports per 10,000 people', () => {
  const valueIn = (id: MetricId) => valueOf(definitions[id], definitions[id].parts(input))!.value;
  expect(valueIn('fr.ontime_766')).toBe(50);
  expect(valueIn('fr.backlog_days')).toBe(14);
  expect(valueIn('fr.volume')).toBeCloseTo(0.0809, 4);
});

test('direction and least number are those of the ministry: no least number is under 10, and volume has no better', () => {
  const table = Object.entries(definitions).map(([id, { direction, leastN }]) => [id, direction, leastN]);
  expect(table).toEqual([
    ['fr.volume', 'none', 10_000], ['fr.accept_rate', 'none', 30], ['fr.t_accept_med', 'down', 30], ['fr.t_assign_med', 'down', 30], ['fr.t_close_med', 'down', 30], ['fr.t_close_p90', 'down', 100],
    ['fr.ontime_766', 'up', 30], ['fr.overdue_open', 'down', 30], ['fr.extend_rate', 'down', 30], ['fr.bounce_rate', 'down', 30], ['fr.reopen_rate', 'down', 30], ['fr.sat_hue', 'up', 30], ['fr.sat_766', 'up', 30],
    ['fr.rating_cov', 'up', 30], ['fr.public_rate', 'up', 30], ['fr.media_rate', 'none', 30], ['fr.geo_cov', 'up', 30], ['fr.backlog_days', 'down', 28], ['fr.dup_rate', 'none', 30], ['fr.ai_accept', 'up', 100],
  ]);
});
