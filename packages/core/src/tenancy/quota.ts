import type { Selectable } from 'kysely';
import type { RegistryTables } from './registry-tables.ts';

/** What one province may use of what all share. */
export interface Quota {
  /** Connections to its database, over all nodes; PostgreSQL itself refuses more. */
  readonly connections: number;
  /** Bytes of stored files. */
  readonly storageBytes: number;
  /** Batches of background tasks under way at a time. */
  readonly jobs: number;
  /** Requests a minute on one node; null: none are refused. */
  readonly requestsAMinute: number | null;
}

export const defaultQuota: Quota = { connections: 40, storageBytes: 50 * 1024 ** 3, jobs: 2, requestsAMinute: null };

/** A row's own values, the defaults for the rest. */
export function quotaOf(row: Selectable<RegistryTables['registry.quotas']> | undefined): Quota {
  return {
    connections: row?.connections ?? defaultQuota.connections,
    storageBytes: row?.storage_bytes ?? defaultQuota.storageBytes,
    jobs: row?.jobs ?? defaultQuota.jobs,
    requestsAMinute: row?.requests_a_minute ?? defaultQuota.requestsAMinute,
  };
}
