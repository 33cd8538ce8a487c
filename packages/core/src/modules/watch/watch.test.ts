import { isDeepStrictEqual } from 'node:util';
import { html } from 'hono/html';
import { Hono } from 'hono';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { z } from 'zod';
import { barePlugin } from '../../kit/bare-plugin.ts';
import { testWorld, type TestProvince, type TestWorld } from '../../kit/testing.ts';
import type { MountEnvironment } from '../../plugin/plugin.ts';
import { Problem } from '../../plugin/problem.ts';
import { ok, routeOf } from '../../plugin/route.ts';
import { whoRuns } from './who-runs.ts';

interface Rowdy {
  tables: { notes: { what: string } };
  settings: object;
  events: object;
  jobs: { breed: object; fail: object };
}

const title = { vi: 'Phân hệ thử' };
const route = routeOf<Rowdy>();
const get = (path: `/${string}`, handle: Parameters<typeof route>[0]['handle']) =>
  route({ method: 'get', path, access: 'public', summary: title, answers: { 200: { description: 'fine' } }, handle });
const post = (path: `/${string}`, handle: Parameters<typeof route>[0]['handle']) =>
  route({ method: 'post', path, access: 'public', summary: title, answers: { 200: { description: 'fine' } }, handle });

/** Whom the watchdog's thread would have named, by where the module was asked. */
const named: Record<string, unknown> = {};
const name = (where: string) => void (named[where] = JSON.parse((globalThis as unknown as Record<string, () => string>)[whoRuns]!()));

/** What a handler that hangs is still to do once the test lets it. */
let letGo = Promise.withResolvers<void>();
const { promise: never } = Promise.withResolvers<never>();

const rowdy = barePlugin<Rowdy>({
  id: 'rowdy',
  title: { vi: 'Phân hệ ồn ào', en: 'Rowdy module' },
  migrations: {
    '0001-notes': {
      async up(db) {
        await db.schema.createTable('notes').addColumn('what', 'text').execute();
        name('migration');
      },
    },
  },
  onEnable: async () => name('onEnable'),
  routes: [
    route({
      method: 'get',
      path: '/search',
      access: 'public',
      query: z.strictObject({ words: z.string().refine(() => (name('schema'), true)) }),
      summary: title,
      answers: { 200: { description: 'fine' } },
      handle: async () => ok([]),
    }),
    get('/fine', async () => ok('fine')),
    get('/throw', async () => {
      throw new Error('a bug');
    }),
    get('/refuse', async () => {
      throw new Problem(503, 'feed-away', title);
    }),
    get('/outage', async () => {
      throw Object.assign(new TypeError('fetch failed'), { cause: Object.assign(new Error('connect'), { code: 'ECONNREFUSED' }) });
    }),
    get('/stray', async () => {
      setTimeout(() => Promise.reject(new Error('a stray bug')), 0);
      return ok('fine');
    }),
    post('/hang', async (ctx) => {
      await letGo.promise;
      await ctx.change(async (trx) => void (await trx.insertInto('notes').values({ what: 'too late' }).execute()));
      return ok('done');
    }),
    post('/breed', async (ctx) => {
      await ctx.change(async (trx) => ctx.enqueue(trx, 'breed', {}));
      return ok('begun');
    }),
    post('/fail', async (ctx) => {
      await ctx.change(async (trx) => {
        for (let i = 0; i < 12; i += 1) ctx.enqueue(trx, 'fail', {});
      });
      return ok('begun');
    }),
  ],
  jobs: {
    breed: { title, timeoutSeconds: 5, run: (ctx) => ctx.change(async (trx) => [1, 2, 3].forEach(() => ctx.enqueue(trx, 'breed', {}))) },
    fail: {
      title,
      timeoutSeconds: 5,
      attempts: 1,
      run: async () => {
        throw new Error('a bug');
      },
    },
  },
  mounts: {
    '/on-ao': new Hono<MountEnvironment<Rowdy>>().get('/', () => {
      throw new Error('a bug of a page');
    }),
  },
});
const feeds = barePlugin({
  id: 'feeds',
  connectors: {
    async tides(ctx, signal) {
      if (ctx.tenant.id === 'hue') throw new TypeError('a bug');
      await new Promise((resolve) => signal.addEventListener('abort', resolve, { once: true }));
    },
  },
});
const slow = barePlugin({ id: 'slow', home: () => never });
const quiet = barePlugin({ id: 'quiet', home: async () => html`<h2>Yên tĩnh</h2>`, routes: [routeOf()({ method: 'get', path: '/fine', access: 'public', summary: title, answers: { 200: { description: 'fine' } }, handle: async () => ok('fine') })] });

