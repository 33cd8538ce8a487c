import type { ProposedRule } from './check-rules.ts';
import { type Routable, routeReport, routedBy, type Routes, type RoutingRule } from './route-report.ts';

export interface PastReport extends Routable {
  readonly code: string;
  /** The rule that it went by. */
  readonly rule: number | null;
}

export interface Replayed {
  readonly checked: number;
  readonly elsewhere: number;
  readonly otherHelpers: number;
  readonly totals: readonly { readonly from: string; readonly to: string; readonly count: number }[];
  readonly examples: readonly (Pick<PastReport, 'code' | 'category' | 'commune' | 'submittedAt'> & { readonly from: string; readonly to: string; readonly rule: number | null })[];
}

const examplesEach = 5;
const mostExamples = 100;

/**
 * What a proposed list would have done with past reports, beside what the rules of their day did. `former` are all rules
 * that ever were; agencies that people chose since are not counted, since no rule sent the report there.
 */
export async function replayRules(past: AsyncIterable<readonly PastReport[]>, proposed: readonly ProposedRule[], former: readonly RoutingRule[], routes: Routes): Promise<Replayed> {
  const rules = proposed.map((rule, i): RoutingRule => ({ ...rule, id: i + 1 }));
  const byCategory = new Map<string, RoutingRule[]>();
  const formerById = new Map(former.map((rule) => [rule.id, rule]));
  const totals = new Map<string, { from: string; to: string; count: number }>();
  const examples: Replayed['examples'][number][] = [];
  let [checked, elsewhere, otherHelpers] = [0, 0, 0];

  for await (const reports of past) {
    for (const report of reports) {
      checked += 1;
      let own = byCategory.get(report.category);
      if (own === undefined) byCategory.set(report.category, (own = rules.filter(({ category }) => category === null || category === report.category)));
      const before = routedBy(report.rule === null ? undefined : formerById.get(report.rule), report, routes);
      const after = routeReport(report, own, routes);
      if (before.agency === after.agency) {
        if (before.coordinating.toSorted().join() !== after.coordinating.toSorted().join()) otherHelpers += 1;
        continue;
      }
      elsewhere += 1;
      const [from, to] = [before.agency, after.agency];
      const key = `${from}|${to}`;
      const total = totals.get(key) ?? { from, to, count: 0 };
      totals.set(key, { ...total, count: total.count + 1 });
      if (total.count < examplesEach && examples.length < mostExamples) {
        const { code, category, commune, submittedAt } = report;
        examples.push({ code, category, commune, submittedAt, from, to, rule: after.rule });
      }
    }
  }
  return { checked, elsewhere, otherHelpers, totals: [...totals.values()].sort((a, b) => b.count - a.count), examples };
}
