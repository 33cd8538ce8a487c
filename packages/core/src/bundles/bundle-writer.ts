import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, open, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { finished, pipeline } from 'node:stream/promises';
import tar from 'tar-stream';
import { keyFor } from '../secrets/envelope.ts';
import { type Manifest, manifestPart, sealPart as sealFile, sumsPart } from './bundle-format.ts';
import { sealOf } from './bundle-keys.ts';
import { sealPart } from './part-cipher.ts';

export interface BundleWriter {
  /** Adds a part and answers what went into it, before it was sealed. */
  add(path: string, bytes: AsyncIterable<Buffer>): Promise<{ readonly sha256: string; readonly bytes: number }>;
  /** Writes the manifest and puts the bundle into its place: until then there is none. */
  finish(manifest: Omit<Manifest, 'sums'>): Promise<{ readonly manifest: Manifest; readonly sha256: string }>;
  /** Removes what was written. */
  abandon(): Promise<void>;
}

/** Where parts go, in the order in which they come. */
interface Shelf {
  put(path: string, bytes: AsyncIterable<Buffer>): Promise<void>;
  close(): Promise<void>;
}

/**
 * Writes a bundle to a folder, or to one file where the name ends in `.tar`. It is made beside its place and moved
 * there when it is whole: one that was broken off is made again from the start.
 *
 * @throws Error where something is in that place already
 */
export async function bundleWriter(target: string, seal: { readonly dataKey: Buffer; readonly id: string; readonly sealed: boolean }): Promise<BundleWriter> {
  if (await stat(target).catch(() => undefined)) throw new Error(`Đã có sẵn / there is already something at ${target}`);
  const draft = `${target}.part`;
  await rm(draft, { recursive: true, force: true });
  await mkdir(dirname(target), { recursive: true });
  const shelf = target.endsWith('.tar') ? await tarShelf(draft) : await folderShelf(draft);
  const partKey = keyFor(seal.dataKey, `bundle|${seal.id}`);
  const sums = await open(`${draft}.sums`, 'w', 0o600);
  const allSums = createHash('sha256');

  return {
    async add(path, bytes) {
      const content = createHash('sha256');
      const stored = createHash('sha256');
      let size = 0;
      const counted = tapped(bytes, (chunk) => {
        content.update(chunk);
        size += chunk.length;
      });
      const name = seal.sealed ? `${path}.sealed` : path;
      await shelf.put(name, tapped(seal.sealed ? sealPart(partKey, name, counted) : counted, (chunk) => void stored.update(chunk)));
      const line = `${stored.digest('hex')}  ${name}\n`;
      allSums.update(line);
      await sums.write(line);
      return { sha256: content.digest('hex'), bytes: size };
    },
    async finish(partial) {
      await sums.close();
      const manifest: Manifest = { ...partial, sums: allSums.digest('hex') };
      const text = Buffer.from(`${JSON.stringify(manifest, null, 2)}\n`);
      await shelf.put(sumsPart, createReadStream(`${draft}.sums`));
      await shelf.put(manifestPart, one(text));
      await shelf.put(sealFile, one(Buffer.from(sealOf(text, seal.dataKey))));
      await shelf.close();
      await rm(`${draft}.sums`);
      await rename(draft, target);
      return { manifest, sha256: createHash('sha256').update(text).digest('hex') };
    },
    async abandon() {
      await sums.close().catch(() => {});
      await shelf.close().catch(() => {});
      for (const left of [draft, `${draft}.sums`, `${draft}.spool`]) await rm(left, { recursive: true, force: true });
    },
  };
}

async function folderShelf(folder: string): Promise<Shelf> {
  await mkdir(folder, { mode: 0o700 });
  const made = new Set<string>();
  return {
    async put(path, bytes) {
      const file = join(folder, path);
      if (!made.has(dirname(path))) await mkdir(dirname(file), { recursive: true, mode: 0o700 });
      made.add(dirname(path));
      await pipeline(bytes, createWriteStream(file, { flags: 'wx', mode: 0o600, flush: true }));
    },
    close: async () => {},
  };
}

/** A tar says the length of a part before its bytes, so each is laid down first. */
async function tarShelf(file: string): Promise<Shelf> {
  const pack = tar.pack();
  const written = pipeline(pack, createWriteStream(file, { mode: 0o600, flush: true }));
  // Whoever writes next learns of it; without this, nobody might be listening yet.
  written.catch((error: Error) => pack.destroy(error));
  const spool = `${file}.spool`;
  return {
    async put(path, bytes) {
      await writeFile(spool, bytes, { mode: 0o600 });
      const { size } = await stat(spool);
      const entry = pack.entry({ name: path, size, mode: 0o600, mtime: new Date(0) });
      await Promise.all([pipeline(createReadStream(spool), entry), finished(entry)]);
      await rm(spool);
    },
    async close() {
      if (!pack.destroyed) pack.finalize();
      await written;
    },
  };
}

async function* tapped(bytes: AsyncIterable<Buffer>, tap: (chunk: Buffer) => void): AsyncGenerator<Buffer> {
  for await (const chunk of bytes) {
    tap(chunk);
    yield chunk;
  }
}

export async function* one(bytes: Buffer): AsyncGenerator<Buffer> {
  yield bytes;
}
