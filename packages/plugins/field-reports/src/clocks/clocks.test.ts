import fc from 'fast-check';
import { expect, test } from 'vitest';
import { officeCalendar as calendar, vn } from '../../test/office-calendar.ts';
import { advance, type Clock, type ClockEvent, type ClockTimes, replay } from './clocks.ts';
import { dueTimes } from './due-times.ts';
import type { Limit } from './limits.ts';
import { type Course, onAccepted, onAssigned, onExtended, onOrdered, onReclassified, onResumed } from './plan-clocks.ts';

type Writable<T> = { -readonly [K in keyof T]: T[K] };

const none = { days: null, hours: null };
const limit: Limit = {
  id: 30, category: null, channel: null, priority: null, acceptHours: 2, assignHours: 4, handle: { days: 2, hours: null }, answer: { days: 3, hours: null },
  coordinate: { days: 1, hours: null }, validFrom: '2025-07-01', retired: false,
};
const slower: Limit = { ...limit, id: 40, handle: none, answer: { days: 7, hours: null } };
const road = { category: 'road-damage', channel: 'hotline', priority: 'normal', flow: 'time-bound' } as const;

/** A case as the log tells it, event by event. */
function caseOf(submittedAt: Date, by = limit) {
  const events: ClockEvent[] = [];
  let clocks: Clock[] = [];
  const happen = (type: string, at: Date, data: ClockEvent['data'] = {}) => {
    // As the log keeps it.
    const event = { type, at, data: JSON.parse(JSON.stringify(data)) as ClockEvent['data'] };
    events.push(event);
    clocks = advance(clocks, event);
  };
  happen('report.submitted', submittedAt, { clocks: dueTimes({ ...road, submittedAt }, [by], calendar).clocks });
  const plan = (at: Date, rule = by) => ({ clocks, at, flow: 'time-bound' as const, limit: rule, calendar });
  return {
    events,
    happen,
    plan,
    all: () => clocks,
    the: (kind: Clock['kind'], part = '') => clocks.find((clock) => clock.kind === kind && clock.part === part)!,
    accept: (at: Date) => happen('report.accepted', at, { clocks: onAccepted(plan(at)) }),
    assign: (at: Date, coordinating: string[] = []) => happen('report.assigned', at, { clocks: onAssigned(plan(at), coordinating) }),
    resume: (at: Date) => happen('report.resumed', at, { clocks: onResumed(plan(at)) }),
  };
}

test('each stage has its clock: accepted in time, assigned late, answered in time', () => {
  const one = caseOf(vn('2026-11-18 08:00'));
  one.accept(vn('2026-11-18 09:00'));
  one.assign(vn('2026-11-18 16:00'));
  one.happen('report.answered', vn('2026-11-19 09:00'));
  expect(one.all().map(({ kind, beganAt, dueAt, inTime }) => [kind, beganAt, dueAt, inTime])).toEqual([
    ['accept', vn('2026-11-18 08:00'), vn('2026-11-18 10:00'), true],
    ['whole', vn('2026-11-18 08:00'), vn('2026-11-23 08:00'), true],
    ['assign', vn('2026-11-18 09:00'), vn('2026-11-18 15:00'), false],
    ['answer', vn('2026-11-18 16:00'), vn('2026-11-20 16:00'), true],
  ]);
});

test('a pause from Friday 20 November 15:00 to Monday 23 November 9:00 is three hours and a half of working time: the weekend adds nothing', () => {
  const one = caseOf(vn('2026-11-18 16:00'), slower);
  one.accept(vn('2026-11-18 16:30'));
  one.assign(vn('2026-11-18 16:40'));
  const before = one.the('whole').dueAt;
  expect(before).toEqual(vn('2026-11-30 16:00'));
  one.happen('report.paused', vn('2026-11-20 15:00'));
  one.resume(vn('2026-11-23 09:00'));
  expect(one.the('whole').dueAt).toEqual(vn('2026-12-01 10:00'));
});

