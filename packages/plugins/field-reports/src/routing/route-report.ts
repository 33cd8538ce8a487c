import { type During, isDuring, type WorkingAt } from './during.ts';
import { isInArea, type Ring } from './is-in-area.ts';

/** Stands in a rule for the committee of the commune where it happened. */
export const ofTheCommune = '$commune';

/** Routing without HTTP and SQL: the first matching row wins. What is null does not matter to the rule. */
export interface RoutingRule {
  readonly id: number;
  readonly category: string | null;
  readonly communes: readonly string[] | null;
  readonly area: Ring | null;
  readonly during: During | null;
  /** An agency, or `$commune`. */
  readonly lead: string;
  readonly coordinating: readonly string[];
}

/** What of a report decides where it goes. */
export interface Routable {
  readonly category: string;
  readonly commune: string;
  readonly lat: number;
  readonly lon: number;
  readonly submittedAt: Date;
}

/** What of the province decides it, beside the rules. */
export interface Routes {
  /** Commune → its committee. */
  readonly committees: ReadonlyMap<string, string>;
  /** Takes what nobody else does. */
  readonly dispatcher: string;
  readonly isWorking: WorkingAt;
}

export interface Routed {
  readonly rule: number | null;
  readonly agency: string;
  readonly coordinating: readonly string[];
}

/** By field to the competent agency, else to the committee of the commune where it happened. Always exactly one owner. */
export function routeReport(report: Routable, rules: readonly RoutingRule[], routes: Routes): Routed {
  return routedBy(rules.find((rule) => matches(rule, report, routes.isWorking)), report, routes);
}

/** Where a rule, or the lack of one, sends a report. */
export function routedBy(rule: RoutingRule | undefined, { commune }: Pick<Routable, 'commune'>, { committees, dispatcher }: Pick<Routes, 'committees' | 'dispatcher'>): Routed {
  const committee = committees.get(commune) ?? dispatcher;
  const agencyOf = (named: string) => (named === ofTheCommune ? committee : named);
  const agency = agencyOf(rule?.lead ?? ofTheCommune);
  const coordinating = [...new Set((rule?.coordinating ?? []).map(agencyOf))].filter((id) => id !== agency);
  return { rule: rule?.id ?? null, agency, coordinating };
}

function matches({ category, communes, area, during }: RoutingRule, report: Routable, isWorking: WorkingAt): boolean {
  return (
    (category === null || category === report.category) &&
    (communes === null || communes.includes(report.commune)) &&
    (area === null || isInArea(area, report.lon, report.lat)) &&
    (during === null || isDuring(during, report.submittedAt, isWorking))
  );
}
