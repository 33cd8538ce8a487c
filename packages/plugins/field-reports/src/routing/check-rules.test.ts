import { expect, test } from 'vitest';
import { type Known, type ProposedRule, ruleFaults, ruleWarnings } from './check-rules.ts';

const known: Known = {
  categories: new Map([['waste', { name: { vi: 'Rác thải', en: 'Waste' } }], ['noise', { name: { vi: 'Tiếng ồn', en: 'Noise' } }]]),
  agencies: new Set(['ioc', 'so-xay-dung', 'cong-an']),
  communes: new Map([['19789', 'Thuận Hóa'], ['19900', 'Thuận An']]),
  bounds: [107, 16, 108.3, 17],
};
const rule = (more: Partial<ProposedRule> = {}): ProposedRule => ({ category: null, communes: null, area: null, during: null, lead: 'ioc', coordinating: [], ...more });
const faults = (...rules: ProposedRule[]) => ruleFaults(rules, known).map(({ path }) => path);
const square = [[107.5, 16.4], [107.6, 16.4], [107.6, 16.5], [107.5, 16.5], [107.5, 16.4]] as const;

test('a sound list has no faults, with the committee of the commune as one of its agencies', () => {
  expect(faults(rule({ category: 'waste', lead: '$commune', coordinating: ['cong-an'] }), rule({ area: square }), rule())).toEqual([]);
});

test.each([
  ['an agency that the province has not', { lead: 'so-ma' }, '.lead'],
  ['a coordinating agency that it has not', { coordinating: ['cong-an', 'so-ma'] }, '.coordinating.1'],
  ['an agency that coordinates with itself', { lead: 'cong-an', coordinating: ['cong-an'] }, '.coordinating.0'],
  ['the same coordinating agency twice', { coordinating: ['cong-an', 'cong-an'] }, '.coordinating.1'],
  ['a category that it has not', { category: 'ufo' }, '.category'],
  ['a commune of another province', { communes: ['24133'] }, '.communes'],
  ['no commune at all', { communes: [] }, '.communes'],
  ['a time without an end', { during: { days: [1], from: '08:00', to: '08:00' } }, '.during'],
  ['no day of the week', { during: { days: [], from: '08:00', to: '17:00' } }, '.during'],
  ['an area that is not closed', { area: square.slice(0, 4) }, '.area'],
  ['an area that crosses itself', { area: [[107.5, 16.4], [107.6, 16.5], [107.6, 16.4], [107.5, 16.5], [107.5, 16.4]] }, '.area'],
  ['an area in another province', { area: square.map(([lon, lat]) => [lon, lat - 4] as const) }, '.area'],
] satisfies [string, Partial<ProposedRule>, string][])('a rule is refused with %s', (_what, more, path) => {
  expect(faults(rule(more))).toEqual([`body.rules.0${path}`]);
});

test('a rule below one that takes all of it is never reached, and is told by which', () => {
  const [fault] = ruleFaults([rule({ category: 'waste' }), rule({ category: 'waste', communes: ['19789'] })], known);
  expect(fault).toEqual({
    path: 'body.rules.1',
    message: {
      vi: 'Quy tắc 2 không bao giờ được dùng: quy tắc 1 đứng trước đã nhận hết. Hãy đưa nó lên trên hoặc bỏ đi.',
      en: 'Rule 2 is never reached: rule 1 before it takes all of it. Please move it up or leave it out.',
    },
  });
});

test.each<[string, ProposedRule[], boolean]>([
  ['behind a rule for everything', [rule(), rule({ area: square })], true],
  ['behind rules that together are for every commune', [rule({ communes: ['19789'] }), rule({ communes: ['19900'] }), rule({ category: 'noise' })], true],
  ['behind rules that together are for every category', [rule({ category: 'waste' }), rule({ category: 'noise' }), rule()], true],
  ['behind open and closed offices', [rule({ during: { office: 'open' } }), rule({ during: { office: 'closed' } }), rule({ during: { days: [1], from: '08:00', to: '09:00' } })], true],
  ['behind the very same area', [rule({ area: square }), rule({ category: 'waste', area: square })], true],
  ['behind open offices alone', [rule({ during: { office: 'open' } }), rule()], false],
  ['behind a drawn area', [rule({ area: square }), rule({ communes: ['19789'] })], false],
  ['behind one of two communes', [rule({ communes: ['19789'] }), rule({ communes: ['19789', '19900'] })], false],
  ['behind a rule for certain hours', [rule({ during: { days: [1], from: '08:00', to: '09:00' } }), rule({ during: { office: 'open' } })], false],
])('a rule %s is out of reach: %#', (_where, rules, isOutOfReach) => {
  expect(faults(...rules)).toEqual(isOutOfReach ? [`body.rules.${rules.length - 1}`] : []);
});

test('a category without a rule, or with one for a part of the province, is a warning: its reports go to the commune', () => {
  expect(ruleWarnings([rule({ category: 'waste', communes: ['19789'] })], known).map(({ category, message }) => [category, message.vi])).toEqual([
    ['waste', 'Lĩnh vực "Rác thải": ở 1 xã, phường hoặc ngoài thời gian của quy tắc, phản ánh về UBND nơi xảy ra.'],
    ['noise', 'Lĩnh vực "Tiếng ồn" chưa có quy tắc: phản ánh về UBND xã, phường nơi xảy ra.'],
  ]);
  expect(ruleWarnings([rule()], known)).toEqual([]);
});

test('five hundred rules over a hundred communes are checked at once', () => {
  const communes = Array.from({ length: 100 }, (_, i) => String(20_000 + i));
  const many: Known = { ...known, communes: new Map(communes.map((code) => [code, code])) };
  const rules = Array.from({ length: 500 }, (_, i) => rule({ category: i % 2 ? 'waste' : 'noise', communes: [communes[i % 100]!], during: i < 100 ? { office: 'open' } : { days: [1, 2], from: '08:00', to: `09:${String(i % 60).padStart(2, '0')}` } }));
  const began = process.cpuUsage();
  ruleFaults(rules, many);
  const { user } = process.cpuUsage(began);
  expect(user / 1000).toBeLessThan(1_000);
});
