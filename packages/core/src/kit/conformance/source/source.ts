import { glob, readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Plugin } from '../../../plugin/plugin.ts';

export interface PackageFile {
  readonly name: string;
  readonly version: string;
  readonly type?: string;
  readonly exports?: unknown;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly peerDependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
}

/** The package of a plugin: a vendor's folder, or what a tarball held. */
export interface Source {
  readonly folder: string;
  readonly package: PackageFile;
  /** The file that importing the package runs. */
  readonly entry: string;
  /** Code that runs on the server: no tests, no interface. */
  readonly files: readonly { readonly path: string; readonly text: string }[];
  readonly packed: boolean;
}

/** A plugin together with its package. */
export interface Sourced {
  readonly plugin: Plugin;
  readonly source: Source;
}

/** Interfaces, tests and configuration: what the server never runs. */
export const notServerCode = /(^|\/)(node_modules|test|tests|ui|dist\/ui)\/|\.(test|spec|d)\.[mc]?ts$|(^|\/)[^/]*\.config\.[mc]?[jt]s$/;

export async function readSource(folder: string, packed = false): Promise<Source> {
  const packageFile = join(folder, 'package.json');
  const content = JSON.parse(
    await readFile(packageFile, 'utf8').catch(() => {
      throw new Error(`Không có package.json trong / no package.json in ${folder}`);
    }),
  ) as PackageFile;
  const paths: string[] = [];
  for await (const path of glob('**/*.{ts,mts,js,mjs}', { cwd: folder, exclude: (name) => name === 'node_modules' })) {
    if (!notServerCode.test(path)) paths.push(path);
  }
  return {
    folder,
    package: content,
    entry: entryOf(packageFile, content),
    files: await Promise.all(paths.sort().map(async (path) => ({ path, text: await readFile(join(folder, path), 'utf8') }))),
    packed,
  };
}

/** A package finds itself by its own name, where its `exports` say so. */
function entryOf(packageFile: string, { name, exports }: PackageFile): string {
  if (exports === undefined) throw new Error(`package.json của "${name}" thiếu exports / has no "exports"`);
  return createRequire(packageFile).resolve(name);
}
