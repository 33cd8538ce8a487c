import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { removeEmbeddedPostgres, startEmbeddedPostgres } from '../../packages/core/src/database/embedded-postgres.ts';
import { testFolder } from '../../packages/core/src/kit/test-folder.ts';
import { freePort } from '../support/free-port.ts';
import { httpRequest } from '../support/http-request.ts';
import { until } from '../support/until.ts';

vi.setConfig({ testTimeout: 120_000 });

const program = fileURLToPath(new URL('../../packages/core/bin/tinhthong.js', import.meta.url));
const cwd = fileURLToPath(new URL('./deployment/', import.meta.url));
let dataDir: string;
let env: NodeJS.ProcessEnv;

beforeAll(async () => {
  dataDir = await testFolder();
  env = { ...process.env, DATA_DIR: dataDir, HOST: '127.0.0.1', LOG_LEVEL: 'warn', DATABASE_URL: undefined, MASTER_KEY_FILE: undefined, REDIS_URL: undefined };
});
afterAll(async () => {
  await removeEmbeddedPostgres(join(dataDir, 'postgres'));
  await rm(dataDir, { recursive: true, force: true });
});

const isReady = (port: number) =>
  httpRequest({ port, host: 'localhost', path: '/readyz' }).then(
    ({ status }) => (status === 200 ? true : undefined),
    () => undefined,
  );

async function start(port: number): Promise<ChildProcess> {
  const child = spawn(process.execPath, [program, 'start'], { cwd, env: { ...env, PORT: String(port) }, stdio: 'ignore' });
  await until('the server is ready', () => isReady(port));
  return child;
}

async function stop(child: ChildProcess): Promise<void> {
  child.kill('SIGTERM');
  await once(child, 'exit');
}

test('a command stops the PostgreSQL that it started', async () => {
  await promisify(execFile)(process.execPath, [program, 'tenant', 'list'], { cwd, env });
  const server = await startEmbeddedPostgres({ dataDir: join(dataDir, 'postgres') });
  expect(server.attached).toBe(false);
  await server.stop();
});

test('it leaves it to another process that has attached meanwhile', async () => {
  const [first, second] = [await freePort(), await freePort()];
  const starter = await start(first);
  const other = await start(second);
  try {
    await stop(starter);
    expect(await isReady(second)).toBe(true);
  } finally {
    await stop(other);
  }
});
