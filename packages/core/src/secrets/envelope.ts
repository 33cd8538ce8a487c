import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';

/** One key, or several while they are being replaced: the first seals, any of them opens. */
export type Keys = Uint8Array | readonly Uint8Array[];

const keyIdBytes = 4;
const nonceBytes = 12;
const tagBytes = 16;

/**
 * AES-256-GCM with the place of the value as additional data, so that a cipher text moved to another row,
 * column or province does not open. Layout: version 2 | 4 bytes key id | 12 bytes nonce | 16 bytes tag | cipher text;
 * version 1, of before keys could be replaced, has no key id.
 */
export function seal(keys: Keys, place: string, plain: Uint8Array): Buffer {
  const key = all(keys)[0]!;
  const nonce = randomBytes(nonceBytes);
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(place));
  const body = Buffer.concat([cipher.update(plain), cipher.final()]);
  return Buffer.concat([Buffer.of(2), keyId(key), nonce, cipher.getAuthTag(), body]);
}

/** @throws Error where none of the keys fits, or the value was sealed for another place or changed since */
export function open(keys: Keys, place: string, sealed: Uint8Array): Buffer {
  const box = Buffer.from(sealed);
  const [version] = box;
  if (version !== 1 && version !== 2) throw new Error(`Unknown version of the sealed value at ${place}`);
  const fitting = version === 1 ? all(keys) : all(keys).filter((key) => isSealedWith(key, box));
  const start = version === 1 ? 1 : 1 + keyIdBytes;
  for (const key of fitting) {
    const decipher = createDecipheriv('aes-256-gcm', key, box.subarray(start, start + nonceBytes)).setAAD(Buffer.from(place));
    decipher.setAuthTag(box.subarray(start + nonceBytes, start + nonceBytes + tagBytes));
    try {
      return Buffer.concat([decipher.update(box.subarray(start + nonceBytes + tagBytes)), decipher.final()]);
    } catch {
      // Another key, or a damaged value: said below, without a word of what was tried.
    }
  }
  throw new Error(`The sealed value at ${place} does not open with ${all(keys).map(nameOfKey).join(', ')}`);
}

/** Whether the value names this very key as its own. */
export function isSealedWith(key: Uint8Array, sealed: Uint8Array): boolean {
  return sealed[0] === 2 && keyId(key).equals(sealed.subarray(1, 1 + keyIdBytes));
}

/** The name by which people and records tell keys apart; says nothing about the key itself. */
export function nameOfKey(key: Uint8Array): string {
  return keyId(key).toString('hex');
}

const keyId = (key: Uint8Array): Buffer => keyFor(key, 'key-id').subarray(0, keyIdBytes);

const all = (keys: Keys): readonly Uint8Array[] => (keys instanceof Uint8Array ? [keys] : keys);

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