test('what was left when the clock was paused is left when it runs again, over the Culture Day of 24 November too', () => {
  const one = caseOf(vn('2026-11-18 16:00'));
  one.accept(vn('2026-11-18 16:30'));
  one.assign(vn('2026-11-18 16:40'));
  expect(one.the('whole').dueAt).toEqual(vn('2026-11-23 16:00'));
  one.happen('report.paused', vn('2026-11-20 15:00'));
  expect(one.the('whole').pausedAt).toEqual(vn('2026-11-20 15:00'));
  one.resume(vn('2026-11-23 09:00'));
  // 8.5 hours were left: 6 on Monday, none on the holiday of Tuesday, 2.5 on Wednesday.
  expect(one.the('whole').dueAt).toEqual(vn('2026-11-25 10:00'));
  one.happen('report.answered', vn('2026-11-25 09:59'));
  expect(one.the('whole').inTime).toBe(true);
});

test('a pause over Saturday 22 August 2026, worked in exchange for Monday 31, gives that Saturday again', () => {
  const one = caseOf(vn('2026-08-20 16:00'));
  one.accept(vn('2026-08-20 16:30'));
  one.assign(vn('2026-08-20 16:40'));
  // Three days: Friday, the worked Saturday, Monday.
  expect(one.the('whole').dueAt).toEqual(vn('2026-08-24 16:00'));
  one.happen('report.paused', vn('2026-08-21 15:00'));
  one.resume(vn('2026-08-24 09:00'));
  // 16 hours were left: 2 on Friday, 7.5 on Saturday, 6.5 on Monday. Now: 6 on Monday, 7.5 on Tuesday, 2.5 on Wednesday.
  expect(one.the('whole').dueAt).toEqual(vn('2026-08-26 10:00'));
});

test('a regulation of 1 December 2026 leaves a case of 27 November alone, through pause, reassignment and answer', () => {
  const one = caseOf(vn('2026-11-27 09:00'));
  one.accept(vn('2026-11-27 09:30'));
  one.assign(vn('2026-11-27 10:00'));
  expect([one.the('whole').rule, one.the('whole').dueAt]).toEqual([30, vn('2026-12-02 09:00')]);
  // From here on the province has another rule; the case goes by the one whose id it carries.
  one.happen('report.paused', vn('2026-11-30 09:00'));
  one.resume(vn('2026-12-01 09:00'));
  one.assign(vn('2026-12-01 10:00'), ['cong-an']);
  expect([one.the('whole').rule, one.the('whole').dueAt]).toEqual([30, vn('2026-12-03 09:00')]);
  one.happen('report.answered', vn('2026-12-03 08:59'));
  expect(one.the('whole').inTime).toBe(true);
});

test('a clock that is late is not saved by a pause', () => {
  const one = caseOf(vn('2026-11-18 08:00'));
  one.accept(vn('2026-11-18 09:00'));
  one.assign(vn('2026-11-18 10:00'));
  one.happen('report.paused', vn('2026-11-20 14:00'));
  one.resume(vn('2026-11-20 16:00'));
  expect([one.the('answer').dueAt, one.the('whole').dueAt]).toEqual([vn('2026-11-20 10:00'), vn('2026-11-23 10:00')]);
});

test('reassigning never resets a clock; a coordinating agency that is new gets one of its own', () => {
  const one = caseOf(vn('2026-11-18 08:00'));
  one.accept(vn('2026-11-18 09:00'));
  one.assign(vn('2026-11-18 10:00'), ['cong-an']);
  const times = () => ['answer', 'whole'].map((kind) => one.the(kind as Clock['kind']).dueAt);
  const before = [...times(), one.the('coordinate', 'cong-an').dueAt];
  one.assign(vn('2026-11-19 15:00'), ['cong-an', 'so-y-te']);
  expect([...times(), one.the('coordinate', 'cong-an').dueAt]).toEqual(before);
  expect(one.the('coordinate', 'so-y-te')).toMatchObject({ beganAt: vn('2026-11-19 15:00'), dueAt: vn('2026-11-20 15:00'), agency: 'so-y-te' });
  one.happen('report.contributed', vn('2026-11-20 08:00'), { agency: 'so-y-te' });
  expect([one.the('coordinate', 'so-y-te').inTime, one.the('coordinate', 'cong-an').stoppedAt]).toEqual([true, null]);
});

