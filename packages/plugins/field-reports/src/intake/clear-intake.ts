import type { Job } from '@tinhthong/core';
import { sql } from 'kysely';
import type { FieldReports } from '../module.ts';

const most = 1_000;

/**
 * Forgets what need not be kept: drafts that nobody went on with, what was put aside, forms of machines, and who sent
 * which text. A message or letter that waits is never forgotten.
 */
export const clearIntake: Job<FieldReports> = {
  title: { vi: 'Dọn bản nháp và tin đã gạt ra', en: 'Forget drafts and what was put aside' },
  cron: '23 * * * *',
  timeoutSeconds: 60,
  async run(ctx) {
    const { draftDays, intakeDays } = ctx.settings;
    const now = ctx.now();
    await ctx.change(async (trx) => {
      const { rows } = await sql<{ id: string; photos: string[] }>`
        delete from field_reports.intake_items where id in (
          select id from field_reports.intake_items
          where (kind = 'draft' and state = 'waiting' and updated_at < ${now}::timestamptz - make_interval(days => ${draftDays}))
            or ((state <> 'waiting' or kind = 'suspect') and updated_at < ${now}::timestamptz - make_interval(days => ${intakeDays}))
          order by updated_at limit ${most}
        ) returning id, photos
      `.execute(trx);
      // A completed one has handed its pictures over to its report.
      await ctx.files.remove(trx as never, rows.flatMap(({ photos }) => photos));
      await sql`delete from field_reports.sent_texts where at < ${now}::timestamptz - interval '1 day'`.execute(trx);
    });
  },
};
