import { randomBytes } from 'node:crypto';
import { crc32 } from 'node:zlib';
import sharp from 'sharp';
import { expect, test } from 'vitest';
import { cleanPicture } from './picture.ts';

/** A photo as a phone takes it: lying on its side, red on the left, with the place where it was taken. */
async function phonePhoto(width = 64, height = 32): Promise<Buffer> {
  const red = await sharp({ create: { width: width / 2, height, channels: 3, background: '#f00' } }).png().toBuffer();
  return sharp({ create: { width, height, channels: 3, background: '#00f' } })
    .composite([{ input: red, left: 0, top: 0 }])
    .jpeg()
    .withExif({ IFD0: { Artist: 'Nguyen Van A' }, IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '16/1 27/1 4932/100' } })
    .withMetadata({ orientation: 6 })
    .toBuffer();
}

const halfOf = (bytes: Buffer) => bytes.subarray(0, bytes.length / 2);

test('what a photo tells of its maker and place is gone, from the picture and its thumbnail', async () => {
  const photo = await phonePhoto();
  expect([photo.includes('Nguyen Van A'), (await sharp(photo).metadata()).orientation]).toEqual([true, 6]);
  const { full, thumbnail } = await cleanPicture(photo);
  for (const kept of [full, thumbnail]) {
    const { format, exif, xmp, iptc, orientation } = await sharp(kept).metadata();
    expect({ format, exif, xmp, iptc, orientation }).toEqual({ format: 'webp' });
    expect(kept.includes('EXIF') || kept.includes('Nguyen Van A')).toBe(false);
  }
});

test('a photo that was taken sideways stands upright', async () => {
  const { full, width, height } = await cleanPicture(await phonePhoto());
  expect([width, height]).toEqual([32, 64]);
  const at = async (top: number) => [...(await sharp(full).extract({ left: 15, top, width: 1, height: 1 }).removeAlpha().raw().toBuffer())].map((value) => value > 128);
  // Turned to the right: what was on the left is at the top.
  expect([await at(8), await at(56)]).toEqual([[true, false, false], [false, false, true]]);
});

test('a large photo is kept at 1600 pixels, a small one as it is; the thumbnail is always 320 × 240', async () => {
  const large = await cleanPicture(await sharp({ create: { width: 3000, height: 1500, channels: 3, background: '#080' } }).jpeg().toBuffer());
  expect([large.width, large.height]).toEqual([1600, 800]);
  const small = await cleanPicture(await sharp({ create: { width: 40, height: 30, channels: 3, background: '#080' } }).png().toBuffer());
  expect([small.width, small.height]).toEqual([40, 30]);
  for (const { thumbnail } of [large, small]) expect(await sharp(thumbnail).metadata()).toMatchObject({ width: 320, height: 240 });
});

test.each(['jpeg', 'png', 'webp', 'gif', 'avif'] as const)('a picture of the kind %s is accepted', async (format) => {
  const picture = await sharp({ create: { width: 16, height: 16, channels: 3, background: '#080' } }).toFormat(format).toBuffer();
  expect((await cleanPicture(picture)).mediaType).toBe('image/webp');
});

test.each<[string, () => Promise<Uint8Array>]>([
  ['a page', async () => Buffer.from('<!doctype html><script>alert(1)</script>')],
  ['a drawing that can hold scripts', async () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><script>alert(1)</script></svg>')],
  ['a scan of another kind', () => sharp({ create: { width: 16, height: 16, channels: 3, background: '#080' } }).tiff().toBuffer()],
  ['a document', async () => Buffer.from('%PDF-1.7\n')],
  ['half a photo', async () => halfOf(await sharp(randomBytes(200 * 200 * 3), { raw: { width: 200, height: 200, channels: 3 } }).jpeg().toBuffer())],
  ['only the beginning of one', async () => Buffer.from([0xff, 0xd8, 0xff])],
  ['nothing at all', async () => new Uint8Array()],
])('%s is refused, whatever it is called', async (_what, bytes) => {
  await expect(cleanPicture(await bytes())).rejects.toMatchObject({ status: 415, code: 'not-a-picture' });
});

test('a few bytes that would unfold to a hundred million pixels are refused before they unfold', async () => {
  const bomb = await sharp({ create: { width: 1, height: 1, channels: 3, background: '#000' } }).png().toBuffer();
  // Width and height stand at byte 16 of a PNG, the checksum of their part at byte 29.
  for (const at of [16, 20]) bomb.writeUInt32BE(10_000, at);
  bomb.writeUInt32BE(crc32(bomb.subarray(12, 29)), 29);
  await expect(cleanPicture(bomb)).rejects.toMatchObject({ status: 413, code: 'picture-too-large' });
});
