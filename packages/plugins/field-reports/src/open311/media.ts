import { takePictures } from '../intake/take-pictures.ts';
import { uploadPhoto } from '../intake/upload-photo.ts';
import { address } from './discovery.ts';
import { originOf } from '../origin.ts';
import { mostPhotos } from '../shapes.ts';
import type { Given, Open311Request } from './parameters.ts';
import { unknown, wrong } from './refusals.ts';

/** Takes in the pictures that came as parts of the form: re-encoded and stripped like any other. All of them, or a refusal that says which. */
export async function takeMedia(c: Open311Request, files: readonly Uint8Array[]): Promise<string[]> {
  if (files.length > mostPhotos) throw wrong('media', { vi: `tối đa ${mostPhotos} ảnh`, en: `at most ${mostPhotos} pictures` });
  const { photos, refused } = await takePictures(files, async (upload) => (await c.get('call')(uploadPhoto, { upload })) as { id: string });
  if (refused.length === 0) return [...photos];
  const told = refused.map(({ number, why: { vi, en = vi } }) => ({ vi: `tệp ${number}: ${vi}`, en: `file ${number}: ${en}` }));
  throw wrong('media', { vi: told.map(({ vi }) => vi).join('; '), en: told.map(({ en }) => en).join('; ') });
}

/**
 * An address that lasts, unlike the signed ones, and is asked anew each time whether the report is still public. `1` is
 * the first picture; `a1` the first taken after the work, which it stays when its reporter adds more of their own.
 */
export function mediaUrl(c: Open311Request, code: string, which: '1' | `a${number}`): string {
  return `${originOf(c)}${address}/media/${code}-${which}.webp`;
}

/** `GET media/{code}-{number}.webp`: leads to a picture of a public report, those from before its answers first; with an `a`, of its answers alone. */
export async function readMedia(c: Open311Request, _given: Given, file: string): Promise<string> {
  const [, code = '', after = '', number = ''] = /^([A-Z]{2,5}-\d{2}-\d{7})-(a?)(\d{1,2})\.webp$/.exec(file) ?? [];
  const ctx = c.get('ctx');
  const report = await ctx.db.selectFrom('reports').select(['photos', 'after_photos']).where('code', '=', code).where('public', '=', true).executeTakeFirst();
  const id = [...(after === '' ? (report?.photos ?? []) : []), ...(report?.after_photos ?? [])][Number(number) - 1];
  if (id === undefined) throw unknown({ vi: 'ảnh này', en: 'This picture' });
  return ctx.files.link(id);
}
