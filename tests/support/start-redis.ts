import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { rm } from 'node:fs/promises';
import { Redis } from 'ioredis';
import { testFolder } from '../../packages/core/src/kit/test-folder.ts';
import { freePort } from './free-port.ts';
import { until } from './until.ts';

/** Redis or Valkey of this machine; without one its tests are skipped, and in CI that is a failure. */
export const redisServer = ['redis-server', 'valkey-server'].find((program) => {
  try {
    return execFileSync(program, ['--version']).length > 0;
  } catch {
    return false;
  }
});

if (redisServer === undefined) {
  const missing = 'NO REDIS: the tests on Redis did not run. Install redis-server or valkey-server.';
  if (process.env['CI']) throw new Error(missing);
  console.warn(`\n${'!'.repeat(100)}\n${missing}\n${'!'.repeat(100)}\n`);
}

export interface RedisProcess extends AsyncDisposable {
  readonly url: string;
  /** One command, as an operator would give it. */
  command(...words: readonly [string, ...string[]]): Promise<unknown>;
  stop(): Promise<void>;
  start(): Promise<void>;
}

/** A Redis of its own on a loopback port, with nothing on disk: stopped, it has forgotten everything. */
export async function startRedis(): Promise<RedisProcess> {
  const folder = await testFolder();
  const port = await freePort();
  const url = `redis://127.0.0.1:${port}`;
  let stop = async () => {};

  async function command(...[name, ...words]: readonly [string, ...string[]]): Promise<unknown> {
    const client = new Redis(url, { lazyConnect: true, retryStrategy: () => null, maxRetriesPerRequest: 0 });
    client.on('error', () => {});
    try {
      await client.connect();
      return await client.call(name, ...words);
    } finally {
      client.disconnect();
    }
  }

  async function start(): Promise<void> {
    const child = spawn(redisServer!, ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no', '--dir', folder], { stdio: 'ignore' });
    await once(child, 'spawn');
    const ended = once(child, 'exit');
    stop = async () => {
      child.kill('SIGKILL');
      await ended;
      stop = async () => {};
    };
    await until('Redis answers', () => command('PING').catch(() => undefined));
  }

  await start();
  return {
    url,
    command,
    start,
    stop: () => stop(),
    async [Symbol.asyncDispose]() {
      await stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
