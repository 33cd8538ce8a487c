import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { removeEmbeddedPostgres } from '../../packages/core/src/database/embedded-postgres.ts';
import { freePort } from '../support/free-port.ts';
import { httpRequest } from '../support/http-request.ts';
import { until } from '../support/until.ts';
import { type RenderedPlugin, renderPlugin } from './rendered-plugin.ts';

const program = fileURLToPath(new URL('../../packages/core/bin/tinhthong.js', import.meta.url));
const marks = '/api/public-toilets/marks';
const mark = { lat: 16.4637, lon: 107.5909, depthCm: 777, seenOn: '2026-10-15' };

let plugin: RenderedPlugin;
let port: number;
let output = '';
let stop: () => Promise<void>;

beforeAll(async () => {
  plugin = await renderPlugin('public-toilets');
  port = await freePort();
  const env = { ...process.env, DATA_DIR: join(plugin.folder, '.data'), PORT: String(port), DATABASE_URL: undefined, MASTER_KEY_FILE: undefined };
  const dev = spawn(process.execPath, [program, 'dev'], { cwd: plugin.folder, env, stdio: ['ignore', 'pipe', 'pipe'] });
  for (const stream of [dev.stdout, dev.stderr]) stream.on('data', (chunk: Buffer) => (output += chunk.toString()));
  const ended = once(dev, 'exit');
  stop = async () => {
    dev.kill('SIGINT');
    await ended;
    await removeEmbeddedPostgres(join(plugin.folder, '.data', 'postgres'));
    await plugin[Symbol.asyncDispose]();
  };
  await started(1);
}, 120_000);
afterAll(() => stop());

const started = (times: number) => until(`start ${times}, after: ${output}`, () => (output.split('✓ Nhà vệ sinh').length > times ? true : undefined));
const ask = (host: string, path: string) => httpRequest({ port, host: `${host}.localhost`, path });

async function edit(file: string, from: string, to: string): Promise<void> {
  const path = join(plugin.folder, file);
  await writeFile(path, (await readFile(path, 'utf8')).replace(from, to));
}

test('the module runs in Huế with sample data and its screens, and is not there in Đắk Lắk', async () => {
  expect([(await ask('hue', marks)).status, (await ask('dak-lak', marks)).status]).toEqual([200, 404]);
  expect((await ask('hue', marks)).json<{ items: object[] }>().items).toHaveLength(12);
  const { text } = await ask('hue', '/ui/public-toilets/tt-public-toilets-recent');
  const script = /src="(\/ui\/public-toilets\/[^"]+\/recent-marks\.js)"/.exec(text)![1]!;
  expect([(await ask('hue', script)).status, (await ask('dak-lak', script)).status]).toEqual([200, 404]);
});

test('a change of the code is served after a restart of seconds, and the data is kept', async () => {
  const recorded = await httpRequest({ port, host: 'hue.localhost', path: marks, json: mark, headers: { authorization: 'Bearer demo-hue' } });
  expect(recorded.status).toBe(201);
  await edit('src/plugin.ts', `version: '1.0.0'`, `version: '1.0.1'`);
  await started(2);
  expect(output).toContain('✓ Nhà vệ sinh công cộng 1.0.1');
  expect((await ask('hue', `${marks}?limit=1`)).json<{ items: object[] }>().items).toMatchObject([{ depthCm: 777 }]);
});

test('a mistake in the code is shown with its place, and mending it starts the module again', async () => {
  await edit('src/settings.ts', 'z.strictObject({', 'z.strictObject({,');
  await until('the mistake is shown', () => (output.includes('waiting for a change') ? true : undefined));
  expect(output).toContain('settings.ts');
  await edit('src/settings.ts', 'z.strictObject({,', 'z.strictObject({');
  await started(3);
  expect((await ask('hue', marks)).status).toBe(200);
});
