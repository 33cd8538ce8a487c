import type { Known, ProposedRule } from './check-rules.ts';

export interface Unreachable {
  /** Index of the rule that is never reached. */
  readonly rule: number;
  /** Indexes of those before it that take all of it. */
  readonly by: readonly number[];
}

/**
 * Rules that no report can ever reach, because those before it take every category, commune and time that it is for,
 * one of them alone or several together. Rules for a drawn area or for certain hours take all of another only where
 * that one has the very same area or hours; offices that are open and closed together are all of the time.
 */
export function unreachableRules(rules: readonly ProposedRule[], { categories, communes }: Pick<Known, 'categories' | 'communes'>): Unreachable[] {
  const cells = new Map<string, number>();
  const every = { categories: [...categories.keys()], communes: [...communes.keys()] };
  const unreachable: Unreachable[] = [];
  for (const [i, rule] of rules.entries()) {
    const twin = rules.slice(0, i).findIndex((other) => holdsAllOf(other, rule));
    const by = twin === -1 ? takersOf(rule, cells, every) : [twin];
    if (by !== null) unreachable.push({ rule: i, by });
    if (rule.area !== null || isAtHours(rule)) continue;
    for (const cell of cellsOf(rule, every)) if (!cells.has(cell)) cells.set(cell, i);
  }
  return unreachable;
}

type Every = { readonly categories: readonly string[]; readonly communes: readonly string[] };

const isAtHours = ({ during }: ProposedRule) => during !== null && !('office' in during);

function* cellsOf({ category, communes, during }: ProposedRule, every: Every): Generator<string> {
  const times = during !== null && 'office' in during ? [during.office] : ['open', 'closed'];
  for (const one of category === null ? every.categories : [category]) {
    for (const commune of communes ?? every.communes) for (const time of times) yield `${one} ${commune} ${time}`;
  }
}

/** Whoever takes the rule's cells, if all of them are taken; else null. */
function takersOf(rule: ProposedRule, cells: ReadonlyMap<string, number>, every: Every): number[] | null {
  const takers = new Set<number>();
  for (const cell of cellsOf(rule, every)) {
    const taker = cells.get(cell);
    if (taker === undefined) return null;
    takers.add(taker);
  }
  return takers.size === 0 ? null : [...takers].sort((a, b) => a - b);
}

/** Whether one rule takes all that another is for, by itself. */
function holdsAllOf(rule: ProposedRule, other: ProposedRule): boolean {
  return (
    (rule.category === null || rule.category === other.category) &&
    (rule.communes === null || (other.communes !== null && other.communes.every((code) => rule.communes!.includes(code)))) &&
    (rule.area === null || JSON.stringify(rule.area) === JSON.stringify(other.area)) &&
    (rule.during === null || JSON.stringify(rule.during) === JSON.stringify(other.during))
  );
}
