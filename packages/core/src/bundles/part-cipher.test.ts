import { randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { openPart, sealPart } from './part-cipher.ts';

const key = randomBytes(32);
const plain = Buffer.concat([Buffer.from('Nguyễn Thị Bông,0905123456\n'.repeat(20_000)), randomBytes(100_000)]);

/** In pieces of this size, as they come from a disk or a network. */
async function* pieces(bytes: Buffer, size: number) {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}
const whole = async (bytes: AsyncIterable<Buffer>) => {
  const chunks = [];
  for await (const chunk of bytes) chunks.push(chunk);
  return Buffer.concat(chunks);
};
const seal = (bytes: Buffer, path = 'data/a.csv') => whole(sealPart(key, path, pieces(bytes, 65_536)));
const open = (bytes: Buffer, { path = 'data/a.csv', size = 65_536, by = key } = {}) => whole(openPart(by, path, pieces(bytes, size)));

test('what was sealed opens again, however it comes in pieces, and says nothing while it is closed', async () => {
  const sealed = await seal(plain);
  for (const size of [1 << 20, 4_096, 17]) expect((await open(sealed, { size })).equals(plain)).toBe(true);
  expect(sealed.includes('Bông')).toBe(false);
  expect((await open(await seal(Buffer.alloc(0)))).length).toBe(0);
  expect((await seal(plain)).equals(sealed)).toBe(false);
});

test('it opens for no other key, no other part, and not if anything of it was changed or cut off', async () => {
  const sealed = await seal(plain);
  const flipped = (at: number) => Buffer.from(sealed).fill(sealed.at(at)! ^ 1, at < 0 ? sealed.length + at : at, at < 0 ? sealed.length + at + 1 : at + 1);
  await expect(open(sealed, { by: randomBytes(32) })).rejects.toThrow();
  await expect(open(sealed, { path: 'data/b.csv' })).rejects.toThrow();
  for (const at of [0, 11, 12, 50_000, -17, -16, -1]) await expect(open(flipped(at))).rejects.toThrow();
  for (const length of [0, 5, 12, 28, sealed.length - 16, sealed.length - 1]) await expect(open(sealed.subarray(0, length))).rejects.toThrow();
});
