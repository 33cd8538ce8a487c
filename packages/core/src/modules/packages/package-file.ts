import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';

const names = z.record(z.string(), z.string()).default({});

/** What of a package's `package.json` an installation reads. */
const packageFile = z.looseObject({
  name: z.string().regex(/^(@[a-z0-9][a-z0-9._-]*\/)?[a-z0-9][a-z0-9._-]*$/),
  version: z.string(),
  dependencies: names,
  peerDependencies: names,
  peerDependenciesMeta: z.record(z.string(), z.object({ optional: z.boolean().optional() })).default({}),
});
export type PackageFile = z.output<typeof packageFile>;

export async function readPackageFile(folder: string): Promise<PackageFile> {
  const text = await readFile(join(folder, 'package.json'), 'utf8').catch((cause: unknown) => {
    throw new Error('Gói không có package.json / the package has no package.json', { cause });
  });
  return packageFile.parse(JSON.parse(text));
}

/** Dependencies that would have to be fetched: an installation fetches nothing, and runs no script. */
export function notBundled(folder: string, { dependencies, peerDependencies }: Pick<PackageFile, 'dependencies' | 'peerDependencies'>): string[] {
  return Object.keys(dependencies).filter((name) => !(name in peerDependencies) && !existsSync(join(folder, 'node_modules', name, 'package.json')));
}
