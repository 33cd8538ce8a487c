import type pg from 'pg';

/** What makes the same schemas again in an empty database, in plain SQL. */
export interface SchemaText {
  /** Schemas, types, functions, sequences and tables: what rows can be copied into. */
  readonly tables: string;
  /** Keys, checks, indexes, views and triggers, for when the rows are there. */
  readonly rest: string;
}

/**
 * Reads the definition of schemas from PostgreSQL's catalogues: pg_dump is not on every machine, and its text changes
 * with its version. The connection's search_path must be empty, so that every name comes with its schema. The order is
 * the same in every copy.
 *
 * @throws Error naming what cannot be described, rather than leaving it out
 */
export async function describeSchemas(client: pg.ClientBase, schemas: readonly string[]): Promise<SchemaText> {
  const statements = async (text: string) => (await client.query<{ text: string }>(text, [schemas])).rows.map((row) => row.text);
  const strange = await statements(undescribed);
  if (strange.length > 0) throw new Error(`These cannot be put into a bundle: ${strange.join(', ')}`);
  const tables = [];
  for (const part of [schemata, extensions, enums, functions, sequences, relations, ownedSequences]) tables.push(...(await statements(part)));
  const rest = [];
  for (const part of [constraints, indexes, views, triggers, comments]) rest.push(...(await statements(part)));
  return { tables: file(tables), rest: file(rest) };
}

const file = (statements: readonly string[]) => statements.map((statement) => `${statement};\n`).join('\n');

const own = 'select oid, nspname from pg_namespace where nspname = any($1)';
// What belongs to an extension comes with it.
const free = (catalogue: string, oid: string) =>
  `not exists (select 1 from pg_depend where classid = '${catalogue}'::regclass and objid = ${oid} and deptype = 'e')`;

const schemata = `select format('create schema if not exists %I', name) as text from unnest($1::text[]) as name order by name collate "C"`;

const extensions = `
  select format('create extension if not exists %I with schema %I', extname, nspname) as text
  from pg_extension join pg_namespace on pg_namespace.oid = extnamespace
  where extname <> 'plpgsql' and $1::text[] is not null order by extname collate "C"`;

const enums = `
  select format('create type %s as enum (%s)', pg_type.oid::regtype,
    (select string_agg(quote_literal(enumlabel), ', ' order by enumsortorder) from pg_enum where enumtypid = pg_type.oid)) as text
  from pg_type join (${own}) as own on own.oid = typnamespace where typtype = 'e' and ${free('pg_type', 'pg_type.oid')}
  order by pg_type.oid::regtype::text collate "C"`;

// Bodies are checked when they run: one function may use another, or a table, that comes after it.
const functions = `
  select text from (
    select 0 as place, '' as name, 'set check_function_bodies = off' as text where $1::text[] is not null
    union all
    select 1, pg_proc.oid::regprocedure::text, rtrim(pg_get_functiondef(pg_proc.oid), E'\\n') from pg_proc join (${own}) as own on own.oid = pronamespace
    where prokind <> 'a' and ${free('pg_proc', 'pg_proc.oid')}
    union all
    select 2, pg_proc.oid::regprocedure::text, format('create aggregate %s (sfunc = %s, stype = %s%s)', pg_proc.oid::regprocedure,
      aggtransfn::regproc, aggtranstype::regtype, case when agginitval is not null then format(', initcond = %L', agginitval) end)
    from pg_proc join pg_aggregate on aggfnoid = pg_proc.oid join (${own}) as own on own.oid = pronamespace where ${free('pg_proc', 'pg_proc.oid')}
    union all
    select 3, pg_proc.oid::regprocedure::text, format('revoke execute on routine %s from public', pg_proc.oid::regprocedure)
    from pg_proc join (${own}) as own on own.oid = pronamespace
    where proacl is not null and not exists (select 1 from aclexplode(proacl) where grantee = 0) and ${free('pg_proc', 'pg_proc.oid')}
  ) as statements order by place, name collate "C"`;

const numbering = `format('start with %s increment by %s minvalue %s maxvalue %s cache %s%s',
  seqstart, seqincrement, seqmin, seqmax, seqcache, case when seqcycle then ' cycle' end)`;

/** Sequences of identity columns come with their tables. */
const sequences = `
  select format('create sequence %s as %s %s', pg_class.oid::regclass, format_type(seqtypid, null), ${numbering}) as text
  from pg_class join (${own}) as own on own.oid = relnamespace join pg_sequence on seqrelid = pg_class.oid
  where not exists (select 1 from pg_depend where classid = 'pg_class'::regclass and objid = pg_class.oid and deptype = 'i')
  order by pg_class.oid::regclass::text collate "C"`;

const ownedSequences = `
  select format('alter sequence %s owned by %s.%I', pg_class.oid::regclass, refobjid::regclass, attname) as text
  from pg_class join (${own}) as own on own.oid = relnamespace
  join pg_depend on classid = 'pg_class'::regclass and objid = pg_class.oid and deptype = 'a' and refobjsubid > 0
  join pg_attribute on attrelid = refobjid and attnum = refobjsubid
  where relkind = 'S' order by pg_class.oid::regclass::text collate "C"`;

