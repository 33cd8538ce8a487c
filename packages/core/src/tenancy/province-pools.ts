import type { Kysely } from 'kysely';
import type pg from 'pg';
import { kyselyOn } from '../database/kysely-on.ts';
import { preparedPool } from '../database/prepared-pool.ts';
import { Problem } from '../plugin/problem.ts';
import type { Province } from './registry.ts';
import type { ProvinceTables } from './province-tables.ts';

export interface ProvinceDatabase {
  readonly pool: pg.Pool;
  readonly db: Kysely<ProvinceTables>;
}

export interface ProvincePools {
  /** Lends the province's pool for as long as `work` runs. */
  use<T>(province: Province, work: (database: ProvinceDatabase) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

interface Entry extends ProvinceDatabase {
  readonly province: Province;
  leases: number;
  /** Changed credentials or placement need another pool. */
  readonly url: string;
}

/**
 * One pool a province, the least recently used closed first. At most `perProvince` connections each and
 * `perServer` together, so that a slow province cannot take another's, nor all of PostgreSQL's.
 */
export function provincePools(options: {
  perProvince: number;
  perServer: number;
  onError: (error: Error, province: Province) => void;
}): ProvincePools {
  const most = Math.max(1, Math.floor(options.perServer / options.perProvince));
  // Insertion order is order of use: a used entry is taken out and put back at the end.
  const servers = new Map<string, Map<string, Entry>>();
  const closing = new Set<Promise<unknown>>();

  function lease(province: Province): Entry {
    let pools = servers.get(province.server);
    if (pools === undefined) servers.set(province.server, (pools = new Map()));
    let entry = pools.get(province.id);
    if (entry !== undefined && entry.url !== province.url) {
      retire(entry);
      entry = undefined;
    }
    if (entry === undefined) {
      if (pools.size >= most && !pools.has(province.id)) makeRoom(pools);
      const pool = preparedPool({
        connectionString: province.url,
        max: options.perProvince,
        applicationName: `tinhthong ${province.id}`,
        statementTimeout: 15_000,
        onError: (error) => options.onError(error, province),
      });
      entry = { province, pool, db: kyselyOn<ProvinceTables>(pool), leases: 0, url: province.url };
    }
    pools.delete(province.id);
    pools.set(province.id, entry);
    entry.leases += 1;
    return entry;
  }

  function makeRoom(pools: Map<string, Entry>): void {
    for (const [id, entry] of pools) {
      if (entry.leases === 0) {
        pools.delete(id);
        retire(entry);
        return;
      }
    }
    throw new Problem(503, 'server-busy', { vi: 'Hệ thống đang bận, xin thử lại sau.', en: 'The server is busy, please try again.' }, { headers: { 'retry-after': '2' } });
  }

  function retire(entry: Entry): void {
    const ended = entry.pool.end().catch((error: Error) => options.onError(error, entry.province));
    closing.add(ended);
    void ended.finally(() => closing.delete(ended));
  }

  return {
    async use(province, work) {
      const entry = lease(province);
      try {
        return await work(entry);
      } finally {
        entry.leases -= 1;
      }
    },
    async close() {
      for (const pools of servers.values()) for (const entry of pools.values()) retire(entry);
      servers.clear();
      await Promise.all(closing);
    },
  };
}
