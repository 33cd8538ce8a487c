import { mkdir, rm, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { newPlugin } from '../../packages/core/src/kit/new-plugin.ts';
import { testFolder } from '../../packages/core/src/kit/test-folder.ts';

export interface RenderedPlugin extends AsyncDisposable {
  readonly folder: string;
}

const root = fileURLToPath(new URL('../../', import.meta.url));

/** A module made from the scaffold in a repository of its own, which has the packages of this one. */
export async function renderPlugin(name: string): Promise<RenderedPlugin> {
  const repository = await testFolder();
  await mkdir(join(repository, 'packages', 'plugins'), { recursive: true });
  for (const part of ['node_modules', 'tsconfig.json', 'LICENSE']) await symlink(join(root, part), join(repository, part));
  const { folder } = await newPlugin(name, { title: 'Nhà vệ sinh công cộng', titleEn: 'Public toilets', cwd: repository });
  return { folder, [Symbol.asyncDispose]: () => rm(repository, { recursive: true, force: true }) };
}
