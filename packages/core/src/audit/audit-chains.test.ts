import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Kysely, sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { kyselyOn } from '../database/kysely-on.ts';
import { preparedPool } from '../database/prepared-pool.ts';
import type { Kernel } from '../kernel.ts';
import { testWorld, type TestWorld } from '../kit/testing.ts';
import { recordAct } from '../tenancy/acts.ts';
import { readAnchors } from './anchor-places.ts';
import { anchorChain, auditChain, withEventChain } from './audit-chains.ts';
import { actChain, eventChain } from './chains.ts';
import type { Verdict } from './verify-chain.ts';

let world: TestWorld;
let kernel: Kernel;
let folder: string;
const received: unknown[] = [];
const receiver = createServer((request, response) => {
  let body = '';
  request.on('data', (chunk) => (body += chunk)).on('end', () => {
    received.push(JSON.parse(body));
    response.end();
  });
});

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tinhthong-anchors-'));
  await new Promise<void>((resolve) => receiver.listen(0, '127.0.0.1', resolve));
  world = await testWorld({ plugins: [] });
  kernel = { ...world.kernel, anchors: { file: join(folder, 'anchors'), url: `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/` } };
});
afterAll(async () => {
  await world[Symbol.asyncDispose]();
  receiver.close();
  await rm(folder, { recursive: true });
});

async function happen(id: string, ...subjects: string[]): Promise<void> {
  await world.province(id).database(({ db }) =>
    sql`
      insert into core.events (plugin, type, subject, actor_kind, actor_id, data)
      select 'core', 'key.created', s, 'account', 'x"y\\', jsonb_build_object('tên', s || E'\\n"\\u2028\\u0001') from unnest(${subjects}::text[]) as s
    `.execute(db),
  );
  kernel.committed(world.province(id).now());
  await world.settled();
}
const audit = (id: string) => withEventChain(kernel, world.province(id).now(), (chain) => auditChain(kernel, chain));
const anchor = (id: string) => withEventChain(kernel, world.province(id).now(), (chain) => anchorChain(kernel, chain));

/** What an audit finds after somebody who has got hold of the PostgreSQL server did this; then it is undone. */
async function afterTampering(database: string, statement: string, verify: (db: Kysely<never>) => Promise<Verdict>): Promise<Verdict> {
  const connectionString = kernel.registry.adminUrl('main', database);
  const admin = kyselyOn<never>(preparedPool({ connectionString, max: 1, applicationName: 'tamper', statementTimeout: 0, onError: () => {} }));
  const trx = await admin.startTransaction().execute();
  try {
    await sql.raw(`set local session_replication_role = replica; ${statement}`).execute(trx);
    return await verify(trx);
  } finally {
    await trx.rollback().execute();
    await admin.destroy();
  }
}
const tampered = (id: string, statement: string) =>
  afterTampering(world.province(id).now().database, statement, (db) => auditChain(kernel, eventChain(id, db as never)));

test('what PostgreSQL sealed, whatever letters it holds, is verified outside of it', async () => {
  await happen('hue', 'Huế', '👩‍🚒', 'a\\b', '');
  await happen('hue', 'sau');
  expect(await audit('hue')).toMatchObject({ rows: 5, head: { position: 5 }, fault: null });
});

test('an anchor goes into the control database, the file and to the address, and is met again', async () => {
  // The day's own, of whatever moment the clock has made it.
  await kernel.registry.db.deleteFrom('registry.anchors').execute();
  const made = await anchor('hue');
  expect(made).toMatchObject({ chain: 'province:hue', position: 5 });
  expect(readAnchors(await readFile(join(folder, 'anchors'), 'utf8'))).toEqual([made]);
  expect(received).toEqual([made]);
  expect(await audit('hue')).toMatchObject({ anchors: 1, fault: null });
});

test('an anchor that cannot be put into every place fails, so that its task is tried again', async () => {
  const broken: Kernel = { ...kernel, anchors: { file: join(folder, 'no', 'such', 'folder') } };
  await expect(withEventChain(broken, world.province('hue').now(), (chain) => anchorChain(broken, chain))).rejects.toThrow('ENOENT');
});

const moveUp = 'update core.events set position = -position where position > 2; update core.events set position = -position - 1 where position < 0';
const resealed = 'select core.seal_events(5000)';

test.each([
  ['edited', `update core.events set data = '{}' where position = 2`, 2],
  ['given another actor', `update core.events set actor_id = 'ai-do' where position = 3`, 3],
  ['dated back by a microsecond', `update core.events set at = at - interval '1 microsecond' where position = 1`, 1],
  ['stripped of its link', 'update core.events set link = null where position = 5', 5],
  ['removed', 'delete from core.events where position = 4', 4],
  ['removed, with the rest moved up', `delete from core.events where position = 2; ${moveUp}`, 2],
  ['cut off at the end', 'delete from core.events where position > 3', 4],
  ['emptied out with all others', 'truncate core.events', 1],
  ['edited, with all links made anew', `update core.events set data = '{}', position = null, link = null where position > 1; ${resealed}`, 5],
  [
    'followed by one that was put in, with all links made anew',
    `update core.events set position = null, link = null where position > 1;
     insert into core.events (id, plugin, type, subject, actor_kind, data) overriding system value values (0, 'core', 'key.created', 'chèn', 'system', '{}'); ${resealed}`,
    5,
  ],
])('an event that was %s is found out, and the first bad row named', async (_how, statement, first) => {
  expect((await tampered('hue', statement)).fault?.position).toBe(first);
  expect((await audit('hue')).fault).toBeNull();
});

test('a log that was cut off before any anchor is found out by what has been read of it since', async () => {
  await happen('dak-lak', 'một', 'hai', 'ba');
  const cut = `insert into core.projections (plugin, name, position) values ('x', 'y', 3); delete from core.events where position = 3`;
  expect((await tampered('dak-lak', cut)).fault?.position).toBe(3);
});

test("an anchor of one province says nothing about another's log", async () => {
  expect(await audit('dak-lak')).toMatchObject({ rows: 3, anchors: 0, fault: null });
});

test("the operators' acts are chained as they are written, also when many write at once, and cannot be changed", async () => {
  const { db } = kernel.registry;
  const before = (await actChain(db).head()).position;
  await Promise.all(Array.from({ length: 12 }, (_, n) => recordAct(db, { type: 'test.done', actor: 'cli:test', province: 'hue', data: { n } })));
  expect(await auditChain(kernel, actChain(db))).toMatchObject({ rows: before + 12, fault: null });
  await expect(sql`update registry.acts set actor = 'khac'`.execute(db)).rejects.toThrow('append-only');
  await expect(sql`delete from registry.acts`.execute(db)).rejects.toThrow('append-only');
  const control = new URL(kernel.registry.adminUrl('main')).pathname.slice(1);
  const verdict = await afterTampering(control, `update registry.acts set actor = 'khac' where position = ${before + 5}`, (trx) => auditChain(kernel, actChain(trx as never)));
  expect(verdict.fault?.position).toBe(before + 5);
});