let world: TestWorld;
let hue: TestProvince;
let dakLak: TestProvince;
let admin: string;
let visitors: string[];

beforeAll(async () => {
  world = await testWorld({ plugins: [rowdy, feeds, slow, quiet], watch: { faults: 8, windowSeconds: 60, handlerSeconds: 1, floodPerMinute: 40 } });
  hue = world.province('hue');
  dakLak = world.province('dak-lak');
  await hue.role('admin', [{ permission: 'module:manage' }, { permission: 'audit:read' }]);
  admin = await hue.signIn({ name: 'quan-tri', roles: ['admin'] });
  visitors = await Promise.all([hue.key([]), hue.key([])]);
});
afterAll(async () => {
  letGo.resolve();
  await world[Symbol.asyncDispose]();
});

beforeEach(async () => {
  expect((await hue.request('/api/core/modules/rowdy/enable', { method: 'POST', as: admin })).status).toBe(200);
});

const state = (at: TestProvince) => at.now().modules.get('rowdy')!;
/** Requests by two visitors in turn. */
const ask = async (times: number, path: string, init: { method?: string } = {}) => {
  const answers = [];
  for (let i = 0; i < times; i += 1) answers.push((await hue.request(path, { ...init, as: visitors[i % 2]! })).status);
  return answers;
};
const suspended = () => expect.poll(() => state(hue).state, { timeout: 10_000 }).toBe('suspended');

test('a module that throws again and again is suspended in that province, with its reason and an audit line; others go on', async () => {
  await ask(8, '/api/rowdy/throw');
  await suspended();
  expect(state(hue).reason).toContain('it failed or overran again and again: GET /api/rowdy/throw');
  expect((await hue.request('/api/rowdy/fine')).status).toBe(404);
  expect((await hue.request('/api/quiet/fine')).status).toBe(200);
  expect((await dakLak.request('/api/rowdy/fine')).status).toBe(200);
  expect(state(dakLak).state).toBe('on');
  const data = { module: 'rowdy', version: '1.0.0', cause: 'failing', operation: 'GET /api/rowdy/throw' };
  const acts = await world.kernel.registry.db.selectFrom('registry.acts').select(['actor', 'province', 'data']).where('type', '=', 'module.suspended').execute();
  expect(acts.filter((act) => isDeepStrictEqual(act.data, data))).toEqual([{ actor: 'system', province: 'hue', data }]);
  // In the province's own log a moment later: that is another database.
  const events = () => hue.database(({ db }) => db.selectFrom('core.events').select(['actor_kind', 'data']).where('type', '=', 'module.suspended').where('subject', '=', 'rowdy').execute());
  await expect.poll(events).toEqual([{ actor_kind: 'system', data }]);
  const { items } = (await (await hue.request('/api/core/modules', { as: admin })).json()) as { items: { id: string; state: string }[] };
  expect(items.find(({ id }) => id === 'rowdy')).toMatchObject({ state: 'suspended', reason: state(hue).reason });
});

test('an administrator of the province switches a suspended module on again, and the log says who did', async () => {
  await ask(8, '/api/rowdy/throw');
  await suspended();
  expect((await hue.request('/api/core/modules/rowdy/enable', { method: 'POST', as: admin })).status).toBe(200);
  expect(state(hue)).toMatchObject({ state: 'on', reason: null });
  expect((await hue.request('/api/rowdy/fine')).status).toBe(200);
  // It begins with a clean record.
  await ask(7, '/api/rowdy/throw');
  expect(state(hue).state).toBe('on');
  const last = await hue.database(({ db }) => db.selectFrom('core.events').select(['type', 'actor_kind', 'subject']).where('type', 'like', 'module.%').orderBy('id', 'desc').executeTakeFirst());
  expect(last).toEqual({ type: 'module.switched', actor_kind: 'account', subject: 'rowdy' });
});

