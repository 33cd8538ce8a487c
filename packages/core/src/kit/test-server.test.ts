import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { access, readdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { expect, inject, it } from 'vitest';
import { embeddedTestServer, type TestServer } from './test-server.ts';

async function answers(url: string): Promise<boolean> {
  const client = new pg.Client(url);
  try {
    await client.connect();
    await client.end();
    return true;
  } catch {
    return false;
  }
}

it('the test run has a PostgreSQL 18 with Vietnamese order', async () => {
  const client = new pg.Client(inject('adminUrl'));
  await client.connect();
  const { rows } = await client.query<{ version: number; ordered: boolean }>(
    `select current_setting('server_version_num')::int / 10000 as version, 'Đà Nẵng' < 'Đắk Lắk' as ordered`,
  );
  await client.end();
  expect(rows).toEqual([{ version: 18, ordered: true }]);
});

it('the server of a killed test run is stopped and removed by the next run, one in use is not', async () => {
  const script = `
    const { embeddedTestServer } = await import(process.argv[1]);
    console.log(JSON.stringify(await embeddedTestServer()));
    process.stdin.on('end', () => process.exit()).resume();`;
  const library = new URL('./test-server.ts', import.meta.url).href;
  const killed = spawn(process.execPath, ['--input-type=module', '-e', script, library]);
  const [line] = (await once(killed.stdout, 'data')) as [Buffer];
  const left = JSON.parse(line.toString()) as Pick<TestServer, 'url'>;
  const folder = (await readdir(tmpdir())).find((name) => name.startsWith(`tinhthong-test-${killed.pid}-`)) ?? '';

  const second = await embeddedTestServer();
  expect(await answers(left.url)).toBe(true);
  killed.kill('SIGKILL');
  await once(killed, 'exit');

  const third = await embeddedTestServer();
  expect(await answers(left.url)).toBe(false);
  await expect(access(join(tmpdir(), folder))).rejects.toThrow('ENOENT');
  expect(await answers(second.url)).toBe(true);
  await Promise.all([second.stop(), third.stop()]);
}, 30_000);
