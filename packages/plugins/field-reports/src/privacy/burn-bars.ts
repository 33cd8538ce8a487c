import { pixelsOf, type Region } from './regions.ts';

const black = { r: 0, g: 0, b: 0, alpha: 1 };

/** The picture with every region painted over: what was there is gone from the bytes, and cannot be made out of them again. */
export async function burnBars(picture: Uint8Array, regions: readonly Region[]): Promise<Buffer> {
  const { default: sharp } = await import('sharp');
  const { width, height } = await sharp(picture).metadata();
  const bars = regions.map((region) => pixelsOf(region, { width, height }));
  return sharp(picture)
    .composite(bars.map((bar) => ({ input: { create: { width: bar.width, height: bar.height, channels: 4, background: black } }, left: bar.left, top: bar.top })))
    .png()
    .toBuffer();
}
