import { randomBytes } from 'node:crypto';
import { type Kysely, sql } from 'kysely';
import { openBus } from '../database/bus.ts';
import { nameOfKey, open, seal } from '../secrets/envelope.ts';
import { kyselyOn } from '../database/kysely-on.ts';
import type { MasterKeySource } from '../secrets/master-key.ts';
import { migrateSchema } from '../database/migrate.ts';
import { preparedPool } from '../database/prepared-pool.ts';
import { identityMigrations } from '../identity/migrations.ts';
import { closeToStrangers } from './close-to-strangers.ts';
import { openRegistry, type Registry } from './registry.ts';
import { registryMigrations } from './registry-schema/migrations.ts';
import type { RegistryTables } from './registry-tables.ts';

/**
 * Opens the control database, bringing its schemas up to date first.
 *
 * @throws Error where it was sealed with another master key
 */
export async function openControlDatabase(options: {
  url: string;
  masterKeys: MasterKeySource;
  onError: (error: Error) => void;
}): Promise<Registry> {
  const { url, masterKeys, onError } = options;
  const migrations = preparedPool({ connectionString: url, max: 1, applicationName: 'tinhthong migrate', statementTimeout: 0, onError });
  const owner = kyselyOn<unknown>(migrations);
  try {
    // Nodes that start at once make its schemas one after the other; the lock ends with the session.
    await sql`select pg_advisory_lock(hashtext('registry'))`.execute(owner);
    await closeToStrangers(owner);
    await sql`create schema if not exists registry`.execute(owner);
    await sql`create schema if not exists identity`.execute(owner);
    await migrateSchema(owner, 'identity', identityMigrations);
    await migrateSchema(owner, 'registry', registryMigrations);
    await proveMasterKey(owner as Kysely<RegistryTables>, masterKeys);
  } finally {
    await owner.destroy();
  }
  const pool = preparedPool({ connectionString: url, max: 6, applicationName: 'tinhthong registry', statementTimeout: 10_000, onError });
  return openRegistry({
    db: kyselyOn<RegistryTables>(pool),
    pool,
    bus: openBus(pool, url, onError),
    adminUrl: url,
    masterKeys,
    onError,
  });
}

/** The first secret of a deployment tells whether the key is the one that everything else was sealed with. */
async function proveMasterKey(db: Kysely<RegistryTables>, source: MasterKeySource): Promise<void> {
  const keys = await source.read();
  const place = 'registry|signing_keys|secret|national';
  await db
    .insertInto('registry.signing_keys')
    .values({ purpose: 'national', secret: seal(keys, place, randomBytes(32)) })
    .onConflict((oc) => oc.doNothing())
    .execute();
  const { secret } = await db.selectFrom('registry.signing_keys').select('secret').where('purpose', '=', 'national').executeTakeFirstOrThrow();
  try {
    open(keys, place, secret);
  } catch (cause) {
    const own = keys.map(nameOfKey).join(', ');
    throw new Error(
      `Sai khóa chính: cơ sở dữ liệu này được niêm phong bằng khóa khác với khóa ${own} từ ${source.name}. ` +
        `Wrong master key: this database was sealed with another key than ${own} of ${source.name}.`,
      { cause },
    );
  }
}