const column = `
  select string_agg(format(E'\\n  %I %s%s%s%s', attname, format_type(atttypid, atttypmod),
    case when attcollation <> typcollation then format(' collate %s', attcollation::regcollation) end,
    case
      when attidentity <> '' then (
        select format(' generated %s as identity (sequence name %s %s)', case attidentity when 'a' then 'always' else 'by default' end, seqrelid::regclass, ${numbering})
        from pg_depend join pg_sequence on seqrelid = objid
        where classid = 'pg_class'::regclass and refobjid = attrelid and refobjsubid = attnum and deptype = 'i')
      when attgenerated <> '' then format(' generated always as (%s) %s', pg_get_expr(adbin, adrelid), case attgenerated when 's' then 'stored' else 'virtual' end)
      when adbin is not null then ' default ' || pg_get_expr(adbin, adrelid)
    end,
    case when attnotnull then ' not null' end), ',' order by attnum)
  from pg_attribute join pg_type on pg_type.oid = atttypid left join pg_attrdef on adrelid = attrelid and adnum = attnum
  where attrelid = pg_class.oid and attnum > 0 and not attisdropped`;

/** In the order they were made, so that a partition comes after its whole; the order of a copy is the same. */
const relations = `
  select format('create %stable %s', case relpersistence when 'u' then 'unlogged ' end, pg_class.oid::regclass)
    || case when relispartition
      then format(' partition of %s %s', (select inhparent::regclass from pg_inherits where inhrelid = pg_class.oid), pg_get_expr(relpartbound, pg_class.oid))
      else format(E' (%s\\n)', (${column})) end
    || case when relkind = 'p' then ' partition by ' || pg_get_partkeydef(pg_class.oid) else '' end
    || case when reloptions is null then '' else format(' with (%s)', array_to_string(reloptions, ', ')) end as text
  from pg_class join (${own}) as own on own.oid = relnamespace
  where relkind in ('r', 'p') and ${free('pg_class', 'pg_class.oid')} order by pg_class.oid`;

const constraints = `
  select format('alter table %s add constraint %I %s', conrelid::regclass, conname, pg_get_constraintdef(pg_constraint.oid)) as text
  from pg_constraint join (${own}) as own on own.oid = connamespace
  where contype in ('p', 'u', 'x', 'c', 'f') and conrelid <> 0 and conparentid = 0 and coninhcount = 0
  order by contype = 'f', contype = 'c', conrelid::regclass::text collate "C", conname collate "C"`;

/** Of a partitioned table on its parts too, which PostgreSQL's own words leave out. */
const indexes = `
  select regexp_replace(pg_get_indexdef(indexrelid), ' ON ONLY ', ' ON ') as text from pg_index join pg_class on pg_class.oid = indexrelid join (${own}) as own on own.oid = relnamespace
  where not exists (select 1 from pg_constraint where conindid = indexrelid and contype in ('p', 'u', 'x')) and not relispartition
  order by indexrelid::regclass::text collate "C"`;

/** In the order they were made: one may be made from another. */
const views = `
  select format(E'create view %s%s as\\n%s', pg_class.oid::regclass, case when reloptions is not null then format(' with (%s)', array_to_string(reloptions, ', ')) end, rtrim(pg_get_viewdef(pg_class.oid), ';')) as text
  from pg_class join (${own}) as own on own.oid = relnamespace where relkind = 'v' and ${free('pg_class', 'pg_class.oid')} order by pg_class.oid`;

const triggers = `
  select pg_get_triggerdef(pg_trigger.oid) as text from pg_trigger join pg_class on pg_class.oid = tgrelid join (${own}) as own on own.oid = relnamespace
  where not tgisinternal and tgparentid = 0 order by tgrelid::regclass::text collate "C", tgname collate "C"`;

const comments = `
  select case when objsubid = 0 then format('comment on %s %s is %L', case relkind when 'v' then 'view' else 'table' end, objoid::regclass, description)
    else format('comment on column %s.%I is %L', objoid::regclass, attname, description) end as text
  from pg_description join pg_class on pg_class.oid = objoid and classoid = 'pg_class'::regclass join (${own}) as own on own.oid = relnamespace
  left join pg_attribute on attrelid = objoid and attnum = objsubid and objsubid > 0
  where relkind in ('r', 'p', 'v') order by objoid::regclass::text collate "C", objsubid`;

const undescribed = `
  select format('%s %s', case relkind when 'm' then 'materialized view' when 'f' then 'foreign table' else 'composite type' end, pg_class.oid::regclass) as text
    from pg_class join (${own}) as own on own.oid = relnamespace where relkind in ('m', 'f', 'c')
  union all
  select format('table %s, which inherits', inhrelid::regclass) from pg_inherits join pg_class on pg_class.oid = inhrelid join (${own}) as own on own.oid = relnamespace
    where relkind = 'r' and not relispartition
  union all
  select format('table %s with row security', pg_class.oid::regclass) from pg_class join (${own}) as own on own.oid = relnamespace where relrowsecurity
  union all
  select format('rule %s', rulename) from pg_rewrite join pg_class on pg_class.oid = ev_class join (${own}) as own on own.oid = relnamespace where rulename <> '_RETURN'
  union all
  select format('statistics %s', stxname) from pg_statistic_ext join (${own}) as own on own.oid = stxnamespace
  union all
  select format('aggregate %s', pg_proc.oid::regprocedure) from pg_proc join pg_aggregate on aggfnoid = pg_proc.oid join (${own}) as own on own.oid = pronamespace
    where (aggkind, aggfinalfn, aggcombinefn, aggmtransfn, aggsortop) <> ('n', 0, 0, 0, 0) and ${free('pg_proc', 'pg_proc.oid')}
  union all
  select format('type %s', pg_type.oid::regtype) from pg_type join (${own}) as own on own.oid = typnamespace
    where typtype in ('d', 'r') and ${free('pg_type', 'pg_type.oid')}`;
