import { buildMongoQueryMatcher, createMongoAbility, type MongoAbility, subject as asSubject } from '@casl/ability';
import type { Grant } from '../tenancy/province-tables.ts';

export type Ability = MongoAbility;

/** What `$mine.…` in a role's conditions stands for. */
export interface Mine {
  readonly agency: string | null;
  readonly communes: readonly string[];
}

// CASL reads `manage` as every action and `all` as every subject; here they are words like others.
const noWord = '\u{1}no-word';

const options = {
  anyAction: noWord,
  anySubjectType: noWord,
  conditionsMatcher: buildMongoQueryMatcher({}, {}, { compare }),
};

/** Builds the ability of one person or key from the grants of their roles. No grants, no rights. */
export function abilityOf(grants: readonly Grant[], mine: Mine): Ability {
  return createMongoAbility(
    grants.map(({ permission, when }) => {
      const { action, subject } = split(permission);
      return when === undefined ? { action, subject } : { action, subject, conditions: resolve(when, mine) as Record<string, unknown> };
    }),
    options,
  );
}

/** Whether the permission is held at all; for a given row, whether it is held for that row. */
export function holds(ability: Ability, permission: string, row?: object): boolean {
  const { action, subject } = split(permission);
  return ability.can(action, row === undefined ? subject : asSubject(subject, { ...row }));
}

/** Whether the permission is held only under conditions, so that a handler must narrow it. */
export function isConditional(ability: Ability, permission: string): boolean {
  const { action, subject } = split(permission);
  return ability.rulesFor(action, subject).every(({ conditions }) => conditions !== undefined);
}

export function split(permission: string): { subject: string; action: string } {
  const [subject = '', action = ''] = permission.split(':');
  return { subject, action };
}

// An officer without an agency must match no row, and `null = null` would: a value that no column holds does not.
const nobody = '\u{1}nobody';

function resolve(condition: unknown, mine: Mine): unknown {
  if (condition === '$mine.agency') return mine.agency ?? nobody;
  if (condition === '$mine.communes') return mine.communes;
  if (Array.isArray(condition)) return condition.map((item) => resolve(item, mine));
  if (typeof condition === 'object' && condition !== null) {
    return Object.fromEntries(Object.entries(condition).map(([key, value]) => [key, resolve(value, mine)]));
  }
  return condition;
}

/** As in SQL, what is not there is neither more nor less than anything; CASL would take it for the least. */
function compare<T>(a: T, b: T): -1 | 0 | 1 {
  if (a === b) return 0;
  // CASL's type has no word for "no order", yet all its operators refuse NaN.
  if (a === null || a === undefined || b === null || b === undefined) return NaN as 0;
  return a > b ? 1 : -1;
}
