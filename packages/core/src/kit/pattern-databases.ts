import { randomBytes } from 'node:crypto';
import { type Kysely, sql } from 'kysely';
import { kyselyOn } from '../database/kysely-on.ts';
import { preparedPool } from '../database/prepared-pool.ts';
import { openControlDatabase } from '../tenancy/open-control-database.ts';
import { onDatabase } from '../tenancy/connection-strings.ts';
import { migrateCoreSchemas } from '../tenancy/provision.ts';
import type { DatabasePattern } from '../tenancy/province-database.ts';

/** Databases that no world has used yet, with the core's schemas of this code: copying them takes a tenth of migrating. */
export interface PatternDatabases {
  readonly control: string;
  readonly province: DatabasePattern;
}

/** Made once a run, for its worlds to copy. */
export async function makePatternDatabases(adminUrl: string): Promise<PatternDatabases & AsyncDisposable> {
  const name = `tt_pattern_${randomBytes(5).toString('hex')}`;
  const [control, database, owner] = [`${name}_control`, `${name}_province`, `${name}_owner`];
  const on = async (place: string, work: (db: Kysely<unknown>) => Promise<unknown>, role?: string) => {
    const db = kyselyOn<unknown>(preparedPool({ connectionString: onDatabase(adminUrl, place), max: 1, applicationName: 'tinhthong pattern', statementTimeout: 0, onError: () => {}, ...(role && { role }) }));
    await work(db).finally(() => db.destroy());
  };
  const every = (statements: readonly string[]) =>
    on('postgres', async (db) => {
      for (const one of statements) await sql.raw(one).execute(db);
    });

  await every([`create role ${owner} nologin`, `create database ${control}`, `create database ${database}`, `grant create on database ${database} to ${owner}`]);
  await on(database, migrateCoreSchemas, owner);
  const registry = await openControlDatabase({ url: onDatabase(adminUrl, control), masterKeys: { name: 'pattern', read: async () => [randomBytes(32)] }, onError: () => {} });
  // Sealed with a key that no world has.
  await registry.db.deleteFrom('registry.signing_keys').execute();
  await registry.close();
  // What somebody is connected to cannot be copied.
  await every([control, database].map((one) => `alter database ${one} with allow_connections false`));
  return {
    control,
    province: { database, owner },
    [Symbol.asyncDispose]: () => every([`drop database ${control} with (force)`, `drop database ${database} with (force)`, `drop role ${owner}`]),
  };
}
