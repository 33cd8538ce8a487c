import type { Job } from '@tinhthong/core';
import { sql } from 'kysely';
import type { FieldReports } from '../module.ts';

/** What a picture said of itself goes when the picture has gone: uploads that no report was sent with, and erased ones. */
export const dropLooseEvidence: Job<FieldReports> = {
  title: { vi: 'Bỏ nơi chụp, giờ chụp của ảnh không còn', en: 'Drop the evidence of pictures that are gone' },
  cron: '50 1 * * *',
  timeoutSeconds: 60,
  async run(ctx) {
    await ctx.change(async (trx) => {
      await sql`
        delete from field_reports.picture_evidence as evidence
        where received_at < now() - interval '2 hours' and not exists (select 1 from core.stored_files as file where file.id = evidence.photo)
      `.execute(trx);
      return null;
    });
  },
};
