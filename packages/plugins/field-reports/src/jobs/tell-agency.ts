import type { Job } from '@tinhthong/core';
import type { FieldReports } from '../module.ts';

/** A new report appears among the notices of the agency that routing proposed for it. */
export const tellAgency: Job<FieldReports> = {
  title: { vi: 'Báo cho đơn vị có phản ánh mới', en: 'Tell the agency of a new report' },
  timeoutSeconds: 30,
  async runAll(ctx, trx, tasks) {
    const reports = await trx
      .selectFrom('reports')
      .select(['code', 'agency'])
      .where('id', 'in', tasks.flatMap(({ event }) => event?.subject ?? []))
      .execute();
    await ctx.notify(
      trx,
      reports.map(({ code, agency }) => ({
        key: `new:${code}`,
        agency,
        title: { vi: `Phản ánh mới ${code}`, en: `New report ${code}` },
        link: `/admin/field-reports/${code}`,
      })),
    );
  },
};
