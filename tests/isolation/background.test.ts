import { changedTables, fingerprint, type TestProvince, type TestWorld } from '@tinhthong/core/testing';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { probe, type ProbeTypes, type Run } from './probe.ts';
import { connected } from './server-access.ts';
import { startSecondNode } from './second-node.ts';
import { twoProvinces } from './two-provinces.ts';

const { plugin, runs } = probe();
const clock = { now: new Date() };
let world: TestWorld;
let hue: TestProvince;
let dakLak: TestProvince;

beforeAll(async () => {
  world = await twoProvinces({ more: [plugin], now: () => clock.now });
  [hue, dakLak] = [world.province('hue'), world.province('dak-lak')];
});
beforeEach(async () => {
  await world.settled();
  runs.length = 0;
});
afterAll(() => world[Symbol.asyncDispose]());

const idsOf = async (site: TestProvince, query: string): Promise<string[]> =>
  (await site.database(({ pool }) => pool.query<{ id: string }>(query))).rows.map(({ id }) => id);
const reportsOf = (site: TestProvince) => idsOf(site, 'select id::text from field_reports.reports order by id');

async function submit(site: TestProvince): Promise<void> {
  const [commune] = await idsOf(site, 'select code as id from core.communes order by code limit 1');
  const answer = await site.request('/api/field-reports/reports', { json: { category: 'road-damage', commune, description: 'Ổ gà lớn trước cổng trường.' } });
  expect(answer.status).toBe(201);
}

/** Tasks that ran in a province to which what they were about does not belong. */
async function strays(ran: readonly Run[]): Promise<readonly Run[]> {
  const own: Readonly<Record<string, readonly string[]>> = { hue: await reportsOf(hue), 'dak-lak': await reportsOf(dakLak) };
  return ran.filter(({ province, about }) => !own[province]!.includes(about!));
}

/** The lease of a claim, by which a message is known to be about it: the same in both provinces. */
const until = '2100-01-01 00:00:00+07';
const message = (province: string, tasks: readonly number[]) => ({ id: 1, province, tasks, until });

/** Puts tasks into a province's outbox under numbers of our choosing, as if a worker had claimed them just now. */
async function claimed(site: TestProvince, ids: readonly number[]): Promise<void> {
  await site.database(({ pool }) =>
    pool.query(
      `insert into core.tasks (id, plugin, job, payload, due_at) overriding system value
       select id, 'probe', 'see', jsonb_build_object('of', $2::text), $3 from unnest($1::bigint[]) as id`,
      [ids, `of ${site.id}`, until],
    ),
  );
}

test('what both provinces do at once is worked off in its own province, by two nodes and the real queue', async () => {
  await using _second = await startSecondNode(world);
  await Promise.all(Array.from({ length: 12 }, (_, i) => submit(i % 3 === 0 ? hue : dakLak)));
  await world.settled();
  const seen = (job: string, province: string) => new Set(runs.flatMap((run) => (run.job === job && run.province === province ? [run.about] : []))).size;
  expect(['see', 'see-together'].map((job) => [seen(job, 'hue'), seen(job, 'dak-lak')])).toEqual([[4, 8], [4, 8]]);
  // The schedule's own task may come in between; it is about nothing.
  const worked = runs.filter(({ job }) => job !== 'tick');
  expect(await strays(worked)).toEqual([]);
  // Had they run next door, every one of them would be found.
  const swapped = worked.map((run) => ({ ...run, province: run.province === 'hue' ? 'dak-lak' : 'hue' }));
  expect(await strays(swapped)).toEqual(swapped);
});

test('figures, notices and similar reports of a province come from its own events', async () => {
  for (const [site, prefix] of [[hue, 'HUE-'], [dakLak, 'DLK-']] as const) {
    const own = await reportsOf(site);
    expect(await idsOf(site, `select sum(submitted)::text as id from field_reports.figures where face = 'category' and span = 'day'`)).toEqual([String(own.length)]);
    expect(await idsOf(site, `select distinct substring(title ->> 'vi' from '[A-Z]{3}-') as id from core.notices`)).toEqual([prefix]);
    expect(own).toEqual(expect.arrayContaining(await idsOf(site, `select distinct event.subject as id from core.events as event where event.plugin = 'field-reports'`)));
  }
});

