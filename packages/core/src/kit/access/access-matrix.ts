import type { Grant } from '../../tenancy/province-tables.ts';
import type { Text } from '../../plugin/text.ts';
import type { Operation } from './operations.ts';

export interface MatrixRole {
  readonly id: string;
  readonly title: Text;
  readonly grants: readonly Grant[];
}

/** Always, never, or for the rows that fit one of these conditions. */
export type Cell = 'always' | 'never' | readonly NonNullable<Grant['when']>[];

/** Whether a role may do what `access` asks for; `null` is somebody who is not signed in. */
export function cellOf(access: string, role: MatrixRole | null): Cell {
  if (access === 'public') return 'always';
  if (role === null || access === 'member') return 'never';
  if (access === 'signed-in') return 'always';
  const granting = role.grants.filter(({ permission }) => permission === access);
  if (granting.length === 0) return 'never';
  const conditions = granting.flatMap(({ when }) => (when === undefined ? [] : [when]));
  return conditions.length < granting.length ? 'always' : conditions;
}

/** The roles of several templates; one that is the same everywhere stands once. */
export function rolesOf(templates: readonly { readonly id: string; readonly roles: readonly MatrixRole[] }[]): MatrixRole[] {
  const all = templates.flatMap(({ id, roles }) => roles.map((role) => ({ role, template: id, content: JSON.stringify(role.grants) })));
  return [...Map.groupBy(all, ({ role }) => role.id).values()].flatMap((same) =>
    [...Map.groupBy(same, ({ content }) => content).values()].map((group, _, variants) => {
      const { role } = group[0]!;
      return variants.length === 1 ? role : { ...role, id: `${role.id} (${group.map(({ template }) => template).join(', ')})` };
    }),
  );
}

/** Permissions that a role grants and no operation asks for: of modules that this deployment does not have, or mistyped. */
export function idlePermissions(roles: readonly MatrixRole[], operations: readonly Operation[]): string[] {
  const asked = new Set(operations.map(({ access }) => access));
  return [...new Set(roles.flatMap(({ grants }) => grants.map(({ permission }) => permission)))].filter((permission) => !asked.has(permission)).toSorted();
}
