import { createHash } from 'node:crypto';
import pg from 'pg';
import { copyIn, copyOut } from '../database/copy.ts';
import type { BundlePart } from './bundle-reader.ts';
import type { Manifest } from './bundle-format.ts';
import type { BundleWriter } from './bundle-writer.ts';
import { one } from './bundle-writer.ts';
import { describeSchemas } from './describe-schemas.ts';
import { unhurried } from './unhurried.ts';

export const tablesPart = 'schema/1-tables.sql';
export const restPart = 'schema/2-rest.sql';
export const sequencesPart = 'schema/3-sequences.sql';
export const rowsPart = (table: string) => `data/${table}.csv`;

type Table = Manifest['tables'][number];

/**
 * A connection on which the same values always have the same text, and every name comes with its schema. It waits for
 * as long as a province of gigabytes takes.
 */
export async function portableClient(url: string, role?: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url, application_name: 'tinhthong bundle', keepAlive: true });
  // A connection that is lost is learnt of from the query that it breaks.
  client.on('error', () => {});
  await client.connect();
  if (role !== undefined) await client.query(`set role ${pg.escapeIdentifier(role)}`);
  await client.query(`
    set search_path to ''; set timezone to 'UTC'; set datestyle to 'ISO, YMD'; set intervalstyle to 'iso_8601';
    set bytea_output to 'hex'; set extra_float_digits to 1; set xmloption to 'content'; set client_encoding to 'UTF8';
    set statement_timeout to 0; set lock_timeout to 0; set idle_in_transaction_session_timeout to 0`);
  return client;
}

/** The schemas that hold anything of ours, in alphabetical order. */
export async function schemasOf(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(`
    select nspname as name from pg_namespace
    where nspname !~ '^pg_' and nspname <> 'information_schema' and (nspname <> 'public' or exists (select 1 from pg_class where relnamespace = pg_namespace.oid))
    order by nspname collate "C"`);
  return rows.map(({ name }) => name);
}

/**
 * Begins a transaction that sees the database as it is now, however long it lasts and whatever others write meanwhile.
 * Its tables keep their form until it ends.
 */
export async function beginSnapshot(client: pg.Client, schemas: readonly string[]): Promise<void> {
  await client.query('begin transaction isolation level repeatable read, read only');
  const tables = await tablesOf(client, schemas);
  if (tables.length > 0) await client.query(`lock table ${tables.map(({ name }) => quoted(name)).join(', ')} in access share mode`);
}

/** Definitions, rows and counters of the schemas, as parts of a bundle; tables in `leaveOut` come without rows. */
export async function writeDatabase(
  client: pg.Client,
  writer: BundleWriter,
  { schemas, leaveOut }: { readonly schemas: readonly string[]; readonly leaveOut: readonly string[] },
): Promise<Pick<Manifest, 'tables' | 'leftOut'>> {
  const text = await describeSchemas(client, schemas);
  await writer.add(tablesPart, one(Buffer.from(text.tables)));
  const all = await tablesOf(client, schemas);
  const tables: Table[] = [];
  for (const table of all.filter(({ name }) => !leaveOut.includes(name))) {
    let rows = 0;
    const { sha256 } = await writer.add(rowsPart(table.name), unhurried(copyOut(client, copyCsv(table), (count) => (rows = count))));
    tables.push({ name: table.name, columns: table.columns, rows, sha256 });
  }
  // In the order in which they are read again: keys find their rows.
  await writer.add(restPart, one(Buffer.from(text.rest)));
  await writer.add(sequencesPart, one(Buffer.from(await counters(client, schemas))));
  return { tables, leftOut: all.map(({ name }) => name).filter((name) => leaveOut.includes(name)) };
}