test('no stage ends after the whole', () => {
  const one = caseOf(vn('2026-11-18 08:00'));
  one.accept(vn('2026-11-20 09:00'));
  one.assign(vn('2026-11-20 16:00'), ['cong-an']);
  expect([one.the('answer').dueAt, one.the('coordinate', 'cong-an').dueAt]).toEqual([vn('2026-11-23 08:00'), vn('2026-11-23 08:00')]);
});

test('an extension moves the deadline to the promised time, and never nearer', () => {
  const one = caseOf(vn('2026-11-18 08:00'));
  one.accept(vn('2026-11-18 09:00'));
  one.assign(vn('2026-11-18 10:00'));
  one.happen('report.extended', vn('2026-11-19 08:00'), { clocks: onExtended(one.plan(vn('2026-11-19 08:00')), vn('2026-11-27 17:00')) });
  expect([one.the('whole').dueAt, one.the('answer').dueAt]).toEqual([vn('2026-11-27 17:00'), vn('2026-11-27 17:00')]);
  one.happen('report.extended', vn('2026-11-20 08:00'), { clocks: onExtended(one.plan(vn('2026-11-20 08:00')), vn('2026-11-25 17:00')) });
  expect(one.the('whole').dueAt).toEqual(vn('2026-11-27 17:00'));
});

test('another category counts its own days from acceptance, and a promise made before stands', () => {
  const one = caseOf(vn('2026-11-18 08:00'));
  one.accept(vn('2026-11-18 14:00'));
  const course = { submittedAt: vn('2026-11-18 08:00'), acceptedAt: vn('2026-11-18 14:00'), assignedAt: null, pauses: [], promised: null };
  const at = vn('2026-11-20 09:00');
  one.happen('report.reclassified', at, { clocks: onReclassified(one.plan(at, slower), course) });
  expect([one.the('whole').rule, one.the('whole').dueAt]).toEqual([40, vn('2026-11-30 14:00')]);
  const promised = vn('2026-12-10 17:00');
  one.happen('report.reclassified', at, { clocks: onReclassified(one.plan(at), { ...course, promised }) });
  expect([one.the('whole').rule, one.the('whole').dueAt]).toEqual([30, promised]);
});

test('a report that turns out to be immediate has no stage clocks any more', () => {
  const one = caseOf(vn('2026-11-18 08:00'));
  one.accept(vn('2026-11-18 14:00'));
  const at = vn('2026-11-18 15:00');
  const course = { submittedAt: vn('2026-11-18 08:00'), acceptedAt: vn('2026-11-18 14:00'), assignedAt: null, pauses: [], promised: null };
  const plan = { ...one.plan(at, { ...limit, id: 10, answer: { days: null, hours: 4 } }), flow: 'immediate' as const };
  one.happen('report.reclassified', at, { clocks: onReclassified(plan, course) });
  expect([one.the('assign').stoppedAt, one.the('assign').inTime, one.the('whole').dueAt]).toEqual([at, null, vn('2026-11-18 18:00')]);
});

test('reopening lets the whole run on without giving it more time', () => {
  const one = caseOf(vn('2026-11-18 08:00'));
  one.accept(vn('2026-11-18 09:00'));
  one.assign(vn('2026-11-18 10:00'));
  one.happen('report.answered', vn('2026-11-19 10:00'));
  one.happen('report.reopened', vn('2026-11-25 10:00'));
  expect(one.the('whole')).toMatchObject({ stoppedAt: null, inTime: null, dueAt: vn('2026-11-23 08:00'), runsSince: vn('2026-11-25 10:00') });
});

test('an order of the chairman has a time of its own, which neither an answer nor a pause stops', () => {
  const one = caseOf(vn('2026-11-18 08:00'));
  const order = { id: 'o1', agency: 'so-xay-dung', dueAt: vn('2026-11-19 08:00') };
  one.happen('report.ordered', vn('2026-11-18 08:30'), { order: 'o1', clocks: onOrdered(one.plan(vn('2026-11-18 08:30')), order) });
  one.happen('report.paused', vn('2026-11-18 09:00'));
  one.happen('report.answered', vn('2026-11-18 10:00'));
  expect(one.the('order', 'o1')).toMatchObject({ agency: 'so-xay-dung', pausedAt: null, stoppedAt: null });
  one.happen('order.completed', vn('2026-11-19 09:00'), { order: 'o1' });
  expect(one.the('order', 'o1').inTime).toBe(false);
});

