import { expect, test } from 'vitest';
import { workingCalendar } from '../../../../core/src/organisation/working-calendar.ts';
import { addCounts } from './counters.ts';
import { factsAfter, type ReportFacts } from './report-facts.ts';
import { tallyOf } from './tally.ts';

const calendar = workingCalendar({
  periods: [1, 2, 3, 4, 5].flatMap((weekday) => [{ weekday, from: '07:30', to: '11:30' }, { weekday, from: '13:30', to: '17:00' }]),
  holidays: ['2026-11-24'],
  workedDays: [],
});
type Step = readonly [type: string, at: string, data?: object];
const due = '2026-11-20T17:00:00+07:00';
const submitted: Step = ['report.submitted', '2026-11-16T08:00', { category: 'waste', commune: '19789', agency: 'so-xay-dung', media: 2, public: true, dueAt: due }];

function factsOf(steps: readonly Step[]): ReportFacts {
  const facts = steps.reduce<ReportFacts | undefined>((known, [type, at, data]) => factsAfter(known, { type, at: new Date(`${at}:00+07:00`), data: { category: 'waste', ...data } }, calendar), undefined);
  return facts!;
}

/** What a report adds, day by day. */
function byDay(...steps: Step[]): Record<string, Record<string, number>> {
  const days: Record<string, Record<string, number>> = {};
  for (const { day, counts } of tallyOf(factsOf(steps))) addCounts((days[day.slice(5)] ??= {}), counts);
  return days;
}

const life: Step[] = [
  submitted,
  ['report.accepted', '2026-11-16T09:30'],
  ['report.assigned', '2026-11-16T14:30', { agency: 'so-xay-dung', dueAt: due }],
  ['report.answered', '2026-11-19T10:00', { onTime: true }],
  ['report.closed', '2026-11-23T08:30'],
  ['report.rated', '2026-11-25T20:00', { rating: 'accepted', before: null }],
];

test('a report that went well: sent, accepted after 1.5 h, assigned after 5, answered in time, closed, rated', () => {
  expect(byDay(...life)).toEqual({
    '11-16': {
      submitted: 1, with_media: 1, located: 1, accepted_since: 1, opened: 1,
      accepted: 1, accept_minutes: 90, accept_h2: 1,
      assign_minutes: 300, assign_h8: 1,
    },
    '11-19': { answered: 1, answered_on_time: 1, ended: 1 },
    '11-20': { due: 1, due_met: 1, due_content: 1 },
    // Working hours from Monday 9:30 to Monday 8:30: 5.5 + 4 × 7.5 + 1 = 36.5.
    '11-23': { closed: 1, closed_rated: 1, closed_publishable: 1, closed_published: 1, close_minutes: 2190, close_h48: 1 },
    '11-25': { rated: 1, accepting: 1 },
  });
});

test('one that is open past its deadline counts as due and not met, and as late from that day on', () => {
  const days = byDay(...life.slice(0, 3));
  expect(days['11-20']).toEqual({ due: 1, late_begun: 1 });
  // Answered two days late: late no more, and still not met.
  const late = byDay(...life.slice(0, 3), ['report.answered', '2026-11-22T10:00', { onTime: false }]);
  expect(late['11-20']).toEqual({ due: 1, late_begun: 1 });
  expect(late['11-22']).toEqual({ answered: 1, ended: 1, late_ended: 1 });
});

test('reopened after its deadline it is late at once, its closing counts again when it is closed again, and the first day tells that it was reopened', () => {
  const reopened: Step[] = [...life.slice(0, 5), ['report.reopened', '2026-11-26T09:00', { agency: 'so-xay-dung', before: 'so-xay-dung' }]];
  const days = byDay(...reopened);
  expect(days['11-23']).toEqual({ closed: 1, closed_reopened: 1, closed_publishable: 1, closed_published: 1 });
  expect(days['11-26']).toEqual({ reopened: 1, opened: 1, late_begun: 1 });
  expect(days['11-20']).toEqual({ due: 1 });
  const again = byDay(...reopened, ['report.answered', '2026-11-27T09:00', { onTime: false }], ['report.closed', '2026-11-27T10:00']);
  expect(again['11-27']).toMatchObject({ answered: 1, ended: 1, late_ended: 1, close_h72: 1 });
  expect(again['11-23']).toMatchObject({ closed: 1, closed_reopened: 1 });
});

test('16 days after the answer a reopening no longer counts as one of the 15 days', () => {
  expect(byDay(...life.slice(0, 5), ['report.reopened', '2026-12-06T09:00'])['11-23']).not.toHaveProperty('closed_reopened');
  expect(byDay(...life.slice(0, 5), ['report.reopened', '2026-12-04T09:00'])['11-23']).toHaveProperty('closed_reopened', 1);
});

test('two changes of agency are passing around, one is not, and the first owner is no change', () => {
  const to = (agency: string, at: string): Step => ['report.assigned', at, { agency, dueAt: due }];
  const closed: Step[] = [['report.answered', '2026-11-19T10:00', { onTime: true }], ['report.closed', '2026-11-19T11:00']];
  const first = to('cong-an', '2026-11-16T10:00');
  const once = [submitted, first, to('so-y-te', '2026-11-17T10:00')];
  expect(byDay(...once, ...closed)['11-19']).not.toHaveProperty('closed_bounced');
  expect(byDay(...once, to('so-y-te', '2026-11-17T12:00'), ...closed)['11-19']).not.toHaveProperty('closed_bounced');
  expect(byDay(...once, to('cong-an', '2026-11-18T10:00'), ...closed)['11-19']).toHaveProperty('closed_bounced', 1);
});

