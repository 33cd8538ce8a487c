import type { PersonalData, RetentionRule, Trx } from '@tinhthong/core';
import { sql } from 'kysely';
import { afterAnswerFields, afterAnswerRetention, eraseAfterAnswer, exportAfterAnswer } from '../after-answer/kept-data.ts';
import { eraseIntake, exportIntake, intakeFields, intakeRetention } from '../intake/kept-data.ts';
import type { FieldReports } from '../module.ts';
import { foreignFields, foreignRetention } from '../open311/kept-data.ts';
import { endedLongAgo, since } from './kept-how-long.ts';
import { mediaFields, mediaRetention, removeMedia, removeOriginals } from './kept-media.ts';

const answering = { vi: 'Để trả lời người gửi phản ánh', en: 'To answer the person who reported' };
const whereItIs = { vi: 'Nơi xảy ra sự việc', en: 'The place of the problem' };

export const personalData: PersonalData<FieldReports> = {
  fields: {
    'contacts.name': { purpose: answering },
    'contacts.phone': { purpose: answering },
    'contacts.email': { purpose: answering },
    'reports.reporter': { purpose: { vi: 'Để người gửi thấy phản ánh của mình', en: 'To show reporters their own reports' } },
    'reports.description': { purpose: { vi: 'Nguyên văn có thể chứa dữ liệu cá nhân', en: 'The original text may hold personal data' } },
    'reports.photos': { purpose: { vi: 'Ảnh hiện trường có thể có người hoặc biển số', en: 'Pictures of the place may show people or number plates' } },
    'reports.address': { purpose: whereItIs },
    'reports.lat': { purpose: whereItIs, sensitive: true },
    'reports.lon': { purpose: whereItIs, sensitive: true },
    ...mediaFields,
    ...foreignFields,
    ...afterAnswerFields,
    ...intakeFields,
  },
  notPersonal: {
    'hot_spots.lat': 'The middle of several reports of the same trouble',
    'hot_spots.lon': 'The middle of several reports of the same trouble',
    'figures.face': 'By what the sums are cut: category, agency or commune',
    'intake_items.fingerprint': 'A hash of the text, by which a repeat of it is known',
    'sent_texts.fingerprint': 'A hash that leads to nobody, kept for minutes',
    'subscriptions.voice': 'The voice, named by its number, that a subscription came with and goes with',
  },
  retention: {
    vi: 'Thông tin liên hệ, nguyên văn, ảnh của người gửi và nơi chụp: 24 tháng sau khi phản ánh kết thúc; video: 12 tháng; lĩnh vực có thể quy định khác',
    en: "Contact details, the original text, the reporter's pictures and where they were taken: 24 months after the report came to its end; videos: 12 months; a category may say otherwise",
  },
  retentionRules: {
    ...foreignRetention,
    ...mediaRetention,
    ...afterAnswerRetention,
    ...intakeRetention,
    contacts: {
      title: { vi: `Thông tin liên hệ, ${since.vi}`, en: `Contact details, ${since.en}` },
      keep: 'P24M',
      action: 'erase',
      async apply(ctx, trx, before, limit) {
        const old = trx.selectFrom('contacts').innerJoin('reports', 'reports.id', 'contacts.report').select('contacts.report').where(endedLongAgo('contacts', before, ctx.now())).limit(limit);
        return Number((await trx.deleteFrom('contacts').where('report', 'in', old).executeTakeFirstOrThrow()).numDeletedRows);
      },
    },
    texts: {
      title: { vi: `Nguyên văn và người gửi, ${since.vi}: chỉ còn bản đã che`, en: `Original text and reporter, ${since.en}: the masked text stays` },
      keep: 'P24M',
      action: 'anonymise',
      async apply(ctx, trx, before, limit) {
        const old = trx
          .selectFrom('reports')
          .select('id')
          .where(endedLongAgo('originals', before, ctx.now()))
          .where((eb) => eb.or([eb('reporter', 'is not', null), eb('description', '!=', eb.ref('public_text'))]))
          .limit(limit);
        const { numUpdatedRows } = await trx.updateTable('reports').set(nobodys).where('id', 'in', old).executeTakeFirstOrThrow();
        return Number(numUpdatedRows);
      },
    },
    pictures: {
      title: { vi: `Ảnh của người gửi, ${since.vi}`, en: `The reporter's pictures, ${since.en}` },
      keep: 'P24M',
      action: 'erase',
      async apply(ctx, trx, before, limit) {
        const old = await trx.selectFrom('reports').select(['id', 'photos']).where(endedLongAgo('originals', before, ctx.now())).where(sql<boolean>`cardinality(photos) > 0`).limit(limit).execute();
        await removePictures(ctx, trx, old);
        return old.length;
      },
    },
  },

  async exportFor(ctx, accountId) {
    const reports = await ctx.db
      .selectFrom('reports')
      .leftJoin('contacts', 'contacts.report', 'reports.id')
      .select(['code', 'category', 'address', 'lat', 'lon', 'description', 'submitted_at', 'state', 'answer', 'rating', 'contacts.name', 'contacts.phone', 'contacts.email'])
      .select(sql<unknown>`(select coalesce(json_agg(json_build_object('takenAt', taken_at, 'lat', said.lat, 'lon', said.lon)), '[]') from field_reports.picture_evidence as said where said.photo = any(reports.photos))`.as('pictures'))
      .where('reporter', '=', accountId)
      .orderBy('submitted_at')
      .execute();
    return [...reports, ...(await exportAfterAnswer(ctx, accountId)), ...(await exportIntake(ctx, accountId))];
  },

  async filesOf(ctx, accountId) {
    const reports = await ctx.db.selectFrom('reports').select(['id', 'photos']).where('reporter', '=', accountId).orderBy('submitted_at').execute();
    const of = reports.map(({ id }) => id);
    const hidden = await ctx.db.selectFrom('redactions').select(['shown', 'original']).where('report', '=', sql<string>`any(${of}::uuid[])`).execute();
    const videos = await ctx.db.selectFrom('videos').select('file').where('report', '=', sql<string>`any(${of}::uuid[])`).execute();
    // Their own picture, without the bars that others see on it.
    const originals = new Map(hidden.map(({ shown, original }) => [shown, original]));
    return [...reports.flatMap(({ photos }) => photos.map((photo) => originals.get(photo) ?? photo)), ...videos.flatMap(({ file }) => file ?? [])];
  },

  async eraseFor(ctx, accountId) {
    await ctx.change(async (trx) => {
      const own = await trx.selectFrom('reports').select(['id', 'photos']).where('reporter', '=', accountId).execute();
      const ids = own.map(({ id }) => id);
      await removeMedia(ctx, trx, ids);
      await removePictures(ctx, trx, own);
      await trx.deleteFrom('contacts').where('report', '=', sql<string>`any(${ids}::uuid[])`).execute();
      await trx.deleteFrom('report_answers').where('report', '=', sql<string>`any(${ids}::uuid[])`).execute();
      await eraseAfterAnswer(trx, accountId, ids);
      await eraseIntake(trx, accountId);
      await trx.updateTable('reports').set(nobodys).where('reporter', '=', accountId).execute();
      return null;
    });
  },
};

/** What makes a report lead to nobody; it stays for the figures and for the others who saw it. */
const nobodys = { reporter: null, description: sql<string>`public_text` };

async function removePictures(
  ctx: Parameters<RetentionRule<FieldReports>['apply']>[0],
  trx: Trx<FieldReports>,
  reports: readonly { readonly id: string; readonly photos: readonly string[] }[],
): Promise<void> {
  const photos = reports.flatMap((report) => report.photos);
  const hidden = await trx.selectFrom('redactions').select('id').where('shown', '=', sql<string>`any(${photos}::uuid[])`).execute();
  await removeOriginals(ctx, trx, hidden.map(({ id }) => id));
  await ctx.files.remove(trx as never, photos);
  await trx.updateTable('reports').set({ photos: [] }).where('id', '=', sql<string>`any(${reports.map(({ id }) => id)}::uuid[])`).execute();
}
