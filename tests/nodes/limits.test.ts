import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openRedis } from '../../packages/core/src/database/redis.ts';
import { type RateLimit, rateLimits } from '../../packages/core/src/http/rate-limits.ts';
import { type RedisProcess, redisServer, startRedis } from '../support/start-redis.ts';
import { until } from '../support/until.ts';

const perMinute = 10;
const refused = (limit: RateLimit, caller: string) => limit(caller).then(() => false, () => true);

describe.skipIf(redisServer === undefined)('a limit that two nodes share', () => {
  let redis: RedisProcess;
  const connections = new Set<ReturnType<typeof openRedis>>();

  beforeAll(async () => {
    redis = await startRedis();
  });
  afterAll(async () => {
    for (const connection of connections) connection.disconnect();
    await redis?.[Symbol.asyncDispose]();
  });

  async function node(): Promise<RateLimit> {
    const connection = openRedis(redis.url, () => {});
    connections.add(connection);
    await until('the node is connected', () => (connection.status === 'ready' ? true : undefined));
    return rateLimits({ factor: 1, redis: connection })('requests', perMinute);
  }

  test('counts over both: who has used it up by turns is refused by both', async () => {
    const [a, b] = [await node(), await node()];
    for (let turn = 0; turn < 6; turn += 1) for (const limit of [a, b]) await limit('203.0.113.7').catch(() => {});
    await until('both nodes refuse', async () => ((await refused(a, '203.0.113.7')) && (await refused(b, '203.0.113.7')) ? true : undefined), 2_000);
    expect(await refused(a, '203.0.113.8')).toBe(false);
  });

  test('never opens while Redis is away: each node counts by itself', async () => {
    const limit = await node();
    await redis.stop();
    await sleep(100);
    for (let request = 0; request < perMinute; request += 1) expect(await refused(limit, '203.0.113.9')).toBe(false);
    expect(await refused(limit, '203.0.113.9')).toBe(true);
  });
});
