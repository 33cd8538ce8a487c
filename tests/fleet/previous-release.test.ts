import { execFile, spawn } from 'node:child_process';
import { createHash, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdir, mkdtemp, readdir, readFile, rename, rm, symlink, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, expect, test, vi } from 'vitest';
import { freePort } from '../support/free-port.ts';
import { type HttpAnswer, httpRequest } from '../support/http-request.ts';
import { startDeployment } from '../support/start-deployment.ts';
import { until } from '../support/until.ts';

vi.setConfig({ testTimeout: 180_000 });

/** Folder of the packages of the release before: `tinhthong plugin pack …` as it was then. */
const packages = process.env['PREVIOUS_RELEASE'];
if (packages === undefined) console.warn('NOT SHOWN: the release before on the present schema. Set PREVIOUS_RELEASE to the folder of its packages.');

// Inside the repository, where its dependencies are found, and where git does not look.
const place = join(import.meta.dirname, 'dist');
let folder: string | undefined;
afterAll(async () => folder !== undefined && rm(folder, { recursive: true, force: true }));

/** Unpacks the release as `npm install` would lay it down, with a configuration of its own. */
async function unpack(): Promise<string> {
  await mkdir(place, { recursive: true });
  folder = await mkdtemp(join(place, 'previous-'));
  for (const name of (await readdir(packages!)).filter((file) => file.endsWith('.tgz'))) {
    const unpacked = await mkdtemp(join(folder, 'package-'));
    await promisify(execFile)('tar', ['-xzf', resolve(packages!, name), '-C', unpacked]);
    const manifest = JSON.parse(await readFile(join(unpacked, 'package', 'package.json'), 'utf8')) as { name: string };
    const target = join(folder, 'node_modules', manifest.name);
    await mkdir(join(target, '..'), { recursive: true });
    await rename(join(unpacked, 'package'), target);
  }
  // What npm keeps beside the core alone is not found from here.
  const beside = join(import.meta.dirname, '../../packages/core/node_modules');
  for (const name of (await readdir(beside)).filter((entry) => !entry.startsWith('.'))) await symlink(join(beside, name), join(folder, 'node_modules', name));
  await writeFile(
    join(folder, 'tinhthong.config.ts'),
    `import { defineConfig } from '@tinhthong/core';
export default defineConfig({ plugins: ['@tinhthong/field-reports'], templates: new URL('./node_modules/@tinhthong/templates/provinces/', import.meta.url), demoProvinces: [] });\n`,
  );
  return folder;
}

test.skipIf(packages === undefined)('the release before reads, writes and works on the present schema, beside the present one, and each sees what the other did', async () => {
  const previous = await unpack();
  await using deployment = await startDeployment(new URL('../faults/deployment/', import.meta.url));
  await deployment.tinhthong('tenant', 'create', 'hue');
  const key = 'ttk_previous_0123456789';
  const client = await deployment.connect({ province: 'hue' });
  await client.query('insert into core.api_keys (name, hash, scopes) values ($1, $2, $3)', ['previous', createHash('sha256').update(key).digest(), ['report:read', 'report:accept']]);
  await client.end();

  // 1. The present release serves; then the one before beside it, on the same databases.
  await deployment.startServer();
  const port = await freePort();
  const old = spawn(process.execPath, [join(previous, 'node_modules/@tinhthong/core/bin/tinhthong.js'), 'start'], {
    cwd: previous,
    env: { ...process.env, DATA_DIR: deployment.dataDir, PORT: String(port), HOST: '127.0.0.1', LOG_LEVEL: 'warn' },
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  try {
    const ask = async (at: number, path: string, init: { json?: unknown; method?: string } = {}): Promise<HttpAnswer> => {
      const headers = { authorization: `Bearer ${key}`, 'idempotency-key': randomUUID() };
      const answer = await httpRequest({ port: at, host: 'hue.localhost', path: `/api/field-reports${path}`, headers, ...init });
      expect([path, answer.status, answer.text]).toEqual([path, expect.toSatisfy((status: number) => status < 300), answer.text]);
      return answer;
    };
    await until('the release before is ready', () => {
      if (old.exitCode !== null) throw new Error(`The release before ended with ${old.exitCode}`);
      return httpRequest({ port, host: 'localhost', path: '/readyz' }).then(
        ({ status }) => (status === 200 ? true : undefined),
        () => undefined,
      );
    });

    // 2. Each writes, moves and reads what the other has written.
    for (const [writer, reader] of [[port, deployment.port], [deployment.port, port]] as const) {
      await ask(writer, '/categories');
      const { code } = (await ask(writer, '/reports', { json: { category: 'road-damage', lat: 16.4637, lon: 107.5909, description: `Ổ gà lớn trước cổng trường, ${writer}.` } })).json<{ code: string }>();
      await ask(reader, `/reports/${code}/accept`, { method: 'POST' });
      expect((await ask(writer, `/inbox/${code}`)).json<{ status: string }>().status).toBe('accepted');
      expect((await ask(reader, '/reports?limit=100')).json<{ items: { code: string }[] }>().items.map((item) => item.code)).toContain(code);
    }
  } finally {
    if (old.kill('SIGTERM')) await once(old, 'exit');
  }
});
