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

/**
 * Lets the data login read and write the rows of a schema, and nothing else: no ledger, and no writing through views,
 * which would act with the rights of their owner. Rows of `appendOnly` tables are added and never changed, but for the
 * columns named. One transaction, so that at no moment more is granted than that.
 */
export async function grantData(
  db: Kysely<unknown>,
  schema: string,
  login: string,
  appendOnly: Readonly<Record<string, readonly string[]>> = {},
): Promise<void> {
  const name = sql.id(schema);
  const role = sql.id(login);
  await db.transaction().execute(async (trx) => {
    const { rows } = await sql<{ table: string; view: boolean }>`
      select relname as "table", relkind = 'v' as view from pg_class
      where relnamespace = ${schema}::regnamespace and relkind in ('r', 'p', 'v') and relname not in ('migrations', 'migrations_lock')
    `.execute(trx);
    await sql`grant usage on schema ${name} to ${role}`.execute(trx);
    await sql`revoke all on all tables in schema ${name} from ${role}`.execute(trx);
    for (const { table, view } of rows) {
      const changing = appendOnly[table];
      const rights = view ? sql`select` : changing === undefined ? sql`select, insert, update, delete` : sql`select, insert, update (${sql.join(changing.map((column) => sql.id(column)))})`;
      await sql`grant ${rights} on ${sql.id(schema, table)} to ${role}`.execute(trx);
    }
    await sql`grant usage, select, update on all sequences in schema ${name} to ${role}`.execute(trx);
  });
}
