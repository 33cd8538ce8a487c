import type { PersonalData, RetentionRule, Trx } from '@tinhthong/core';
import { sql } from 'kysely';
import type { FieldReports } from './module.ts';

const answering = { vi: 'Để trả lời người gửi phản ánh', en: 'To answer the person who reported' };
const whereItIs = { vi: 'Nơi xảy ra sự việc', en: 'The place of the problem' };
/** Nothing more will be done about it, and since when; one that is answered may still be reopened. */
const over = sql<Date>`case when state in ('closed', 'rejected', 'merged', 'withdrawn') then coalesce(closed_at, updated_at) end`;
const since = { vi: 'tính từ khi phản ánh kết thúc', en: 'from the day the report came to its end' };

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
  },
  retention: {
    vi: 'Thông tin liên hệ, nguyên văn và ảnh của người gửi: 24 tháng sau khi phản ánh kết thúc',
    en: "Contact details, the original text and the reporter's pictures: 24 months after the report came to its end",
  },
  retentionRules: {
    contacts: {
      title: { vi: `Thông tin liên hệ, ${since.vi}`, en: `Contact details, ${since.en}` },
      keep: 'P24M',
      action: 'erase',
      async apply(_ctx, trx, before, limit) {
        const old = trx.selectFrom('contacts').innerJoin('reports', 'reports.id', 'contacts.report').select('contacts.report').where(over, '<', before).limit(limit);
        return Number((await trx.deleteFrom('contacts').where('report', 'in', old).executeTakeFirstOrThrow()).numDeletedRows);
      },
    },
    texts: {
      title: { vi: `Nguyên văn và người gửi, ${since.vi}: chỉ còn bản đã che`, en: `Original text and reporter, ${since.en}: the masked text stays` },
      keep: 'P24M',
      action: 'anonymise',
      async apply(_ctx, trx, before, limit) {
        const old = trx
          .selectFrom('reports')
          .select('id')
          .where(over, '<', before)
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
        const old = await trx.selectFrom('reports').select(['id', 'photos']).where(over, '<', before).where(sql<boolean>`cardinality(photos) > 0`).limit(limit).execute();
        await removePictures(ctx, trx, old);
        return old.length;
      },
    },
  },

  async exportFor(ctx, accountId) {
    return ctx.db
      .selectFrom('reports')
      .leftJoin('contacts', 'contacts.report', 'reports.id')
      .select(['code', 'category', 'address', 'lat', 'lon', 'description', 'submitted_at', 'state', 'answer', 'rating', 'contacts.name', 'contacts.phone', 'contacts.email'])
      .where('reporter', '=', accountId)
      .orderBy('submitted_at')
      .execute();
  },

  async filesOf(ctx, accountId) {
    const reports = await ctx.db.selectFrom('reports').select('photos').where('reporter', '=', accountId).orderBy('submitted_at').execute();
    return reports.flatMap(({ photos }) => photos);
  },

  async eraseFor(ctx, accountId) {
    await ctx.change(async (trx) => {
      const own = await trx.selectFrom('reports').select(['id', 'photos']).where('reporter', '=', accountId).execute();
      const ids = own.map(({ id }) => id);
      await removePictures(ctx, trx, own);
      await trx.deleteFrom('contacts').where('report', '=', sql<string>`any(${ids}::uuid[])`).execute();
      await trx.updateTable('reports').set(nobodys).where('reporter', '=', accountId).execute();
      return null;
    });
  },
};

/** What makes a report lead to nobody; it stays for the figures and for the others who saw it. */
const nobodys = { reporter: null, description: sql<string>`public_text` };

async function removePictures(
  { files }: Parameters<RetentionRule<FieldReports>['apply']>[0],
  trx: Trx<FieldReports>,
  reports: readonly { readonly id: string; readonly photos: readonly string[] }[],
): Promise<void> {
  await files.remove(trx as never, reports.flatMap(({ photos }) => photos));
  await trx.updateTable('reports').set({ photos: [] }).where('id', '=', sql<string>`any(${reports.map(({ id }) => id)}::uuid[])`).execute();
}
