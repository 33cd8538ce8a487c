import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { barePlugin } from '../kit/bare-plugin.ts';
import { loadPlugins } from './load-plugins.ts';

let folder: string;
let from: string;

/** A declaration that a plugin's package could export, without the core's help. */
const declaration = (id: string, more = '') => `
  import { z } from '${import.meta.resolve('zod')}';
  export const plugin = {
    id: '${id}', version: '1.0.0', core: '^1.0.0', needs: {}, title: { vi: '${id}' }, summary: { vi: '${id}' }, migrations: {}, permissions: {},
    settings: z.strictObject({}), events: { publishes: {}, consumes: {} }, jobs: {}, metrics: {}, subjects: {}, personalData: { none: 'nothing' }, outbound: [], routes: [], ${more}
  };`;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tinhthong-plugins-'));
  from = join(folder, 'tinhthong.config.ts');
  const write = async (path: string, text: string) => {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  };
  const install = async (name: string, text: string) => {
    await write(`node_modules/${name}/package.json`, JSON.stringify({ name, version: '1.0.0', type: 'module', exports: './plugin.js' }));
    await write(`node_modules/${name}/plugin.js`, text);
  };
  await install('street-trees', declaration('street-trees'));
  await install('@tinhthong/parks', declaration('parks'));
  await install('throws', `throw new Error('no licence');`);
  await install('needs-more', `import 'not-bundled';`);
  await install('half-written', 'export const plugin = {');
  await install('no-plugin', 'export const answer = 42;');
  await install('nameless', declaration('Tên Sai'));
  await write('plugins/benches.mjs', declaration('benches'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const load = async (sources: Parameters<typeof loadPlugins>[0], options = {}) =>
  (await loadPlugins(sources, { from, ...options })).map((one) => ('reason' in one ? [one.id, one.reason] : one.id));

test('packages by name, files by path and plugins themselves stand side by side in the configuration', async () => {
  expect(await load(['street-trees', './plugins/benches.mjs', barePlugin({ id: 'lakes' })])).toEqual(['street-trees', 'benches', 'lakes']);
});

test('a plugin that cannot be imported is named with its reason, and the others are loaded', async () => {
  expect(await load(['throws', 'needs-more', 'half-written', 'no-plugin', 'nameless', 'nowhere', 'street-trees'])).toEqual([
    ['throws', expect.stringContaining('no licence')],
    ['needs-more', expect.stringContaining('not-bundled')],
    ['half-written', expect.stringContaining('cannot be imported')],
    ['no-plugin', expect.stringContaining('no plugin is exported by no-plugin')],
    ['nameless', expect.stringContaining('wrong declaration: id "Tên Sai"')],
    ['nowhere', expect.stringContaining("Cannot find module 'nowhere'")],
    'street-trees',
  ]);
});

test('in safe mode nothing of third parties is imported', async () => {
  expect(await load(['throws', '@tinhthong/parks', barePlugin({ id: 'lakes' })], { safeMode: true })).toEqual([
    ['throws', expect.stringContaining('safe mode')],
    'parks',
    ['lakes', expect.stringContaining('safe mode')],
  ]);
});

test('a plugin whose import blocked the process the last time is left out this time', async () => {
  expect(await load(['street-trees', '@tinhthong/parks'], { stuck: new Set(['street-trees']) })).toEqual([['street-trees', expect.stringContaining('left out this time')], 'parks']);
});
