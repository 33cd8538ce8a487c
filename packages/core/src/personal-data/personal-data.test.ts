import { sql } from 'kysely';
import sharp from 'sharp';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { barePlugin } from '../kit/bare-plugin.ts';
import { testWorld, type TestProvince, type TestWorld } from '../kit/testing.ts';
import { switchModule } from '../modules/switch-module.ts';
import { eraseAccount } from './erase-account.ts';
import { exportAccount } from './export-account.ts';
import type { Register } from './register.ts';
import { replayErasures } from './replay-erasures.ts';

interface Diary {
  tables: { entries: { id: number; account: string | null; text: string; picture: string | null; at: Date } };
  settings: object;
  events: object;
  jobs: object;
}

const text = { vi: 'Nhật ký' };
/** How often the next erasures break off before they begin. */
let breaks = 0;
/** What happens in the middle of the next erasure. */
let meanwhile = async () => {};

const diary = barePlugin<Diary>({
  id: 'diary',
  migrations: {
    '0001-entries': {
      up: async (db) =>
        void (await sql`create table diary.entries (id bigint generated always as identity, account text, text text not null, picture uuid, at timestamptz not null default now())`.execute(db)),
    },
  },
  personalData: {
    fields: { 'entries.text': { purpose: text, sensitive: true }, 'entries.account': { purpose: text } },
    retention: text,
    retentionRules: {
      old: {
        title: text,
        keep: 'P12M',
        action: 'erase',
        apply: async (_ctx, trx, before, limit) => {
          const old = trx.selectFrom('entries').select('id').where('at', '<', before).limit(limit);
          return Number((await trx.deleteFrom('entries').where('id', 'in', old).executeTakeFirstOrThrow()).numDeletedRows);
        },
      },
    },
    exportFor: (ctx, account) => ctx.db.selectFrom('entries').select('text').where('account', '=', account).orderBy('id').execute(),
    filesOf: async (ctx, account) =>
      (await ctx.db.selectFrom('entries').select('picture').where('account', '=', account).where('picture', 'is not', null).execute()).map(({ picture }) => picture!),
    async eraseFor(ctx, account) {
      if (breaks-- > 0) throw new Error('broke off');
      await meanwhile();
      await ctx.change(async (trx) => {
        const own = await trx.deleteFrom('entries').where('account', '=', account).returning('picture').execute();
        await ctx.files.remove(trx as never, own.flatMap(({ picture }) => picture ?? []));
        return null;
      });
    },
  },
});

let world: TestWorld;
let hue: TestProvince;
let dakLak: TestProvince;
let admin: string;

beforeAll(async () => {
  world = await testWorld({ plugins: [diary] });
  [hue, dakLak] = [world.province('hue'), world.province('dak-lak')];
  for (const province of [hue, dakLak]) {
    await province.database(({ db }) =>
      db
        .insertInto('core.roles')
        .values([
          { id: 'admin', title: '{"vi":"Quản trị"}', grants: JSON.stringify([{ permission: 'privacy:manage' }, { permission: 'audit:read' }]) },
          { id: 'guarded', title: '{"vi":"Có bước hai"}', grants: JSON.stringify([{ permission: 'audit:read' }]), second_factor: true },
        ])
        .execute(),
    );
  }
  admin = await hue.signIn({ name: 'quan-tri', roles: ['admin'] });
});
afterAll(() => world[Symbol.asyncDispose]());
beforeEach(() => {
  breaks = 0;
  meanwhile = async () => {};
});

const accountOf = (at: TestProvince, email: string) =>
  at.database(async ({ db }) => (await db.selectFrom('identity.user').select('id').where('email', '=', email).executeTakeFirst())?.id);
const entriesOf = (at: TestProvince, account: string) =>
  at.inside<Diary, number>('diary', async (ctx) => (await ctx.db.selectFrom('entries').select('id').where('account', '=', account).execute()).length);

/** Somebody with an account, a session, two entries and a picture. */
async function person(at: TestProvince, name: string): Promise<{ account: string; session: string; picture: string }> {
  const session = await at.signIn({ name, email: `${name}@vidu.vn`, roles: [] });
  const account = (await accountOf(at, `${name}@vidu.vn`))!;
  const bytes = await sharp({ create: { width: 20, height: 20, channels: 3, background: '#777' } }).png().toBuffer();
  const picture = await at.inside<Diary, string>('diary', (ctx) =>
    ctx.change(async (trx) => {
      const { id } = await ctx.files.putPicture(bytes, (store) => store(trx as never));
      await ctx.attach(trx, [id], account);
      await trx.insertInto('entries').values([{ account, text: `riêng của ${name}`, picture: id }, { account, text: 'thứ hai', picture: null }] as never).execute();
      return id;
    }),
  );
  return { account, session, picture };
}

