import type pg from 'pg';

/** A table whose rows move; its partitions move with it. Names are quoted, as SQL takes them. */
export interface Table {
  readonly name: string;
  /** Those that are written; generated ones follow. */
  readonly columns: string;
  /** Of the primary key; without one, changes cannot be followed and the table is copied as a whole at the end. */
  readonly key: readonly string[];
}

/** The schemas of a province: the core's and its modules'. */
export async function readSchemas(client: pg.ClientBase): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(`
    select nspname as name from pg_namespace where nspname !~ '^pg_' and nspname not in ('information_schema', 'public', 'moving') order by 1`);
  return rows.map(({ name }) => name);
}

export async function readTables(client: pg.ClientBase, schemas: readonly string[]): Promise<Table[]> {
  const { rows } = await client.query<Table>(
    `select pg_class.oid::regclass::text as name,
       (select string_agg(quote_ident(attname), ', ' order by attnum) from pg_attribute
         where attrelid = pg_class.oid and attnum > 0 and not attisdropped and attgenerated = '') as columns,
       coalesce((select array_agg(attname::text order by place) from pg_constraint, unnest(conkey) with ordinality as part(number, place)
         join pg_attribute on attrelid = pg_class.oid and attnum = number
         where conrelid = pg_class.oid and contype = 'p'), '{}') as key
     from pg_class where relnamespace::regnamespace::text = any($1) and relkind in ('r', 'p') and not relispartition order by 1`,
    [schemas],
  );
  return rows;
}
