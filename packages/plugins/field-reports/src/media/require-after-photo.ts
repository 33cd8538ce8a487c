import type { Selectable } from 'kysely';
import { configurationOf } from '../configuration.ts';
import type { ReportContext, ReportTrx } from '../module.ts';
import type { ReportRow } from '../tables.ts';
import { afterPhotoFault } from './after-photo.ts';
import { afterPhotosOf } from './after-photos-of.ts';

/** @throws Problem 422 where the category requires an after-photo near the place and the answer has none, nor says why */
export async function requireAfterPhoto(
  ctx: ReportContext,
  trx: ReportTrx,
  report: Selectable<ReportRow>,
  answer: { readonly photos: readonly string[]; readonly photoNote?: string | undefined },
): Promise<void> {
  const { categories } = await configurationOf(ctx);
  if (!categories.get(report.category)?.afterPhotoRequired) return;
  const place = { lat: report.lat, lon: report.lon, commune: report.commune, exact: report.place_exact };
  const photos = await afterPhotosOf(ctx, trx, answer.photos);
  const fault = afterPhotoFault({ photos, note: answer.photoNote }, { place, submittedAt: report.submitted_at }, ctx.settings.afterPhotoMetres);
  if (fault !== undefined) throw fault;
}
