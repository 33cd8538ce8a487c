import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';
import type { z } from 'zod';
import { keyFor, mac, open, seal } from '../secrets/envelope.ts';
import { Problem } from '../plugin/problem.ts';
import type { keyBox } from './bundle-format.ts';

export type KeyBox = z.infer<typeof keyBox>;

const derive = promisify<string, Buffer, number, { N: number; r: number; p: number; maxmem: number }, Buffer>(scrypt);
// A fifth of a second and 128 MB a guess.
const cost = 2 ** 17;
const place = 'bundle|data_keys';
const keyBytes = 32;

/** Puts the data keys, the newest first, into the bundle for whoever knows the passphrase. */
export async function wrapKeys(dataKeys: readonly Uint8Array[], passphrase: string): Promise<KeyBox> {
  const salt = randomBytes(16);
  const wrapped = seal(await keyOf(passphrase, salt, cost), place, Buffer.concat(dataKeys));
  return { by: 'passphrase', salt: salt.toString('base64'), cost, wrapped: wrapped.toString('base64') };
}

/** @throws Problem 422 where the passphrase is not the bundle's */
export async function unwrapKeys(box: KeyBox & { by: 'passphrase' }, passphrase: string): Promise<Buffer[]> {
  const key = await keyOf(passphrase, Buffer.from(box.salt, 'base64'), box.cost);
  try {
    const keys = open(key, place, Buffer.from(box.wrapped, 'base64'));
    return Array.from({ length: keys.length / keyBytes }, (_, i) => keys.subarray(i * keyBytes, (i + 1) * keyBytes));
  } catch (cause) {
    throw new Problem(422, 'wrong-passphrase', {
      vi: 'Mật khẩu của gói không đúng, hoặc gói đã bị sửa.',
      en: 'The passphrase is not that of the bundle, or the bundle was changed.' }, { cause,
    });
  }
}

export function sealOf(manifest: Buffer, dataKey: Buffer): string {
  return `${mac(keyFor(dataKey, 'bundle-manifest'), manifest.toString()).toString('hex')}\n`;
}

export function isSealOf(seal: Buffer, manifest: Buffer, dataKey: Buffer): boolean {
  const expected = Buffer.from(sealOf(manifest, dataKey));
  return seal.length === expected.length && timingSafeEqual(seal, expected);
}

function keyOf(passphrase: string, salt: Buffer, N: number): Promise<Buffer> {
  return derive(passphrase.normalize('NFC'), salt, 32, { N, r: 8, p: 1, maxmem: 256 * N * 8 });
}