test('a refusal counts for the agency that refused, also when the report is another one’s by now', () => {
  const facts = factsOf([submitted, ['report.assigned', '2026-11-16T10:00', { agency: 'cong-an', dueAt: due }], ['report.refused', '2026-11-17T10:00', { from: 'cong-an', to: 'so-y-te' }]]);
  expect(facts.agency).toBe('so-y-te');
  expect(tallyOf(facts).filter(({ counts }) => counts.refused).map(({ agency }) => agency)).toEqual(['cong-an']);
});

test.each([
  ['rejected', 'report.rejected'],
  ['withdrawn', 'report.withdrawn'],
  ['merged into another', 'report.merged'],
])('a report that was %s owes nobody an answer', (_, type) => {
  const days = byDay(submitted, [type, '2026-11-17T10:00', { reason: 'Không thuộc thẩm quyền' }]);
  expect(days).not.toHaveProperty('11-20');
  expect(days['11-17']).toHaveProperty('ended', 1);
});

test('merged counts on the day that it was sent, and no more once it was separated again', () => {
  expect(byDay(submitted, ['report.merged', '2026-11-17T10:00'])['11-16']).toHaveProperty('merged_since', 1);
  const separated = byDay(submitted, ['report.merged', '2026-11-17T10:00'], ['report.unmerged', '2026-11-17T11:00']);
  expect(separated['11-16']).not.toHaveProperty('merged_since');
  expect(separated['11-20']).toEqual({ due: 1, late_begun: 1 });
});

test('an extension moves the day that it is due, and is told by the day of closing', () => {
  const days = byDay(...life.slice(0, 3), ['report.extended', '2026-11-19T10:00', { dueAt: '2026-11-27T17:00:00+07:00' }], ['report.answered', '2026-11-25T10:00', { onTime: true }], ['report.closed', '2026-11-26T10:00']);
  expect(days).not.toHaveProperty('11-20');
  expect(days['11-27']).toEqual({ due: 1, due_met: 1, due_content: 1 });
  expect(days['11-26']).toHaveProperty('closed_extended', 1);
});

test('while it is paused it is neither due nor late; resumed, it is due when its clock says', () => {
  const paused: Step[] = [...life.slice(0, 3), ['report.paused', '2026-11-19T10:00', { reason: 'Chờ vật tư', until: '2026-11-26T10:00:00+07:00' }]];
  expect(Object.keys(byDay(...paused))).toEqual(['11-16']);
  const clocks = { due: [{ kind: 'answer', at: '2026-11-26T10:00:00+07:00' }, { kind: 'whole', at: '2026-11-27T17:00:00+07:00' }] };
  const resumed = byDay(...paused, ['report.resumed', '2026-11-26T10:00', { clocks, dueAt: '2026-11-27T17:00:00+07:00' }]);
  expect(resumed).not.toHaveProperty('11-20');
  expect(resumed['11-27']).toEqual({ due: 1, late_begun: 1 });
  // An assignment that repeats the due time of before the pause moves nothing.
  const handedOn = byDay(...paused, ['report.resumed', '2026-11-26T10:00', { clocks }], ['report.assigned', '2026-11-26T11:00', { agency: 'so-y-te', dueAt: due }]);
  expect(handedOn['11-27']).toEqual({ due: 1, late_begun: 1 });
});

test('one that is late already is not helped by a pause', () => {
  expect(byDay(...life.slice(0, 3), ['report.paused', '2026-11-21T10:00'])['11-20']).toEqual({ due: 1, late_begun: 1 });
});

test('reclassified, it counts in its new category, on the day that the new rule makes it due', () => {
  const steps: Step[] = [...life.slice(0, 3), ['report.reclassified', '2026-11-17T10:00', { category: 'road-damage', agency: 'so-xay-dung', dueAt: '2026-11-18T17:00:00+07:00', before: 'waste' }]];
  expect(factsOf(steps).category).toBe('road-damage');
  expect(byDay(...steps)['11-18']).toEqual({ due: 1, late_begun: 1 });
  expect(byDay(...steps)).not.toHaveProperty('11-20');
});

test('a report that was open again when it was merged is open when it is separated', () => {
  const days = byDay(...life.slice(0, 5), ['report.reopened', '2026-11-24T09:00'], ['report.merged', '2026-11-25T09:00'], ['report.unmerged', '2026-11-26T09:00']);
  expect(days['11-25']).toMatchObject({ ended: 1, late_ended: 1 });
  expect(days['11-26']).toEqual({ opened: 1, late_begun: 1 });
});

test('a second rating takes the place of the first; what a voice thinks is not counted', () => {
  const days = byDay(...life, ['report.rated', '2026-11-26T08:00', { rating: 'dissatisfied', before: 'accepted' }], ['report.rated', '2026-11-26T09:00', { rating: 'satisfied', before: null, by: 'voice' }]);
  expect(days).not.toHaveProperty('11-25');
  expect(days['11-26']).toEqual({ rated: 1 });
  expect(days['11-20']).toEqual({ due: 1, due_met: 1 });
});

test('whatever else happens to a report, its log folded in one go or event by event gives the same facts', () => {
  const once = factsOf(life);
  const stepwise = life.reduce<ReportFacts | undefined>((known, [type, at, data]) => {
    const kept = known && (JSON.parse(JSON.stringify(known)) as ReportFacts);
    return factsAfter(kept, { type, at: new Date(`${at}:00+07:00`), data: { category: 'waste', ...data } }, calendar);
  }, undefined);
  expect(stepwise).toEqual(once);
});
