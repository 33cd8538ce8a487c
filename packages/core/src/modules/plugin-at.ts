import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { pluginIn } from '../plugin/find-plugin.ts';
import type { Plugin } from '../plugin/plugin.ts';

/** The plugin that the package in a folder exports. */
export async function pluginAt(folder: string): Promise<Plugin> {
  const packageFile = join(folder, 'package.json');
  const text = await readFile(packageFile, 'utf8').catch((cause: unknown) => {
    throw new Error(`${folder} không phải thư mục của một phân hệ: thiếu package.json.\n${folder} is not the folder of a module: there is no package.json.`, { cause });
  });
  const { name } = JSON.parse(text) as { name: string };
  const module = (await import(pathToFileURL(createRequire(packageFile).resolve(name)).href)) as Record<string, unknown>;
  return pluginIn(module, name);
}
