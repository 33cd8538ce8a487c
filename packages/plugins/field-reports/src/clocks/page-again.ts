import type { Job } from '@tinhthong/core';
import type { FieldReports } from '../module.ts';
import { callNow } from './duty-calls.ts';
import { callOfAll } from './page-duty-officer.ts';

/** Calls duty officers of what has come in since their last call, once its minutes are over. */
export const pageAgain: Job<FieldReports> = {
  title: { vi: 'Gọi người trực về những việc tức thời đến thêm', en: 'Call duty officers of further immediate reports' },
  cron: '* * * * *',
  timeoutSeconds: 30,
  async run(ctx) {
    await ctx.change(async (trx) => {
      const rows = await trx.selectFrom('duty_pages').selectAll().where('waiting', '>', 0).orderBy('agency').forUpdate().execute();
      for (const { agency, paged_at: at, told, waiting, waiting_code } of rows) {
        if (callNow({ at, told }, waiting, ctx.now(), ctx.settings.pageMinutes)) await callOfAll(ctx, trx, agency, waiting, waiting_code!);
      }
    });
  },
};
