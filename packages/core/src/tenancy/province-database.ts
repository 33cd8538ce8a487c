import { type Kysely, sql } from 'kysely';
import { kyselyOn } from '../database/kysely-on.ts';
import { preparedPool } from '../database/prepared-pool.ts';
import { onSharedCatalog } from './on-shared-catalog.ts';
import type { Province, Registry } from './registry.ts';

/** A province's database on some server, with its two roles. */
export type Home = Pick<Province, 'id' | 'server' | 'database' | 'ownerRole' | 'loginRole'>;

/** A database that a new one starts as a copy of, and the role that owns what is in it. */
export interface DatabasePattern {
  readonly database: string;
  readonly owner: string;
}

const timeouts = { statement_timeout: '15s', lock_timeout: '5s', idle_in_transaction_session_timeout: '30s' };

/** Makes roles and database; what is there already, from a run that was killed, is left. */
export async function createDatabase(registry: Registry, home: Home & Pick<Province, 'quota'>, password: string, pattern?: DatabasePattern): Promise<void> {
  await onServer(registry, home, async (admin) => {
    const [owner, login, database] = names(home);
    const { rows } = await sql<{ roles: number; databases: number }>`
      select (select count(*) from pg_roles where rolname in (${home.ownerRole}, ${home.loginRole})) as roles,
             (select count(*) from pg_database where datname = ${home.database}) as databases
    `.execute(admin);
    if (rows[0]?.roles !== 2) {
      await sql`
        do $$ begin
          create role ${owner} nologin;
          create role ${login} login password ${sql.lit(password)} connection limit ${sql.lit(home.quota.connections)};
        end $$`.execute(admin);
    }
    await onSharedCatalog(admin, sql`grant ${owner} to current_user with set true, inherit true`);
    await limitTimes(admin, home.loginRole);
    if (rows[0]?.databases !== 1) await sql`create database ${database} owner ${owner} ${pattern === undefined ? sql`` : sql`template ${sql.id(pattern.database)}`}`.execute(admin);
    if (pattern !== undefined) await onServer(registry, home, (inside) => sql`reassign owned by ${sql.id(pattern.owner)} to ${owner}`.execute(inside), home.database);
    await onSharedCatalog(admin, sql`revoke all on database ${database} from public`);
    await onSharedCatalog(admin, sql`grant connect on database ${database} to ${login}`);
  });
}

/** Makes another login for the database, with its limits and without any rights in it yet. */
export async function addLogin(registry: Registry, home: Home & Pick<Province, 'quota'>, password: string): Promise<void> {
  await onServer(registry, home, async (admin) => {
    const [, login, database] = names(home);
    await sql`create role ${login} login password ${sql.lit(password)} connection limit ${sql.lit(home.quota.connections)}`.execute(admin);
    await limitTimes(admin, home.loginRole);
    await onSharedCatalog(admin, sql`grant connect on database ${database} to ${login}`);
  });
}

/** Drops a login with all its rights, once nobody is connected with it any more. Answers whether it is gone. */
export async function dropLogin(registry: Registry, home: Home): Promise<boolean> {
  return onServer(registry, home, async (admin) => {
    const [, login] = names(home);
    const { rows } = await sql<{ there: boolean; used: boolean }>`
      select exists (select 1 from pg_roles where rolname = ${home.loginRole}) as there,
        exists (select 1 from pg_stat_activity where usename = ${home.loginRole}) as used
    `.execute(admin);
    const { there, used } = rows[0]!;
    if (!there || used) return !there;
    await onSharedCatalog(admin, sql`grant ${login} to current_user with set true, inherit true`);
    await onServer(registry, home, (inside) => sql`drop owned by ${login}`.execute(inside), home.database);
    await sql`drop role ${login}`.execute(admin);
    return true;
  });
}

/** Ends every session of the login and lets it open no other; administrators still get in. */
export async function closeDatabase(registry: Registry, home: Home): Promise<void> {
  await onServer(registry, home, async (admin) => {
    const [, login, database] = names(home);
    await onSharedCatalog(admin, sql`revoke connect on database ${database} from ${login}`);
    await onSharedCatalog(admin, sql`alter role ${login} connection limit 0`);
    await sql`select pg_terminate_backend(pid) from pg_stat_activity where datname = ${home.database} and usename = ${home.loginRole}`.execute(admin);
  });
}

/** Drops the database with all that is in it, and its roles. Without effect where they are gone. */
export async function dropDatabase(registry: Registry, home: Home): Promise<void> {
  await onServer(registry, home, async (admin) => {
    await sql`drop database if exists ${sql.id(home.database)} with (force)`.execute(admin);
    // Among them a login that was replaced, and not retired yet.
    const { rows } = await sql<{ role: string }>`
      select rolname as role from pg_roles where rolname in (${home.ownerRole}, ${home.loginRole}) or starts_with(rolname, ${`${home.database}_login`})
    `.execute(admin);
    for (const { role } of rows) await sql`drop role if exists ${sql.id(role)}`.execute(admin);
  });
}

/** Sets how many connections PostgreSQL lets the province have. */
export async function limitConnections(registry: Registry, home: Home, connections: number): Promise<void> {
  await onServer(registry, home, (admin) => onSharedCatalog(admin, sql`alter role ${names(home)[1]} connection limit ${sql.lit(connections)}`));
}

/** Runs `work` as the administrator of the server that a home is on; in its own database, or in the one named. */
export async function onServer<T>(registry: Registry, { id, server }: Pick<Home, 'id' | 'server'>, work: (admin: Kysely<unknown>) => Promise<T>, database?: string): Promise<T> {
  const admin = kyselyOn<unknown>(
    preparedPool({ connectionString: registry.adminUrl(server, database), max: 1, applicationName: `tinhthong provision ${id}`, statementTimeout: 0, onError: () => {} }),
  );
  try {
    return await work(admin);
  } finally {
    await admin.destroy();
  }
}

/** Whoever connects past our pools meets the same limits. */
async function limitTimes(admin: Kysely<unknown>, login: string): Promise<void> {
  for (const [limit, most] of Object.entries(timeouts)) await onSharedCatalog(admin, sql`alter role ${sql.id(login)} set ${sql.ref(limit)} = ${sql.lit(most)}`);
}

function names({ ownerRole, loginRole, database }: Home) {
  return [sql.id(ownerRole), sql.id(loginRole), sql.id(database)] as const;
}
