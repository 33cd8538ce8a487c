import type { TestWorld } from '@tinhthong/core/testing';
import { foreignDatabases } from './catalogue.ts';
import { connected, onDatabase } from './server-access.ts';

type Kernel = TestWorld['kernel'];

/** What a login must not get away with in its own province's database. `$owner` is the province's owner role. */
const forbidden = [
  'create table core.mine (id int)',
  'create schema mine',
  'create temporary table mine (id int)',
  'create function core.mine() returns int language sql as $$ select 1 $$',
  'create extension pg_trgm',
  'alter table core.events add column mine int',
  'drop table core.events',
  'truncate core.events',
  'select * from core.migrations',
  'delete from field_reports.migrations',
  `update core.events set data = '{}'`,
  `update core.events set at = now(), position = 1`,
  'update core.events set position = 1',
  'delete from core.tombstones',
  'delete from core.events',
  `update core.event_log set data = '{}'`,
  'delete from core.event_log',
  `update core.stored_files set subject = 'mine'`,
  'set role $owner',
  'set session authorization $owner',
  'grant $owner to current_user',
  'create role mine',
  'alter role current_user superuser',
  'alter role current_user connection limit -1',
  `copy core.agencies to program 'cat'`,
  `select pg_read_file('pg_hba.conf')`,
  'select * from pg_authid',
] as const;

/** Tries what the catalogues forbid, with real connections of the provinces' own logins; names what opened. */
export async function openDoors(kernel: Kernel): Promise<string[]> {
  const provinces = kernel.registry.provinces();
  const found = await Promise.all(
    provinces.map(async ({ loginRole, ownerRole, database, url }) => {
      const elsewhere = [...provinces.map((other) => other.database).filter((name) => name !== database), ...foreignDatabases(kernel)];
      return [
        ...(await Promise.all(elsewhere.map((name) => connects(loginRole, url, name)))).flat(),
        ...(await allowed(loginRole, url, forbidden.map((statement) => statement.replaceAll('$owner', `"${ownerRole}"`)))),
        ...(await unlimited(loginRole, url)),
        ...(await overheard(loginRole, url)),
      ];
    }),
  );
  return found.flat().sort();
}

async function connects(login: string, url: string, database: string): Promise<string[]> {
  try {
    return await connected(onDatabase(url, database), async () => [`${login} connected to ${database}`]);
  } catch (error) {
    // 42501: no right to connect; 55000: a template that takes no connections at all.
    const { code } = error as { code?: string };
    return code === '42501' || code === '55000' ? [] : [`${login} was kept out of ${database} by accident: ${String(error)}`];
  }
}

function allowed(login: string, url: string, statements: readonly string[]): Promise<string[]> {
  return connected(url, async (client) => {
    const found: string[] = [];
    for (const statement of statements) {
      await client.query('begin');
      const refused = await client.query(statement).then(
        () => undefined,
        (error: { code?: string }) => error.code,
      );
      await client.query('rollback');
      await client.query('reset role');
      if (refused !== '42501') found.push(`${login} could (${refused ?? 'no error'}): ${statement}`);
    }
    return found;
  });
}

/** Time-outs that a connection made past our pools would not have. */
function unlimited(login: string, url: string): Promise<string[]> {
  return connected(url, async (client) => {
    const { rows } = await client.query<{ name: string }>(
      `select name from pg_settings where setting = '0' and name in ('statement_timeout', 'lock_timeout', 'idle_in_transaction_session_timeout')`,
    );
    return rows.map(({ name }) => `${login} connects without ${name}`);
  });
}

/** What the server's activity view shows of other logins' statements. */
function overheard(login: string, url: string): Promise<string[]> {
  return connected(url, async (client) => {
    const { rows } = await client.query<{ usename: string }>(
      `select distinct usename from pg_stat_activity where usename <> current_user and query not in ('', '<insufficient privilege>')`,
    );
    return rows.map(({ usename }) => `${login} sees the statements of ${usename}`);
  });
}
