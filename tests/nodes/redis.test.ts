import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { drained, faultsOf } from '../faults/check-province.ts';
import { startCitizens, type Submission } from '../faults/citizens.ts';
import { provinces, twoProvinces } from '../faults/two-provinces.ts';
import { freePort } from '../support/free-port.ts';
import { seededRandom } from '../support/seeded-random.ts';
import { showLogOnFailure } from '../support/show-log-on-failure.ts';
import type { Deployment, ServerProcess } from '../support/start-deployment.ts';
import { type RedisProcess, redisServer, startRedis } from '../support/start-redis.ts';
import { until } from '../support/until.ts';

const patience = 180_000;
const awayMs = 3_000;
let redis: RedisProcess;
let deployment: Deployment;
const nodes: ServerProcess[] = [];
const sent: Submission[] = [];

/** Two nodes serve and two work, each a process of its own, with Redis between them. */
describe.skipIf(redisServer === undefined)('two nodes that serve and two that work, with Redis between them:', () => {
  beforeAll(async () => {
    redis = await startRedis();
    const ports = [await freePort(), await freePort()];
    deployment = await twoProvinces({ env: { REDIS_URL: redis.url }, ports });
    for (const port of ports) nodes.push(await deployment.startServer({ role: 'api', port }));
    for (let worker = 0; worker < 2; worker += 1) nodes.push(await deployment.startServer({ role: 'worker', port: await freePort() }));
  }, patience);
  showLogOnFailure(() => deployment);
  afterAll(async () => {
    await deployment?.[Symbol.asyncDispose]();
    await redis?.[Symbol.asyncDispose]();
  });

  /** People go on as before while something happens to Redis; then everything they caused is done, once. */
  async function undisturbed(happens: () => Promise<void>): Promise<void> {
    const random = seededRandom();
    const citizens = startCitizens(deployment, random, 4);
    await until('reports are acknowledged', () => citizens.sent.some(({ code }) => code !== undefined) || undefined);
    await happens();
    await citizens.stop();
    sent.push(...citizens.sent);
    expect([...citizens.refusals]).toEqual([]);
    for (const province of provinces) {
      const client = await deployment.connect({ province });
      await drained(client, province);
      expect(await faultsOf(client, sent.filter((submission) => submission.province === province))).toEqual([]);
      await client.end();
    }
    expect(await Promise.race([...nodes.map(({ ended }) => ended), 'serving'])).toBe('serving');
  }

  test('everything is done once', { timeout: patience }, () => undisturbed(() => sleep(awayMs)));

  test('when Redis is flushed, what it has forgotten is done all the same', { timeout: patience }, () =>
    undisturbed(async () => {
      for (let flush = 0; flush < 60; flush += 1) {
        await sleep(50);
        await redis.command('FLUSHALL');
      }
    }));

  test('while Redis is away, provinces serve and write, and their tasks wait', { timeout: patience }, () =>
    undisturbed(async () => {
      await redis.stop();
      await sleep(awayMs);
      await redis.start();
    }));

  test('while Redis is full, tasks wait until there is room', { timeout: patience }, () =>
    undisturbed(async () => {
      await redis.command('CONFIG', 'SET', 'maxmemory', '1');
      await sleep(awayMs);
      await redis.command('CONFIG', 'SET', 'maxmemory', '0');
    }));

  test('what changes on one node counts on the other at once: a module that is switched off', { timeout: patience }, async () => {
    const statuses = async () => [(await deployment.request(categories)).status, (await deployment.request(categories)).status];
    const categories = { host: 'hue.localhost', path: '/api/field-reports/categories' };
    expect(await statuses()).toEqual([200, 200]);
    await deployment.tinhthong('module', 'disable', 'hue', 'field-reports');
    await until('both nodes know that the module is off', async () => (String(await statuses()) === '404,404' ? true : undefined), 5_000);
    await deployment.tinhthong('module', 'enable', 'hue', 'field-reports');
    await until('both nodes know that the module is on', async () => (String(await statuses()) === '200,200' ? true : undefined), 5_000);
  });
});
