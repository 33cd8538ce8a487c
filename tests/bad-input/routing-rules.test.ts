import { afterAll, beforeAll, expect, test } from 'vitest';
import { here, type HueProvince, hueProvince } from './hue-province.ts';

let at: HueProvince;
beforeAll(async () => void (at = await hueProvince()));
afterAll(() => at[Symbol.asyncDispose]());

interface Routing {
  readonly version: number;
  readonly rules: readonly object[];
  readonly warnings: readonly { readonly category: string }[];
}
const read = () => at.get<Routing>('/routing', at.staff.admin);
const save = async (rules: readonly object[]) => at.post('/routing', { version: (await read()).version, rules }, at.staff.admin, 'PUT');
const square = (west: number, south: number, size = 0.01) => [[west, south], [west + size, south], [west + size, south + size], [west, south + size], [west, south]];

const matchNothing: readonly (readonly [what: string, rule: object])[] = [
  ['no commune at all', { communes: [], lead: 'ioc' }],
  ['a commune of another province', { communes: ['24133'], lead: 'ioc' }],
  ['a commune that there never was', { communes: ['00000'], lead: 'ioc' }],
  ['a category that there is not', { category: 'ufo', lead: 'ioc' }],
  ['an area in the sea of another province', { area: square(109.3, 12.2), lead: 'ioc' }],
  ['an area of two corners', { area: [[107.5, 16.4], [107.6, 16.5], [107.5, 16.4]], lead: 'ioc' }],
  ['an area that is not closed', { area: square(107.5, 16.4).slice(0, 4), lead: 'ioc' }],
  ['an area that crosses itself', { area: [[107.5, 16.4], [107.6, 16.5], [107.6, 16.4], [107.5, 16.5], [107.5, 16.4]], lead: 'ioc' }],
  ['no day of the week', { during: { days: [], from: '08:00', to: '17:00' }, lead: 'ioc' }],
  ['a time that ends when it begins', { during: { days: [1], from: '08:00', to: '08:00' }, lead: 'ioc' }],
  ['an hour that no clock shows', { during: { days: [1], from: '25:00', to: '26:00' }, lead: 'ioc' }],
];

test.each(matchNothing)('a rule that would match nothing is refused and named: %s', async (_, rule) => {
  const { rules } = await read();
  const kept = rules.map((one) => Object.fromEntries(Object.entries(one).filter(([name]) => name !== 'id')));
  await at.storingNothing(async () => {
    for (const path of ['/routing', '/routing/replay']) {
      const body = path === '/routing' ? { version: (await read()).version, rules: [rule, ...kept] } : { rules: [rule, ...kept] };
      const answer = await at.post(path, body, at.staff.admin, path === '/routing' ? 'PUT' : 'POST');
      expect([path, answer.status, answer.paths.every((one) => one.startsWith('body.rules.0'))]).toEqual([path, 422, true]);
      expect(answer.paths.length).toBeGreaterThan(0);
    }
  });
});

test('a rule that another one never lets come up is refused and told by which', async () => {
  await at.storingNothing(async () => {
    const answer = await save([{ lead: '$commune' }, { category: 'waste', lead: 'ioc' }]);
    expect([answer.status, answer.paths]).toEqual([422, ['body.rules.1']]);
    expect(JSON.stringify(answer.body)).toContain('quy tắc 1 đứng trước');
  });
});

test('an agency that leads and helps itself, or helps twice, is refused', async () => {
  await at.storingNothing(async () => {
    for (const coordinating of [['ioc'], ['cong-an', 'cong-an'], ['khong-co']]) expect([coordinating, (await save([{ lead: 'ioc', coordinating }])).status]).toEqual([coordinating, 422]);
  });
});

test('a list without any rule leads everything to the commune; nothing is without an owner', async () => {
  const { rules } = await read();
  expect((await save([])).status).toBe(200);
  const { body } = await at.post('/reports', { category: 'road-damage', ...here, description: 'Đường hỏng trước trường học.' });
  expect(body['agency']).toBe('ubnd-19789');
  expect((await read()).warnings.map(({ category }) => category)).toContain('road-damage');
  expect((await save(rules.map((one) => Object.fromEntries(Object.entries(one).filter(([name]) => name !== 'id'))))).status).toBe(200);
});

test('two agencies that hand a report to each other do not go round: the second refusal is the dispatcher’s, and there is no third', async () => {
  const ward = await at.hue.signIn({ name: 'can-bo-phuong', roles: ['officer'], agency: 'ubnd-19789' });
  const { code } = await at.report(['accept'], ['assign', {}]);
  const refuse = (proposed: string, as: string) => at.post(`/reports/${code}/refuse`, { reason: 'Không phải việc của chúng tôi.', proposed }, as);
  const owner = async () => (await at.get<{ agency: string }>(`/reports/${code}`)).agency;
  expect((await refuse('so-xay-dung', at.staff.officer)).paths).toEqual(['body.proposed']);
  expect((await refuse('khong-co', at.staff.officer)).paths).toEqual(['body.proposed']);
  await refuse('ubnd-19789', at.staff.officer);
  expect(await owner()).toBe('ubnd-19789');
  await refuse('so-xay-dung', ward);
  expect(await owner()).toBe('ioc');
  await at.post(`/reports/${code}/assign`, { agency: 'so-xay-dung' }, at.staff.dispatcher);
  expect((await refuse('ubnd-19789', at.staff.officer)).code).toBe('refused-twice');
  expect(await owner()).toBe('so-xay-dung');
});

test('merges that would go round are refused, directly and by way of others', async () => {
  const [a, b, c] = [await at.report(), await at.report(), await at.report()];
  const merge = (from: { code: string }, into: { code: string }) => at.post(`/reports/${from.code}/merge`, { into: into.code }, at.staff.dispatcher);
  expect((await merge(a, a)).code).toBe('merge-loop');
  expect((await merge(a, b)).status).toBe(200);
  expect((await merge(b, c)).status).toBe(200);
  expect((await merge(c, a)).code).toBe('merge-loop');
});
