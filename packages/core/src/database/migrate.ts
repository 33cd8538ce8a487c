import { type Kysely, sql } from 'kysely';
import { type Migration, Migrator } from 'kysely/migration';

/** The schema of a plugin, or of the core itself. */
export function schemaOf(plugin: string): string {
  return plugin.replaceAll('-', '_');
}

/**
 * Brings one schema up to date and answers the name of its newest migration.
 * Each module keeps its own ledger in its own schema; the whole step is one transaction.
 */
export async function migrateSchema(
  db: Kysely<unknown>,
  schema: string,
  migrations: Readonly<Record<string, Pick<Migration, 'up'>>>,
): Promise<string> {
  const migrator = new Migrator({
    db: db.withSchema(schema),
    provider: { getMigrations: async () => ({ ...migrations }) },
    migrationTableSchema: schema,
    migrationTableName: 'migrations',
    migrationLockTableName: 'migrations_lock',
  });
  const { error } = await migrator.migrateToLatest();
  if (error) throw error;
  return Object.keys(migrations).sort().at(-1) ?? '';
}

/** Lets the data login read and write rows of a schema, and nothing else. */
export async function grantData(db: Kysely<unknown>, schema: string, login: string): Promise<void> {
  const name = sql.id(schema);
  const role = sql.id(login);
  await sql`grant usage on schema ${name} to ${role}`.execute(db);
  await sql`grant select, insert, update, delete on all tables in schema ${name} to ${role}`.execute(db);
  await sql`grant usage, select, update on all sequences in schema ${name} to ${role}`.execute(db);
  await sql`revoke all on ${sql.id(schema, 'migrations')}, ${sql.id(schema, 'migrations_lock')} from ${role}`.execute(db);
}
