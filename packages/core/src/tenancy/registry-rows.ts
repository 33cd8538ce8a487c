import type { Kysely } from 'kysely';
import { type Keys, open } from '../secrets/envelope.ts';
import { asUser, onDatabase } from './connection-strings.ts';
import { quotaOf } from './quota.ts';
import type { RegistryTables } from './registry-tables.ts';
import type { Province, Server } from './registry.ts';

export interface OpenedRegistry {
  readonly byId: ReadonlyMap<string, Province>;
  readonly byHost: ReadonlyMap<string, Province>;
  readonly servers: ReadonlyMap<string, Server & { readonly url: string }>;
}

export const noRows: OpenedRegistry = { byId: new Map(), byHost: new Map(), servers: new Map() };

type Rows = Awaited<ReturnType<typeof registryRows>>;

/** Of one moment: a province must not be seen in its old place with the move that has ended already. */
export function registryRows(db: Kysely<RegistryTables>) {
  return db
    .transaction()
    .setIsolationLevel('repeatable read')
    .execute(async (trx) => ({
      servers: await trx.selectFrom('registry.servers').selectAll().orderBy('id').execute(),
      provinces: await trx.selectFrom('registry.provinces').selectAll().where('state', '!=', 'removed').orderBy('id').execute(),
      dataKeys: await trx.selectFrom('registry.data_keys').selectAll().orderBy('version', 'desc').execute(),
      modules: await trx.selectFrom('registry.modules').selectAll().execute(),
      quotas: await trx.selectFrom('registry.quotas').selectAll().execute(),
      moves: await trx.selectFrom('registry.moves').select(['province', 'step']).execute(),
    }));
}

/** @throws Error where the master key does not open what is sealed; nothing is half done then */
export function openRows(rows: Rows, masterKey: Keys, mainUrl: string): OpenedRegistry {
  const servers = new Map(
    rows.servers.map(({ id, admin_url, max_connections, max_provinces, accepts_new }) => [
      id,
      {
        id,
        maxConnections: max_connections,
        maxProvinces: max_provinces,
        acceptsNew: accepts_new,
        url: admin_url === null ? mainUrl : open(masterKey, `registry|servers|admin_url|${id}`, admin_url).toString(),
      },
    ]),
  );
  const byId = new Map<string, Province>();
  const byHost = new Map<string, Province>();
  for (const row of rows.provinces) {
    const { id } = row;
    const server = servers.get(row.server)!;
    const password = open(masterKey, `registry|provinces|login_password|${id}`, row.login_password).toString();
    const firstKey = open(masterKey, `registry|provinces|data_key|${id}`, row.data_key);
    const laterKeys = rows.dataKeys
      .filter(({ province }) => province === id)
      .map(({ version, key }) => open(masterKey, `registry|data_keys|key|${id}|${version}`, key));
    const province: Province = {
      id,
      state: row.state,
      tenant: { id, code: row.code, hosts: row.hosts, ...row.profile },
      server: row.server,
      database: row.database,
      ownerRole: row.owner_role,
      loginRole: row.login_role,
      url: asUser(onDatabase(server.url, row.database), row.login_role, password),
      dataKey: firstKey,
      dataKeys: [...laterKeys, firstKey],
      demo: row.demo,
      modules: new Map(
        rows.modules.filter(({ province }) => province === id).map((module) => [module.plugin, { ...module, migratedTo: module.migrated_to }]),
      ),
      quota: quotaOf(rows.quotas.find(({ province }) => province === id)),
      move: rows.moves.find(({ province }) => province === id)?.step ?? null,
    };
    byId.set(id, province);
    for (const host of row.hosts) byHost.set(host, province);
  }
  return { byId, byHost, servers };
}
