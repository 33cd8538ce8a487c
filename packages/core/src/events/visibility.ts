import { hash } from 'node:crypto';
import { type Ability, split } from '../access/ability.ts';
import type { EventType, Plugin } from '../plugin/plugin.ts';

/** Who looks at the log: a caller, or the scope that a webhook was given. */
export interface Viewer {
  readonly ability: Ability;
  readonly agency: string | null;
}

interface Seen {
  readonly agency: string | null;
  readonly data: unknown;
}

/**
 * Whether the viewer may see an event of this type. Conditions of a role ("agency is mine") are asked of the event's
 * data and its agency; a condition on anything that the event does not say is not met, `$ne` included.
 */
export function maySee({ ability, agency }: Viewer, { visibleTo }: EventType, event: Seen): boolean {
  if (visibleTo === 'public') return true;
  if (visibleTo === 'agency') return agency !== null && agency === event.agency;
  const row: object = { ...(event.data as object), ...(event.agency !== null && { agency: event.agency }) };
  return rulesOf(ability, visibleTo).some(
    (rule) => Object.keys(rule.conditions ?? {}).every((field) => Object.hasOwn(row, field)) && rule.matchesConditions(row),
  );
}

/** What a viewer may see of these modules' events, as a short text: equal for all who may see the same. */
export function rightsOf({ ability, agency }: Viewer, plugins: readonly Plugin[]): string {
  const rights = plugins.flatMap((plugin) =>
    Object.entries(plugin.events.publishes).flatMap(([name, { visibleTo }]): unknown[] => {
      const type = `${plugin.id}/${name}`;
      if (visibleTo === 'public') return [type];
      if (visibleTo === 'agency') return agency === null ? [] : [[type, agency]];
      const conditions = rulesOf(ability, visibleTo).map((rule) => rule.conditions ?? null);
      return conditions.length === 0 ? [] : [[type, ...(conditions.includes(null) ? [] : conditions)]];
    }),
  );
  return hash('sha256', JSON.stringify(rights), 'base64url');
}

function rulesOf(ability: Ability, permission: string) {
  const { action, subject } = split(permission);
  return ability.rulesFor(action, subject);
}
