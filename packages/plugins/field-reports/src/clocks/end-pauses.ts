import type { Job } from '@tinhthong/core';
import type { FieldReports } from '../module.ts';
import { keepClocks } from './keep-clocks.ts';

const atOnce = 200;

/** A pause ends by itself at its ceiling: at that very moment, whenever this is run. */
export const endPauses: Job<FieldReports> = {
  title: { vi: 'Kết thúc các tạm dừng đã đến trần', en: 'End pauses that have reached their ceiling' },
  cron: '*/5 * * * *',
  timeoutSeconds: 60,
  async run(ctx) {
    const now = ctx.now();
    await ctx.change(async (trx) => {
      const over = await trx.selectFrom('pauses').select('report').where('ended_at', 'is', null).where('ceiling_at', '<=', now).orderBy('ceiling_at').limit(atOnce).execute();
      if (over.length === 0) return;
      const reports = await trx.selectFrom('reports').selectAll().where('id', 'in', over.map(({ report }) => report)).orderBy('id').forUpdate().skipLocked().execute();
      for (const report of reports) {
        const pause = await trx.selectFrom('pauses').select(['id', 'ceiling_at as at']).where('report', '=', report.id).where('ended_at', 'is', null).executeTakeFirst();
        if (pause === undefined) continue;
        await trx.updateTable('pauses').set({ ended_at: pause.at, ended_by: 'ceiling' }).where('id', '=', pause.id).execute();
        const kept = await keepClocks(ctx, trx, report, { type: 'report.resumed', at: pause.at });
        await trx.updateTable('reports').set({ ...kept.set, updated_at: now }).where('id', '=', report.id).execute();
        ctx.publish(trx, 'report.resumed', { subject: report.id, agency: report.agency, at: pause.at, data: { category: report.category, ...kept.data } });
      }
      if (over.length === atOnce) ctx.enqueue(trx, 'end-pauses', {});
    });
  },
};
