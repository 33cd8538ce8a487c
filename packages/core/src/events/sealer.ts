import { type Kysely, sql } from 'kysely';
import type { ProvinceTables } from '../tenancy/province-tables.ts';

const batch = 5_000;

/**
 * Gives committed events their position, in batches. Identity numbers commit out of order, so a reader by number
 * would skip rows; a lock in every writer's transaction would cost two thirds of the throughput.
 * One sealer a province at a time: another node's holds the lock and does the work.
 *
 * Answers the newest position, or undefined where there was nothing to seal.
 */
export async function seal(db: Kysely<ProvinceTables>): Promise<{ position: number; more: boolean } | undefined> {
  return db.transaction().execute(async (trx) => {
    const lock = await sql<{ mine: boolean }>`select pg_try_advisory_xact_lock(hashtext('core.seal')) as mine`.execute(trx);
    if (!lock.rows[0]?.mine) return undefined;
    const sealed = await sql<{ position: number | null; count: number }>`
      with tail as (select coalesce(max(position), 0) as position from core.events where position is not null),
      unsealed as materialized (select id from core.events where position is null order by id limit ${sql.lit(batch)}),
      next as (select id, row_number() over (order by id) as n from unsealed),
      sealed as (
        update core.events set position = tail.position + next.n from next, tail where core.events.id = next.id
        returning core.events.position
      )
      select max(position) as position, count(*) as count from sealed
    `.execute(trx);
    const row = sealed.rows[0];
    if (row === undefined || row.position === null) return undefined;
    return { position: row.position, more: row.count === batch };
  });
}

export async function sealedPosition(db: Kysely<ProvinceTables>): Promise<number> {
  const { rows } = await sql<{ position: number }>`
    select coalesce(max(position), 0) as position from core.events where position is not null
  `.execute(db);
  return rows[0]?.position ?? 0;
}
