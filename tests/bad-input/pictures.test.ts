import { crc32, deflateSync } from 'node:zlib';
import type { TestProvince, TestWorld } from '@tinhthong/core/testing';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { twoProvinces } from '../isolation/two-provinces.ts';
import { refused, storingNothing } from './refused.ts';

let world: TestWorld;
let hue: TestProvince;

beforeAll(async () => {
  world = await twoProvinces();
  hue = world.province('hue');
});
afterAll(() => world[Symbol.asyncDispose]());

const upload = (bytes: Uint8Array | string, type = 'image/jpeg') =>
  hue.request('/api/field-reports/photos', { method: 'POST', body: bytes as BodyInit, headers: { 'content-type': type } });

const jpeg = await sharp({ create: { width: 600, height: 400, channels: 3, background: '#789' } }).jpeg().toBuffer();
const script = '<script>alert(document.domain)</script>';

/** A PNG of one bit a pixel: small to send, and hundreds of megabytes once it is unpacked. */
function bomb(side: number): Buffer {
  const chunk = (type: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(type), data]);
    const ends = Buffer.alloc(8);
    ends.writeUInt32BE(data.length, 0);
    ends.writeUInt32BE(crc32(body), 4);
    return Buffer.concat([ends.subarray(0, 4), body, ends.subarray(4)]);
  };
  const header = Buffer.alloc(13);
  header.writeUInt32BE(side, 0);
  header.writeUInt32BE(side, 4);
  header.set([1, 0, 0, 0, 0], 8);
  const rows = Buffer.alloc((Math.ceil(side / 8) + 1) * side);
  return Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), chunk('IHDR', header), chunk('IDAT', deflateSync(rows)), chunk('IEND', Buffer.alloc(0))]);
}

test('what is no picture is refused, whatever it is called', async () => {
  const files: Record<string, Uint8Array | string> = {
    nothing: '',
    HTML: `<!doctype html><title>ảnh</title>${script}`,
    SVG: `<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9">${script}</svg>`,
    'SVG with a header': `<?xml version="1.0"?><!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]><svg xmlns="http://www.w3.org/2000/svg"><text>&x;</text></svg>`,
    'a cut-off JPEG': jpeg.subarray(0, jpeg.length / 2),
    'the first bytes of a JPEG': jpeg.subarray(0, 20),
    'a JPEG that begins with HTML': Buffer.concat([Buffer.from(script), jpeg]),
    PDF: '%PDF-1.7\n1 0 obj<<>>endobj\ntrailer<<>>',
    ZIP: Buffer.from('504b0304140000000800', 'hex'),
    'a PNG header alone': bomb(10).subarray(0, 33),
    TIFF: await sharp({ create: { width: 9, height: 9, channels: 3, background: '#789' } }).tiff().toBuffer(),
  };
  await storingNothing(world, async () => {
    for (const [what, bytes] of Object.entries(files)) {
      for (const type of ['image/jpeg', 'text/html']) expect([what, (await refused(what, await upload(bytes, type), 415)).code]).toEqual([what, 'not-a-picture']);
    }
  });
});

test('a picture of 20,000 × 20,000 in a few kilobytes is refused before it is unpacked', async () => {
  const bytes = bomb(20_000);
  expect(bytes.length).toBeLessThan(200_000);
  const started = performance.now();
  const memory = process.memoryUsage().rss;
  await storingNothing(world, async () => {
    expect((await refused('bomb', await upload(bytes, 'image/png'), 413)).code).toBe('picture-too-large');
  });
  expect(performance.now() - started).toBeLessThan(2_000);
  expect(process.memoryUsage().rss - memory).toBeLessThan(100 * 1024 ** 2);
});

test('a form whose picture is HTML comes back and sends no report', async () => {
  const form = new FormData();
  for (const [name, value] of Object.entries({ category: 'road-damage', description: 'Ổ gà lớn trước cổng trường.', commune: '19753' })) form.set(name, value);
  form.set('photos', new File([`<html>${script}</html>`], 'anh.jpg', { type: 'image/jpeg' }));
  await storingNothing(world, async () => {
    const response = await hue.request('/phan-anh/gui', { method: 'POST', body: form });
    expect(response.status).toBe(422);
    expect(await response.text()).not.toContain(script);
  });
});

test('a real picture is taken, and what was hidden in it is gone', async () => {
  const hidden = await sharp(jpeg)
    .withExif({ IFD0: { Artist: 'Nguyễn Văn An' }, IFD3: { GPSLatitude: '16/1 27/1 0/1', GPSLatitudeRef: 'N' } })
    .jpeg()
    .toBuffer();
  expect((await sharp(hidden).metadata()).exif?.length).toBeGreaterThan(0);
  const response = await upload(Buffer.concat([hidden, Buffer.from(script)]));
  expect(response.status).toBe(201);
  const { id } = (await response.json()) as { id: string };
  const link = await hue.inside('field-reports', async ({ files }) => files.link(id));
  const kept = Buffer.from(await (await hue.request(link)).arrayBuffer());
  const { format, width, height, exif, xmp } = await sharp(kept).metadata();
  expect({ format, width, height, exif, xmp }).toEqual({ format: 'webp', width: 600, height: 400, exif: undefined, xmp: undefined });
  expect(kept.includes('script')).toBe(false);
});
