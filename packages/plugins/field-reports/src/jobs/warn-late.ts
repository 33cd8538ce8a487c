import type { Job } from '@tinhthong/core';
import { sql } from 'kysely';
import type { FieldReports } from '../module.ts';
import { openStates } from '../report-states.ts';

/** An agency learns of a deadline before it has passed: when three quarters of the time are gone, and again when all is. */
export const warnLate: Job<FieldReports> = {
  title: { vi: 'Nhắc đơn vị về phản ánh sắp quá hạn', en: 'Warn agencies of reports that are about to be late' },
  cron: '*/10 * * * *',
  timeoutSeconds: 60,
  async run(ctx) {
    await ctx.change(async (trx) => {
      const { rows } = await sql<{ code: string; agency: string; late: boolean }>`
        select code, agency, due_at < now() as late from field_reports.reports
        where state = any(${openStates}) and due_at > now() - interval '1 day'
          and now() > submitted_at + (due_at - submitted_at) * 0.75
      `.execute(trx);
      await ctx.notify(
        trx,
        rows.map(({ code, agency, late }) => ({
          key: `${late ? 'late' : 'soon'}:${code}:${agency}`,
          agency,
          title: late ? { vi: `Phản ánh ${code} đã quá hạn`, en: `Report ${code} is late` } : { vi: `Phản ánh ${code} sắp quá hạn`, en: `Report ${code} is due soon` },
          link: `/phan-anh/viec/${code}`,
        })),
      );
    });
  },
};
