import type { Kysely } from 'kysely';
import type pg from 'pg';
import type { Bus } from '../database/bus.ts';
import { open } from '../database/envelope.ts';
import type { Tenant } from '../plugin/context.ts';
import type { ModuleState, ProvinceState, RegistryTables } from './registry-tables.ts';

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
  readonly dataKey: Buffer;
  /** Made by the demo, with accounts whose passwords everybody knows. */
  readonly demo: boolean;
  readonly modules: ReadonlyMap<string, ModuleRow>;
}

export interface Registry {
  readonly db: Kysely<RegistryTables>;
  readonly pool: pg.Pool;
  readonly bus: Bus;
  readonly masterKey: Buffer;
  /** All provinces but removed ones, from memory. */
  provinces(): readonly Province[];
  byHost(host: string): Province | undefined;
  byId(id: string): Province | undefined;
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
  masterKey: Buffer;
  onError: (error: Error) => void;
}): Promise<Registry> {
  const { db, pool, bus, masterKey } = options;
  const listeners: (() => void)[] = [];
  let byId = new Map<string, Province>();
  let byHost = new Map<string, Province>();
  let serverUrls = new Map<string, string>();

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

  async function read(): Promise<void> {
    const [servers, rows, modules] = await Promise.all([
      db.selectFrom('registry.servers').select(['id', 'admin_url']).execute(),
      db.selectFrom('registry.provinces').selectAll().where('state', '!=', 'removed').orderBy('id').execute(),
      db.selectFrom('registry.modules').selectAll().execute(),
    ]);
    serverUrls = new Map(
      servers.map(({ id, admin_url }) => [
        id,
        admin_url === null ? options.adminUrl : open(masterKey, `registry|servers|admin_url|${id}`, admin_url).toString(),
      ]),
    );
    byId = new Map();
    byHost = new Map();
    for (const row of rows) {
      const password = open(masterKey, `registry|provinces|login_password|${row.id}`, row.login_password).toString();
      const province: Province = {
        id: row.id,
        state: row.state,
        tenant: { id: row.id, code: row.code, hosts: row.hosts, ...row.profile },
        server: row.server,
        database: row.database,
        ownerRole: row.owner_role,
        loginRole: row.login_role,
        url: urlFor(adminUrl(row.server, row.database), row.login_role, password),
        dataKey: open(masterKey, `registry|provinces|data_key|${row.id}`, row.data_key),
        demo: row.demo,
        modules: new Map(
          modules
            .filter(({ province: of }) => of === row.id)
            .map((module) => [module.plugin, { ...module, migratedTo: module.migrated_to }]),
        ),
      };
      byId.set(row.id, province);
      for (const host of row.hosts) byHost.set(host, province);
    }
    for (const listener of listeners) listener();
  }

  function adminUrl(server: string, database?: string): string {
    const url = serverUrls.get(server);
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
    masterKey,
    provinces: () => [...byId.values()],
    byHost: (host) => byHost.get(host),
    byId: (id) => byId.get(id),
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

export function onDatabase(connectionString: string, database: string): string {
  const url = new URL(connectionString);
  url.pathname = `/${database}`;
  return url.href;
}

function urlFor(connectionString: string, user: string, password: string): string {
  const url = new URL(connectionString);
  url.username = user;
  url.password = password;
  return url.href;
}
