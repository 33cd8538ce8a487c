import type { Kysely } from 'kysely';
import type { LoggedEvent } from '../plugin/context.ts';
import type { ProvinceTables } from '../tenancy/province-tables.ts';

/** An event with its place in the log. */
export interface SealedEvent extends LoggedEvent {
  readonly position: number;
  readonly agency: string | null;
}

/** The events after a position, in the log's order. */
export async function eventsAfter(db: Kysely<ProvinceTables>, position: number, limit: number): Promise<SealedEvent[]> {
  const events = await sealedEvents(db).where('position', '>', position).orderBy('position').limit(limit).execute();
  return events as SealedEvent[];
}

/** The last events of the log, in its order. */
export async function lastEvents(db: Kysely<ProvinceTables>, limit: number): Promise<SealedEvent[]> {
  const events = await sealedEvents(db).where('position', 'is not', null).orderBy('position', 'desc').limit(limit).execute();
  return events.reverse() as SealedEvent[];
}

function sealedEvents(db: Kysely<ProvinceTables>) {
  return db.selectFrom('core.events').select(['id', 'position', 'plugin', 'type', 'subject', 'at', 'agency', 'data']);
}
