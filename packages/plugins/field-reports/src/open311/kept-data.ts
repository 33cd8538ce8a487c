import type { RetentionRule } from '@tinhthong/core';
import type { FieldReports } from '../module.ts';
import { over, since } from '../privacy/kept-how-long.ts';

/** Personal data that foreign clients and imports bring, for privacy/personal-data.ts: what it is, and how long it is kept. */
export const foreignFields = {
  'report_answers.answers': { purpose: { vi: 'Trả lời câu hỏi của lĩnh vực, có thể nói về một người', en: 'Answers to the questions of a category, which may tell of a person' } },
  'report_answers.media_urls': { purpose: { vi: 'Địa chỉ ảnh nằm ở nơi khác, chỉ cán bộ thấy', en: 'Addresses of pictures elsewhere, for staff alone' } },
  'posted_updates.description': { purpose: { vi: 'Nguyên văn cập nhật từ hệ thống khác', en: 'The original text of updates from other systems' } },
  'posted_updates.media_url': { purpose: { vi: 'Địa chỉ ảnh nằm ở nơi khác, chỉ cán bộ thấy', en: 'Addresses of pictures elsewhere, for staff alone' } },
  'import_lines.cells': { purpose: { vi: 'Dòng của tệp nhập, để sửa và nhập lại', en: 'Lines of an imported file, to be mended and sent again' } },
} as const;

export const foreignRetention: Readonly<Record<'answers' | 'updates' | 'imports', RetentionRule<FieldReports>>> = {
  answers: {
    title: { vi: `Trả lời câu hỏi của lĩnh vực, ${since.vi}`, en: `Answers to questions of categories, ${since.en}` },
    keep: 'P24M',
    action: 'erase',
    async apply(_ctx, trx, before, limit) {
      const old = trx.selectFrom('report_answers').innerJoin('reports', 'reports.id', 'report').select('report').where(over, '<', before).limit(limit);
      return Number((await trx.deleteFrom('report_answers').where('report', 'in', old).executeTakeFirstOrThrow()).numDeletedRows);
    },
  },
  updates: {
    title: { vi: `Nguyên văn cập nhật từ hệ thống khác, ${since.vi}: chỉ còn bản đã che`, en: `Original text of updates from other systems, ${since.en}: the masked text stays` },
    keep: 'P24M',
    action: 'erase',
    async apply(_ctx, trx, before, limit) {
      const old = trx.selectFrom('posted_updates').innerJoin('reports', 'reports.id', 'report').select('update_id').where(over, '<', before).limit(limit);
      return Number((await trx.deleteFrom('posted_updates').where('update_id', 'in', old).executeTakeFirstOrThrow()).numDeletedRows);
    },
  },
  imports: {
    title: { vi: 'Tệp nhập hàng loạt, tính từ khi gửi lên', en: 'Imported files, from the day they were sent' },
    keep: 'P30D',
    action: 'erase',
    async apply(_ctx, trx, before, limit) {
      const old = trx.selectFrom('imports').select('id').where('created_at', '<', before).where('state', '!=', 'running').limit(limit);
      return Number((await trx.deleteFrom('imports').where('id', 'in', old).executeTakeFirstOrThrow()).numDeletedRows);
    },
  },
};
