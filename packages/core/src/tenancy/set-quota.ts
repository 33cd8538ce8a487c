import { recordAct } from './acts.ts';
import { limitConnections } from './province-database.ts';
import { defaultQuota, type Quota } from './quota.ts';
import type { Province, Registry } from './registry.ts';

/** Changes some of a province's limits; null brings one back to its default. They count at once, on every node. */
export async function setQuota(registry: Registry, province: Province, change: { readonly [Limit in keyof Quota]?: number | null }, actor: string): Promise<void> {
  const columns = {
    ...(change.connections !== undefined && { connections: change.connections }),
    ...(change.storageBytes !== undefined && { storage_bytes: change.storageBytes }),
    ...(change.jobs !== undefined && { jobs: change.jobs }),
    ...(change.requestsAMinute !== undefined && { requests_a_minute: change.requestsAMinute }),
  };
  const none = { connections: null, storage_bytes: null, jobs: null, requests_a_minute: null };
  await registry.db.transaction().execute(async (trx) => {
    await trx
      .insertInto('registry.quotas')
      .values({ province: province.id, ...none, ...columns })
      .onConflict((oc) => oc.column('province').doUpdateSet({ province: province.id, ...columns }))
      .execute();
    await recordAct(trx, { type: 'province.quota-changed', actor, province: province.id, data: change });
  });
  // Nodes first: none may hold more connections than PostgreSQL is about to allow.
  await registry.changed(province.id);
  if (change.connections !== undefined) await limitConnections(registry, province, change.connections ?? defaultQuota.connections);
}