/** Puts one part of `writeDatabase` into an empty database. Answers whether it was such a part. */
export async function readDatabasePart(client: pg.Client, { path, bytes }: BundlePart, tables: readonly Table[]): Promise<boolean> {
  const table = tables.find(({ name }) => rowsPart(name) === path);
  if (table !== undefined) {
    const columns = table.columns.map((column) => pg.escapeIdentifier(column)).join(', ');
    await copyIn(client, `copy ${quoted(table.name)} (${columns}) from stdin (format csv, header match)`, bytes);
  } else if ([tablesPart, restPart, sequencesPart].includes(path)) {
    await client.query(Buffer.concat(await collected(bytes)).toString());
  } else return false;
  return true;
}

/** What differs between a database and what the manifest says of it; rows are read and compared byte for byte. */
export async function databaseFaults(client: pg.Client, { schemas, tables, leftOut }: Manifest): Promise<string[]> {
  const there = new Map((await tablesOf(client, schemas)).map((table) => [table.name, table]));
  const faults = [...there.keys()].filter((name) => !leftOut.includes(name) && !tables.some((table) => table.name === name));
  for (const { name, rows, sha256 } of tables) {
    const table = there.get(name);
    const hash = createHash('sha256');
    let count = -1;
    if (table !== undefined) {
      const bytes: AsyncIterable<Buffer> = copyOut(client, copyCsv(table), (copied) => (count = copied));
      for await (const chunk of bytes) hash.update(chunk);
    }
    if (count !== rows || hash.digest('hex') !== sha256) faults.push(name);
  }
  return faults;
}

interface TableShape {
  /** `schema.table` */
  readonly name: string;
  /** Without those that PostgreSQL computes. */
  readonly columns: string[];
  readonly orderBy: string;
}

function quoted(name: string): string {
  return name.split('.').map((part) => pg.escapeIdentifier(part)).join('.');
}

/** By primary key, and texts by their bytes: the order is the same on every server. */
function copyCsv({ name, columns, orderBy }: TableShape): string {
  const rows = `select ${columns.map((column) => pg.escapeIdentifier(column)).join(', ')} from ${quoted(name)} order by ${orderBy}`;
  return `copy (${rows}) to stdout (format csv, header)`;
}

async function tablesOf(client: pg.Client, schemas: readonly string[]): Promise<TableShape[]> {
  const { rows } = await client.query<TableShape>(
    `select format('%s.%s', nspname, relname) as name,
       (select array_agg(attname::text order by attnum) from pg_attribute where attrelid = pg_class.oid and attnum > 0 and not attisdropped and attgenerated = '') as columns,
       coalesce(
         (select string_agg(format('%I%s', attname, case when attcollation <> 0 then ' collate "C"' end), ', ' order by place)
          from pg_constraint, unnest(conkey) with ordinality as key(attnum, place) join pg_attribute on pg_attribute.attnum = key.attnum
          where conrelid = pg_class.oid and contype = 'p' and attrelid = conrelid),
         format('%I::text collate "C"', relname)) as "orderBy"
     from pg_class join pg_namespace on pg_namespace.oid = relnamespace
     where nspname = any($1) and relkind in ('r', 'p') and not relispartition
       and not exists (select 1 from pg_depend where classid = 'pg_class'::regclass and objid = pg_class.oid and deptype = 'e')
     order by nspname collate "C", relname collate "C"`,
    [schemas],
  );
  return rows;
}

async function counters(client: pg.Client, schemas: readonly string[]): Promise<string> {
  const { rows } = await client.query<{ name: string }>(
    `select pg_class.oid::regclass::text as name from pg_class join pg_namespace on pg_namespace.oid = relnamespace
     where nspname = any($1) and relkind = 'S' order by pg_class.oid::regclass::text collate "C"`,
    [schemas],
  );
  const lines = [];
  for (const { name } of rows) {
    const { rows: state } = await client.query<{ text: string }>(
      `select format(E'select pg_catalog.setval(%L, %s, %s);\\n', $1::text, last_value, is_called::text) as text from ${name}`,
      [name],
    );
    lines.push(state[0]!.text);
  }
  return lines.join('');
}

async function collected(bytes: AsyncIterable<Buffer>): Promise<Buffer[]> {
  const chunks = [];
  for await (const chunk of bytes) chunks.push(chunk);
  return chunks;
}
