import { type Kysely, sql } from 'kysely';
import type { ProvinceTables } from '../tenancy/province-tables.ts';
import { eventsAfter, type SealedEvent } from './sealed-log.ts';

/** The name under which a reader's position in the log is kept. */
export interface Follower {
  readonly plugin: string;
  readonly name: string;
}

// What is folded at once holds up whoever asks meanwhile: some ten milliseconds, not hundreds.
const batch = 1_000;

/**
 * Reads on from where the follower stopped, in one transaction with what `take` makes of it: nothing is left out and
 * nothing taken twice, on however many nodes. Answers whether there is more; a follower without a position takes nothing.
 */
export async function follow(
  db: Kysely<ProvinceTables>,
  { plugin, name }: Follower,
  take: (trx: Kysely<ProvinceTables>, events: readonly SealedEvent[]) => Promise<void>,
): Promise<boolean> {
  return db.transaction().execute(async (trx) => {
    const at = await trx
      .selectFrom('core.projections')
      .select('position')
      .where('plugin', '=', plugin)
      .where('name', '=', name)
      .forUpdate()
      .executeTakeFirst();
    if (at === undefined) return false;
    const events = await eventsAfter(trx, at.position, batch);
    const newest = events.at(-1);
    if (newest === undefined) return false;
    await take(trx, events);
    await trx.updateTable('core.projections').set({ position: newest.position }).where('plugin', '=', plugin).where('name', '=', name).execute();
    return events.length === batch;
  });
}

/**
 * The followers that have read all there is, each as `plugin name`. Asked once for all of them: a quiet province must
 * not cost a transaction for each, whenever it is looked at.
 */
export async function caughtUp(db: Kysely<ProvinceTables>): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ follower: string }>`
    select plugin || ' ' || name as follower from core.projections
    where position >= (select coalesce(max(position), 0) from core.events where position is not null)
  `.execute(db);
  return new Set(rows.map(({ follower }) => follower));
}

/** Gives a follower its position, where it has none yet. */
export async function beginFollowing(db: Kysely<ProvinceTables>, follower: Follower, position = 0): Promise<void> {
  await db.insertInto('core.projections').values({ ...follower, position }).onConflict((oc) => oc.doNothing()).execute();
}
