import { type Kysely, sql } from 'kysely';
import type { ProvinceTables } from '../tenancy/province-tables.ts';

const batch = 5_000;

/**
 * Gives committed events their position and their link in the hash chain, in batches. Identity numbers commit out of
 * order, so a reader by number would skip rows; a lock in every writer's transaction would cost two thirds of the
 * throughput. One sealer a province at a time: another node's holds the lock and does the work.
 *
 * Answers the newest position, or undefined where there was nothing to seal.
 */
export async function seal(db: Kysely<ProvinceTables>): Promise<{ position: number; more: boolean } | undefined> {
  const { rows } = await sql<{ position: number | null; count: number }>`
    select newest as position, sealed as count from core.seal_events(${sql.lit(batch)})
  `.execute(db);
  const row = rows[0];
  if (row === undefined || row.position === null) return undefined;
  return { position: row.position, more: row.count === batch };
}

export async function sealedPosition(db: Kysely<ProvinceTables>): Promise<number> {
  const { rows } = await sql<{ position: number }>`
    select coalesce(max(position), 0) as position from core.events where position is not null
  `.execute(db);
  return rows[0]?.position ?? 0;
}
