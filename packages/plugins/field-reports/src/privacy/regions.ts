import { z } from 'zod';

/** A rectangle on a picture as it is shown, in thousandths of its width and height, so that it fits every size of it. */
export const region = z
  .strictObject({ left: z.int().min(0).max(999), top: z.int().min(0).max(999), width: z.int().min(1).max(1_000), height: z.int().min(1).max(1_000) })
  .meta({ id: 'PictureRegion', example: { left: 250, top: 400, width: 120, height: 90 } });
export type Region = z.output<typeof region>;

export const mostRegions = 20;

/** Pixels to cover: at least what was marked, never less for rounding, and nothing beyond the picture. */
export function pixelsOf({ left, top, width, height }: Region, picture: { readonly width: number; readonly height: number }): Region {
  const from = { x: Math.floor((left / 1_000) * picture.width), y: Math.floor((top / 1_000) * picture.height) };
  const to = { x: Math.min(picture.width, Math.ceil(((left + width) / 1_000) * picture.width)), y: Math.min(picture.height, Math.ceil(((top + height) / 1_000) * picture.height)) };
  return { left: from.x, top: from.y, width: Math.max(1, to.x - from.x), height: Math.max(1, to.y - from.y) };
}
