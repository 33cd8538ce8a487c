import { sql } from 'kysely';
import type { Kernel } from '../kernel.ts';
import type { Province } from '../tenancy/registry.ts';
import { eraseAccount } from './erase-account.ts';

/**
 * Erases again whoever was erased after a restored backup was made, and answers how many. Every restore ends with it:
 * the tombstones stand in the control database too, which the backup of a province does not bring back.
 */
export async function replayErasures(kernel: Kernel, province: Province): Promise<number> {
  const { rows } = await kernel.pools.use(province, async ({ db }) => {
    // A province restored under another name finds those of its former one: an account's id is its own everywhere.
    const kept = await kernel.registry.db.selectFrom('registry.tombstones').select('subject').execute();
    const own = await db.selectFrom('core.tombstones').select('subject').execute();
    const subjects = [...kept, ...own].map(({ subject }) => subject);
    return sql<{ id: string }>`select id from identity."user" where sha256(convert_to('erased|' || id, 'UTF8')) = any(${subjects}::bytea[])`.execute(db);
  });
  for (const { id } of rows) {
    // Whoever was erased held no rights by then; the backup may be older than that.
    await kernel.pools.use(province, ({ db }) => db.deleteFrom('core.members').where('account', '=', id).execute());
    await eraseAccount(kernel, province, id);
  }
  return rows.length;
}
