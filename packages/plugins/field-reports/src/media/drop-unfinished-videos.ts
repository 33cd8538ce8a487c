import type { Job } from '@tinhthong/core';
import type { FieldReports } from '../module.ts';
import { dropArrival, isWhole } from './arrivals.ts';
import { markArrived } from './video-arrived.ts';

const hourMs = 3_600_000;
const atOnce = 200;

/** Uploads that were broken off and never resumed. One that is whole, but could not be written down at its end, is taken up. */
export const dropUnfinishedVideos: Job<FieldReports> = {
  title: { vi: 'Bỏ video gửi dở đã lâu', en: 'Drop videos that never came to their end' },
  cron: '25 * * * *',
  timeoutSeconds: 120,
  async run(ctx) {
    const before = new Date(ctx.now().getTime() - ctx.settings.videoHours * hourMs);
    const old = await ctx.db.selectFrom('videos').select('id').where('state', '=', 'arriving').where('created_at', '<', before).orderBy('created_at').limit(atOnce).execute();
    const whole: string[] = [];
    const broken: string[] = [];
    for (const { id } of old) ((await isWhole(ctx, id)) ? whole : broken).push(id);
    for (const id of broken) await dropArrival(ctx, id);
    await ctx.change(async (trx) => {
      await markArrived(ctx, trx, whole);
      if (broken.length > 0) await trx.deleteFrom('videos').where('id', 'in', broken).where('state', '=', 'arriving').execute();
      return null;
    });
  },
};
