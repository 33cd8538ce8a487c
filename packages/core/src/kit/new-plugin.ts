import { existsSync } from 'node:fs';
import { cp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { takenIds } from './conformance/declaration/names.ts';
import { nearestFolderWith } from './nearest-folder.ts';

export interface NewPlugin {
  readonly folder: string;
  /** What to do now, in both languages. */
  readonly next: string;
}

export interface NewPluginOptions {
  readonly title?: string | undefined;
  readonly titleEn?: string | undefined;
  /** Default: the working folder. */
  readonly cwd?: string;
}

/** Longest id whose schema, tables and custom elements keep readable names. */
const idPattern = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;
const longestId = 40;

/**
 * Copies the scaffold `templates/plugin` of the package `@tinhthong/templates` under a name of its own: into
 * `packages/plugins/<id>` inside the framework's repository, elsewhere into a folder `<id>` of the working folder.
 *
 * @param name `my-module`, or with an npm scope `@company/my-module`
 * @throws Error in both languages where the name is not one, or the folder holds something
 */
export async function newPlugin(name: string, options: NewPluginOptions = {}): Promise<NewPlugin> {
  const cwd = options.cwd ?? process.cwd();
  const { scope, id } = readName(name);
  const repository = nearestFolderWith('packages/plugins', cwd);
  const folder = repository === undefined ? join(cwd, id) : join(repository, 'packages/plugins', id);
  if (existsSync(folder) && (await readdir(folder)).length > 0) {
    throw new Error(`Thư mục ${folder} đã có nội dung; hãy chọn tên khác hoặc dọn thư mục.\nThe folder ${folder} is not empty; choose another name or clear it.`);
  }
  const source = fileURLToPath(new URL('./plugin/', import.meta.resolve('@tinhthong/templates/package.json')));
  const left = new Set(['node_modules', 'dist', '.turbo']);
  await cp(source, folder, { recursive: true, filter: (path) => path === source || !left.has(basename(path)) });
  const packageName = scope !== undefined ? `${scope}/${id}` : repository === undefined ? id : `@tinhthong/${id}`;
  await renameAll(folder, names(id, packageName, options));
  await (repository === undefined ? standAlone(folder) : joinRepository(folder));
  return { folder, next: repository === undefined ? nextOutside(relative(cwd, folder)) : nextInside(id, packageName) };
}

function readName(name: string): { scope: string | undefined; id: string } {
  const [, scope, id = name] = /^(@[a-z0-9][a-z0-9._-]*)\/(.+)$/.exec(name) ?? [];
  if (!idPattern.test(id) || id.length > longestId || takenIds.has(id)) {
    throw new Error(
      `"${name}" không dùng làm tên phân hệ được: chữ thường a–z, số và gạch nối, bắt đầu bằng chữ, tối đa ${longestId} ký tự, ví dụ public-toilets.\n` +
        `"${name}" cannot be the name of a module: lower case a–z, digits and hyphens, beginning with a letter, at most ${longestId} characters, for example public-toilets.`,
    );
  }
  return { scope, id };
}

/** The scaffold's names and those that take their place; what is longer stands before what it contains. */
function names(id: string, packageName: string, { title, titleEn }: NewPluginOptions): [string, string][] {
  const camel = id.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
  const words = id.replaceAll('-', ' ');
  const sentence = words[0]!.toUpperCase() + words.slice(1);
  return [
    ['@tinhthong/flood-marks', packageName],
    ['flood-marks', id],
    ['flood_marks', id.replaceAll('-', '_')],
    ['floodmarks', id.replaceAll('-', '')],
    ['floodMarks', camel],
    ['FloodMarks', camel[0]!.toUpperCase() + camel.slice(1)],
    ['Vết lũ', title ?? sentence],
    ['Flood marks', titleEn ?? title ?? sentence],
  ];
}

async function renameAll(folder: string, pairs: readonly [string, string][]): Promise<void> {
  const files = (await readdir(folder, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile());
  for (const { parentPath, name } of files) {
    const file = join(parentPath, name);
    const text = await readFile(file, 'utf8');
    const renamed = pairs.reduce((done, [from, to]) => done.replaceAll(from, to), text);
    if (renamed !== text) await writeFile(file, renamed);
  }
}

/** Inside, the root brings Node, the compiler's options and what git leaves out. */
async function joinRepository(folder: string): Promise<void> {
  for (const file of ['tsconfig.json', 'gitignore']) await rm(join(folder, file));
  const { optionalDependencies: _, ...manifest } = await readManifest(folder);
  await writeManifest(folder, manifest);
}

/** Outside the repository the folder has a life of its own: what git leaves out, and where the framework comes from. */
async function standAlone(folder: string): Promise<void> {
  await rename(join(folder, 'gitignore'), join(folder, '.gitignore'));
  const manifest = await readManifest(folder);
  const tarballs = await tarballFolder();
  if (tarballs === undefined) return;
  for (const [name, version] of Object.entries(manifest.devDependencies)) {
    if (!name.startsWith('@tinhthong/')) continue;
    const tarball = join(tarballs, `${name.slice(1).replace('/', '-')}-${version}.tgz`);
    manifest.devDependencies[name] = `file:${relative(folder, tarball)}`;
  }
  await writeManifest(folder, manifest);
}

interface Manifest {
  readonly devDependencies: Record<string, string>;
  readonly optionalDependencies?: object;
}

async function readManifest(folder: string): Promise<Manifest> {
  return JSON.parse(await readFile(join(folder, 'package.json'), 'utf8')) as Manifest;
}

async function writeManifest(folder: string, manifest: Manifest): Promise<void> {
  await writeFile(join(folder, 'package.json'), `${JSON.stringify(manifest, null, 2)}\n`);
}

/** The folder of the tarball that this core was installed from; undefined where it came from a registry. */
async function tarballFolder(): Promise<string | undefined> {
  const modules = nearestFolderWith('.package-lock.json', fileURLToPath(import.meta.url));
  if (modules === undefined) return undefined;
  const { packages } = JSON.parse(await readFile(join(modules, '.package-lock.json'), 'utf8')) as { packages: Record<string, { resolved?: string }> };
  const { resolved = '' } = packages['node_modules/@tinhthong/core'] ?? {};
  return resolved.startsWith('file:') && resolved.endsWith('.tgz') ? dirname(resolve(dirname(modules), resolved.slice('file:'.length))) : undefined;
}

function nextInside(id: string, packageName: string): string {
  return `
Tiếp theo / next:
  package.json         "dependencies": { "${packageName}": "1.0.0" }
  tinhthong.config.ts  thêm vào plugins / add to plugins
  npm install && npm test --workspace ${packageName}
  cd packages/plugins/${id} && npx tinhthong dev`;
}

function nextOutside(folder: string): string {
  return `
Tiếp theo / next:
  cd ${folder}
  npm install
  npm test
  npm run dev`;
}
