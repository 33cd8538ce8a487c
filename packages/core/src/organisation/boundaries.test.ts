import { afterAll, beforeAll, expect, test } from 'vitest';
import { testClock } from '../kit/test-clock.ts';
import { testWorld, type TestWorld } from '../kit/testing.ts';

const clock = testClock('2026-11-20T09:00:00+07:00');
let world: TestWorld;
let admin: string;

beforeAll(async () => {
  world = await testWorld({ plugins: [], now: clock.now });
  const hue = world.province('hue');
  await hue.role('surveyor', [{ permission: 'boundary:manage' }]);
  admin = await hue.signIn({ name: 'do-dac', roles: ['surveyor'] });
});
afterAll(() => world[Symbol.asyncDispose]());

/** The two communes of the test province, their border east or west of where their centres would put it. */
const file = (border: number) =>
  JSON.stringify({
    type: 'FeatureCollection',
    features: [['19789', 107.5, border], ['19900', border, 107.9]].map(([code, west, east]) => ({
      type: 'Feature',
      properties: { code },
      geometry: { type: 'Polygon', coordinates: [[[west, 16.4], [east, 16.4], [east, 16.6], [west, 16.6], [west, 16.4]]] },
    })),
  });

async function put(body: string, query: string, as = admin): Promise<{ status: number; json: Record<string, never> }> {
  const response = await world.province('hue').request(`/api/core/boundaries?source=thu-nghiem&${query}`, { method: 'PUT', headers: { 'content-type': 'application/geo+json' }, body, as });
  return { status: response.status, json: (await response.json()) as Record<string, never> };
}

async function save(body: string, validFrom: string): Promise<number> {
  const { json } = await put(body, `validFrom=${validFrom}`);
  const saved = await put(body, `validFrom=${validFrom}&dryRun=false&checked=${json['checked']}`);
  expect(saved.status).toBe(200);
  return saved.json['version']!;
}

const communeAt = (lat: number, lon: number) =>
  world.province('hue').database((database) => world.kernel.organisations.places(world.province('hue').now(), database).communeAt(lat, lon));

test('until boundaries are uploaded a place is given to the nearest centre, and marked approximate', async () => {
  expect(await communeAt(16.47, 107.6)).toMatchObject({ code: '19789', approximate: true });
  expect(await (await world.province('hue').request('/api/core/boundaries')).json()).toEqual({ type: 'FeatureCollection', features: [] });
});

test('a file is checked before it is saved: the check changes nothing, and saving asks for the mark of that very file', async () => {
  const { status, json } = await put(file(107.55), 'validFrom=2026-11-01');
  expect([status, json]).toEqual([200, expect.objectContaining({ version: null, communes: 2, faults: [], warnings: [] })]);
  expect(await communeAt(16.47, 107.6)).toMatchObject({ approximate: true });

  const unchecked = await put(file(107.55), 'validFrom=2026-11-01&dryRun=false');
  expect([unchecked.status, unchecked.json['title']]).toEqual([409, 'Hãy kiểm tra đúng tệp này trước khi lưu.']);
  expect((await put(file(107.56), `validFrom=2026-11-01&dryRun=false&checked=${json['checked']}`)).status).toBe(409);
});

test('once saved, a place is in the commune whose boundary is around it; the sea beside it goes to the nearest', async () => {
  await save(file(107.55), '2026-11-01');
  expect(await communeAt(16.47, 107.6)).toMatchObject({ code: '19900', approximate: false });
  expect(await communeAt(17, 108.3)).toMatchObject({ code: '19900', approximate: true });
  expect(await communeAt(21.03, 105.85)).toBeNull();
  const shown = (await (await world.province('hue').request('/api/core/boundaries')).json()) as { features: { properties: object }[] };
  expect(shown.features.map(({ properties }) => properties)).toEqual([
    { code: '19789', name: 'Thuận Hóa', type: 'phuong' },
    { code: '19900', name: 'Thuận An', type: 'phuong' },
  ]);
});

