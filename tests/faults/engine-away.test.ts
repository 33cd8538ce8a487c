import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { seededRandom } from '../support/seeded-random.ts';
import { showLogOnFailure } from '../support/show-log-on-failure.ts';
import type { Deployment, ServerProcess } from '../support/start-deployment.ts';
import { until } from '../support/until.ts';
import { drained, faultsOf } from './check-province.ts';
import { type Citizens, startCitizens, type Submission } from './citizens.ts';
import { provinces, twoProvinces } from './two-provinces.ts';

const patience = 180_000;
const awayMs = 4_000;
const mostLinesASecond = 50;
let deployment: Deployment;
let server: ServerProcess;
const sent: Submission[] = [];

beforeAll(async () => {
  deployment = await twoProvinces();
  server = await deployment.startServer();
}, patience);
showLogOnFailure(() => deployment);
afterAll(() => deployment?.[Symbol.asyncDispose]());

/** Runs SQL as the superuser, on the server's own database `postgres` or on the control database. */
async function onServer(sql: string, database: 'postgres' | 'tinhthong' = 'postgres'): Promise<void> {
  const client = await deployment.connect({ database });
  await client.query(sql);
  await client.end();
}

const endConnections = `select pg_terminate_backend(pid) from pg_stat_activity where datname = 'tinhthong'`;

async function waitingTasks(): Promise<number> {
  const counts = await Promise.all(
    provinces.map(async (province) => {
      const client = await deployment.connect({ province });
      const { rows } = await client.query<{ count: number }>('select count(*)::int as count from core.tasks');
      await client.end();
      return rows[0]!.count;
    }),
  );
  return counts.reduce((sum, count) => sum + count);
}

/** People go on as before while `away` does its work; then everything they caused is done, once. */
async function undisturbed(away: (citizens: Citizens) => Promise<void>): Promise<void> {
  const random = seededRandom();
  const citizens = startCitizens(deployment, random, 4);
  await until('reports are acknowledged', () => citizens.sent.some(({ code }) => code !== undefined) || undefined);
  const [started, linesBefore] = [Date.now(), await logLines()];
  await away(citizens);
  await citizens.stop();
  sent.push(...citizens.sent);
  expect([...citizens.refusals]).toEqual([]);
  expect(citizens.sent.filter(({ code }) => code === undefined)).toEqual([]);
  expect(await Promise.race([server.ended, 'serving'])).toBe('serving');
  // An outage must not fill the disk that the provinces write on.
  expect((await logLines()) - linesBefore).toBeLessThan(((Date.now() - started) / 1_000) * mostLinesASecond);
  for (const province of provinces) {
    const client = await deployment.connect({ province });
    await drained(client, province);
    expect(await faultsOf(client, sent.filter((submission) => submission.province === province))).toEqual([]);
    await client.end();
  }
}

const logLines = async () => (await deployment.log()).split('\n').length;

test('while the control database refuses everybody, provinces serve and write, and their tasks wait', { timeout: patience }, () =>
  undisturbed(async () => {
    await onServer('alter database tinhthong allow_connections false');
    await onServer(endConnections);
    await sleep(awayMs);
    expect(await waitingTasks()).toBeGreaterThan(10);
    expect((await deployment.request({ host: 'localhost', path: '/livez' })).status).toBe(200);
    expect((await deployment.request({ host: 'localhost', path: '/readyz' })).status).toBe(503);
    await onServer('alter database tinhthong allow_connections true');
    await until('the server is ready again', async () => ((await deployment.request({ host: 'localhost', path: '/readyz' })).status === 200 ? true : undefined));
  }));

test('while the connections of the queue engine are ended again and again, no task is lost or done twice', { timeout: patience }, () =>
  undisturbed(async () => {
    const end = Date.now() + awayMs;
    while (Date.now() < end) {
      await onServer(endConnections);
      await sleep(300);
    }
  }));

test('while the queue engine has lost its tables, tasks wait until they are back', { timeout: patience }, () =>
  undisturbed(async () => {
    await onServer('alter schema bullmq rename to bullmq_away', 'tinhthong');
    await sleep(awayMs);
    expect(await waitingTasks()).toBeGreaterThan(10);
    await onServer('alter schema bullmq_away rename to bullmq', 'tinhthong');
  }));
