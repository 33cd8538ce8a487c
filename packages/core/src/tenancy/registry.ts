import type { Kysely } from 'kysely';
import type pg from 'pg';
import type { Bus } from '../database/bus.ts';
import type { MasterKeySource } from '../secrets/master-key.ts';
import type { Tenant } from '../plugin/context.ts';
import { onDatabase } from './connection-strings.ts';
import type { Quota } from './quota.ts';
import { noRows, openRows, registryRows } from './registry-rows.ts';
import type { ModuleState, MoveStep, ProvinceState, RegistryTables } from './registry-tables.ts';

export interface ModuleRow {
  readonly plugin: string;
  readonly version: string;
  readonly state: ModuleState;
  readonly reason: string | null;
  readonly settings: Record<string, unknown>;
  readonly migratedTo: string | null;
}

/** A province as the running system knows it: a row of the registry, opened. */
export interface Province {
  readonly id: string;
  readonly state: ProvinceState;
  readonly tenant: Tenant;
  readonly server: string;
  readonly database: string;
  readonly ownerRole: string;
  readonly loginRole: string;
  /** Connection string of the data login. */
  readonly url: string;
  /** The first data key: what people hold (follow-up codes, signed links) is derived from it, so it is never replaced. */
  readonly dataKey: Buffer;
  /** All data keys, the newest first: `seal` with them takes the newest, `open` any. */
  readonly dataKeys: readonly Buffer[];
  /** Made by the demo, with accounts whose passwords everybody knows. */
  readonly demo: boolean;
  readonly modules: ReadonlyMap<string, ModuleRow>;
  readonly quota: Quota;
  /** Where it is on its way to another server; null where it is not. While `paused` it is read and not written. */
  readonly move: MoveStep | null;
}

/** Whether anything may be written in the province now, by requests or by the work behind them. */
export function takesWrites({ state, move }: Province): boolean {
  return state === 'active' && move !== 'paused';
}

/** A PostgreSQL server that provinces may live on. */
export interface Server {
  readonly id: string;
  /** Most connections of one node to all of its provinces. */
  readonly maxConnections: number;
  readonly maxProvinces: number;
  readonly acceptsNew: boolean;
}

export interface Registry {
  readonly db: Kysely<RegistryTables>;
  readonly pool: pg.Pool;
  readonly bus: Bus;
  /** The master key; two while it is being replaced, the newer one first. */
  readonly masterKey: readonly Buffer[];
  /** Asks the key's source again, and answers all keys it has. */
  readMasterKey(): Promise<readonly Buffer[]>;
  /** All provinces but removed ones, from memory. */
  provinces(): readonly Province[];
  byHost(host: string): Province | undefined;
  byId(id: string): Province | undefined;
  servers(): readonly Server[];
  /** Connection string of the administrator of a server, for making and migrating databases on it. */
  adminUrl(server: string, database?: string): string;
  /** Reads the registry again, here and on the other nodes. Called after every change to it. */
  changed(province: string): Promise<void>;
  refresh(): Promise<void>;
  /** Called after each refresh. */
  onRefresh(listener: () => void): void;
  close(): Promise<void>;
}

const refreshEveryMs = 60_000;

/** The registry with its cache of provinces, refreshed by NOTIFY and, in case one was lost, every minute. */
export async function openRegistry(options: {
  db: Kysely<RegistryTables>;
  pool: pg.Pool;
  bus: Bus;
  adminUrl: string;
  masterKeys: MasterKeySource;
  onError: (error: Error) => void;
}): Promise<Registry> {
  const { db, pool, bus, masterKeys } = options;
  let masterKey = await masterKeys.read();
  const listeners: (() => void)[] = [];
  let { byId, byHost, servers } = noRows;

  let reading: Promise<void> = Promise.resolve();
  let next: Promise<void> | undefined;

  /** One reading at a time: of two at once, the first could end last, and bring back what has changed since. */
  function refresh(): Promise<void> {
    next ??= reading
      .catch(() => {})
      .then(() => {
        next = undefined;
        return (reading = read());
      });
    return next;
  }

  async function readMasterKey(): Promise<readonly Buffer[]> {
    return (masterKey = await masterKeys.read());
  }

  async function read(): Promise<void> {
    const rows = await registryRows(db);
    let opened;
    try {
      opened = openRows(rows, masterKey, options.adminUrl);
    } catch {
      // Sealed with a key that is newer than this node's: its source has it by now.
      opened = openRows(rows, await readMasterKey(), options.adminUrl);
    }
    ({ byId, byHost, servers } = opened);
    for (const listener of listeners) listener();
  }

  function adminUrl(server: string, database?: string): string {
    const url = servers.get(server)?.url;
    if (url === undefined) throw new Error(`Unknown PostgreSQL server "${server}" in the registry`);
    return database === undefined ? url : onDatabase(url, database);
  }

  const again = () => void refresh().catch(options.onError);
  bus.on('registry', again);
  bus.onGap(again);
  const timer = setInterval(again, refreshEveryMs);
  timer.unref();
  await refresh();

  return {
    db,
    pool,
    bus,
    get masterKey() {
      return masterKey;
    },
    readMasterKey,
    provinces: () => [...byId.values()],
    byHost: (host) => byHost.get(host),
    byId: (id) => byId.get(id),
    servers: () => [...servers.values()].map(({ url: _, ...server }) => server),
    adminUrl,
    refresh,
    async changed(province) {
      await refresh();
      bus.send({ topic: 'registry', province });
    },
    onRefresh: (listener) => void listeners.push(listener),
    async close() {
      clearInterval(timer);
      await bus.close();
      await pool.end();
    },
  };
}
