import { type DocumentedSite, documentedSite } from '@tinhthong/core/testing';
import { fieldReports } from '@tinhthong/field-reports';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { attempts } from './attempts.ts';
import { outcomeOf, watchOver } from './leaks.ts';
import { provinceRoutes } from './province-routes.ts';
import { send } from './send.ts';
import type { Twin } from './twin.ts';
import { type TwinWorld, twinWorld } from './two-provinces.ts';

let twins: TwinWorld;
let changesInHue: () => Promise<string[]>;
let documented: DocumentedSite;

beforeAll(async () => {
  twins = await twinWorld();
  documented = documentedSite(twins.hue.site, [twins.world.kernel.coreModule, fieldReports]);
  changesInHue = await watchOver(twins.world, 'hue');
});
afterAll(() => twins[Symbol.asyncDispose]());

const each = Object.entries(attempts).flatMap(([route, ways]) => ways.map((attempt, i) => ({ way: `${route} #${i + 1}`, attempt })));

test('every route of a province is tried', () => {
  const routes = provinceRoutes(twins.world);
  const untold = routes.filter((route) => !(route in attempts)).map((route) => `say in attempts.ts how this route is tried: ${route}`);
  const gone = Object.keys(attempts).filter((route) => !routes.includes(route)).map((route) => `no such route any more: ${route}`);
  expect([...untold, ...gone]).toEqual([]);
});

test.each(each)('with what belongs to Huế, nothing is had at Đắk Lắk: $way', async ({ attempt }) => {
  const { hue, dakLak } = twins;
  const { status, leaks } = await outcomeOf(attempt, hue, dakLak);
  expect([...leaks, ...(await changesInHue())]).toEqual([]);
  if (!attempt.refused) expect(status).toBeLessThan(400);
});

test("what Đắk Lắk's background work makes of it changes nothing in Huế either", async () => {
  await twins.world.settled();
  expect(await changesInHue()).toEqual([]);
});

test("with a session or key of Huế, Đắk Lắk's guarded routes stay shut; with one of its own they open", { timeout: 120_000 }, async () => {
  const { hue, dakLak } = twins;
  const statusOf = async ({ attempt }: (typeof each)[number], as: string) => (await send(dakLak, { ...attempt.request(dakLak, dakLak), as })).status;
  let guarded = 0;
  for (const one of each) {
    if ((await statusOf(one, 'ttk_khong-co-khoa-nay')) !== 401) continue;
    guarded += 1;
    for (const as of [hue.staff, hue.key, `${hue.staff}; ${dakLak.staff}`]) expect([one.way, await statusOf(one, as)]).toEqual([one.way, 401]);
    expect([one.way, await statusOf(one, dakLak.staff)]).not.toEqual([one.way, 401]);
  }
  expect(guarded).toBeGreaterThan(15);
});

/** Huế, where every answer of a module's API is held against its documentation. */
function documentedHue(): Twin {
  const { hue } = twins;
  const request: Twin['site']['request'] = (path, init) => (/^\/api\/(core|field-reports)\//.test(path) ? documented : hue.site).request(path, init);
  return { ...hue, site: { ...hue.site, request } };
}

// The same attempts at home must all be reported: one that would not show a leak proves nothing above. It goes last and uses everything up.
test.each(each)('the same is found out where it is let in: $way', async ({ attempt }) => {
  const { world } = twins;
  const hue = documentedHue();
  await world.settled();
  await changesInHue();
  const { status, leaks } = await outcomeOf(attempt, hue, hue);
  expect(status).toBeLessThan(400);
  const found = [...leaks, ...(await changesInHue())];
  if (attempt.common) expect(found).toEqual([]);
  else expect(found).not.toEqual([]);
});

test('and every answer there was just what the API document says', () => {
  expect(documented.faults).toEqual([]);
  expect(documented.unseen()).toEqual([]);
});