test('boundaries of a later day count from that day on, and what was in force before is kept', async () => {
  await save(file(107.7), '2026-12-01');
  expect(await communeAt(16.47, 107.6)).toMatchObject({ code: '19900' });
  clock.set('2026-12-01T00:30:00+07:00');
  expect(await communeAt(16.47, 107.6)).toMatchObject({ code: '19789', approximate: false });
  clock.set('2026-11-20T09:00:00+07:00');

  const { items } = (await (await world.province('hue').request('/api/core/boundaries/versions', { as: admin })).json()) as { items: { validFrom: string }[] };
  expect(items.map(({ validFrom }) => validFrom)).toEqual(['2026-12-01', '2026-11-01']);
  const then = (await (await world.province('hue').request('/api/core/boundaries?on=2026-10-31')).json()) as { features: unknown[] };
  expect(then.features).toEqual([]);
});

test('a faulty file is told what is wrong with it, and is never saved', async () => {
  const metres = file(107.55).replaceAll('16.4', '1816000.4');
  const { json } = await put(metres, 'validFrom=2026-11-01');
  expect((json['faults'] as unknown as { kind: string }[]).map(({ kind }) => kind)).toEqual(['projection']);
  const refused = await put(metres, `validFrom=2026-11-01&dryRun=false&checked=${json['checked']}`);
  expect([refused.status, refused.json['errors']]).toEqual([422, [expect.objectContaining({ path: 'body' })]]);
});

test('only whoever holds the permission uploads, and the log says that it was done', async () => {
  const nobody = await world.province('hue').signIn({ name: 'khong-quyen', roles: [] });
  expect((await put(file(107.55), 'validFrom=2026-11-01', nobody)).status).toBe(403);
  const { rows } = await world.province('hue').database(({ pool }) => pool.query(`select data, actor_kind from core.events where type = 'boundaries.saved' order by id limit 1`));
  expect(rows).toEqual([{ data: { version: expect.any(Number), validFrom: '2026-11-01', communes: 2, warnings: 0 }, actor_kind: 'account' }]);
});

test('an overlap is told before saving and is no fault, and the log says that there was one', async () => {
  const rows = JSON.parse(file(107.7)) as { features: { geometry: { coordinates: [number, number][][] } }[] };
  const westernBorder = (lon: number) => {
    const east = structuredClone(rows);
    for (const point of east.features[1]!.geometry.coordinates[0]!) if (point[0] === 107.7) point[0] = lon;
    return JSON.stringify(east);
  };
  const { json } = await put(westernBorder(107.69), 'validFrom=2027-01-01');
  expect(json['faults']).toEqual([]);
  expect((json['warnings'] as unknown as { kind: string; communes: string[] }[]).map(({ kind, communes }) => [kind, communes])).toEqual([['overlap', ['19789', '19900']]]);
  await save(westernBorder(107.69), '2027-01-01');
  const { rows: said } = await world.province('hue').database(({ pool }) => pool.query<{ data: object }>(`select data from core.events where type = 'boundaries.saved' order by id desc limit 1`));
  expect(said[0]?.data).toMatchObject({ validFrom: '2027-01-01', warnings: 1 });
});

test('the boundaries of one province are nothing to another: neither its places, nor its map, nor whoever may upload', async () => {
  const dakLak = world.province('dak-lak');
  expect(await (await dakLak.request('/api/core/boundaries')).json()).toEqual({ type: 'FeatureCollection', features: [] });
  const found = await dakLak.database((database) => world.kernel.organisations.places(dakLak.now(), database).communeAt(12.7, 108.1));
  expect(found).toMatchObject({ approximate: true });
  const foreign = await dakLak.request('/api/core/boundaries?source=thu-nghiem&validFrom=2026-11-01', { method: 'PUT', headers: { 'content-type': 'application/geo+json' }, body: file(107.55), as: admin });
  expect(foreign.status).toBe(401);
  // Its own surveyor cannot claim the communes of the neighbour either.
  await dakLak.role('surveyor', [{ permission: 'boundary:manage' }]);
  const own = await dakLak.signIn({ name: 'do-dac-dak-lak', roles: ['surveyor'] });
  const claimed = await dakLak.request('/api/core/boundaries?source=thu-nghiem&validFrom=2026-11-01', { method: 'PUT', headers: { 'content-type': 'application/geo+json' }, body: file(107.55), as: own });
  expect(((await claimed.json()) as { faults: unknown[] }).faults).not.toEqual([]);
});
