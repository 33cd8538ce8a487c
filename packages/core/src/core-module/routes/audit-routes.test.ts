import { afterAll, beforeAll, expect, test } from 'vitest';
import { testWorld, type TestProvince, type TestWorld } from '../../kit/testing.ts';
import { recordAct } from '../../tenancy/acts.ts';

interface Page {
  readonly items: readonly { position: number; type: string; actor: { kind: string; id: string | null }; title: { vi: string } | null; data: unknown; link: string }[];
  readonly next: string | null;
}

let world: TestWorld;
let hue: TestProvince;
let auditor: string;

beforeAll(async () => {
  world = await testWorld({ plugins: [] });
  hue = world.province('hue');
  const grants = ['audit:read', 'key:manage', 'report:read'].map((permission) => ({ permission }));
  await hue.database(({ db }) => db.insertInto('core.roles').values({ id: 'auditor', title: '{"vi":"Kiểm toán"}', grants: JSON.stringify(grants) }).execute());
  auditor = await hue.signIn({ name: 'kiem-toan', roles: ['auditor'] });
  for (const name of ['một', 'hai', 'ba']) {
    const made = await hue.request('/api/core/keys', { as: auditor, json: { name, scopes: ['report:read'] } });
    const { id } = (await made.json()) as { id: string };
    if (name === 'hai') await hue.request(`/api/core/keys/${id}`, { as: auditor, method: 'DELETE' });
  }
  await world.settled();
});
afterAll(() => world[Symbol.asyncDispose]());

const read = async (query: string) => (await (await hue.request(`/api/core/audit?${query}`, { as: auditor })).json()) as Page;

test('who did what is listed newest first, with its place and link in the chain, in words', async () => {
  const { items } = await read('module=core&type=key.created');
  expect(items).toHaveLength(3);
  expect(items[0]).toMatchObject({ type: 'key.created', title: { vi: 'Tạo khóa API' }, actor: { kind: 'account' }, link: expect.stringMatching(/^[0-9a-f]{64}$/) as unknown });
  expect(items.map(({ position }) => position)).toEqual(items.map(({ position }) => position).toSorted((a, b) => b - a));
  const revoked = await read('type=key.revoked');
  expect(revoked.items).toHaveLength(1);
});

test('it can be narrowed to an actor and a time, and read page after page without a row twice or missing', async () => {
  const [{ actor }] = (await read('type=key.revoked')).items as [Page['items'][number]];
  const all: number[] = [];
  for (let next: string | null = ''; next !== null; ) {
    const page: Page = await read(`actor=${actor.id}&limit=2${next && `&cursor=${next}`}`);
    all.push(...page.items.map(({ position }) => position));
    next = page.next;
  }
  expect(new Set(all).size).toBe(all.length);
  expect(all).toEqual((await read(`actor=${actor.id}&limit=200`)).items.map(({ position }) => position));
  expect(all.length).toBeGreaterThanOrEqual(4);
  expect((await read('to=2020-01-01T00:00:00Z')).items).toEqual([]);
  expect((await read(`from=${encodeURIComponent(new Date(Date.now() - 60_000).toISOString())}&limit=200`)).items.length).toBeGreaterThanOrEqual(4);
});

test('a cursor of another filter, a date that is none and a caller without the permission are refused', async () => {
  const { next } = await read('limit=1');
  const status = async (query: string, as = auditor) => (await hue.request(`/api/core/audit?${query}`, { as })).status;
  expect(await status(`type=key.created&limit=1&cursor=${next}`)).toBe(422);
  expect(await status('from=hôm qua')).toBe(422);
  expect(await status('', await hue.signIn({ name: 'can-bo', roles: [] }))).toBe(403);
});

test('nothing of a person stands in it: no name, no address, no secret', async () => {
  const text = JSON.stringify(await read('limit=200'));
  for (const personal of ['kiem-toan', 'hue.example', 'ttk_']) expect(text).not.toContain(personal);
});

test('refused sign-ins are counted once an hour, and nobody is named', async () => {
  for (const password of ['sai-mot-lan', 'sai-hai-lan']) await hue.request('/api/auth/sign-in/email', { json: { email: 'kiem-toan@hue.example', password } });
  await hue.database(({ pool }) => pool.query(`insert into core.tasks (plugin, job) values ('core', 'tally-refused-sign-ins')`));
  world.kernel.committed(hue.now());
  await world.settled();
  const refused = (await read('type=sign-in.refused')).items;
  expect(refused).toHaveLength(1);
  expect((refused[0]!.data as { failures: number }).failures).toBeGreaterThanOrEqual(2);
  expect(JSON.stringify(refused)).not.toContain('kiem-toan');
});

test("operators see each other's acts, page after page; nobody else does", async () => {
  for (const n of [1, 2, 3]) await recordAct(world.kernel.registry.db, { type: 'test.done', actor: 'cli:test', province: 'hue', data: { n } });
  const platform = world.national('platform');
  const as = await platform.signIn({ name: 'van-hanh' });
  const acts = async (query: string) => (await (await platform.request(`/api/acts?${query}`, { as })).json()) as { items: { data: { n: number } }[]; next: number | null };
  const first = await acts('type=test.done&province=hue&limit=2');
  expect(first.items.map(({ data }) => data.n)).toEqual([3, 2]);
  expect((await acts(`type=test.done&limit=2&before=${first.next}`)).items.map(({ data }) => data.n)).toEqual([1]);
  expect((await platform.request('/api/acts')).status).toBe(401);
  expect((await world.national('ministry').request('/api/acts', { as })).status).not.toBe(200);
  expect((await hue.request('/api/acts', { as: auditor })).status).toBe(404);
});
