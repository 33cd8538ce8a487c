import { fitWithin } from './fit-within.ts';

export interface Shrunk {
  readonly file: Blob;
  /** Small, to look at; a canvas, because strict policies know no blob addresses. */
  readonly preview: HTMLCanvasElement;
}

const previewPx = 256;

/**
 * Draws a picture anew, at most `most` pixels long, as JPEG: a tenth of the bytes on a slow line, upright, and without the
 * place and the camera that were written into it.
 *
 * @returns nothing where the browser cannot read it, as Chrome cannot read an iPhone's HEIC
 */
export async function shrinkPicture(file: Blob, most = 1_600, quality = 0.82): Promise<Shrunk | undefined> {
  const bitmap = await createImageBitmap(file).catch(() => undefined);
  if (bitmap === undefined) return undefined;
  try {
    const { width, height } = fitWithin(bitmap.width, bitmap.height, most);
    const full = draw(bitmap, width, height);
    const small = fitWithin(width, height, previewPx);
    const preview = draw(full, small.width, small.height);
    const jpeg = await new Promise<Blob | null>((resolve) => full.toBlob(resolve, 'image/jpeg', quality));
    // Phones with little memory give a canvas back before it is garbage.
    full.width = full.height = 0;
    return jpeg === null ? undefined : { file: jpeg, preview };
  } finally {
    bitmap.close();
  }
}

function draw(source: CanvasImageSource, width: number, height: number): HTMLCanvasElement {
  const canvas = Object.assign(document.createElement('canvas'), { width, height });
  const context = canvas.getContext('2d')!;
  // What is transparent in a PNG would be black in a JPEG.
  context.fillStyle = '#fff';
  context.fillRect(0, 0, width, height);
  context.imageSmoothingQuality = 'high';
  context.drawImage(source, 0, 0, width, height);
  return canvas;
}
