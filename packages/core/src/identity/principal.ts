import type { Ability } from '../access/ability.ts';
import { abilityOf } from '../access/ability.ts';
import type { Actor } from '../plugin/context.ts';

/** Who is calling, and what they may do in this province. */
export interface Principal {
  readonly actor: Actor;
  readonly ability: Ability;
  readonly name: string | null;
  readonly email: string | null;
  readonly roles: readonly string[];
  /** A session or key was presented and is not good; public routes go on as anonymous, others say why. */
  readonly rejected: boolean;
}

const nobody: Actor = { kind: 'anonymous', id: null, agency: null, communes: [] };
const noRights = abilityOf([], nobody);

export const anonymous: Principal = { actor: nobody, ability: noRights, name: null, email: null, roles: [], rejected: false };
export const rejected: Principal = { ...anonymous, rejected: true };
/** Jobs, projections and demo data act as the system: they pass no guard, so they need no rights. */
export const system: Principal = { ...anonymous, actor: { ...nobody, kind: 'system' } };
