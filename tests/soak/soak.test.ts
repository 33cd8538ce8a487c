import { setTimeout as sleep } from 'node:timers/promises';
import { testReceiver, type TestReceiver } from '@tinhthong/core/testing';
import type pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { drained, faultsOf } from '../faults/check-province.ts';
import { startCitizens } from '../faults/citizens.ts';
import { apiKey, type ProvinceId, provinces, twoProvinces } from '../faults/two-provinces.ts';
import { freePort } from '../support/free-port.ts';
import { seededRandom } from '../support/seeded-random.ts';
import { showLogOnFailure } from '../support/show-log-on-failure.ts';
import type { Deployment, ServerOptions, ServerProcess } from '../support/start-deployment.ts';
import { type RedisProcess, startRedis } from '../support/start-redis.ts';
import { until } from '../support/until.ts';

const minutes = Number(process.env['SOAK_MINUTES'] ?? 5);
const kills = 10 * minutes;
const people = 8;

interface Node {
  readonly options: ServerOptions;
  process: ServerProcess;
}

let redis: RedisProcess;
let receiver: TestReceiver;
let deployment: Deployment;
const nodes: Node[] = [];
const messages = new Map<string, Set<string>>();

beforeAll(async () => {
  redis = await startRedis();
  receiver = await testReceiver();
  watchWebhooks();
  const ports = [await freePort(), await freePort()];
  deployment = await twoProvinces({ env: { REDIS_URL: redis.url, OUTBOUND_ALLOW: '127.0.0.1' }, ports });
  const all: ServerOptions[] = ports.map((port) => ({ role: 'api', port }));
  for (let worker = 0; worker < 2; worker += 1) all.push({ role: 'worker', port: await freePort() });
  for (const options of all) nodes.push({ options, process: await deployment.startServer(options) });
  for (const province of provinces) await makeWebhook(province);
});
showLogOnFailure(() => deployment);
afterAll(async () => {
  await deployment?.[Symbol.asyncDispose]();
  await receiver?.[Symbol.asyncDispose]();
  await redis?.[Symbol.asyncDispose]();
});

async function makeWebhook(province: ProvinceId): Promise<void> {
  const answer = await deployment.request({
    host: `${province}.localhost`,
    path: '/api/core/webhooks',
    headers: { authorization: `Bearer ${apiKey}` },
    json: { url: `${receiver.url}/${province}`, description: 'Cổng dữ liệu của tỉnh', types: ['field-reports/report.submitted'] },
  });
  expect(answer.status).toBe(201);
}

/** Notes under which ids an event came: by its province and its subject, which no two submissions share. */
function watchWebhooks(): void {
  receiver.answer = ({ path, headers, body }, response) => {
    const key = path + (JSON.parse(body) as { subject: string }).subject;
    messages.set(key, (messages.get(key) ?? new Set()).add(String(headers['webhook-id'])));
    response.writeHead(204).end();
  };
}

/** Waits until every submission has come to the receiver, and answers those that came under several ids. */
async function webhookFaults(client: pg.Client, province: ProvinceId): Promise<string[]> {
  const { rows } = await client.query<{ subject: string }>(`select subject from core.events where type = 'report.submitted'`);
  const keys = rows.map(({ subject }) => `/${province}${subject}`);
  await until(`every message of ${province} has come`, () => keys.every((key) => messages.has(key)) || undefined, 120_000);
  return keys.filter((key) => messages.get(key)!.size > 1);
}

test(
  `${minutes} minutes of load on two nodes that serve and two that work, ${kills} kills, Redis flushed twice, PostgreSQL restarted: nothing is lost, nothing is done twice`,
  { timeout: (minutes + 8) * 60_000 },
  async () => {
    const random = seededRandom();
    const citizens = startCitizens(deployment, random, people);
    const misfortunes = new Map<number, () => Promise<unknown>>([
      [Math.floor(kills * 0.25), () => redis.command('FLUSHALL')],
      [Math.floor(kills * 0.5), () => deployment.killPostgres().then(() => deployment.startPostgres())],
      [Math.floor(kills * 0.75), () => redis.command('FLUSHALL')],
    ]);
    for (let kill = 0; kill < kills; kill += 1) {
      const started = Date.now();
      await misfortunes.get(kill)?.();
      const node = nodes[Math.floor(random() * nodes.length)]!;
      await sleep(2_000 * random());
      node.process.kill('SIGKILL');
      await node.process.ended;
      node.process = await deployment.startServer(node.options);
      await sleep(Math.max(0, (minutes * 60_000) / kills - (Date.now() - started)));
    }
    await citizens.stop();

    const acknowledged = citizens.sent.filter(({ code }) => code !== undefined);
    console.log(`${citizens.sent.length} reports sent, ${acknowledged.length} acknowledged`, Object.fromEntries(citizens.refusals));
    expect(acknowledged.length).toBeGreaterThan(kills * people);
    for (const province of provinces) {
      const client = await deployment.connect({ province });
      await drained(client, province);
      expect(await faultsOf(client, citizens.sent.filter((submission) => submission.province === province))).toEqual([]);
      expect(await webhookFaults(client, province)).toEqual([]);
      await client.end();
    }
    console.log(`${receiver.received.length} messages came to the webhooks' receiver, of ${messages.size} events`);
  },
);
