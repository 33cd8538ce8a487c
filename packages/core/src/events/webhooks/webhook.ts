import { abilityOf } from '../../access/ability.ts';
import type { Plugin } from '../../plugin/plugin.ts';
import { type EventFilter, passes } from '../event-filter.ts';
import type { SealedEvent } from '../sealed-log.ts';
import { maySee, type Viewer } from '../visibility.ts';

/** What of a webhook decides which events it is sent. */
export interface WebhookScope {
  readonly types: EventFilter;
  readonly scopes: readonly string[];
  readonly agency: string | null;
}

/** So many a province: each may have a few requests under way, and one that never answers keeps its place. */
export const mostWebhooks = 20;
export const follower = { plugin: 'core', name: 'webhooks' } as const;

/** A webhook sees what an officer of its agency with exactly these permissions would. */
export function viewerOf({ scopes, agency }: WebhookScope): Viewer {
  return { ability: abilityOf(scopes.map((permission) => ({ permission })), { agency, communes: [] }), agency };
}

/** Whether the webhook is sent an event that `plugin` published. */
export function wants({ types }: WebhookScope, viewer: Viewer, plugin: Plugin | undefined, event: Pick<SealedEvent, 'plugin' | 'type' | 'agency' | 'data'>): boolean {
  const type = plugin?.events.publishes[event.type];
  return type !== undefined && passes(types, event) && maySee(viewer, type, event);
}

/** The id of an event outside its province, the same whenever and to whomever it is sent. */
export function messageId(province: string, event: number): string {
  return `evt_${province}_${event}`;
}
