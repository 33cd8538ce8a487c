import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, readdir, rm, symlink } from 'node:fs/promises';
import { homedir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { packPackage } from '../../packages/core/src/kit/pack-package.ts';
import { testFolder } from '../../packages/core/src/kit/test-folder.ts';
import { freePort } from '../support/free-port.ts';
import { httpRequest } from '../support/http-request.ts';
import { until } from '../support/until.ts';

/**
 * `npm run test:vendor`: the first steps of `docs/vendors.md` as a stranger makes them, with the packed packages alone
 * in an empty folder outside the repository; everything else comes from the registry. About two minutes.
 */
const root = fileURLToPath(new URL('../../', import.meta.url));
const folder = await testFolder();
const packages = join(folder, 'packages');
const module_ = join(folder, 'public-toilets');
const port = await freePort();
// What npx installs goes with the folder; what npm has downloaded before is used.
const cache = join(folder, 'npm-cache');
const downloads = join(process.env['npm_config_cache'] ?? join(homedir(), '.npm'), '_cacache');
await mkdir(downloads, { recursive: true });
await mkdir(cache);
await symlink(downloads, join(cache, '_cacache'));
const started = performance.now();

step('pack');
for (const part of ['packages/core', 'packages/ui-webcomponents', 'templates']) await packPackage(join(root, part), packages);
const [core, templates] = ['core', 'templates'].map((name) => join(packages, `tinhthong-${name}-1.0.0.tgz`));

step('plugin new');
await run(folder, 'npx', '--yes', '-p', core!, '-p', templates!, 'tinhthong', 'plugin', 'new', 'public-toilets', '--title', 'Nhà vệ sinh công cộng', '--title-en', 'Public toilets');
step('npm install');
await run(module_, 'npm', 'install', '--no-audit', '--no-fund');
for (const script of ['typecheck', 'drift', 'test', 'check']) {
  step(`npm run ${script}`);
  await run(module_, 'npm', 'run', script);
}

step('npm run dev');
const dev = start(module_, 'npm', 'run', 'dev');
try {
  const ask = (host: string) => httpRequest({ port, host: `${host}.localhost`, path: '/api/public-toilets/marks' });
  await until('Huế answers', async () => ((await ask('hue').catch(() => undefined))?.status === 200 ? true : undefined), 120_000);
  const { status } = await ask('dak-lak');
  if (status !== 404) throw new Error(`Đắk Lắk answers ${status} although the module is off there`);
} finally {
  // npm does not pass on what it is sent; the group ends together, as with Ctrl+C.
  process.kill(-dev.pid!, 'SIGINT');
  await once(dev, 'exit');
}

step('plugin pack');
await run(module_, 'npm', 'run', 'pack');
const packed = await readdir(join(module_, 'dist'));
if (packed.join() !== 'public-toilets-1.0.0.tgz') throw new Error(`packed: ${packed.join(', ')}`);
await rm(folder, { recursive: true, force: true });
step('done: on in Huế, not in Đắk Lắk');

function step(what: string): void {
  console.log(`${((performance.now() - started) / 1_000).toFixed(0).padStart(4)} s  ${what}`);
}

/** With this Node first on the path, and nothing of the npm that called. */
function start(cwd: string, command: string, ...words: string[]): ChildProcess {
  const own = Object.entries(process.env).filter(([name]) => !name.startsWith('npm_'));
  const env = { ...Object.fromEntries(own), PATH: [dirname(process.execPath), process.env['PATH']].join(delimiter), PORT: String(port), npm_config_cache: cache };
  return spawn(command, words, { cwd, env, stdio: ['ignore', 'inherit', 'inherit'], detached: true });
}

async function run(cwd: string, command: string, ...words: string[]): Promise<void> {
  const [code] = await once(start(cwd, command, ...words), 'exit');
  if (code !== 0) throw new Error(`${command} ${words.join(' ')} ended with ${code}; what it left lies in ${folder}`);
}
