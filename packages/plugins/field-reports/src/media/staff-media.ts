import type { Selectable } from 'kysely';
import { z } from 'zod';
import type { ReportContext } from '../module.ts';
import { time } from '../shapes.ts';
import type { ReportRow } from '../tables.ts';
import { evidenceFlags, judgeEvidence } from './evidence.ts';
import { picturesOf } from './pictures-of.ts';

/** What staff see of a report's pictures and video beyond what everybody sees. */
export const staffMedia = {
  evidence: z
    .array(
      z.object({
        picture: z.uuid(),
        after: z.boolean(),
        extension: z.boolean().meta({ description: 'Kèm lời hứa gia hạn / came with an extension' }),
        url: z.string(),
        takenAt: time.nullable(),
        lat: z.number().nullable(),
        lon: z.number().nullable(),
        metres: z.int().nullable().meta({ description: 'Cách nơi xảy ra / from the place of the problem' }),
        flags: z.array(z.enum(evidenceFlags)),
      }),
    )
    .meta({ description: 'Từng ảnh với nơi chụp, giờ chụp ghi trong ảnh lúc nhận; chỉ cán bộ thấy / each picture, with what it said of itself' }),
  afterPhotoNote: z.string().nullable().meta({ description: 'Vì sao ảnh sau xử lý không chụp gần đó / why no after-photo was taken near' }),
  video: z
    .object({ state: z.enum(['arriving', 'arrived', 'ready', 'staff-only', 'withheld', 'refused']), bytes: z.int(), url: z.string().nullable(), poster: z.string().nullable() })
    .nullable()
    .meta({ description: 'staff-only: máy chủ không có ffmpeg nên chưa gỡ được dữ liệu ẩn, chỉ cán bộ xem / not cleaned here, for staff alone' }),
  redactions: z.array(z.object({ id: z.uuid(), what: z.enum(['text', 'address', 'timeline', 'picture']), picture: z.uuid().nullable(), at: time })),
};

const staffMediaShape = z.object(staffMedia);
export type StaffMedia = z.output<typeof staffMediaShape>;

export async function mediaForStaff(ctx: ReportContext, report: Selectable<ReportRow>) {
  const pictures = await picturesOf(ctx.db, report);
  const ids = pictures.map(({ id }) => id);
  const [said, video, redactions] = await Promise.all([
    ids.length === 0 ? [] : ctx.db.selectFrom('picture_evidence').select(['photo', 'taken_at', 'lat', 'lon']).where('photo', 'in', ids).execute(),
    ctx.db.selectFrom('videos').selectAll().where('report', '=', report.id).executeTakeFirst(),
    ctx.db.selectFrom('redactions').select(['id', 'what', 'shown as picture', 'made_at as at']).where('report', '=', report.id).orderBy('made_at').execute(),
  ]);
  const place = { lat: report.lat, lon: report.lon, commune: report.commune, exact: report.place_exact };
  const rule = { farMetres: ctx.settings.photoFarMetres, oldDays: ctx.settings.photoOldDays };
  const evidence = pictures.map(async ({ id: picture, part, sentAt: submittedAt }) => {
    const { taken_at: takenAt, lat, lon } = said.find(({ photo }) => photo === picture) ?? { taken_at: null, lat: null, lon: null };
    const commune = lat === null || lon === null ? null : await ctx.places.communeAt(lat, lon);
    const judged = judgeEvidence({ takenAt, lat, lon }, commune?.code ?? null, { place, submittedAt }, rule);
    return { picture, after: part === 'answer', extension: part === 'extension', url: ctx.files.link(picture), takenAt, lat, lon, ...judged };
  });
  return {
    evidence: await Promise.all(evidence),
    afterPhotoNote: report.after_photo_note,
    video:
      video === undefined
        ? null
        : { state: video.state, bytes: video.bytes, url: video.file && ctx.files.link(video.file, { size: 'video' }), poster: video.poster && ctx.files.link(video.poster) },
    redactions,
  };
}
