import { createReadStream } from 'node:fs';
import { mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import type { ByteRange, FileDriver, StoredObject } from './file-driver.ts';

/** Files on a disk: written beside, synced, then renamed, so that a crash leaves the whole file or none. */
export function diskDriver(root: string): FileDriver {
  async function* list(folder: string, after = ''): AsyncGenerator<StoredObject> {
    const entries = (await orNothing(readdir(join(root, folder), { withFileTypes: true }))) ?? [];
    for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
      const path = `${folder}/${entry.name}`;
      if (entry.isDirectory()) {
        // A folder that ends before `after` begins has nothing to show.
        if (`${path}/` > after || after.startsWith(`${path}/`)) yield* list(path, after);
      } else if (path > after) {
        const found = await orNothing(stat(join(root, path)));
        if (found !== undefined) yield { path, size: found.size, changedAt: found.mtime };
      }
    }
  }

  return {
    async write(path, bytes) {
      const target = join(root, path);
      const draft = `${target}.part`;
      await mkdir(dirname(target), { recursive: true });
      try {
        const file = await open(draft, 'w', 0o640);
        try {
          await file.writeFile(bytes);
          await file.sync();
        } finally {
          await file.close();
        }
        await rename(draft, target);
      } catch (error) {
        // A full disk is not to be filled with halves.
        await rm(draft, { force: true });
        throw error;
      }
    },
    read: (path) => orNothing(readFile(join(root, path))),
    async open(path, range) {
      const place = join(root, path);
      // Opened when it is read: whatever is asked for, and then not read to its end, leaves no file open.
      return (await orNothing(stat(place))) && Readable.from(bytesOf(place, range), { objectMode: false });
    },
    remove: (path) => rm(join(root, path), { force: true }),
    list,
    removeAll: (folder) => rm(join(root, folder), { recursive: true, force: true }),
  };
}

async function* bytesOf(place: string, range: ByteRange | undefined): AsyncGenerator<Buffer> {
  yield* createReadStream(place, range);
}

async function orNothing<T>(asked: Promise<T>): Promise<T | undefined> {
  try {
    return await asked;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}
