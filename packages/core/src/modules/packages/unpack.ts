import { randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { extract } from 'tar-stream';

const mostUnpacked = { bytes: 300 * 1024 ** 2, entries: 20_000 };

/**
 * Unpacks an npm tarball so that `folder` is there whole or not at all. It comes from somebody else: files and folders
 * only, none outside `package/`, none that runs, and no more than fits.
 */
export async function unpack(tarball: Buffer, folder: string, most = mostUnpacked): Promise<void> {
  const target = resolve(folder);
  const half = `${target}.${randomUUID()}`;
  try {
    const entries = extract();
    await Promise.all([pipeline([tarball], createGunzip(), entries), writeEntries(entries, half, most)]).catch(explained);
    await mkdir(dirname(target), { recursive: true });
    await rename(half, target);
  } finally {
    await rm(half, { recursive: true, force: true });
  }
}

async function writeEntries(entries: ReturnType<typeof extract>, folder: string, most: typeof mostUnpacked): Promise<void> {
  let bytes = 0;
  let count = 0;
  for await (const entry of entries) {
    const { name, type, size = 0 } = entry.header;
    const file = insideOf(folder, name);
    if (file === undefined || (type !== 'file' && type !== 'directory')) throw new Error(`Gói có mục không an toàn / the package holds an unsafe entry: ${name}`);
    bytes += size;
    count += 1;
    if (bytes > most.bytes || count > most.entries) throw new Error('Gói quá lớn / the package is too large');
    if (type === 'directory') {
      entry.resume();
      continue;
    }
    await mkdir(dirname(file), { recursive: true });
    await pipeline(entry, createWriteStream(file, { mode: 0o644 }));
  }
}

function explained(error: NodeJS.ErrnoException): never {
  if (error.code?.startsWith('Z_') !== true) throw error;
  throw new Error('Tệp hỏng, hoặc không phải gói .tgz / the file is broken, or no .tgz', { cause: error });
}

/** npm puts everything into one folder, whatever its name. */
function insideOf(folder: string, name: string): string | undefined {
  const [top, ...parts] = name.split('/');
  if (top === '' || parts.length === 0 || [top, ...parts].includes('..') || /[\\\0]/.test(name)) return undefined;
  return join(folder, ...parts);
}
