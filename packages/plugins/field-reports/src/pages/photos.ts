import { type CallRoute, field, type Form, type Html, type Say } from '@tinhthong/core';
import { html } from 'hono/html';
import type { ReportContext } from '../module.ts';
import { faultsOfPictures, takePictures } from '../intake/take-pictures.ts';
import { uploadPhoto } from '../intake/upload-photo.ts';
import { mostPhotos } from '../shapes.ts';

export interface Photo {
  readonly id: string;
  readonly thumbnail: string;
  /** Names the picture in a form that comes back. Signed: nobody gets a link to a picture by knowing its id. */
  readonly token: string;
}

// A form comes back with all that was written, also where the store is full.
const told = [...faultsOfPictures, 507];
const purpose = 'photo-of-a-form';

/**
 * Takes in the pictures of a form: the ones chosen now, and those that arrived with an earlier try and were kept. A file
 * that is no picture is told apart from the good ones, which stay.
 */
export async function takePhotos(ctx: ReportContext, call: CallRoute, say: Say, form: Form, name = 'photos'): Promise<{ photos: Photo[]; error: string | undefined }> {
  const kept = form.texts('photo').map((token) => String(ctx.cursors.open(purpose, token)[0]));
  const chosen = form.files(name);
  const most = say(`Tối đa ${mostPhotos} ảnh.`, `At most ${mostPhotos} pictures.`);
  if (kept.length + chosen.length > mostPhotos) return { photos: photosOf(ctx, kept.slice(0, mostPhotos)), error: most };
  const { photos, refused } = await takePictures(chosen, async (upload) => (await call(uploadPhoto, { upload })) as { id: string }, told);
  const error = refused.map(({ number, why }) => `${say('Ảnh', 'Picture')} ${number}: ${say(why)}`).join(' ') || undefined;
  return { photos: photosOf(ctx, [...kept, ...photos]), error };
}

/** Chosen files do not survive a form that comes back; pictures that arrived do, each with a box to leave it out. */
export function photoField(say: Say, photos: readonly Photo[], error: string | undefined, { name = 'photos', label, hint }: { name?: string; label?: string; hint?: string } = {}): Html {
  return html`${field(
    { name, label: label ?? say(`Ảnh (không bắt buộc, tối đa ${mostPhotos})`, `Pictures (optional, at most ${mostPhotos})`), hint: hint ?? say('Vị trí và giờ chụp trong ảnh được gỡ bỏ.', 'Place and time hidden in the picture are removed.'), error },
    (attributes) => html`<input ${attributes} type="file" accept="image/*" multiple>`,
  )}
${photos.length === 0 ? '' : html`<fieldset><legend>${say('Ảnh đã nhận', 'Pictures received')}</legend><ul class="pictures">${photos.map(
    ({ token, thumbnail }, i) => html`<li><label class="choice"><input type="checkbox" name="photo" value="${token}" checked>${say(`Giữ ảnh ${i + 1}`, `Keep picture ${i + 1}`)}</label><img src="${thumbnail}" alt="" width="320" height="240"></li>`,
  )}</ul></fieldset>`}`;
}

function photosOf(ctx: ReportContext, ids: readonly string[]): Photo[] {
  return ids.map((id) => ({ id, thumbnail: ctx.files.link(id, { size: 'thumbnail' }), token: ctx.cursors.seal(purpose, [id]) }));
}