test('a message that names Đắk Lắk with the tasks of Huế does nothing in either', async () => {
  await claimed(hue, [900_001, 900_002]);
  const before = await Promise.all(['hue', 'dak-lak'].map((id) => fingerprint(world, id)));
  await world.deliver(message('dak-lak', [900_001, 900_002]));
  const after = await Promise.all(['hue', 'dak-lak'].map((id) => fingerprint(world, id)));
  expect(runs).toEqual([]);
  expect(after).toEqual(before);
  // The right name on the same message, and they are done: it was not the message that did nothing.
  await world.deliver(message('hue', [900_001, 900_002]));
  expect(runs.map(({ province, about }) => [province, about])).toEqual([['hue', 'of hue'], ['hue', 'of hue']]);
  expect(changedTables(before[0]!, await fingerprint(world, 'hue'))).toEqual(['core.tasks']);
});

test('where both provinces have tasks of the same numbers, a message is about those of the province it names', async () => {
  await claimed(hue, [900_010]);
  await claimed(dakLak, [900_010]);
  await world.deliver(message('dak-lak', [900_010]));
  expect(runs.map(({ province, about }) => [province, about])).toEqual([['dak-lak', 'of dak-lak']]);
  expect(await idsOf(hue, 'select id::text from core.tasks where id = 900010')).toEqual(['900010']);
  await world.deliver(message('hue', [900_010]));
});

test('a task that failed is tried again in its own province, with its own content', async () => {
  const both = [hue, dakLak];
  await Promise.all(both.map((site) => site.inside<ProbeTypes, void>('probe', (ctx) =>
    ctx.change(async (trx) => ctx.enqueue(trx, 'stumble', { of: site.id })),
  )));
  await expect.poll(() => runs.filter(({ attempt }) => attempt === 2).length, { timeout: 15_000 }).toBe(2);
  expect(runs.map(({ province, about, attempt }) => `${province} ${about} ${attempt}`).toSorted()).toEqual(['dak-lak dak-lak 1', 'dak-lak dak-lak 2', 'hue hue 1', 'hue hue 2']);
});

test('a schedule runs in the provinces where its module is on, once in each', async () => {
  const admin = await dakLak.signIn({ name: 'quan-tri', roles: ['admin'] });
  const turn = (action: string) => dakLak.request(`/api/core/modules/probe/${action}`, { method: 'POST', as: admin });
  const ticks = () => runs.filter(({ job }) => job === 'tick').map(({ province }) => province).toSorted();
  clock.now = new Date(clock.now.getTime() + 600_000);
  await expect.poll(ticks, { timeout: 15_000 }).toEqual(['dak-lak', 'hue']);
  await turn('disable');
  runs.length = 0;
  clock.now = new Date(clock.now.getTime() + 600_000);
  await expect.poll(ticks, { timeout: 15_000 }).toEqual(['hue']);
  await turn('enable');
});

test("while Đắk Lắk's database is down, Huế serves, works and keeps its schedules", async () => {
  const { database } = dakLak.now();
  const admin = (statement: string) => connected(world.kernel.registry.adminUrl('main'), (client) => client.query(statement));
  const ticks = () => runs.filter(({ job, province }) => job === 'tick' && province === 'hue').length;
  await admin(`alter database ${database} allow_connections false`);
  await admin(`select pg_terminate_backend(pid) from pg_stat_activity where datname = '${database}'`);
  try {
    expect((await dakLak.request('/api/core/agencies')).status).toBe(503);
    await submit(hue);
    clock.now = new Date(clock.now.getTime() + 600_000);
    await expect.poll(ticks, { timeout: 15_000 }).toBe(1);
    expect(runs.filter(({ job }) => job === 'see')).toHaveLength(1);
  } finally {
    await admin(`alter database ${database} allow_connections true`);
  }
  expect((await dakLak.request('/api/core/agencies')).status).toBe(200);
});
