import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { portableClient } from './database-parts.ts';
import { describeSchemas } from './describe-schemas.ts';

const everything = `
  create schema one; create schema "Hai";
  create type one.mood as enum ('vui', 'buồn', 'o''hara');
  create function one.twice(n int) returns int language sql immutable as $$ select n * 2 $$;
  create function one.guarded() returns int language sql security definer set search_path = pg_catalog as $$ select 1 $$;
  revoke execute on function one.guarded from public;
  create aggregate one.total (int) (sfunc = int4pl, stype = int, initcond = '0');
  create sequence one.numbers as int increment by 7 start with 3 cycle;
  create table one.parents (
    id bigint generated always as identity (start with 100) primary key,
    name text collate "C" not null default 'vô danh',
    "Tên" varchar(20) unique,
    mood one.mood default 'buồn',
    doubled int generated always as (one.twice(3)) stored,
    number int default nextval('one.numbers'),
    tags text[] not null default '{}',
    at timestamptz(0) check (at > '2020-01-01'),
    constraint short check (length(name) < 50)
  ) with (fillfactor = 80);
  alter table one.parents drop column at;
  create table "Hai"."Bảng con" (id serial, parent bigint references one.parents on delete cascade deferrable initially deferred, during tstzrange, exclude using gist (during with &&));
  create table one.readings (day date not null, value float8, primary key (day)) partition by range (day);
  create table one.readings_2026 partition of one.readings for values from ('2026-01-01') to ('2027-01-01');
  create table one.readings_rest partition of one.readings default;
  create unlogged table one.scratch (id int);
  create index parents_mood on one.parents (mood, lower(name)) where mood is not null;
  create unique index on one.parents (number) include (name) nulls not distinct;
  create index readings_value on one.readings using brin (value);
  create view one.happy with (security_barrier) as select id, name from one.parents where mood = 'vui';
  create view one.counted as select count(*) from one.happy;
  create function one.touch() returns trigger language plpgsql as $$ begin return new; end $$;
  create trigger touch before update of name on one.parents for each row when (old.name is distinct from new.name) execute function one.touch();
  create trigger touch_readings after insert on one.readings for each row execute function one.touch();
  comment on table one.parents is 'Cha mẹ; it''s';
  comment on column one.parents."Tên" is 'Tên gọi';
  comment on view one.happy is 'Người vui';`;
const schemas = ['Hai', 'one'];

const names = Array.from({ length: 2 }, () => `tt_describe_${randomBytes(4).toString('hex')}`);
let admin: pg.Client;
let first: pg.Client;
let second: pg.Client;

beforeAll(async () => {
  admin = new pg.Client(inject('adminUrl'));
  await admin.connect();
  for (const name of names) await admin.query(`create database ${name}`);
  [first, second] = (await Promise.all(names.map((name) => portableClient(inject('adminUrl').replace(/\/[^/]*$/, `/${name}`))))) as [pg.Client, pg.Client];
  await first.query(everything);
});
afterAll(async () => {
  await Promise.all([first.end(), second.end()]);
  for (const name of names) await admin.query(`drop database ${name} with (force)`);
  await admin.end();
});

test('whatever a module may make in its schema is made again elsewhere, and describes itself in the same words', async () => {
  const text = await describeSchemas(first, schemas);
  for (const part of [text.tables, text.rest]) await second.query(part);
  expect(await describeSchemas(second, schemas)).toEqual(text);
  // Not by leaving out on both sides.
  for (const word of ["'o''hara'", 'security_barrier', 'nulls not distinct', 'fillfactor', 'partition of one.readings', 'DEFAULT', 'unlogged', 'EXCLUDE USING gist', 'DEFERRABLE INITIALLY DEFERRED', 'initcond', 'increment by 7', 'WHEN ((old.name', "'Cha mẹ; it''s'", 'revoke execute']) {
    expect(`${text.tables}${text.rest}`.toLowerCase()).toContain(word.toLowerCase());
  }
});

test('the copy behaves as the original does', async () => {
  const { rows } = await second.query<Record<string, unknown>>(`insert into one.parents (name) values ('Lan') returning id, doubled, number, mood`);
  expect(rows).toEqual([{ id: '100', doubled: 6, number: 3, mood: 'buồn' }]);
  await expect(second.query(`insert into one.parents (id, name) values (1, 'x')`)).rejects.toMatchObject({ code: '428C9' });
  await second.query(`insert into one.readings values ('2026-05-01', 1), ('1999-01-01', 2)`);
  const { rows: parts } = await second.query(`select tableoid::regclass::text as part from one.readings order by 1`);
  expect(parts).toEqual([{ part: 'one.readings_2026' }, { part: 'one.readings_rest' }]);
  const { rows: indexes } = await second.query(`select indisvalid from pg_index where indexrelid = 'one.readings_value'::regclass`);
  expect(indexes).toEqual([{ indisvalid: true }]);
});

test.each([
  ['a materialized view', 'create materialized view one.kept as select 1 as one', 'materialized view one.kept'],
  ['a domain', 'create domain one.positive as int check (value > 0)', 'type one.positive'],
  ['a table that inherits', 'create table one.grandchild () inherits (one.scratch)', 'table one.grandchild, which inherits'],
  ['row security', 'alter table one.scratch enable row level security', 'table one.scratch with row security'],
  ['a rule', 'create rule quiet as on delete to one.scratch do instead nothing', 'rule quiet'],
])('%s is named, not left out', async (_what, statement, named) => {
  await first.query('begin');
  await first.query(statement);
  await expect(describeSchemas(first, schemas)).rejects.toThrow(named);
  await first.query('rollback');
});
