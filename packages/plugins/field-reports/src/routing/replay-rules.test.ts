import { expect, test } from 'vitest';
import type { ProposedRule } from './check-rules.ts';
import { type PastReport, replayRules } from './replay-rules.ts';
import type { RoutingRule } from './route-report.ts';

const routes = { committees: new Map([['19789', 'ubnd-19789']]), dispatcher: 'ioc', isWorking: () => true };
const proposed = (more: Partial<ProposedRule>): ProposedRule => ({ category: null, communes: null, area: null, during: null, lead: 'ioc', coordinating: [], ...more });
const former: RoutingRule[] = [{ ...proposed({ category: 'waste', lead: 'moi-truong-do-thi' }), id: 7 }];
const past = (count: number, more: Partial<PastReport>): PastReport[] =>
  Array.from({ length: count }, (_, i) => ({
    code: `HUE-26-${String(i).padStart(7, '0')}`, category: 'waste', commune: '19789', lat: 16.46, lon: 107.58, submittedAt: new Date('2026-11-01T02:00:00Z'), rule: 7, ...more,
  }));
async function* batches(...all: PastReport[][]) {
  yield* all;
}

test('a replay says how many reports would have gone elsewhere, from whom to whom, with examples', async () => {
  const outcome = await replayRules(batches(past(8, {}), past(2, { category: 'noise', rule: null })), [proposed({ category: 'waste', lead: 'so-xay-dung' })], former, routes);
  expect(outcome).toMatchObject({ checked: 10, elsewhere: 8, otherHelpers: 0, totals: [{ from: 'moi-truong-do-thi', to: 'so-xay-dung', count: 8 }] });
  expect(outcome.examples).toHaveLength(5);
  expect(outcome.examples[0]).toMatchObject({ code: 'HUE-26-0000000', from: 'moi-truong-do-thi', to: 'so-xay-dung', rule: 1 });
});

test('a list that says the same in another order of unrelated rules sends nothing elsewhere', async () => {
  const outcome = await replayRules(batches(past(5, {})), [proposed({ category: 'noise' }), proposed({ category: 'waste', lead: 'moi-truong-do-thi', coordinating: ['cong-an'] })], former, routes);
  expect(outcome).toMatchObject({ checked: 5, elsewhere: 0, otherHelpers: 5, totals: [], examples: [] });
});

test('a hundred thousand reports are replayed in less than a second of computing', async () => {
  const rules = Array.from({ length: 40 }, (_, i) => proposed({ category: i < 39 ? `c${i}` : 'waste', lead: 'so-xay-dung' }));
  const began = process.cpuUsage();
  const outcome = await replayRules(batches(...Array.from({ length: 20 }, () => past(5_000, {}))), rules, former, routes);
  expect(outcome).toMatchObject({ checked: 100_000, elsewhere: 100_000 });
  expect(process.cpuUsage(began).user / 1000).toBeLessThan(1_000);
});