async function bytesOf(at: TestProvince, picture: string): Promise<boolean> {
  const stream = await world.kernel.files.openPart(at.id, { id: picture, part: 'full' });
  stream?.destroy();
  return stream !== undefined;
}

test('the register lists what every module declares, and what the core itself holds', async () => {
  const answer = await hue.request('/api/core/personal-data/register', { as: admin });
  const register = (await answer.json()) as Register;
  expect(register.entries).toContainEqual(expect.objectContaining({ module: 'diary', field: 'entries.text', sensitive: true }));
  expect(register.entries).toContainEqual(expect.objectContaining({ module: 'core', field: 'user.email', sensitive: false }));
  expect(register.retention).toContainEqual(expect.objectContaining({ module: 'diary', rules: [expect.objectContaining({ keep: 'P12M', action: 'erase' })] }));
  expect((await hue.request('/api/core/personal-data/register')).status).toBe(401);
});

test('an export holds what every module has about the account, with links to its pictures, and nothing of anybody else', async () => {
  const an = await person(hue, 'an');
  await person(hue, 'binh');
  const { modules, files, missing } = await exportAccount(world.kernel, hue.now(), an.account);
  expect(modules['diary']?.data).toEqual([{ text: 'riêng của an' }, { text: 'thứ hai' }]);
  expect(modules['core']?.data).toMatchObject({ person: { name: 'an', email: 'an@vidu.vn' }, sessions: [expect.anything()] });
  expect(missing).toEqual([]);
  expect((await hue.request(files[0]!.link)).headers.get('content-type')).toBe('image/webp');
  expect(JSON.stringify(modules)).not.toContain('binh');
});

test('what somebody takes out about themselves is in the audit log too', async () => {
  const { account, session } = await person(hue, 'tu-xem');
  expect(await (await hue.request('/api/auth/my-data', { as: session })).json()).toMatchObject({ account });
  await world.settled();
  const log = (await (await hue.request(`/api/core/audit?subject=${account}&type=account.exported`, { as: admin })).json()) as { items: object[] };
  expect(log.items).toEqual([expect.objectContaining({ data: { account, request: null }, actor: expect.objectContaining({ id: account }) as unknown })]);
});

test('a request to export is answered within three days, and both are in the audit log', async () => {
  const { account } = await person(hue, 'chi');
  const made = (await (await hue.request('/api/core/personal-data/requests', { as: admin, json: { kind: 'export', account } })).json()) as { id: string; requestedAt: string; dueAt: string };
  expect(new Date(made.dueAt).getTime() - new Date(made.requestedAt).getTime()).toBe(72 * 3_600_000);
  const answer = await hue.request(`/api/core/personal-data/requests/${made.id}/export`, { as: admin, method: 'POST' });
  expect(answer.headers.get('cache-control')).toBe('no-store');
  expect(await answer.text()).toContain('riêng của chi');
  const open = (await (await hue.request('/api/core/personal-data/requests?open=true', { as: admin })).json()) as { items: unknown[] };
  expect(open.items).toEqual([]);
  await world.settled();
  const log = (await (await hue.request(`/api/core/audit?subject=${account}`, { as: admin })).json()) as { items: { type: string }[] };
  expect(log.items.map(({ type }) => type)).toEqual(expect.arrayContaining(['account.exported', 'privacy.requested']));
  expect(JSON.stringify(log)).not.toContain('chi@vidu.vn');
});

