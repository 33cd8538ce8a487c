import { execFile } from 'node:child_process';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { newPlugin } from '../../packages/core/src/kit/new-plugin.ts';
import { packPackage } from '../../packages/core/src/kit/pack-package.ts';
import { testFolder } from '../../packages/core/src/kit/test-folder.ts';
import { type RenderedPlugin, renderPlugin } from './rendered-plugin.ts';

const run = promisify(execFile);
const inNodeModules = (path: string) => fileURLToPath(new URL(`../../node_modules/${path}`, import.meta.url));

let plugin: RenderedPlugin;
beforeAll(async () => void (plugin = await renderPlugin('public-toilets')));
afterAll(() => plugin[Symbol.asyncDispose]());

async function filesOf(folder: string): Promise<[string, string][]> {
  const entries = (await readdir(folder, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile());
  return Promise.all(entries.map(async ({ parentPath, name }) => [name, await readFile(join(parentPath, name), 'utf8')] as [string, string]));
}

test('a new module carries its own name everywhere, and none of the scaffold', async () => {
  const files = await filesOf(plugin.folder);
  expect(files.flatMap(([name, text]) => [...text.matchAll(/flood[-_]?marks|FloodMarks|floodMarks|Vết lũ|Flood marks/g)].map(([left]) => `${name}: ${left}`))).toEqual([]);
  const declaration = files.find(([name]) => name === 'plugin.ts')![1];
  expect(declaration).toContain(`export const publicToilets = definePlugin<PublicToilets>()({\n  id: 'public-toilets',`);
  expect(declaration).toContain(`title: { vi: 'Nhà vệ sinh công cộng', en: 'Public toilets' }`);
  // The title of a module is put for the whole of a text, never inside a sentence that was about another.
  const sources = files.filter(([name]) => name.endsWith('.ts'));
  expect(sources.flatMap(([name, text]) => [...text.matchAll(/.*(Nhà vệ sinh công cộng|Public toilets)(?!').*/g)].map(([line]) => `${name}: ${line}`))).toEqual([]);
  expect(sources.flatMap(([name, text]) => [...text.matchAll(/.*(?<!')(Nhà vệ sinh công cộng|Public toilets).*/g)].map(([line]) => `${name}: ${line}`))).toEqual([]);
  expect(files.find(([name]) => name === '0001-marks.ts')![1]).toContain('create table public_toilets.marks');
  expect(JSON.parse(files.find(([name]) => name === 'package.json')![1])).toMatchObject({ name: '@tinhthong/public-toilets' });
});

test('a new module passes its own tests, compiles, and its generated files fit', async () => {
  const env = { ...process.env, TEST_DATABASE_URL: inject('adminUrl') };
  const { stdout } = await run(process.execPath, [inNodeModules('vitest/vitest.mjs'), 'run'], { cwd: plugin.folder, env: { ...env, NO_COLOR: '1' } });
  expect(stdout).toMatch(/Tests +13 passed \(13\)/);
  await run(process.execPath, [inNodeModules('@tinhthong/core/bin/tinhthong.js'), 'generate', '.', '--check'], { cwd: plugin.folder, env });
  await run(process.execPath, [inNodeModules('@tinhthong/ui-webcomponents/bin/tinhthong-client.js'), 'openapi.json', 'ui/api.gen.ts', '--check'], { cwd: plugin.folder });
}, 180_000);

test('packed, it is JavaScript with types and its built screens, without tests, and can be imported from node_modules', async () => {
  const tarball = await packPackage(plugin.folder, join(plugin.folder, 'dist'));
  const installed = join(plugin.folder, 'node_modules', 'installed');
  await mkdir(installed, { recursive: true });
  await run('tar', ['xzf', tarball, '-C', installed, '--strip-components=1']);
  const names = await readdir(installed, { recursive: true });
  expect(names.filter((name) => /(?<!\.d)\.ts$|test/.test(name))).toEqual([]);
  expect(names).toEqual(expect.arrayContaining(['LICENSE', 'src/plugin.js', 'src/plugin.d.ts', 'ui/dist/recent-marks.js', 'ui/dist/confirm-marks.js']));
  const { stdout } = await run(process.execPath, ['-e', `import('${join(installed, 'src', 'plugin.js')}').then(({ publicToilets }) => console.log(publicToilets.id, publicToilets.built.pathname))`]);
  expect(stdout.trim()).toBe(`public-toilets ${join(installed, 'ui', 'dist')}/`);
});

test('what cannot be a name is refused in both languages, and so is a folder that holds something', async () => {
  const cwd = await testFolder();
  for (const name of ['Nhà-vệ-sinh', 'a_b', '../up', '-x', 'x--y', '1st', 'core', 'a'.repeat(41), '@no scope/x']) {
    await expect(newPlugin(name, { cwd }), name).rejects.toThrow(/không dùng làm tên phân hệ được.*\n.*cannot be the name of a module/);
  }
  await mkdir(join(cwd, 'busy'));
  await writeFile(join(cwd, 'busy', 'notes.txt'), 'giữ lại');
  await expect(newPlugin('busy', { cwd })).rejects.toThrow(/đã có nội dung.*\n.*is not empty/);
  expect(await readdir(cwd)).toEqual(['busy']);
});

test('outside the repository the module stands alone: its own scope, compiler options, and what git leaves out', async () => {
  const cwd = await testFolder();
  const { folder } = await newPlugin('@hue-it/street-trees', { cwd });
  expect([dirname(folder), (await readdir(folder)).filter((name) => /^\.|tsconfig/.test(name))]).toEqual([cwd, ['.gitignore', 'tsconfig.json']]);
  const manifest = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8')) as { name: string; devDependencies: Record<string, string> };
  expect([manifest.name, manifest.devDependencies['@tinhthong/core']]).toEqual(['@hue-it/street-trees', '1.0.0']);
});
