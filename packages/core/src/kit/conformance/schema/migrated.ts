import { sql } from 'kysely';
import { schemaOf } from '../../../database/migrate.ts';
import { migrateModule } from '../../../modules/switch-module.ts';
import type { Plugin } from '../../../plugin/plugin.ts';
import { readSchema, type Schema } from '../../read-schema.ts';
import type { TestWorld } from '../../test-world.ts';

/** A plugin's schema, built step by step in an empty province, as PostgreSQL describes it. */
export interface Migrated {
  readonly plugin: Plugin;
  readonly steps: readonly { readonly migration: string; readonly before: Schema; readonly after: Schema }[];
  readonly schema: Schema;
  /** After all migrations were run once more. */
  readonly again: Schema;
  /** Tables, views and sequences that appeared in other schemas. */
  readonly strays: readonly string[];
}

/** @throws what a migration throws, with its name */
export async function migrateInSteps(world: TestWorld, plugin: Plugin): Promise<Migrated> {
  const province = world.kernel.registry.provinces()[0]!;
  const read = () => world.kernel.pools.use(province, ({ db }) => readSchema(db, schemaOf(plugin.id)));
  const upTo = (names: readonly string[]): Plugin => ({ ...plugin, migrations: Object.fromEntries(names.map((name) => [name, plugin.migrations[name]!])) });
  const names = Object.keys(plugin.migrations).toSorted();
  await migrateModule(world.kernel, province, upTo([]));
  const others = await elsewhere(world, plugin);
  const steps: { migration: string; before: Schema; after: Schema }[] = [];
  let before = await read();
  for (const [i, migration] of names.entries()) {
    await migrateModule(world.kernel, province, upTo(names.slice(0, i + 1))).catch((error: Error) => {
      throw new Error(`${migration}: ${error.message}`, { cause: error });
    });
    const after = await read();
    steps.push({ migration, before, after });
    before = after;
  }
  await migrateModule(world.kernel, province, plugin);
  const strays = (await elsewhere(world, plugin)).filter((name) => !others.includes(name));
  return { plugin, steps, schema: before, again: await read(), strays };
}

async function elsewhere({ kernel }: TestWorld, { id }: Plugin): Promise<string[]> {
  return kernel.pools.use(kernel.registry.provinces()[0]!, async ({ db }) => {
    const { rows } = await sql<{ name: string }>`
      select format('%s.%s', nspname, relname) as name from pg_class join pg_namespace as space on space.oid = relnamespace
      where relkind in ('r', 'p', 'v', 'm', 'S') and nspname not in (${schemaOf(id)}, 'pg_catalog', 'information_schema', 'pg_toast')
    `.execute(db);
    return rows.map(({ name }) => name);
  });
}
