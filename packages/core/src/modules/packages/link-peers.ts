import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { lstat, mkdir, readlink, rename, symlink } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { satisfies } from 'semver';
import { coreVersion } from '../plugin-list.ts';
import { type PackageFile, readPackageFile } from './package-file.ts';

const core = '@tinhthong/core';
const coreFolder = fileURLToPath(new URL('../../../', import.meta.url)).replace(/[\\/]$/, '');

/**
 * Gives an unpacked plugin the peers it names (the core, zod, kysely …): the very ones that this core uses, so that
 * both mean the same by a `Problem` or a schema. Made again at every start: the core may have moved.
 */
export async function linkPeers(folder: string, { peerDependencies, peerDependenciesMeta }: PackageFile): Promise<void> {
  for (const [name, range] of Object.entries({ ...peerDependencies, [core]: peerDependencies[core] ?? '*' })) {
    const source = folderOf(name);
    if (source === undefined && peerDependenciesMeta[name]?.optional) continue;
    if (source === undefined) throw new Error(`Cần gói mà nền tảng không có; hãy đóng gói kèm / it needs a package that the core does not bring, to be bundled: ${name}`);
    const version = name === core ? coreVersion : (await readPackageFile(source)).version;
    if (!satisfies(version, range)) throw new Error(`Cần / needs ${name} ${range}; hiện có / this is ${version}`);
    const link = join(folder, 'node_modules', name);
    const there = await lstat(link).catch(() => undefined);
    if (there !== undefined && !there.isSymbolicLink()) throw new Error(`Gói mang theo bản riêng của / the package brings a copy of its own of ${name}`);
    if (there !== undefined && (await readlink(link)) === source) continue;
    await mkdir(dirname(link), { recursive: true });
    // Another process may be at it.
    const fresh = `${link}.${randomUUID()}`;
    await symlink(source, fresh, 'junction');
    await rename(fresh, link);
  }
}

/** Where the core itself finds a package. */
function folderOf(name: string): string | undefined {
  if (name === core) return coreFolder;
  for (let folder = coreFolder; ; folder = dirname(folder)) {
    const found = join(folder, 'node_modules', name);
    if (existsSync(join(found, 'package.json'))) return found;
    if (folder === dirname(folder)) return undefined;
  }
}
