import type { PersonalData, RetentionRule, Trx } from '@tinhthong/core';
import { sql } from 'kysely';
import { dropArrival } from '../media/arrivals.ts';
import type { FieldReports, ReportContext } from '../module.ts';
import { endedLongAgo, since } from './kept-how-long.ts';

type Context = Parameters<RetentionRule<FieldReports>['apply']>[0];
type ReportTrx = Trx<FieldReports>;

const evidence = { vi: 'Nơi chụp, giờ chụp của ảnh, để cán bộ đối chiếu với nơi xảy ra', en: 'Where and when a picture was taken, for staff to hold against the place of the problem' };
const video = { vi: 'Video hiện trường có thể có người, tiếng nói hoặc biển số', en: 'A video of the place may show people, voices or number plates' };
const hidden = { vi: 'Bản trước khi che, để bỏ che được', en: 'What it was before it was hidden, so that it can be undone' };

type Described = Exclude<PersonalData<FieldReports>, { readonly none: string }>;

export const mediaFields: Described['fields'] = {
  'picture_evidence.taken_at': { purpose: evidence },
  'picture_evidence.lat': { purpose: evidence, sensitive: true },
  'picture_evidence.lon': { purpose: evidence, sensitive: true },
  'videos.file': { purpose: video },
  'videos.poster': { purpose: video },
  'reports.video': { purpose: video },
  'reports.video_poster': { purpose: video },
  'redactions.text_before': { purpose: hidden },
  'redactions.original': { purpose: hidden },
};

export const mediaRetention: Readonly<Record<string, RetentionRule<FieldReports>>> = {
  originals: {
    title: { vi: `Bản gốc của phần đã che, ${since.vi}`, en: `Originals of what was hidden, ${since.en}` },
    keep: 'P24M',
    action: 'erase',
    async apply(ctx, trx, before, limit) {
      const ended = trx.selectFrom('reports').select('id').where(endedLongAgo('originals', before, ctx.now()));
      const old = await trx.selectFrom('redactions').select('id').where('report', 'in', ended).limit(limit).execute();
      await removeOriginals(ctx, trx, old.map(({ id }) => id));
      return old.length;
    },
  },
  evidence: {
    title: { vi: `Nơi chụp, giờ chụp của ảnh, ${since.vi}`, en: `Where and when pictures were taken, ${since.en}` },
    keep: 'P24M',
    action: 'erase',
    async apply(ctx, trx, before, limit) {
      const promised = sql`array(select unnest(given.photos) from field_reports.extensions as given where given.report = reports.id)`;
      const ended = trx.selectFrom('reports').select(sql<string>`unnest(photos || after_photos || ${promised})`.as('photo')).where(endedLongAgo('evidence', before, ctx.now()));
      const old = trx.selectFrom('picture_evidence').select('photo').where('photo', 'in', ended).limit(limit);
      return Number((await trx.deleteFrom('picture_evidence').where('photo', 'in', old).executeTakeFirstOrThrow()).numDeletedRows);
    },
  },
  videos: {
    title: { vi: `Video của người gửi, ${since.vi}`, en: `The reporter's video, ${since.en}` },
    keep: 'P12M',
    action: 'erase',
    async apply(ctx, trx, before, limit) {
      const ended = trx.selectFrom('reports').select('id').where(endedLongAgo('videos', before, ctx.now()));
      const old = await trx.selectFrom('videos').select('report').where('report', 'in', ended).where('state', 'not in', ['arriving', 'arrived']).limit(limit).execute();
      await removeVideos(ctx, trx, old.map(({ report }) => report));
      return old.length;
    },
  },
};

/** Everything that was kept of the pictures, hidden passages and videos of these reports, beside the pictures themselves. */
export async function removeMedia(ctx: Context, trx: ReportTrx, reports: readonly string[]): Promise<void> {
  if (reports.length === 0) return;
  const hidden = await trx.selectFrom('redactions').select('id').where('report', 'in', reports).execute();
  await removeOriginals(ctx, trx, hidden.map(({ id }) => id));
  await trx
    .deleteFrom('picture_evidence')
    .where('photo', 'in', trx.selectFrom('reports').select(sql<string>`unnest(photos)`.as('photo')).where('id', 'in', reports))
    .execute();
  await removeVideos(ctx, trx, reports);
}

/** Of what was hidden, only the hidden form is left: it can be undone no more. */
export async function removeOriginals(ctx: Context, trx: ReportTrx, redactions: readonly string[]): Promise<void> {
  if (redactions.length === 0) return;
  const gone = await trx.deleteFrom('redactions').where('id', 'in', redactions).returning('original').execute();
  await ctx.files.remove(trx as never, gone.flatMap(({ original }) => original ?? []));
}

async function removeVideos(ctx: Context, trx: ReportTrx, reports: readonly string[]): Promise<void> {
  if (reports.length === 0) return;
  const gone = await trx.deleteFrom('videos').where('report', 'in', reports).returning(['id', 'state', 'file', 'poster']).execute();
  await trx.updateTable('reports').set({ video: null, video_poster: null }).where('id', 'in', reports).execute();
  await ctx.files.remove(trx as never, gone.flatMap(({ file, poster }) => [file, poster].filter((id) => id !== null)));
  for (const { id, state } of gone) if (state === 'arriving' || state === 'arrived') await dropArrival(ctx as ReportContext, id);
}
