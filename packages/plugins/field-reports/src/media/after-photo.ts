import { invalid, metresBetween, type Problem } from '@tinhthong/core';
import type { Evidence, JudgedPlace } from './evidence.ts';

/** An after-photo with what it said of itself, and the commune where it was taken: null outside of the province. */
export type AfterPhoto = Evidence & { readonly commune: string | null };

/** Cameras write whole seconds, and their clocks are minutes off. */
const clockSlackMs = 5 * 60_000;

/**
 * Whether the picture shows that somebody went there: taken near the place, after the report. A report without an
 * exact place is near where its commune is.
 */
export function takenNear(photo: AfterPhoto, report: { readonly place: JudgedPlace; readonly submittedAt: Date }, metres: number): boolean {
  const { lat, lon, takenAt, commune } = photo;
  if (lat === null || lon === null) return false;
  if (takenAt !== null && takenAt.getTime() < report.submittedAt.getTime() - clockSlackMs) return false;
  return report.place.exact ? metresBetween(report.place, { lat, lon }) <= metres : commune === report.place.commune;
}

/**
 * What an answer lacks where its category requires an after-photo: a picture, or the officer's word why none of the
 * pictures was taken near the place. One picture near is enough.
 */
export function afterPhotoFault(
  answer: { readonly photos: readonly AfterPhoto[]; readonly note: string | undefined },
  report: { readonly place: JudgedPlace; readonly submittedAt: Date },
  metres: number,
): Problem | undefined {
  if (answer.photos.length === 0) {
    return invalid('body.photos', { vi: 'lĩnh vực này cần ít nhất một ảnh chụp sau khi xử lý', en: 'this category needs a picture taken after the work' });
  }
  if (answer.note !== undefined || answer.photos.some((photo) => takenNear(photo, report, metres))) return undefined;
  return invalid('body.photoNote', {
    vi: `không ảnh nào cho thấy được chụp trong vòng ${metres} m quanh nơi xảy ra, sau khi có phản ánh; hãy chụp lại tại chỗ với định vị bật, hoặc nêu lý do`,
    en: `no picture shows that it was taken within ${metres} m of the place after the report; take one there with location on, or state why not`,
  });
}
