import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { barePlugin } from '../kit/bare-plugin.ts';
import { testFolder } from '../kit/test-folder.ts';
import { testWorld, type TestWorld } from '../kit/testing.ts';

const title = { vi: 'Mực nước', en: 'Water levels' };
let world: TestWorld;
let folder: string;

beforeAll(async () => {
  folder = await testFolder();
  await mkdir(join(folder, 'dist', 'shared'), { recursive: true });
  await writeFile(join(folder, 'dist', 'levels.js'), `import './shared/lit.js';`);
  await writeFile(join(folder, 'dist', 'shared', 'lit.js'), '0;');
  await writeFile(join(folder, 'dist', 'notes.txt'), 'không phải để phục vụ');
  await writeFile(join(folder, 'secret.js'), '1;');
  const tides = barePlugin({
    id: 'tides',
    permissions: { 'tide:close': { title, suggestedRoles: [] } },
    built: pathToFileURL(`${folder}/dist/`),
    widgets: [
      { tag: 'tt-tides-levels', title, module: 'levels.js' },
      { tag: 'tt-tides-later', title, module: 'later.js' },
    ],
    screens: [{ tag: 'tt-tides-close', title, module: 'levels.js', permission: 'tide:close' }],
  });
  world = await testWorld({ plugins: [tides] });
});
afterAll(async () => {
  await world[Symbol.asyncDispose]();
  await rm(folder, { recursive: true });
});

const hue = () => world.province('hue');
const asPage = { headers: { accept: 'text/html' } };

async function scriptOf(path: string): Promise<string> {
  return /<script type="module" src="([^"]+)"/.exec(await (await hue().request(path, asPage)).text())![1]!;
}

test('a page of another website may import a widget under an address that stays, whatever release is served', async () => {
  const file = await hue().request('/ui/tides/latest/levels.js', { headers: { origin: 'https://bao.example' } });
  expect([file.status, file.headers.get('access-control-allow-origin'), file.headers.get('cache-control')]).toEqual([200, '*', 'no-cache']);
});

test('a widget has a page with its element, and a script at an address that may be kept for ever', async () => {
  const response = await hue().request('/ui/tides/tt-tides-levels', asPage);
  expect([response.status, await response.text()]).toEqual([200, expect.stringMatching(/<h1>Mực nước<\/h1>[\s\S]*<tt-tides-levels><\/tt-tides-levels>/)]);
  const script = await scriptOf('/ui/tides/tt-tides-levels');
  for (const [path, text] of [[script, `import './shared/lit.js';`], [script.replace('levels.js', 'shared/lit.js'), '0;']] as const) {
    const file = await hue().request(path);
    expect([await file.text(), file.headers.get('content-type'), file.headers.get('cache-control')]).toEqual([text, 'text/javascript; charset=utf-8', 'public, max-age=31536000, immutable']);
  }
});

test('a page of another version gets the file that there is, and keeps it for no time', async () => {
  const file = await hue().request('/ui/tides/0123456789/levels.js');
  expect([file.status, file.headers.get('cache-control')]).toEqual([200, 'no-cache']);
});

test('only what was built is served, and nothing beside its folder', async () => {
  const [, , , release] = (await scriptOf('/ui/tides/tt-tides-levels')).split('/');
  for (const file of ['notes.txt', '../secret.js', '..%2fsecret.js', 'shared', 'constructor']) {
    expect([file, (await hue().request(`/ui/tides/${release}/${file}`)).status]).toEqual([file, 404]);
  }
});

test('a screen asks for its permission, and a part that was not built says what to do', async () => {
  const [close, later] = ['/ui/tides/tt-tides-close', '/ui/tides/tt-tides-later'];
  const [may, mayNot] = [await hue().key(['tide:close']), await hue().key(['tide:see'])];
  expect([(await hue().request(close)).status, (await hue().request(close, { as: mayNot })).status, (await hue().request(close, { as: may })).status]).toEqual([401, 403, 200]);
  const missing = await hue().request(later);
  expect([missing.status, await missing.text()]).toEqual([404, expect.stringContaining('npm run build')]);
});

test('where the module is off there is neither page nor file; the neighbour keeps both', async () => {
  const script = await scriptOf('/ui/tides/tt-tides-levels');
  await world.province('dak-lak').switch('tides', 'off');
  for (const path of ['/ui/tides/tt-tides-levels', script]) {
    expect([(await world.province('dak-lak').request(path)).status, (await hue().request(path)).status]).toEqual([404, 200]);
  }
});
