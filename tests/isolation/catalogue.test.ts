import type { TestWorld } from '@tinhthong/core/testing';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { catalogueViolations } from './catalogue.ts';
import { openDoors } from './open-doors.ts';
import { connected, onDatabase } from './server-access.ts';
import { twoProvinces } from './two-provinces.ts';

let world: TestWorld;

beforeAll(async () => {
  world = await twoProvinces({ afresh: true });
});
afterAll(() => world[Symbol.asyncDispose]());

test('no login reaches anything but the rows of its own province, by the catalogues and by trying', async () => {
  expect(await catalogueViolations(world.kernel)).toEqual([]);
  expect(await openDoors(world.kernel)).toEqual([]);
});

test('the same holds after every province has been migrated again', async () => {
  await world.migrate();
  expect(await catalogueViolations(world.kernel)).toEqual([]);
  expect(await openDoors(world.kernel)).toEqual([]);
});

test('the connections that requests use carry the time-outs', async () => {
  for (const id of ['hue', 'dak-lak']) {
    const { rows } = await world.province(id).database(({ pool }) =>
      pool.query(`select name, setting::int > 0 as set from pg_settings where name in ('statement_timeout', 'lock_timeout', 'idle_in_transaction_session_timeout')`),
    );
    expect(rows.map(({ set }) => set)).toEqual([true, true, true]);
  }
});

test('a province that uses up its connections takes none of the other', async () => {
  const { provinces } = world.kernel.registry;
  const urlOf = (id: string) => provinces().find((province) => province.id === id)!.url;
  const open: pg.Client[] = [];
  const connect = async () => {
    const client = new pg.Client({ connectionString: urlOf('hue') });
    await client.connect();
    open.push(client);
  };
  try {
    const tried = await Promise.allSettled(Array.from({ length: 60 }, connect));
    expect(tried.filter(({ status }) => status === 'rejected')).toContainEqual({ status: 'rejected', reason: expect.objectContaining({ code: '53300' }) });
    expect(open.length).toBeLessThanOrEqual(40);
    expect(await connected(urlOf('dak-lak'), async (client) => (await client.query('select 1 as one')).rows)).toEqual([{ one: 1 }]);
  } finally {
    await Promise.all(open.map((client) => client.end()));
  }
});

// Each privilege too many must be found, by name and nothing else: a check that cannot turn red proves nothing.
const doors: readonly (readonly [what: string, open: string, close: string, found: readonly string[]])[] = [
  ['a neighbour may connect', 'grant connect on database $hue to $dakLogin', 'revoke connect on database $hue from $dakLogin', ['$dakLogin has CONNECT on $hue', '$dakLogin connected to $hue']],
  ['everybody may connect', 'grant connect on database $hue to public', 'revoke connect on database $hue from public', ['PUBLIC has CONNECT on $hue', '$dakLogin has CONNECT on $hue', '$dakLogin connected to $hue']],
  ['a login may become its owner role', 'grant $hueOwner to $hueLogin with inherit false, set true', 'revoke $hueOwner from $hueLogin', [
    '$hueLogin is a member of $hueOwner',
    '$hueLogin could (no error): set role "$hueOwner"',
  ]],
  ['a login may make logins', 'alter role $hueLogin createrole', 'alter role $hueLogin nocreaterole', ['$hueLogin is createrole', '$hueLogin could (no error): create role mine']],
  ['a login has no time-out', 'alter role $hueLogin reset statement_timeout', "alter role $hueLogin set statement_timeout = '15s'", ['$hueLogin has no statement_timeout', '$hueLogin connects without statement_timeout']],
  ['events can be rewritten', 'grant update on core.events to $hueLogin', 'revoke update on core.events from $hueLogin', [
    '$hueLogin may UPDATE core.events',
    "$hueLogin could (no error): update core.events set data = '{}'",
    '$hueLogin could (no error): update core.events set at = now(), position = 1',
    '$hueLogin could (no error): update core.events set position = 1',
  ]],
  ['events can be put in their place', 'grant insert (position), update (position) on core.events to $hueLogin', 'revoke insert (position), update (position) on core.events from $hueLogin', [
    '$hueLogin may INSERT core.events.position',
    '$hueLogin may UPDATE core.events.position',
    '$hueLogin could (no error): update core.events set position = 1',
  ]],
  [
    'a login has a function that acts as the owner',
    'create function core.mine() returns int language sql security definer as $$ select 1 $$; alter function core.mine owner to $hueOwner',
    'drop function core.mine',
    ['$hueLogin may act as $hueOwner through core.mine'],
  ],
  ['events can be deleted through their view', 'grant delete on core.event_log to $hueLogin', 'revoke delete on core.event_log from $hueLogin', [
    '$hueLogin may DELETE through the view core.event_log',
    '$hueLogin could (no error): delete from core.event_log',
  ]],
  ['the ledger of migrations can be read', 'grant select on core.migrations to $hueLogin', 'revoke select on core.migrations from $hueLogin', [
    '$hueLogin may SELECT core.migrations',
    '$hueLogin could (no error): select * from core.migrations',
  ]],
  ['a login makes a table', 'grant create on schema core to $hueLogin', 'revoke create on schema core from $hueLogin', [
    '$hueLogin may make things in schema core of $hue',
    '$hueLogin could (no error): create table core.mine (id int)',
    '$hueLogin could (no error): create function core.mine() returns int language sql as $$ select 1 $$',
  ]],
];

test.each(doors)('found when %s', async (_what, open, close, found) => {
  const { provinces, adminUrl } = world.kernel.registry;
  const [dak, hue] = ['dak-lak', 'hue'].map((id) => provinces().find((province) => province.id === id)!);
  const named = (text: string) =>
    text.replaceAll('$dakLogin', dak!.loginRole).replaceAll('$hueLogin', hue!.loginRole).replaceAll('$hueOwner', hue!.ownerRole).replaceAll('$hue', hue!.database);
  await connected(onDatabase(adminUrl('main'), hue!.database), async (client) => {
    await client.query(named(open));
    try {
      expect([...(await catalogueViolations(world.kernel)), ...(await openDoors(world.kernel))].sort()).toEqual(found.map(named).sort());
    } finally {
      await client.query(named(close));
    }
  });
  expect(await catalogueViolations(world.kernel)).toEqual([]);
});
