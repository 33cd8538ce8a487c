import { createHash } from 'node:crypto';
import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** Changes with the content of the named files and folders, and not with their times; what is missing counts as empty. */
export async function fingerprintOf(folder: string, names: readonly string[]): Promise<string> {
  const hash = createHash('sha256');
  for (const name of names) {
    const path = join(folder, name);
    const found = await stat(path).catch(() => undefined);
    if (found === undefined) continue;
    const files = found.isDirectory() ? (await readdir(path, { recursive: true })).toSorted().map((file) => join(path, file)) : [path];
    for (const file of files) {
      // A folder, or a file that was there a moment ago.
      const bytes = await readFile(file).catch(() => undefined);
      if (bytes !== undefined) hash.update(`${file}\0${bytes.length}\0`).update(bytes);
    }
  }
  return hash.digest('hex');
}
