import { z } from 'zod';

/** Lone surrogates and NUL cannot be stored by PostgreSQL; refused for every string of every input. */
export function isStorableText(text: string): boolean {
  return !text.includes('\0') && text.isWellFormed();
}

const graphemes = new Intl.Segmenter('vi', { granularity: 'grapheme' });

/** Length as a person counts it: `ế` written with two combining marks is one. */
export function graphemeLength(text: string): number {
  let length = 0;
  for (const _ of graphemes.segment(text)) length += 1;
  return length;
}

/** Trimmed, NFC, of `min` to `max` graphemes. */
export function textOf(min: number, max: number) {
  return z
    .string()
    .max(max * 8)
    .transform((text) => text.normalize('NFC').trim())
    // Counting graphemes is slow; a text of few UTF-16 units cannot have too many of them.
    .refine((text) => text.length >= min && (text.length <= max || graphemeLength(text) <= max), {
      error: `${min}–${max} ký tự / characters`,
    })
    .meta({ type: 'string', minLength: min, maxLength: max });
}

export const latitude = z.number().min(-90).max(90);
export const longitude = z.number().min(-180).max(180);

/** `west,south,east,north` in degrees. */
export const bbox = z
  .string()
  .max(120)
  .regex(/^-?\d+(\.\d+)?(,-?\d+(\.\d+)?){3}$/)
  .transform((text) => text.split(',').map(Number) as unknown as readonly [number, number, number, number])
  .refine(([west, south, east, north]) => west < east && south < north && west >= -180 && east <= 180 && south >= -90 && north <= 90, {
    error: 'west,south,east,north',
  })
  .meta({ type: 'string', example: '107.5,16.4,107.7,16.6' });
