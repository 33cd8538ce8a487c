import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { pipeline, Readable } from 'node:stream';
import { createGunzip, createGzip } from 'node:zlib';

const nonceBytes = 12;
const tagBytes = 16;
const algorithm = 'aes-256-gcm';

/** Compresses, then encrypts; the part's name is sealed in, so that parts cannot change places. Nonce | cipher text | tag. */
export async function* sealPart(key: Buffer, path: string, bytes: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  const nonce = randomBytes(nonceBytes);
  const cipher = createCipheriv(algorithm, key, nonce).setAAD(Buffer.from(path));
  yield nonce;
  for await (const chunk of through(bytes, createGzip({ level: 1 }))) yield cipher.update(chunk);
  yield cipher.final();
  yield cipher.getAuthTag();
}

/** What comes out is proven only when all of it has come out: until then it may be no more than kept aside. */
export async function* openPart(key: Buffer, path: string, bytes: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  yield* through(decrypted(key, path, bytes), createGunzip());
}

async function* decrypted(key: Buffer, path: string, bytes: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let held = Buffer.alloc(0);
  let decipher: ReturnType<typeof decipherOf> | undefined;
  for await (const chunk of bytes) {
    held = Buffer.concat([held, chunk]);
    if (decipher === undefined && held.length >= nonceBytes) {
      decipher = decipherOf(key, path, held.subarray(0, nonceBytes));
      held = held.subarray(nonceBytes);
    }
    // The last bytes may be the tag.
    if (decipher === undefined || held.length <= tagBytes) continue;
    yield decipher.update(held.subarray(0, -tagBytes));
    held = held.subarray(-tagBytes);
  }
  if (decipher === undefined || held.length !== tagBytes) throw new Error(`${path} is cut off`);
  decipher.setAuthTag(held);
  yield decipher.final();
}

function decipherOf(key: Buffer, path: string, nonce: Buffer) {
  return createDecipheriv(algorithm, key, nonce).setAAD(Buffer.from(path));
}

function through(bytes: AsyncIterable<Buffer>, change: NodeJS.ReadWriteStream): AsyncIterable<Buffer> {
  // A fault of either reaches who reads, through the stream that it destroys.
  return pipeline(Readable.from(bytes), change, () => {}) as unknown as AsyncIterable<Buffer>;
}
