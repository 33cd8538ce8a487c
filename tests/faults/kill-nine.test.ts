import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, expect, test } from 'vitest';
import { seededRandom } from '../support/seeded-random.ts';
import { showLogOnFailure } from '../support/show-log-on-failure.ts';
import type { Deployment } from '../support/start-deployment.ts';
import { until } from '../support/until.ts';
import { drained, faultsOf } from './check-province.ts';
import { type Citizens, startCitizens, type Submission } from './citizens.ts';
import { provinces, twoProvinces } from './two-provinces.ts';

// Of the ordinary run; the soak run gives more.
const kills = Number(process.env['KILLS'] ?? 6);
const patience = 300_000;
let deployment: Deployment;

afterEach(() => deployment[Symbol.asyncDispose]());
showLogOnFailure(() => deployment);

/** Checks every promise in both provinces, and that what was sent is enough to have been hit. */
async function expectNothingLostNothingDoubled(sent: readonly Submission[]): Promise<void> {
  for (const province of provinces) {
    const client = await deployment.connect({ province });
    const mine = sent.filter((submission) => submission.province === province);
    expect(mine.filter(({ code }) => code !== undefined).length).toBeGreaterThan(kills);
    await drained(client, province);
    expect(await faultsOf(client, mine)).toEqual([]);
    await client.end();
  }
}

/** At least one more report has been acknowledged since the last kill, so that no kill hits an idle deployment. */
function goesOn({ sent }: Citizens): Promise<true> {
  const before = sent.length;
  return until('reports are acknowledged again', () => sent.slice(before).some(({ code }) => code !== undefined) || undefined);
}

test(`kill -9 of the server, ${kills} times: every acknowledged report is there once, every task took effect once`, { timeout: patience }, async () => {
  const random = seededRandom();
  deployment = await twoProvinces();
  let server = await deployment.startServer();
  const citizens = startCitizens(deployment, random, 6);
  for (let kill = 0; kill < kills; kill += 1) {
    await goesOn(citizens);
    await sleep(1_000 * random());
    server.kill('SIGKILL');
    await server.ended;
    server = await deployment.startServer();
  }
  await citizens.stop();
  await expectNothingLostNothingDoubled(citizens.sent);
});

test(`kill -9 of PostgreSQL, ${kills} times: the server answers 503, comes back by itself, and nothing is lost or doubled`, { timeout: patience }, async () => {
  const random = seededRandom();
  deployment = await twoProvinces();
  const server = await deployment.startServer();
  const citizens = startCitizens(deployment, random, 6);
  for (let kill = 0; kill < kills; kill += 1) {
    await goesOn(citizens);
    await sleep(1_000 * random());
    await deployment.killPostgres();
    await sleep(500 * random());
    await deployment.startPostgres();
  }
  await goesOn(citizens);
  await citizens.stop();
  expect(await Promise.race([server.ended, 'serving'])).toBe('serving');
  expect([...citizens.refusals.keys()].filter((refusal) => !/^503 database-unavailable$|^409 /.test(refusal))).toEqual([]);
  expect(citizens.refusals.get('503 database-unavailable')).toBeGreaterThan(0);
  await expectNothingLostNothingDoubled(citizens.sent);
});
