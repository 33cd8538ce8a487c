import { execFile } from 'node:child_process';
import { copyFile, cp, glob, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { promisify } from 'node:util';
import { nearestFolderWith } from './nearest-folder.ts';

const run = promisify(execFile);

/** The parts of a `package.json` that packing reads or changes. */
interface Manifest {
  readonly exports?: Readonly<Record<string, string>> | undefined;
  readonly bin?: Readonly<Record<string, string>> | undefined;
  readonly scripts?: Readonly<Record<string, string>>;
  readonly bundleDependencies?: boolean | readonly string[];
  readonly [key: string]: unknown;
}

/**
 * Makes a publishable tarball of a package folder and answers its path: emitted JavaScript and types, because Node
 * refuses to strip types under `node_modules`. Everything stays where it was, only `.ts` becomes `.js` and `.d.ts`, so
 * that whatever lies beside the code (styles, drawings, the built `ui/dist`) is found at the same place. Tests and
 * sources of the interface stay behind; a package whose `exports` name no code travels as it is, as data.
 *
 * @throws Error with the compiler's messages where the package does not compile
 */
export async function packPackage(folder: string, out: string): Promise<string> {
  const manifest = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8')) as Manifest;
  const named = [...Object.values(manifest.exports ?? {}), ...Object.values(manifest.bin ?? {})].filter((entry) => /\.[jt]s$/.test(entry));
  const entries = (await Promise.all(named.map((entry) => (entry.includes('*') ? filesOf(folder, entry) : [entry])))).flat();
  const isCode = entries.length > 0;
  if (manifest.scripts?.['build'] !== undefined) await run('npm', ['run', 'build', '--silent'], { cwd: folder });
  const stage = await mkdtemp(join(tmpdir(), 'tinhthong-pack-'));
  const copy = join(stage, 'package');
  try {
    await cp(folder, copy, { recursive: true, filter: (path) => travels(relative(folder, path), isCode) });
    if (isCode) await compile(folder, entries, stage, copy);
    const licensed = nearestFolderWith('LICENSE', folder);
    if (licensed !== undefined) await copyFile(join(licensed, 'LICENSE'), join(copy, 'LICENSE'));
    await writeFile(join(copy, 'package.json'), `${JSON.stringify(published(manifest), null, 2)}\n`);
    if (manifest.bundleDependencies && manifest['dependencies']) await bringDependencies(copy);
    await mkdir(out, { recursive: true });
    const { stdout } = await run('npm', ['pack', '--json', '--ignore-scripts', '--pack-destination', resolve(out)], { cwd: copy });
    return join(out, packedName(stdout));
  } finally {
    await rm(stage, { recursive: true, force: true });
  }
}

/** Whatever an export with a star names. */
async function filesOf(folder: string, pattern: string): Promise<string[]> {
  const files: string[] = [];
  for await (const file of glob(pattern, { cwd: folder })) if (!/\.(test|gallery|d)\.ts$/.test(file)) files.push(file);
  return files;
}

/** What a deployment without internet cannot fetch. Peers stay out: the deployment has them (core, kysely, zod). */
async function bringDependencies(folder: string): Promise<void> {
  await run('npm', ['install', '--omit=dev', '--legacy-peer-deps', '--ignore-scripts', '--no-package-lock', '--no-audit'], { cwd: folder });
}

function travels(path: string, isCode: boolean): boolean {
  const name = basename(path);
  if (['node_modules', '.turbo', '.data', '.git'].includes(name) || name.endsWith('.tsbuildinfo')) return false;
  if (name === 'dist') return path === join('ui', 'dist');
  if (!isCode) return true;
  const isInterface = path.startsWith('ui') && !join('ui', 'dist').startsWith(path) && !path.startsWith(join('ui', 'dist'));
  return !isInterface && path !== 'test' && !name.endsWith('.ts') && !/^(tsconfig.*\.json|\..+)$/.test(name);
}

/** What can be reached from the entries, and from the scripts that are handed to workers. */
async function compile(folder: string, entries: readonly string[], stage: string, outDir: string): Promise<void> {
  const requireThere = createRequire(join(folder, 'package.json'));
  const config = join(stage, 'tsconfig.json');
  const compilerOptions = {
    noEmit: false,
    noEmitOnError: true,
    declaration: true,
    allowJs: true,
    rewriteRelativeImportExtensions: true,
    rootDir: folder,
    outDir,
    // Looked for beside the configuration, which is not where the package lies.
    typeRoots: [resolve(dirname(requireThere.resolve('@types/node/package.json')), '..')],
  };
  const files = [...entries.map((entry) => join(folder, entry)), ...(await scriptsIn(join(folder, 'src')))];
  await writeFile(config, JSON.stringify({ extends: join(nearestFolderWith('tsconfig.json', folder)!, 'tsconfig.json'), compilerOptions, files, include: [] }));
  const compiler = join(dirname(requireThere.resolve('typescript/package.json')), 'bin', 'tsc');
  await run(process.execPath, [compiler, '-p', config], { maxBuffer: 64 * 1024 ** 2 }).catch((error: { stdout?: string }) => {
    throw new Error(`${folder} không biên dịch được / does not compile:\n${error.stdout}`, { cause: error });
  });
  for (const file of await readdir(outDir, { recursive: true })) {
    if (file.endsWith('.js') && !file.startsWith('node_modules') && !file.startsWith(join('ui', 'dist'))) await pointAtScripts(join(outDir, file));
  }
}

const scriptPattern = /(new URL\('(\.{1,2}\/[^']+))\.ts'/g;

async function scriptsIn(folder: string): Promise<string[]> {
  const scripts: string[] = [];
  for (const file of await readdir(folder, { recursive: true })) {
    if (!file.endsWith('.ts') || file.endsWith('.test.ts')) continue;
    const text = await readFile(join(folder, file), 'utf8');
    for (const [, , path] of text.matchAll(scriptPattern)) scripts.push(join(folder, dirname(file), `${path}.ts`));
  }
  return scripts;
}

/** The compiler rewrites what is imported, not what is handed to a worker. */
async function pointAtScripts(file: string): Promise<void> {
  const text = await readFile(file, 'utf8');
  const pointed = text.replace(scriptPattern, "$1.js'");
  if (pointed !== text) await writeFile(file, pointed);
}

/** Without what its author works with: scripts, tools, and the Node of their machine among the optional dependencies. */
function published({ scripts: _, devDependencies: __, optionalDependencies: ___, ...manifest }: Manifest): Manifest {
  const parts = { exports: manifest.exports, bin: manifest.bin };
  return { ...manifest, ...(JSON.parse(JSON.stringify(parts).replaceAll('.ts"', '.js"')) as typeof parts) };
}

/** npm answers a list, and since version 12 a record by name. */
function packedName(json: string): string {
  const [packed] = Object.values(JSON.parse(json) as Record<string, { filename: string }>);
  return packed!.filename.replace('@', '').replace('/', '-');
}
