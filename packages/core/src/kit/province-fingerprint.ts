import type { TestWorld } from './test-world.ts';

/** Table → number of its rows and a hash of all of them. */
export type Fingerprint = Readonly<Record<string, string>>;

/** Of every table that holds a province's data, and of its rows in the registry. */
export async function fingerprint(world: TestWorld, id: string): Promise<Fingerprint> {
  const { kernel } = world;
  return world.province(id).database(async ({ pool }) => {
    const { rows: tables } = await pool.query<{ name: string }>(
      `select format('%I.%I', schemaname, tablename) as name from pg_tables
       where schemaname !~ '^(pg_|information_schema)' and tablename !~ '^migrations'
         and has_table_privilege(format('%I.%I', schemaname, tablename), 'select') order by 1`,
    );
    const parts = tables.map(({ name }) => `select '${name}' as name, ${ofRows('t')} as hash from ${name} as t`);
    const { rows } = await pool.query<{ name: string; hash: string }>(parts.join(' union all '));
    const { rows: registry } = await kernel.registry.pool.query<{ name: string; hash: string }>(
      `select 'registry.provinces' as name, ${ofRows('t')} as hash from registry.provinces as t where id = $1
       union all select 'registry.modules', ${ofRows('t')} from registry.modules as t where province = $1`,
      [id],
    );
    return Object.fromEntries([...rows, ...registry].map(({ name, hash }) => [name, hash]));
  });
}

const ofRows = (row: string) => `count(*) || ' ' || md5(coalesce(string_agg(${row}::text, '|' order by ${row}::text), ''))`;

/** The tables in which something changed. */
export function changedTables(before: Fingerprint, after: Fingerprint): string[] {
  return Object.keys(after).filter((name) => before[name] !== after[name]);
}
