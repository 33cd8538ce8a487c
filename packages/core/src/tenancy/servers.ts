import { sql } from 'kysely';
import { seal } from '../secrets/envelope.ts';
import { kyselyOn } from '../database/kysely-on.ts';
import { preparedPool } from '../database/prepared-pool.ts';
import { Problem } from '../plugin/problem.ts';
import { recordAct } from './acts.ts';
import { closeToStrangers } from './close-to-strangers.ts';
import type { Registry, Server } from './registry.ts';

export interface ServerCaps {
  readonly maxConnections?: number;
  readonly maxProvinces?: number;
  readonly acceptsNew?: boolean;
}

export interface ServerState extends Server {
  readonly provinces: number;
  /** Null where it does not answer. */
  readonly version: string | null;
  /** Sessions of all kinds, and how many PostgreSQL takes. */
  readonly connections: { readonly used: number; readonly most: number } | null;
}

const oldestVersion = 160_000;

/**
 * Registers a PostgreSQL server for provinces to live on, after a look at it: an administrator who may make roles and
 * databases, and a version we know. Its databases are closed to strangers.
 *
 * @throws Problem where it does not answer, is too old, or gives too few rights
 */
export async function addServer(registry: Registry, server: ServerCaps & { readonly id: string; readonly adminUrl: string; readonly actor: string }): Promise<void> {
  const { id, adminUrl } = server;
  if (!/^[a-z][a-z0-9-]{0,30}$/.test(id)) {
    throw new Problem(422, 'invalid-input', { vi: `"${id}" không dùng làm tên máy chủ được: chỉ chữ thường, số và gạch nối.`, en: `"${id}" cannot name a server: small letters, digits and hyphens only.` });
  }
  if (registry.servers().some((one) => one.id === id)) {
    throw new Problem(409, 'server-exists', { vi: `Máy chủ "${id}" đã có.`, en: `The server "${id}" exists already.` });
  }
  await onAdmin(adminUrl, async (admin) => {
    const { rows } = await sql<{ version: number; able: boolean }>`
      select current_setting('server_version_num')::int as version, (rolcreaterole and rolcreatedb) or rolsuper as able from pg_roles where rolname = current_user
    `.execute(admin);
    const { version, able } = rows[0]!;
    if (version < oldestVersion) throw unfit(`PostgreSQL ${Math.trunc(version / 10_000)} đã cũ, cần từ 16.`, `PostgreSQL ${Math.trunc(version / 10_000)} is too old, 16 or newer is needed.`);
    if (!able) throw unfit('Tài khoản này không được tạo vai trò và cơ sở dữ liệu.', 'This account may not make roles and databases.');
    await closeToStrangers(admin);
  });
  await registry.db.transaction().execute(async (trx) => {
    await trx
      .insertInto('registry.servers')
      .values({ id, admin_url: seal(registry.masterKey, `registry|servers|admin_url|${id}`, Buffer.from(adminUrl)), ...columns(server) })
      .execute();
    await recordAct(trx, { type: 'server.added', actor: server.actor, data: { server: id } });
  });
  await registry.changed('');
}

export async function changeServer(registry: Registry, { id, actor, ...caps }: ServerCaps & { readonly id: string; readonly actor: string }): Promise<void> {
  requireServer(registry, id);
  await registry.db.transaction().execute(async (trx) => {
    await trx.updateTable('registry.servers').set(columns(caps)).where('id', '=', id).execute();
    await recordAct(trx, { type: 'server.changed', actor, data: { server: id, ...caps } });
  });
  await registry.changed('');
}

/** @throws Problem 409 while a province, or what a moved one left behind, is there */
export async function removeServer(registry: Registry, id: string, actor: string): Promise<void> {
  requireServer(registry, id);
  const inUse = await registry.db
    .selectFrom('registry.provinces')
    .select('id')
    .where('server', '=', id)
    .where('state', '!=', 'removed')
    .union(registry.db.selectFrom('registry.moves').select('province as id').where('server', '=', id))
    .execute();
  if (id === 'main' || inUse.length > 0) {
    throw new Problem(409, 'server-in-use', { vi: `Máy chủ "${id}" còn đang dùng.`, en: `The server "${id}" is in use.` }, {
      ...(inUse.length > 0 && { detail: { vi: `Chuyển trước: ${inUse.map((one) => one.id).join(', ')}`, en: `Move these first: ${inUse.map((one) => one.id).join(', ')}` } }),
    });
  }
  await registry.db.transaction().execute(async (trx) => {
    await trx.deleteFrom('registry.servers').where('id', '=', id).execute();
    await recordAct(trx, { type: 'server.removed', actor, data: { server: id } });
  });
  await registry.changed('');
}

export async function serverStates(registry: Registry): Promise<ServerState[]> {
  return Promise.all(
    registry.servers().map(async (server) => {
      const seen = await onAdmin(registry.adminUrl(server.id), async (admin) => {
        const { rows } = await sql<{ version: string; used: number; most: number }>`
          select split_part(current_setting('server_version'), ' ', 1) as version, (select count(*) from pg_stat_activity where backend_type = 'client backend') as used,
            current_setting('max_connections')::int as most
        `.execute(admin);
        return rows[0]!;
      }).catch(() => undefined);
      return {
        ...server,
        provinces: provincesOn(registry, server.id),
        version: seen?.version ?? null,
        connections: seen === undefined ? null : { used: seen.used, most: seen.most },
      };
    }),
  );
}

export function hasRoom(registry: Registry, { id, acceptsNew, maxProvinces }: Server): boolean {
  return acceptsNew && provincesOn(registry, id) < maxProvinces;
}

export function requireServer(registry: Registry, id: string): Server {
  const servers = registry.servers();
  const server = servers.find((one) => one.id === id);
  if (server === undefined) {
    const known = servers.map((one) => one.id).join(', ');
    throw new Problem(404, 'unknown-server', { vi: `Không có máy chủ "${id}". Hiện có: ${known}`, en: `There is no server "${id}". Known: ${known}` });
  }
  return server;
}

function provincesOn(registry: Registry, server: string): number {
  return registry.provinces().filter((province) => province.server === server).length;
}

function columns({ maxConnections, maxProvinces, acceptsNew }: ServerCaps) {
  return {
    ...(maxConnections !== undefined && { max_connections: maxConnections }),
    ...(maxProvinces !== undefined && { max_provinces: maxProvinces }),
    ...(acceptsNew !== undefined && { accepts_new: acceptsNew }),
  };
}

async function onAdmin<T>(connectionString: string, work: (admin: ReturnType<typeof kyselyOn<unknown>>) => Promise<T>): Promise<T> {
  const admin = kyselyOn<unknown>(preparedPool({ connectionString, max: 1, applicationName: 'tinhthong server', statementTimeout: 10_000, onError: () => {} }));
  try {
    return await work(admin);
  } finally {
    await admin.destroy();
  }
}

function unfit(vi: string, en: string): Problem {
  return new Problem(422, 'server-unfit', { vi, en });
}
