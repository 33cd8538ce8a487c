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
  /** Closes what this node keeps open to a province, whose database is about to go. */
  leave(province: Province): Promise<void>;
  /** What this node keeps open now. */
  figures(): readonly PoolFigures[];
  close(): Promise<void>;
}

export interface PoolFigures {
  readonly province: string;
  readonly connections: number;
  readonly busy: number;
  /** Whoever waits for a connection. */
  readonly waiting: number;
}

export interface PoolLimits {
  /** Connections of this node to one province. */
  perProvince(province: Province): number;
  /** Connections of this node to all provinces of a server. */
  perServer(server: string): number;
  onError(error: Error, province: Province): void;
}

interface Entry extends ProvinceDatabase {
  readonly province: Province;
  readonly most: number;
  leases: number;
}

/**
 * One pool a province, the least recently used closed first. At most so many connections each and so many a server
 * together, that a slow province cannot take another's, nor all of PostgreSQL's.
 */
export function provincePools({ perProvince, perServer, onError }: PoolLimits): ProvincePools {
  // Insertion order is order of use: a used entry is taken out and put back at the end.
  const pools = new Map<string, Entry>();
  // Whoever still works with a pool that has been replaced must be able to end: after new credentials, too.
  const retired = new Set<Entry>();
  const closing = new Set<Promise<unknown>>();

  function lease(province: Province): Entry {
    const most = perProvince(province);
    let entry = pools.get(province.id);
    // Changed credentials, another place or another quota need another pool.
    if (entry !== undefined && (entry.province.url !== province.url || entry.most !== most)) {
      retire(entry);
      entry = undefined;
    }
    if (entry === undefined) {
      makeRoom(province.server, most);
      const pool = preparedPool({
        connectionString: province.url,
        max: most,
        applicationName: `tinhthong ${province.id}`,
        statementTimeout: 15_000,
        onError: (error) => onError(error, province),
      });
      entry = { province, most, pool, db: kyselyOn<ProvinceTables>(pool), leases: 0 };
    }
    pools.delete(province.id);
    pools.set(province.id, entry);
    entry.leases += 1;
    return entry;
  }

  function makeRoom(server: string, wanted: number): void {
    const there = () => [...pools.values()].filter(({ province }) => province.server === server);
    const isFull = () => there().reduce((sum, { most }) => sum + most, wanted) > perServer(server);
    while (isFull()) {
      const idle = there().find(({ leases }) => leases === 0);
      if (idle === undefined) break;
      retire(idle);
    }
    // Even a server with less room than one pool takes serves one province at a time.
    if (isFull() && there().length > 0) {
      throw new Problem(503, 'server-busy', { vi: 'Hệ thống đang bận, xin thử lại sau.', en: 'The server is busy, please try again.' }, { headers: { 'retry-after': '2' } });
    }
  }

  function retire(entry: Entry): void {
    pools.delete(entry.province.id);
    if (entry.leases > 0) retired.add(entry);
    else end(entry);
  }

  function end(entry: Entry): void {
    retired.delete(entry);
    const ended = entry.pool.end().catch((error: Error) => onError(error, entry.province));
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
        if (entry.leases === 0 && retired.has(entry)) end(entry);
      }
    },
    async leave({ id }) {
      const entry = pools.get(id);
      if (entry !== undefined) retire(entry);
      await Promise.all(closing);
    },
    figures: () =>
      [...pools.values()].map(({ province, pool }) => ({
        province: province.id,
        connections: pool.totalCount,
        busy: pool.totalCount - pool.idleCount,
        waiting: pool.waitingCount,
      })),
    async close() {
      for (const entry of [...pools.values(), ...retired]) end(entry);
      pools.clear();
      await Promise.all(closing);
    },
  };
}
