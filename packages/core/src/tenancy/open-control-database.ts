import { randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import { openBus } from '../database/bus.ts';
import { seal } from '../database/envelope.ts';
import { kyselyOn } from '../database/kysely-on.ts';
import { migrateSchema } from '../database/migrate.ts';
import { preparedPool } from '../database/prepared-pool.ts';
import * as accounts from '../identity/accounts-schema.ts';
import { openRegistry, type Registry } from './registry.ts';
import { registryMigrations } from './registry-schema/migrations.ts';
import type { RegistryTables } from './registry-tables.ts';

/** Opens the control database, bringing its schemas up to date first. */
export async function openControlDatabase(options: {
  url: string;
  masterKey: Buffer;
  onError: (error: Error) => void;
}): Promise<Registry> {
  const { url, masterKey, onError } = options;
  const migrations = preparedPool({ connectionString: url, max: 1, applicationName: 'tinhthong migrate', statementTimeout: 0, onError });
  const owner = kyselyOn<unknown>(migrations);
  try {
    await closeToStrangers(owner);
    await sql`create schema if not exists registry`.execute(owner);
    await sql`create schema if not exists identity`.execute(owner);
    await migrateSchema(owner, 'identity', { '0001-accounts': accounts });
    await migrateSchema(owner, 'registry', registryMigrations);
    const secret = seal(masterKey, 'registry|signing_keys|secret|national', randomBytes(32));
    await sql`insert into registry.signing_keys values ('national', ${secret}) on conflict do nothing`.execute(owner);
  } finally {
    await owner.destroy();
  }
  const pool = preparedPool({ connectionString: url, max: 6, applicationName: 'tinhthong registry', statementTimeout: 10_000, onError });
  return openRegistry({
    db: kyselyOn<RegistryTables>(pool),
    pool,
    bus: openBus(pool, url, onError),
    adminUrl: url,
    masterKey,
    onError,
  });
}

/** By default every role of a PostgreSQL server may connect to every database on it. */
async function closeToStrangers(db: ReturnType<typeof kyselyOn<unknown>>): Promise<void> {
  const { rows } = await sql<{ datname: string }>`
    select datname from pg_database
    where pg_has_role(current_user, datdba, 'member')
      and (has_database_privilege('public', oid, 'connect') or has_database_privilege('public', oid, 'temporary'))
  `.execute(db);
  for (const { datname } of rows) {
    await sql`revoke connect, temporary on database ${sql.id(datname)} from public`.execute(db);
  }
}