test('whatever happens in whatever order, replaying the events gives the same clocks, and no answer is taken from a citizen earlier than promised', () => {
  const step = fc.record({
    does: fc.constantFrom('accept', 'assign', 'reassign', 'pause', 'resume', 'extend', 'reclassify', 'answer', 'reopen', 'order', 'complete', 'contribute', 'reject', 'merge', 'unmerge', 'withdraw', 'warn', 'escalate'),
    minutes: fc.integer({ min: 0, max: 4_000 }),
    pick: fc.nat(5),
  });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 25 }), fc.integer({ min: 0, max: 500_000 }), (steps, offset) => {
      let at = new Date(vn('2026-08-01 08:00').getTime() + offset * 60_000);
      const course: Writable<Course> = { submittedAt: at, acceptedAt: null, assignedAt: null, pauses: [], promised: null };
      let pausedAt: Date | undefined;
      const one = caseOf(at);
      for (const { does, minutes, pick } of steps) {
        at = new Date(at.getTime() + minutes * 60_000);
        const later = new Date(at.getTime() + (pick + 1) * 86_400_000);
        const name = one.all()[pick % one.all().length]!;
        const data: Record<string, () => [string, ClockEvent['data']]> = {
          accept: () => ['report.accepted', { clocks: onAccepted(one.plan(at)) }],
          assign: () => ['report.assigned', { clocks: onAssigned(one.plan(at), ['cong-an']) }],
          reassign: () => ['report.assigned', { clocks: onAssigned(one.plan(at), ['cong-an', `don-vi-${pick}`]) }],
          pause: () => ['report.paused', {}],
          resume: () => ['report.resumed', { clocks: onResumed(one.plan(at)) }],
          extend: () => ['report.extended', { clocks: onExtended(one.plan(at), later) }],
          reclassify: () => ['report.reclassified', { clocks: onReclassified(one.plan(at, pick % 2 ? slower : limit), course) }],
          answer: () => ['report.answered', {}],
          reopen: () => ['report.reopened', {}],
          order: () => ['report.ordered', { order: `o${pick}`, clocks: onOrdered(one.plan(at), { id: `o${pick}`, agency: 'so-y-te', dueAt: later }) }],
          complete: () => ['order.completed', { order: `o${pick}` }],
          contribute: () => ['report.contributed', { agency: 'cong-an' }],
          reject: () => ['report.rejected', {}],
          merge: () => ['report.merged', {}],
          unmerge: () => ['report.unmerged', {}],
          withdraw: () => ['report.withdrawn', {}],
          warn: () => ['clock.warned', { clock: { kind: name.kind, part: name.part } }],
          escalate: () => ['clock.escalated', { clock: { kind: name.kind, part: name.part }, rung: pick }],
        };
        const before = new Map(one.all().map((clock) => [`${clock.kind}|${clock.part}`, clock.dueAt]));
        const [type, said] = data[does]!();
        one.happen(type, at, said);
        if (does === 'accept') course.acceptedAt ??= at;
        if (does === 'assign' || does === 'reassign') course.assignedAt ??= at;
        if (does === 'extend') course.promised = later;
        if (does === 'pause') pausedAt ??= at;
        if (does === 'resume' && pausedAt !== undefined) {
          course.pauses = [...course.pauses, { from: pausedAt, to: at }];
          pausedAt = undefined;
        }
        for (const { kind, part, dueAt } of one.all()) {
          const was = before.get(`${kind}|${part}`);
          if (was === undefined) continue;
          if (does === 'assign' || does === 'reassign' || does === 'reopen') expect(dueAt).toEqual(was);
          if (does === 'resume' || does === 'extend') expect(+dueAt).toBeGreaterThanOrEqual(+was);
        }
      }
      expect(replay(one.events)).toEqual(one.all());
      // The reader of the log needs neither rules nor calendar: nothing of what follows changes the past.
      const kept = JSON.parse(JSON.stringify(one.events)) as (Omit<ClockEvent, 'at'> & { at: string; data: { clocks?: ClockTimes } })[];
      expect(replay(kept.map((event) => ({ ...event, at: new Date(event.at) })))).toEqual(one.all());
    }),
    { numRuns: 2_000 },
  );
});
