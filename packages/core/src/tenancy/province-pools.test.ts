import pg from 'pg';
import { afterAll, afterEach, beforeAll, beforeEach, expect, inject, test } from 'vitest';
import { provincePools, type ProvincePools } from './province-pools.ts';
import type { Province } from './registry.ts';

let admin: pg.Client;
let pools: ProvincePools;

beforeAll(async () => {
  admin = new pg.Client({ connectionString: inject('adminUrl') });
  await admin.connect();
});
// Two connections for the whole server, one a province: a third province needs another's place.
beforeEach(() => {
  pools = provincePools({ perProvince: () => 1, perServer: () => 2, onError: () => {} });
});
afterEach(() => pools.close());
afterAll(() => admin.end());

const province = (id: string, applicationName = id) => ({ id, server: 'main', url: `${inject('adminUrl')}?fallback_application_name=${applicationName}` }) as Province;
const [hue, dakLak, caMau] = [province('hue'), province('dak-lak'), province('ca-mau')];

/** Asks the province's database something. */
const ask = (at: Province) => pools.use(at, async ({ pool }) => (await pool.query<{ name: string }>(`select current_setting('application_name') as name`)).rows[0]!.name);

/** The provinces that hold a connection, as PostgreSQL sees it; not those that other tests run in databases of their own. */
async function connected(): Promise<string[]> {
  const { rows } = await admin.query<{ name: string }>(`select application_name as name from pg_stat_activity where datname = current_database() and application_name ~ '^tinhthong (hue|dak-lak|ca-mau)$' order by 1`);
  return rows.map(({ name }) => name.replace('tinhthong ', ''));
}

test('a province whose turn was longest ago makes room for another', async () => {
  for (const at of [hue, dakLak, hue, caMau]) expect(await ask(at)).toBe(`tinhthong ${at.id}`);
  await expect.poll(connected).toEqual(['ca-mau', 'hue']);
});

test('connections that are lent out are never closed: with all of them out, a further province is told to come back', async () => {
  const held = Promise.withResolvers<void>();
  const working = [hue, dakLak].map((at) =>
    pools.use(at, async ({ pool }) => {
      await held.promise;
      return (await pool.query('select 1 as one')).rows;
    }),
  );
  await expect(ask(caMau)).rejects.toMatchObject({ status: 503, code: 'server-busy', headers: { 'retry-after': '2' } });
  held.resolve();
  expect(await Promise.all(working)).toEqual([[{ one: 1 }], [{ one: 1 }]]);
  expect(await ask(caMau)).toBe('tinhthong ca-mau');
});

test('work that fails gives its connections back', async () => {
  for (const at of [hue, dakLak]) await expect(pools.use(at, () => Promise.reject(new Error('failed')))).rejects.toThrow('failed');
  expect(await ask(caMau)).toBe('tinhthong ca-mau');
});

test('a province takes no more connections than its own, however much it is asked', async () => {
  await Promise.all(Array.from({ length: 10 }, () => ask(hue)));
  expect(await connected()).toEqual(['hue']);
});

test('a province that has moved is asked at its new place', async () => {
  const where = (at: Province) => pools.use(at, async ({ pool }) => (await pool.query<{ place: string }>('select current_database() as place')).rows[0]!.place);
  expect(await where(hue)).toBe('postgres');
  expect(await where({ ...hue, url: inject('adminUrl').replace(/\/postgres$/, '/template1') })).toBe('template1');
});
