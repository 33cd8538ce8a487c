import { generateKeyPairSync, sign } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { integrityOf, signerOf } from './verify.ts';

const tarball = Buffer.from('the bytes of a package');
const vendor = generateKeyPairSync('ed25519');
const stranger = generateKeyPairSync('ed25519');
let keys: string;

beforeAll(async () => {
  keys = await mkdtemp(join(tmpdir(), 'tinhthong-keys-'));
  await writeFile(join(keys, 'cong-ty-xanh.pem'), vendor.publicKey.export({ type: 'spki', format: 'pem' }));
});
afterAll(() => rm(keys, { recursive: true, force: true }));

test('a signature of a trusted vendor is known by the name of the key, as bytes and as base64', async () => {
  const signature = sign(null, tarball, vendor.privateKey);
  expect(await signerOf(tarball, signature, keys)).toBe('cong-ty-xanh');
  expect(await signerOf(tarball, Buffer.from(`${signature.toString('base64')}\n`), keys)).toBe('cong-ty-xanh');
});

test('a deployment that trusts keys takes nothing unsigned, changed, or signed by somebody else', async () => {
  const signature = sign(null, tarball, vendor.privateKey);
  await expect(signerOf(tarball, undefined, keys)).rejects.toThrow(/not signed/);
  await expect(signerOf(Buffer.from('other bytes'), signature, keys)).rejects.toThrow(/of no key/);
  await expect(signerOf(tarball, sign(null, tarball, stranger.privateKey), keys)).rejects.toThrow(/of no key/);
  await expect(signerOf(tarball, Buffer.from('no signature'), keys)).rejects.toThrow(/of no key/);
});

test('without trusted keys no signature is asked for, and none is claimed', async () => {
  expect(await signerOf(tarball, undefined, undefined)).toBeNull();
});

test('the integrity is written as npm writes it', () => {
  expect(integrityOf(Buffer.from(''))).toBe('sha512-z4PhNX7vuL3xVChQ1m2AB9Yg5AULVxXcg/SpIdNs6c5H0NE8XYXysP+DGNKHfuwvY7kxvUdBeoGlODJ6+SfaPg==');
});
