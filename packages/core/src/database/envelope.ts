import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';

/**
 * AES-256-GCM with the place of the value as additional data, so that a cipher text moved to another row,
 * column or province does not open. Layout: version 1 | 12 bytes nonce | 16 bytes tag | cipher text.
 */
export function seal(key: Uint8Array, place: string, plain: Uint8Array): Buffer {
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(place));
  const body = Buffer.concat([cipher.update(plain), cipher.final()]);
  return Buffer.concat([Buffer.of(1), nonce, cipher.getAuthTag(), body]);
}

export function open(key: Uint8Array, place: string, sealed: Uint8Array): Buffer {
  const box = Buffer.from(sealed);
  if (box[0] !== 1) throw new Error(`Unknown version of the sealed value at ${place}`);
  const decipher = createDecipheriv('aes-256-gcm', key, box.subarray(1, 13)).setAAD(Buffer.from(place));
  decipher.setAuthTag(box.subarray(13, 29));
  return Buffer.concat([decipher.update(box.subarray(29)), decipher.final()]);
}

const derived = new WeakMap<Uint8Array, Map<string, Buffer>>();

/** A key of its own for each purpose, so that a signature for one can never serve another. */
export function keyFor(dataKey: Uint8Array, purpose: string): Buffer {
  let keys = derived.get(dataKey);
  if (keys === undefined) derived.set(dataKey, (keys = new Map()));
  let key = keys.get(purpose);
  if (key === undefined) keys.set(purpose, (key = Buffer.from(hkdfSync('sha256', dataKey, Buffer.alloc(0), purpose, 32))));
  return key;
}

export function mac(key: Uint8Array, text: string): Buffer {
  return createHmac('sha256', key).update(text).digest();
}
