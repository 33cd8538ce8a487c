import type { Ability } from '../access/ability.ts';
import { abilityOf } from '../access/ability.ts';
import type { Actor } from '../plugin/context.ts';
import type { SessionState } from './read-session.ts';

/** Who is calling, and what they may do in this province. */
export interface Principal {
  readonly actor: Actor;
  readonly ability: Ability;
  readonly name: string | null;
  readonly email: string | null;
  readonly roles: readonly string[];
  /** A session or key was presented and is not good; public routes go on as anonymous, others say why. */
  readonly rejected: boolean;
  /** The session that the caller came with, also where it does not let them in yet. */
  readonly session: SessionState | null;
  /**
   * What stands between the caller and their rights: a second factor still to be shown (until then they are nobody), or
   * one still to be set up, because a role of theirs asks for it (until then they hold no permission).
   */
  readonly lacks: 'second-factor' | 'enrolment' | null;
}

const nobody: Actor = { kind: 'anonymous', id: null, agency: null, communes: [] };
export const noRights = abilityOf([], nobody);

export const anonymous: Principal = { actor: nobody, ability: noRights, name: null, email: null, roles: [], rejected: false, session: null, lacks: null };
export const rejected: Principal = { ...anonymous, rejected: true };
/** Jobs, projections and demo data act as the system: they pass no guard, so they need no rights. */
export const system: Principal = { ...anonymous, actor: { ...nobody, kind: 'system' } };
