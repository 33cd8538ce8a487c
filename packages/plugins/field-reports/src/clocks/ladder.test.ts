import { expect, test } from 'vitest';
import { officeCalendar as calendar, vn } from '../../test/office-calendar.ts';
import { advance, type Clock } from './clocks.ts';
import { ladderOf, nextLook, ownerOf, stepsDue } from './ladder.ts';

const organisation = { parents: new Map([['doi-cay-xanh', 'so-xay-dung'], ['hanh-chinh-cong', 'van-phong-ubnd']]), chairmanOffice: 'van-phong-ubnd', dispatcher: 'ioc' };
const rungs = [{ to: '$agency', afterHours: 0 }, { to: '$parent', afterHours: 4 }, { to: '$chairman', afterHours: 8 }];
const clock: Clock = {
  kind: 'whole', part: '', agency: null, rule: 1, flow: 'time-bound', beganAt: vn('2026-11-16 08:00'), runsSince: vn('2026-11-16 08:00'),
  warnAt: vn('2026-11-18 14:00'), dueAt: vn('2026-11-19 08:00'), pausedAt: null, stoppedAt: null, inTime: null, warnedAt: null, rung: 0,
};

test('what is late goes from the unit to its department, and from there to the chairman’s office', () => {
  expect(ladderOf('doi-cay-xanh', rungs, organisation).map(({ agency }) => agency)).toEqual(['doi-cay-xanh', 'so-xay-dung', 'van-phong-ubnd']);
});

test('a committee without an agency above it goes to the chairman’s office next; nobody is told twice', () => {
  expect(ladderOf('ubnd-19789', rungs, organisation).map(({ agency }) => agency)).toEqual(['ubnd-19789', 'van-phong-ubnd']);
  expect(ladderOf('hanh-chinh-cong', rungs, organisation).map(({ agency }) => agency)).toEqual(['hanh-chinh-cong', 'van-phong-ubnd']);
});

test('accepting and assigning are the dispatcher’s, the rest is its agency’s', () => {
  expect(ownerOf({ kind: 'accept', agency: null }, 'so-xay-dung', organisation)).toBe('ioc');
  expect(ownerOf(clock, 'so-xay-dung', organisation)).toBe('so-xay-dung');
  expect(ownerOf({ kind: 'coordinate', agency: 'cong-an' }, 'so-xay-dung', organisation)).toBe('cong-an');
});

test('a clock is looked at when three quarters are gone, when it is late, and four and eight working hours later', () => {
  const ladder = ladderOf('doi-cay-xanh', rungs, organisation);
  const looks: (Date | null)[] = [];
  let now = clock;
  for (let i = 0; i < 5; i += 1) {
    const at = nextLook(now, ladder, calendar);
    looks.push(at);
    if (at === null) break;
    const [step] = stepsDue(now, at, ladder, calendar);
    const name = { kind: now.kind, part: now.part };
    now = advance([now], step!.does === 'warn' ? { type: 'clock.warned', at, data: { clock: name } } : { type: 'clock.escalated', at, data: { clock: name, rung: step!.rung } })[0]!;
  }
  expect(looks).toEqual([vn('2026-11-18 14:00'), vn('2026-11-19 08:00'), vn('2026-11-19 14:00'), vn('2026-11-20 08:30'), null]);
});

test('after a quiet night all rungs that were reached meanwhile are told, and a warning that is too late is left out', () => {
  const steps = stepsDue(clock, vn('2026-11-21 08:00'), ladderOf('doi-cay-xanh', rungs, organisation), calendar);
  expect(steps).toEqual([1, 2, 3].map((rung) => ({ does: 'escalate', rung, to: ['doi-cay-xanh', 'so-xay-dung', 'van-phong-ubnd'][rung - 1] })));
});

test('an answered or paused report is spoken of to nobody', () => {
  const ladder = ladderOf('doi-cay-xanh', rungs, organisation);
  for (const still of [{ ...clock, stoppedAt: vn('2026-11-18 08:00') }, { ...clock, pausedAt: vn('2026-11-18 08:00') }]) {
    expect([nextLook(still, ladder, calendar), stepsDue(still, vn('2026-12-01 08:00'), ladder, calendar)]).toEqual([null, []]);
  }
});

test('what is reopened after its deadline climbs the ladder from the reopening on', () => {
  const reopened = { ...clock, runsSince: vn('2026-11-25 08:00') };
  const ladder = ladderOf('doi-cay-xanh', rungs, organisation);
  expect(stepsDue(reopened, vn('2026-11-25 08:00'), ladder, calendar).map(({ does }) => does)).toEqual(['escalate']);
});
