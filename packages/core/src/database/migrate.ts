import { type Kysely, sql } from 'kysely';
import { type Migration, Migrator } from 'kysely/migration';

/** The schema of a plugin, or of the core itself. */
export function schemaOf(plugin: string): string {
  return plugin.replaceAll('-', '_');
}

export type Migrations = Readonly<Record<string, Pick<Migration, 'up'>>>;

/**
 * Brings one schema up to date and answers the name of its newest migration.
 * Each module keeps its own ledger in its own schema; the whole step is one transaction.
 *
 * A schema that is ahead of this code is left as it is: schemas only grow, so code that was rolled back works on it.
 * With `upTo`, no migration after that one is run: the schema becomes what it is elsewhere.
 */
export async function migrateSchema(db: Kysely<unknown>, schema: string, migrations: Migrations, upTo?: string): Promise<string> {
  const done = await readLedger(db, schema);
  if (pendingOf(migrations, done).length === 0 && done.length > 0) return done.at(-1)!;
  const migrator = new Migrator({
    db: db.withSchema(schema),
    provider: { getMigrations: async () => ({ ...migrations }) },
    migrationTableSchema: schema,
    migrationTableName: 'migrations',
    migrationLockTableName: 'migrations_lock',
  });
  const { error } = await (upTo === undefined ? migrator.migrateToLatest() : migrator.migrateTo(upTo));
  if (error) throw error;
  return upTo ?? newestOf(migrations);
}

/** The migrations that a schema has had, oldest first; none where there is no such schema. */
export async function readLedger(db: Kysely<unknown>, schema: string): Promise<string[]> {
  const { rows } = await sql<{ there: boolean }>`select to_regclass(${`${schema}.migrations`}) is not null as there`.execute(db);
  if (!rows[0]?.there) return [];
  const ledger = await sql<{ name: string }>`select name from ${sql.id(schema, 'migrations')} order by name`.execute(db);
  return ledger.rows.map(({ name }) => name);
}

/** What the code has and the ledger has not, oldest first. */
export function pendingOf(migrations: Migrations, ledger: readonly string[]): string[] {
  return Object.keys(migrations).filter((name) => !ledger.includes(name)).sort();
}

export function newestOf(migrations: Migrations): string {
  return Object.keys(migrations).sort().at(-1) ?? '';
}

/**
 * Lets the data login read and write the rows of a schema, and nothing else: no ledger, and no writing through views,
 * which would act with the rights of their owner. Rows of `appendOnly` tables are added, with the columns named, and
 * never changed. One transaction, so that at no moment more is granted than that.
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
      const added = appendOnly[table];
      const rights = view ? sql`select` : added === undefined ? sql`select, insert, update, delete` : sql`select, insert (${sql.join(added.map((column) => sql.id(column)))})`;
      await sql`grant ${rights} on ${sql.id(schema, table)} to ${role}`.execute(trx);
    }
    await sql`grant usage, select, update on all sequences in schema ${name} to ${role}`.execute(trx);
  });
}
