import type { Job } from '@tinhthong/core';
import { sql } from 'kysely';
import type { FieldReports } from '../module.ts';

/** Whoever did not answer the letter did not ask for it: their address goes after a day. */
export const dropUnconfirmed: Job<FieldReports> = {
  title: { vi: 'Xóa đăng ký không được xác nhận', en: 'Drop subscriptions that nobody confirmed' },
  cron: '17 * * * *',
  timeoutSeconds: 60,
  async run(ctx) {
    await ctx.change((trx) =>
      sql`delete from field_reports.subscriptions where confirmed_at is null and created_at < ${ctx.now()}::timestamptz - interval '1 day'`.execute(trx).then(() => null),
    );
  },
};