test('a request to erase takes account, session, rows, picture and its bytes, in this province alone, and the log stays whole', async () => {
  const [here, there] = [await person(hue, 'dung'), await person(dakLak, 'dung')];
  expect((await hue.request('/api/core/me', { as: here.session })).status).toBe(200);
  const made = await hue.request('/api/core/personal-data/requests', { as: admin, json: { kind: 'erase', account: here.account } });
  expect(made.status).toBe(201);
  await world.settled();
  // 1. Nothing is left of them, nor does a node remember them.
  expect(await accountOf(hue, 'dung@vidu.vn')).toBeUndefined();
  expect((await hue.request('/api/core/me', { as: here.session })).status).toBe(401);
  expect(await entriesOf(hue, here.account)).toBe(0);
  expect(await bytesOf(hue, here.picture)).toBe(false);
  // 2. The request is done, and the tombstone tells nobody whose it is.
  const { items } = (await (await hue.request('/api/core/personal-data/requests', { as: admin })).json()) as { items: { kind: string; doneAt: string | null }[] };
  expect(items.find(({ kind }) => kind === 'erase')?.doneAt).not.toBeNull();
  const graves = await hue.database(async ({ pool }) => (await pool.query<object>('select encode(subject, \'hex\') as subject, modules from core.tombstones')).rows);
  expect(graves).toEqual([{ subject: expect.stringMatching(/^[0-9a-f]{64}$/) as unknown, modules: ['diary', 'core'] }]);
  // 3. The neighbour's namesake has everything.
  expect(await entriesOf(dakLak, there.account)).toBe(2);
  expect(await bytesOf(dakLak, there.picture)).toBe(true);
  expect((await dakLak.request('/api/core/me', { as: there.session })).status).toBe(200);
});

test('nobody erases staff, nor they themselves, until an administrator has taken their roles away', async () => {
  const { account, session } = await person(hue, 'can-bo');
  const give = (roles: string[]) => hue.database(({ db }) => db.updateTable('core.members').set({ roles }).where('account', '=', account).execute());
  const request = () => hue.request('/api/core/personal-data/requests', { as: admin, json: { kind: 'erase', account } });
  const refused = { status: 409, code: 'staff-account' };
  await give(['guarded']);
  world.kernel.registry.bus.send({ topic: 'access', province: 'hue' });
  // Their role asks for a second factor that they have not set up: they hold no permission, and are staff.
  for (const answer of [await hue.request('/api/auth/erase-account', { method: 'POST', as: session }), await request()]) expect(await answer.json()).toMatchObject(refused);
  expect(await (await hue.request('/tai-khoan', { as: session })).text()).not.toContain('action="/tai-khoan/xoa"');
  await expect(eraseAccount(world.kernel, hue.now(), account)).rejects.toMatchObject(refused);
  expect(await entriesOf(hue, account)).toBe(2);
  await give([]);
  meanwhile = async () => void (await give(['admin']));
  await expect(eraseAccount(world.kernel, hue.now(), account)).rejects.toMatchObject(refused);
  expect(await accountOf(hue, 'can-bo@vidu.vn')).toBe(account);
  meanwhile = async () => {};
  await give([]);
  expect((await request()).status).toBe(201);
  await world.settled();
  expect(await accountOf(hue, 'can-bo@vidu.vn')).toBeUndefined();
});

test('neither a key nor a screen left open asks for anybody to be erased, or for what is held about them', async () => {
  const { account } = await person(hue, 'yen');
  const ask = (kind: 'export' | 'erase', as: string) => hue.request('/api/core/personal-data/requests', { as, json: { kind, account } });
  const { id } = (await (await ask('export', admin)).json()) as { id: string };
  const exported = (as: string) => hue.request(`/api/core/personal-data/requests/${id}/export`, { method: 'POST', as });
  const key = await hue.key(['privacy:manage']);
  for (const answer of [await ask('erase', key), await exported(key)]) expect(await answer.json()).toMatchObject({ code: 'person-required' });
  const confirmed = async (at: Date) => {
    await hue.database(({ pool }) => pool.query('update identity.session set "confirmedAt" = $1', [at]));
    world.kernel.registry.bus.send({ topic: 'access', province: 'hue' });
  };
  await confirmed(new Date(Date.now() - 3_600_000));
  for (const answer of [await ask('erase', admin), await exported(admin)]) expect(await answer.json()).toMatchObject({ code: 'confirmation-required' });
  await confirmed(new Date());
  expect((await exported(admin)).status).toBe(200);
});

test('what a module that is switched off holds is erased as well', async () => {
  const { account } = await person(hue, 'em');
  await switchModule(world.kernel, hue.now(), diary, 'off');
  await eraseAccount(world.kernel, hue.now(), account);
  await switchModule(world.kernel, hue.now(), diary, 'on');
  expect(await entriesOf(hue, account)).toBe(0);
});

