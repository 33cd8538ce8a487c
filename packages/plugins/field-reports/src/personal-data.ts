import type { PersonalData } from '@tinhthong/core';
import type { FieldReports } from './module.ts';

const answering = { vi: 'Để trả lời người gửi phản ánh', en: 'To answer the person who reported' };

export const personalData: PersonalData<FieldReports> = {
  fields: {
    'contacts.name': { purpose: answering },
    'contacts.phone': { purpose: answering },
    'contacts.email': { purpose: answering },
    'reports.reporter': { purpose: { vi: 'Để người gửi thấy phản ánh của mình', en: 'To show reporters their own reports' } },
    'reports.description': { purpose: { vi: 'Nguyên văn có thể chứa dữ liệu cá nhân', en: 'The original text may hold personal data' } },
    'reports.lat': { purpose: { vi: 'Nơi xảy ra sự việc', en: 'The place of the problem' }, sensitive: true },
    'reports.lon': { purpose: { vi: 'Nơi xảy ra sự việc', en: 'The place of the problem' }, sensitive: true },
  },
  retention: { vi: 'Thông tin liên hệ: 24 tháng sau khi đóng', en: 'Contact details: 24 months after closing' },

  async exportFor(ctx, accountId) {
    return ctx.db
      .selectFrom('reports')
      .leftJoin('contacts', 'contacts.report', 'reports.id')
      .select(['code', 'category', 'address', 'description', 'submitted_at', 'state', 'answer', 'rating', 'contacts.name', 'contacts.phone', 'contacts.email'])
      .where('reporter', '=', accountId)
      .orderBy('submitted_at')
      .execute();
  },

  async eraseFor(ctx, accountId) {
    await ctx.change(async (trx) => {
      const own = trx.selectFrom('reports').select('id').where('reporter', '=', accountId);
      await trx.deleteFrom('contacts').where('report', 'in', own).execute();
      await trx
        .updateTable('reports')
        .set((eb) => ({ reporter: null, description: eb.ref('public_text') }))
        .where('reporter', '=', accountId)
        .execute();
      return null;
    });
  },
};
