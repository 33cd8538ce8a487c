import type pg from 'pg';
import { copyIn, copyOut } from '../../database/copy.ts';
import { tryAgain } from '../as-owner.ts';
import type { Table } from './read-tables.ts';

/**
 * From now on the database notes down the key of every row that is written. A trigger waits for the writers that came
 * before it, so whoever reads afterwards sees what they wrote, and finds a note of what comes later.
 */
export async function noteChanges(source: pg.Client, tables: readonly Table[]): Promise<void> {
  await source.query(`
    create schema moving;
    create table moving.changes (relation text not null, key jsonb not null);
    create function moving.note() returns trigger language plpgsql security definer set search_path = '' as $$
    declare
      before jsonb; after jsonb;
    begin
      if tg_op <> 'INSERT' then
        select jsonb_object_agg(name, to_jsonb(old) -> name) into before from unnest(tg_argv[1:]) as name;
      end if;
      if tg_op <> 'DELETE' then
        select jsonb_object_agg(name, to_jsonb(new) -> name) into after from unnest(tg_argv[1:]) as name;
      end if;
      insert into moving.changes select tg_argv[0], key from (select before union select after) as either(key) where key is not null;
      return null;
    end $$;
    -- For when the province lives elsewhere: whoever still writes here is told so.
    create function moving.refuse() returns trigger language plpgsql as $$
    begin
      raise exception 'the province is moving' using errcode = 'TT503';
    end $$;
    revoke execute on all functions in schema moving from public`);
  for (const { name, key } of tables.filter(isFollowed)) {
    const words = [name, ...key].map((word) => source.escapeLiteral(word)).join(', ');
    await tryAgain(() => source.query(`create trigger moving_note after insert or update or delete on ${name} for each row execute function moving.note(${words})`));
  }
}

/** Refuses every write from when the transaction commits; readers notice nothing. */
export async function refuseWrites(source: pg.Client, tables: readonly Table[]): Promise<void> {
  for (const { name } of tables) {
    await source.query(`create trigger moving_refuse before insert or update or delete or truncate on ${name} for each statement execute function moving.refuse()`);
  }
}

/** Takes back whatever of the above was done. */
export async function forgetChanges(source: pg.Client): Promise<void> {
  await tryAgain(() => source.query('drop schema if exists moving cascade'));
}

export const isFollowed = ({ key }: Table): boolean => key.length > 0;

/** Copies whole tables, in chunks as they come. */
export async function copyTables(source: pg.Client, target: pg.Client, tables: readonly Table[]): Promise<void> {
  for (const { name, columns } of tables) {
    await copyIn(target, `copy ${name} (${columns}) from stdin`, copyOut(source, `copy (select ${columns} from ${name}) to stdout`));
  }
}

/**
 * Brings the copy to what `source` sees in its transaction, which must commit after this: what was noted is taken
 * out of the notes there, and applied in one transaction here. Answers how many rows that were.
 *
 * The copy has no foreign keys and no triggers meanwhile: rows come in no particular order.
 */
export async function catchUp(source: pg.Client, target: pg.Client, tables: readonly Table[]): Promise<number> {
  await source.query('create temporary table noted (relation text, key jsonb) on commit drop');
  const { rowCount } = await source.query(`
    with taken as (delete from moving.changes returning relation, key) insert into pg_temp.noted select distinct relation, key from taken`);
  const { rows } = await source.query<{ relation: string }>('select distinct relation from pg_temp.noted');
  const changed = tables.filter(({ name }) => rows.some(({ relation }) => relation === name));

  await target.query('begin');
  try {
    for (const [place, { name, columns, key }] of changed.entries()) {
      const names = key.map((column) => source.escapeIdentifier(column));
      const keys = names.join(', ');
      const noted = `select ${names.map((column) => `old.${column}`).join(', ')} from pg_temp.noted, jsonb_populate_record(null::${name}, noted.key) as old where noted.relation = ${source.escapeLiteral(name)}`;
      await target.query(`create temporary table keys_${place} on commit drop as select ${keys} from ${name} with no data`);
      await target.query(`create temporary table rows_${place} on commit drop as select ${columns} from ${name} with no data`);
      await copyIn(target, `copy pg_temp.keys_${place} from stdin`, copyOut(source, `copy (${noted}) to stdout`));
      await copyIn(target, `copy pg_temp.rows_${place} from stdin`, copyOut(source, `copy (select ${columns} from ${name} where (${keys}) in (${noted})) to stdout`));
      await target.query(`delete from ${name} where (${keys}) in (select ${keys} from pg_temp.keys_${place})`);
    }
    // Only now: a value that must be unique may have gone from one row to another.
    for (const [place, { name, columns }] of changed.entries()) {
      await target.query(`insert into ${name} (${columns}) overriding system value select ${columns} from pg_temp.rows_${place}`);
    }
    await target.query('commit');
  } catch (error) {
    await target.query('rollback');
    throw error;
  }
  return rowCount ?? 0;
}
