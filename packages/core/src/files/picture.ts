import type sharp from 'sharp';
import { Problem } from '../plugin/problem.ts';

/** A citizen's picture as it is kept: oriented, without metadata, at most 1600 px, with a thumbnail. */
export interface Picture {
  readonly full: Buffer;
  readonly thumbnail: Buffer;
  readonly mediaType: 'image/webp';
  readonly width: number;
  readonly height: number;
}

const accepted = new Set(['jpeg', 'png', 'webp', 'heif', 'gif']);
// 50 megapixels: more than a phone's camera takes, less than a bomb needs.
const mostPixels = 50_000_000;

/** Loaded with the first picture: its library of 17 MB is for nodes that get any. */
async function loadSharp(): Promise<typeof sharp> {
  const { default: loaded } = await import('sharp');
  // Decoding runs beside the requests of every province: two cores must not all be taken by it.
  loaded.concurrency(1);
  loaded.cache(false);
  return loaded;
}

/**
 * Content decides: what does not decode as a picture is refused whatever it is called, and what is kept is drawn anew,
 * so nothing that was hidden in the upload survives.
 *
 * @throws Problem 415 `not-a-picture`, 413 `picture-too-large`
 */
export async function cleanPicture(bytes: Uint8Array): Promise<Picture> {
  const open = await loadSharp();
  try {
    const source = open(bytes, { limitInputPixels: mostPixels, failOn: 'error', pages: 1 });
    const { format } = await source.metadata();
    if (format === undefined || !accepted.has(format)) throw notAPicture();
    const full = await source
      .autoOrient()
      .resize({ width: 1600, height: 1600, fit: 'inside', withoutEnlargement: true })
      .webp({ quality: 78 })
      .toBuffer({ resolveWithObject: true });
    const thumbnail = await open(full.data).resize({ width: 320, height: 240, fit: 'cover' }).webp({ quality: 70 }).toBuffer();
    return { full: full.data, thumbnail, mediaType: 'image/webp', width: full.info.width, height: full.info.height };
  } catch (error) {
    if (error instanceof Problem) throw error;
    if (/pixel limit/i.test(String(error))) {
      throw new Problem(413, 'picture-too-large', {
        vi: 'Ảnh có quá nhiều điểm ảnh (tối đa 50 triệu).',
        en: 'The picture has too many pixels (50 million at most).',
      });
    }
    throw notAPicture(error);
  }
}

function notAPicture(cause?: unknown): Problem {
  return new Problem(
    415,
    'not-a-picture',
    { vi: 'Tệp gửi lên không phải là ảnh đọc được.', en: 'The file is not a picture that can be read.' },
    { detail: { vi: 'Chấp nhận JPEG, PNG, WebP, GIF, AVIF.', en: 'JPEG, PNG, WebP, GIF and AVIF are accepted.' }, cause },
  );
}
