import type { ReportContext, ReportTrx } from '../module.ts';
import type { AfterPhoto } from './after-photo.ts';

/** What the pictures of an answer said of themselves. */
export async function afterPhotosOf(ctx: ReportContext, trx: ReportTrx, photos: readonly string[]): Promise<AfterPhoto[]> {
  if (photos.length === 0) return [];
  const said = await trx.selectFrom('picture_evidence').select(['photo', 'taken_at', 'lat', 'lon']).where('photo', 'in', photos).execute();
  return Promise.all(
    photos.map(async (photo) => {
      const { taken_at: takenAt, lat, lon } = said.find((one) => one.photo === photo) ?? { taken_at: null, lat: null, lon: null };
      const commune = lat === null || lon === null ? null : await ctx.places.communeAt(lat, lon);
      return { takenAt, lat, lon, commune: commune?.code ?? null };
    }),
  );
}
