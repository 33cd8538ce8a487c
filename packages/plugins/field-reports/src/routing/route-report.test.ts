import { expect, test } from 'vitest';
import { type Routable, routeReport, type Routes, type RoutingRule } from './route-report.ts';

const vietnam = (local: string) => new Date(`${local}:00+07:00`);
/** Monday to Friday, eight to five: enough of a calendar to route by. */
const isWorking = (at: Date) => {
  const local = new Date(at.getTime() + 7 * 3_600_000);
  return local.getUTCDay() % 6 !== 0 && local.getUTCHours() >= 8 && local.getUTCHours() < 17;
};
const routes: Routes = { committees: new Map([['19789', 'ubnd-19789'], ['19900', 'ubnd-19900']]), dispatcher: 'ioc', isWorking };
const report = (more: Partial<Routable> = {}): Routable => ({ category: 'road-damage', commune: '19789', lat: 16.46, lon: 107.58, submittedAt: vietnam('2026-11-18T09:00'), ...more });
let id = 0;
const rule = (more: Partial<RoutingRule>): RoutingRule => ({ id: (id += 1), category: null, communes: null, area: null, during: null, lead: 'so-xay-dung', coordinating: [], ...more });
const agency = (rules: RoutingRule[], more?: Partial<Routable>) => routeReport(report(more), rules, routes).agency;

test('the first rule that matches decides, whatever stands below it', () => {
  const rules = [rule({ category: 'waste', lead: 'moi-truong-do-thi' }), rule({ category: 'road-damage', lead: 'so-xay-dung' }), rule({ lead: 'ioc' })];
  expect(routeReport(report(), rules, routes)).toEqual({ rule: rules[1]!.id, agency: 'so-xay-dung', coordinating: [] });
  expect(agency(rules, { category: 'noise' })).toBe('ioc');
});

test('what no rule is for goes to the committee of the commune where it happened, and without one to the dispatcher', () => {
  expect(routeReport(report(), [], routes)).toEqual({ rule: null, agency: 'ubnd-19789', coordinating: [] });
  expect(agency([], { commune: '20000' })).toBe('ioc');
});

test('a rule for some communes leaves the others to the rules below', () => {
  const rules = [rule({ communes: ['19900'], lead: 'cang-thuan-an' }), rule({ lead: '$commune' })];
  expect(agency(rules, { commune: '19900' })).toBe('cang-thuan-an');
  expect(agency(rules)).toBe('ubnd-19789');
});

test('a rule for a drawn area takes what lies in it and nothing beside it', () => {
  const citadel = [[107.56, 16.46], [107.59, 16.46], [107.59, 16.48], [107.56, 16.48], [107.56, 16.46]] as const;
  const rules = [rule({ area: citadel, lead: 'bao-ton-di-tich' }), rule({ lead: 'so-xay-dung' })];
  expect(agency(rules, { lat: 16.47, lon: 107.575 })).toBe('bao-ton-di-tich');
  expect(agency(rules, { lat: 16.45, lon: 107.575 })).toBe('so-xay-dung');
  expect(agency(rules, { lat: 16.47, lon: 107.6 })).toBe('so-xay-dung');
});

test('while offices are closed the duty team takes over, as the working calendar has it', () => {
  const rules = [rule({ during: { office: 'closed' }, lead: 'truc-dem' }), rule({ lead: 'so-xay-dung' })];
  expect(agency(rules, { submittedAt: vietnam('2026-11-18T09:00') })).toBe('so-xay-dung');
  expect(agency(rules, { submittedAt: vietnam('2026-11-18T22:00') })).toBe('truc-dem');
  expect(agency(rules, { submittedAt: vietnam('2026-11-22T09:00') })).toBe('truc-dem');
});

test.each([
  ['Friday 23:00', '2026-11-20T23:00', true],
  ['Saturday 03:00, which is still the night of Friday', '2026-11-21T03:00', true],
  ['Saturday 06:00, when it ends', '2026-11-21T06:00', false],
  ['Saturday 23:00, a night of its own', '2026-11-21T23:00', false],
  ['Friday 03:00, the night of Thursday', '2026-11-20T03:00', false],
])('a rule for Friday nights from 22:00 to 06:00, on %s: %s', (_when, at, takes) => {
  const rules = [rule({ during: { days: [5], from: '22:00', to: '06:00' }, lead: 'truc-dem' })];
  expect(agency(rules, { submittedAt: vietnam(at) })).toBe(takes ? 'truc-dem' : 'ubnd-19789');
});

test('a rule for whole days counts up to midnight', () => {
  const rules = [rule({ during: { days: [6, 7], from: '00:00', to: '24:00' }, lead: 'cuoi-tuan' })];
  expect(agency(rules, { submittedAt: vietnam('2026-11-22T23:59') })).toBe('cuoi-tuan');
  expect(agency(rules, { submittedAt: vietnam('2026-11-23T00:00') })).toBe('ubnd-19789');
});

test('whoever leads does not coordinate as well, and nobody coordinates twice', () => {
  const rules = [rule({ lead: '$commune', coordinating: ['ubnd-19789', '$commune', 'cong-an', 'cong-an'] })];
  expect(routeReport(report(), rules, routes).coordinating).toEqual(['cong-an']);
  expect(routeReport(report(), [rule({ lead: 'so-y-te', coordinating: ['$commune'] })], routes).coordinating).toEqual(['ubnd-19789']);
});
