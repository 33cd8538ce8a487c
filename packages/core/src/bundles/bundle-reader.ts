import { createHash, type Hash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open, readdir, stat } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { createInterface } from 'node:readline';
import tar from 'tar-stream';
import { keyFor } from '../secrets/envelope.ts';
import { Problem } from '../plugin/problem.ts';
import { type Manifest, manifestPart, manifestSchema, partPath, sealPart as sealFile, sumsPart } from './bundle-format.ts';
import { isSealOf } from './bundle-keys.ts';
import { openPart } from './part-cipher.ts';

/** A bundle of which every byte has been proven to be what its maker wrote. */
export interface Bundle {
  readonly manifest: Manifest;
  /** Of the manifest, which stands for all of it. */
  readonly sha256: string;
  /** Of the province, the newest first. */
  readonly dataKeys: readonly Buffer[];
  /**
   * Its parts in the order they were written, opened. Each is proven again while it is read: the last step of the
   * iteration throws where anything has changed since.
   */
  parts(): AsyncGenerator<BundlePart>;
}

export interface BundlePart {
  readonly path: string;
  readonly bytes: AsyncIterable<Buffer>;
}

const mostManifestBytes = 16 * 1024 ** 2;

/**
 * Opens a folder or a `.tar` and reads all of it once: nothing may be made from a bundle before that.
 *
 * @throws Problem 422 `bundle-damaged` where a part was changed, is missing or was added
 */
export async function openBundle(path: string, keysOf: (manifest: Manifest) => Promise<readonly Buffer[]>): Promise<Bundle> {
  const source = await sourceOf(path);
  const first = new Proof();
  for await (const { bytes } of first.parts(source)) for await (const _ of bytes);
  const manifest = parseManifest(first.manifest);
  first.conclude(manifest.sums);
  const dataKeys = await keysOf(manifest);
  // The first that the province had, which it never loses.
  const dataKey = dataKeys.at(-1)!;
  if (!isSealOf(first.seal, first.manifest, dataKey)) throw damaged(manifestPart);
  const partKey = keyFor(dataKey, `bundle|${manifest.id}`);

  return {
    manifest,
    dataKeys,
    sha256: createHash('sha256').update(first.manifest).digest('hex'),
    async *parts() {
      const proof = new Proof();
      for await (const { path, bytes } of proof.parts(source)) {
        yield manifest.sealed ? { path: path.replace(/\.sealed$/, ''), bytes: openPart(partKey, path, bytes) } : { path, bytes };
      }
      proof.conclude(manifest.sums);
    },
  };
}

/** Goes through a bundle once and notes down what it is made of. */
class Proof {
  manifest = Buffer.alloc(0);
  seal = Buffer.alloc(0);
  readonly #lines = createHash('sha256');
  #sums: Hash | undefined;

  async *parts(source: Source): AsyncGenerator<BundlePart> {
    for await (const { path, bytes } of source()) {
      if (path === manifestPart) this.manifest = await whole(bytes, mostManifestBytes);
      else if (path === sealFile) this.seal = await whole(bytes, 1_024);
      else if (path === sumsPart) {
        this.#sums = createHash('sha256');
        for await (const chunk of bytes) this.#sums.update(chunk);
      } else {
        if (!partPath.test(path) || this.#sums !== undefined) throw damaged(path);
        const hash = createHash('sha256');
        yield { path, bytes: hashing(bytes, hash) };
        this.#lines.update(`${hash.digest('hex')}  ${path}\n`);
      }
    }
  }

  /** The parts that were there are those that were written, in that order: their list is made again, and is the same. */
  conclude(expected: string): void {
    if (this.#lines.digest('hex') !== expected || this.#sums?.digest('hex') !== expected) throw damaged(sumsPart);
  }
}

type Source = () => AsyncGenerator<BundlePart>;

async function sourceOf(path: string): Promise<Source> {
  const found = await stat(path).catch(() => undefined);
  if (found === undefined) throw new Problem(404, 'no-bundle', { vi: `Không có gói nào ở ${path}.`, en: `There is no bundle at ${path}.` });
  return found.isDirectory() ? () => inFolder(path) : () => inTar(path);
}

async function* inFolder(folder: string): AsyncGenerator<BundlePart> {
  let listed = 0;
  const sums = await open(join(folder, sumsPart)).catch(() => {
    throw damaged(sumsPart);
  });
  const source = sums.createReadStream();
  try {
    for await (const line of createInterface({ input: source, crlfDelay: Infinity })) {
      const path = line.slice(66);
      if (!partPath.test(path)) throw damaged(sumsPart);
      listed += 1;
      yield { path, bytes: readable(path, () => createReadStream(join(folder, path))) };
    }
  } finally {
    // Whoever stops in the middle leaves no file open: one that is found so later ends the process.
    source.destroy();
  }
  for (const path of [sumsPart, manifestPart, sealFile]) yield { path, bytes: readable(path, () => createReadStream(join(folder, path))) };
  const there = await countFiles(folder);
  if (there !== listed + 3) throw damaged(`${there - listed - 3} ×?`);
}

/** A part that is missing, or ends too early. */
async function* readable(path: string, open: () => AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  try {
    yield* open();
  } catch (cause) {
    throw damaged(path, cause);
  }
}

/** Folder by folder: of a million files, the names of one folder are held at a time. */
async function countFiles(folder: string): Promise<number> {
  let count = 0;
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    if (entry.isDirectory()) count += await countFiles(join(folder, entry.name));
    else if (entry.isFile()) count += 1;
    else throw damaged(relative(folder, join(folder, entry.name)));
  }
  return count;
}

async function* inTar(file: string): AsyncGenerator<BundlePart> {
  const extract = tar.extract();
  const source = createReadStream(file);
  source.on('error', (error) => extract.destroy(error));
  source.pipe(extract);
  try {
    for await (const entry of extract) {
      if (entry.header.type !== 'file') throw damaged(entry.header.name);
      yield { path: entry.header.name, bytes: readable(entry.header.name, () => entry as unknown as AsyncIterable<Buffer>) };
    }
  } catch (cause) {
    throw cause instanceof Problem ? cause : damaged(file, cause);
  } finally {
    source.destroy();
  }
}

function parseManifest(text: Buffer): Manifest {
  try {
    return manifestSchema.parse(JSON.parse(text.toString()));
  } catch (cause) {
    throw damaged(manifestPart, cause);
  }
}

async function whole(bytes: AsyncIterable<Buffer>, most: number): Promise<Buffer<ArrayBuffer>> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of bytes) {
    size += chunk.length;
    if (size > most) throw damaged(manifestPart);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

async function* hashing(bytes: AsyncIterable<Buffer>, hash: Hash): AsyncGenerator<Buffer> {
  for await (const chunk of bytes) {
    hash.update(chunk);
    yield chunk;
  }
}

export function damaged(path: string, cause?: unknown): Problem {
  return new Problem(
    422,
    'bundle-damaged',
    { vi: `Gói không còn nguyên như lúc tạo (${path}); không có gì được dựng lại.`, en: `The bundle is not as it was made (${path}); nothing was restored.` },
    { detail: { vi: 'Kiểm tra từng phần: sha256sum -c SHA256SUMS.', en: 'To check each part: sha256sum -c SHA256SUMS.' }, cause },
  );
}
