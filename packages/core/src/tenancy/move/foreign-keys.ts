import type pg from 'pg';

/** A foreign key that was taken off, and how it is put on again. */
export interface ForeignKey {
  readonly table: string;
  readonly name: string;
  readonly definition: string;
  readonly partitioned: boolean;
}

/** Takes off what would look at rows while they come in no particular order: foreign keys, and the triggers of modules. */
export async function takeOff(target: pg.Client, schemas: readonly string[]): Promise<ForeignKey[]> {
  const { rows } = await target.query<ForeignKey>(
    `select conrelid::regclass::text as table, quote_ident(conname) as name, pg_get_constraintdef(pg_constraint.oid) as definition, relkind = 'p' as partitioned
     from pg_constraint join pg_class on pg_class.oid = conrelid
     where contype = 'f' and conparentid = 0 and connamespace::regnamespace::text = any($1)`,
    [schemas],
  );
  for (const { table, name } of rows) await target.query(`alter table ${table} drop constraint ${name}`);
  await switchTriggers(target, schemas, 'disable');
  return rows;
}

/** Puts everything back in no time: that the rows which are there obey is looked at afterwards. */
export async function putOn(target: pg.Client, schemas: readonly string[], keys: readonly ForeignKey[]): Promise<void> {
  for (const { table, name, definition, partitioned } of keys) {
    // PostgreSQL knows no unvalidated foreign key of a partitioned table before version 18.
    await target.query(`alter table ${table} add constraint ${name} ${definition} ${partitioned ? '' : 'not valid'}`);
  }
  await switchTriggers(target, schemas, 'enable');
}

export async function validate(target: pg.Client, keys: readonly ForeignKey[]): Promise<void> {
  for (const { table, name } of keys) await target.query(`alter table ${table} validate constraint ${name}`);
}

async function switchTriggers(target: pg.Client, schemas: readonly string[], to: 'enable' | 'disable'): Promise<void> {
  const { rows } = await target.query<{ table: string }>(
    `select distinct tgrelid::regclass::text as table from pg_trigger join pg_class on pg_class.oid = tgrelid
     where not tgisinternal and relnamespace::regnamespace::text = any($1)`,
    [schemas],
  );
  for (const { table } of rows) await target.query(`alter table ${table} ${to} trigger user`);
}