test('problems, outages of others and a single visitor do not have a module suspended', async () => {
  await ask(20, '/api/rowdy/refuse');
  await ask(20, '/api/rowdy/outage');
  for (let i = 0; i < 20; i += 1) await hue.request('/api/rowdy/throw');
  expect(state(hue).state).toBe('on');
});

test('a page that throws is counted as a route is', async () => {
  await ask(8, '/on-ao');
  await suspended();
  expect(state(hue).reason).toContain('GET rowdy page');
});

test('a request that hangs is cut off in both languages and stores nothing afterwards; many of them are too many', async () => {
  letGo = Promise.withResolvers();
  const [first, ...others] = await Promise.all(Array.from({ length: 4 }, (_, i) => hue.request('/api/rowdy/hang', { method: 'POST', as: visitors[i % 2]! })));
  expect([first!.status, first!.headers.get('retry-after')]).toEqual([503, '60']);
  expect(await first!.json()).toMatchObject({ code: 'module-overran', title: 'Phân hệ "Phân hệ ồn ào" xử lý quá lâu nên đã bị cắt.' });
  expect(others.map(({ status }) => status)).toEqual([503, 503, 503]);
  letGo.resolve();
  await suspended();
  expect(await hue.database(({ pool }) => pool.query('select * from rowdy.notes').then(({ rows }) => rows))).toEqual([]);
});

test('jobs that fail one after another are counted like requests', async () => {
  await ask(1, '/api/rowdy/fail', { method: 'POST' });
  await suspended();
  expect(state(hue).reason).toContain('job fail');
});

test('a job that breeds tasks faster than it does them is stopped before it fills the database', async () => {
  await ask(1, '/api/rowdy/breed', { method: 'POST' });
  await suspended();
  expect(state(hue).reason).toContain('it flooded the province with events, tasks or log lines: job breed');
  await hue.database(({ db }) => db.deleteFrom('core.tasks').where('plugin', '=', 'rowdy').execute());
});

test('a connector that fails whenever it is started again is suspended where it does, though its pauses grow', { timeout: 20_000 }, async () => {
  await expect.poll(() => hue.now().modules.get('feeds'), { timeout: 15_000 }).toMatchObject({ state: 'suspended', reason: expect.stringContaining('connector tides') });
  expect(dakLak.now().modules.get('feeds')?.state).toBe('on');
});

test('whatever of a module holds the process up can be named: its migrations, its start, the schema that reads an input', async () => {
  await hue.request('/api/rowdy/search?words=a');
  const plugin = 'rowdy';
  expect(named).toEqual({
    migration: { plugin, province: expect.any(String), operation: 'migrations' },
    onEnable: { plugin, province: 'hue', operation: 'onEnable' },
    schema: { plugin, province: 'hue', operation: 'GET /api/rowdy/search' },
  });
});

test('an error that nobody caught is counted for the module whose code it left', async () => {
  const place = { province: hue.now(), plugin: rowdy, operation: 'GET /api/rowdy/stray' };
  expect(world.kernel.watch.stray(new Error('of nobody'))).toBe(false);
  for (let i = 0; i < 8; i += 1) await world.kernel.watch.run(place, async () => expect(world.kernel.watch.stray(new Error('a stray bug'))).toBe(true));
  await suspended();
});

test('a module whose part of the home page never comes is left out of it after three seconds', { timeout: 10_000 }, async () => {
  const began = performance.now();
  const page = await (await hue.request('/')).text();
  expect(performance.now() - began).toBeLessThan(5_000);
  expect(page).toContain('Yên tĩnh');
  expect(world.logged).toContainEqual(expect.objectContaining({ msg: 'home section failed', province: 'hue', module: 'slow' }));
});
