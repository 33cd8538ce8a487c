import { mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** Where bytes live. Paths are made by the file store, never by a caller. */
export interface FileDriver {
  write(path: string, bytes: Uint8Array): Promise<void>;
  read(path: string): Promise<Buffer | undefined>;
  remove(path: string): Promise<void>;
}

/** Files on a disk: written beside, synced, then renamed, so that a crash leaves the whole file or none. */
export function diskDriver(root: string): FileDriver {
  return {
    async write(path, bytes) {
      const target = join(root, path);
      const draft = `${target}.part`;
      await mkdir(dirname(target), { recursive: true });
      const file = await open(draft, 'w', 0o640);
      try {
        await file.writeFile(bytes);
        await file.sync();
      } finally {
        await file.close();
      }
      await rename(draft, target);
    },
    read: (path) =>
      readFile(join(root, path)).catch((error: NodeJS.ErrnoException) => {
        if (error.code === 'ENOENT') return undefined;
        throw error;
      }),
    remove: (path) => rm(join(root, path), { force: true }),
  };
}