test('an erasure that breaks off is finished by the next try, and until then the account is there', async () => {
  const { account } = await person(hue, 'giang');
  breaks = 1;
  await expect(eraseAccount(world.kernel, hue.now(), account)).rejects.toThrow('broke off');
  expect(await accountOf(hue, 'giang@vidu.vn')).toBe(account);
  await eraseAccount(world.kernel, hue.now(), account);
  expect(await accountOf(hue, 'giang@vidu.vn')).toBeUndefined();
  // Once more finds nothing, and harms nothing.
  await eraseAccount(world.kernel, hue.now(), account);
});

test('a module that left data here and is not installed any more keeps the erasure open, and is named', async () => {
  const { account } = await person(hue, 'hoa');
  await world.kernel.registry.db.insertInto('registry.modules').values({ province: 'hue', plugin: 'gone', version: '1.0.0', state: 'off', reason: null, settings: '{}', migrated_to: '0001' }).execute();
  await world.kernel.registry.changed('hue');
  await expect(eraseAccount(world.kernel, hue.now(), account)).rejects.toMatchObject({ code: 'module-not-installed', title: { vi: expect.stringContaining('gone') as unknown } });
  expect(await entriesOf(hue, account)).toBe(0);
  await world.kernel.registry.db.deleteFrom('registry.modules').where('plugin', '=', 'gone').execute();
  await world.kernel.registry.changed('hue');
});

test('whoever was erased after a backup was made is erased again when it is restored, and nobody else', async () => {
  const [erased, kept] = [await person(hue, 'khanh'), await person(hue, 'lan')];
  const backup = await hue.database(async ({ pool }) => ({
    people: (await pool.query<object>('select * from identity."user" where id = $1', [erased.account])).rows,
    entries: (await pool.query<object>('select account, text from diary.entries where account = $1', [erased.account])).rows,
  }));
  await eraseAccount(world.kernel, hue.now(), erased.account);
  await world.settled();
  // As a restore leaves it: the rows of then, without the tombstone that came later.
  await hue.database(async ({ pool }) => {
    await pool.query('insert into identity."user" select * from json_populate_recordset(null::identity."user", $1)', [JSON.stringify(backup.people)]);
    await pool.query(`insert into core.members (account, roles) values ($1, '{admin}')`, [erased.account]);
    await pool.query('insert into diary.entries (account, text) select account, text from json_populate_recordset(null::diary.entries, $1)', [JSON.stringify(backup.entries)]);
  });
  expect(await entriesOf(hue, erased.account)).toBe(2);
  expect(await replayErasures(world.kernel, hue.now())).toBe(1);
  expect(await entriesOf(hue, erased.account)).toBe(0);
  expect(await accountOf(hue, 'khanh@vidu.vn')).toBeUndefined();
  expect(await accountOf(hue, 'lan@vidu.vn')).toBe(kept.account);
  expect(await replayErasures(world.kernel, hue.now())).toBe(0);
});

test('every night what has been kept long enough goes, as the province decided, in batches and with a line in the audit log', async () => {
  const put = (at: TestProvince, months: number, count: number) =>
    at.database(({ pool }) => pool.query(`insert into diary.entries (text, at) select 'cũ', now() - make_interval(months => $1) from generate_series(1, $2)`, [months, count]));
  const left = (at: TestProvince) => at.database(async ({ pool }) => Number((await pool.query<{ n: string }>(`select count(*) as n from diary.entries where text = 'cũ'`)).rows[0]!.n));
  for (const at of [hue, dakLak]) {
    await put(at, 13, 1_100);
    await put(at, 7, 1);
  }
  // Huế keeps them half as long.
  const url = '/api/core/personal-data/retention/diary/old';
  expect((await hue.request(url, { as: admin, method: 'PUT', json: { keep: 'P6M' } })).status).toBe(200);
  expect((await hue.request(url, { as: admin, method: 'PUT', json: { keep: '6 months' } })).status).toBe(422);
  expect((await hue.request('/api/core/personal-data/retention/diary/khong-co', { as: admin, method: 'PUT', json: { keep: 'P6M' } })).status).toBe(404);
  for (const at of [hue, dakLak]) {
    await at.database(({ pool }) => pool.query(`insert into core.tasks (plugin, job) values ('core', 'apply-retention')`));
    world.kernel.committed(at.now());
  }
  await world.settled();
  expect([await left(hue), await left(dakLak)]).toEqual([0, 1]);
  const log = (await (await hue.request('/api/core/audit?type=retention.applied', { as: admin })).json()) as { items: { data: { rows: number } }[] };
  expect(log.items.map(({ data }) => data.rows).toSorted((a, b) => b - a)).toEqual([500, 500, 101]);
});
