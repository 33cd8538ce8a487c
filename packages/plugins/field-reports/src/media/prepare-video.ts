import { type Job, Problem, type StoredVideo } from '@tinhthong/core';
import type { FieldReports } from '../module.ts';
import { dropArrival } from './arrivals.ts';

/**
 * A video that has arrived is judged by its content, written anew without metadata and given a poster. Where the machine
 * has no ffmpeg it is kept as it came, for staff alone: it still says where and when it was taken.
 */
export const prepareVideo: Job<FieldReports> = {
  title: { vi: 'Gỡ dữ liệu ẩn khỏi video, lấy ảnh bìa', en: 'Clean a video and take its poster' },
  // 200 MB are transcoded in a few minutes by one core.
  timeoutSeconds: 1_800,
  attempts: 4,
  async run(ctx, task, signal) {
    const { video } = task.payload as { readonly video: string };
    const row = await ctx.db.selectFrom('videos').select(['id', 'report']).where('id', '=', video).where('state', '=', 'arrived').executeTakeFirst();
    if (row === undefined) return;
    const stored = await ctx.files.putVideo(video, signal).catch(refusal);
    await ctx.change(async (trx) => {
      const report = await trx.selectFrom('reports').select(['category', 'agency']).where('id', '=', row.report).forUpdate().executeTakeFirstOrThrow();
      const state = stored === null ? 'refused' : stored.clean ? 'ready' : 'staff-only';
      const [file, poster] = [stored?.file.id ?? null, stored?.poster?.id ?? null];
      // Erased or withdrawn meanwhile: nothing is shown, and what was stored goes with the other pending files.
      const { numUpdatedRows } = await trx.updateTable('videos').set({ state, file, poster }).where('id', '=', video).where('state', '=', 'arrived').executeTakeFirst();
      if (numUpdatedRows === 0n) return null;
      await ctx.attach(trx, [file, poster].filter((id) => id !== null), row.report);
      if (state === 'ready') await trx.updateTable('reports').set({ video: file, video_poster: poster }).where('id', '=', row.report).execute();
      ctx.publish(trx, 'video.received', { subject: row.report, agency: report.agency, data: { category: report.category, state } });
      return null;
    });
    await dropArrival(ctx, video);
  },
};

/** What is no video is refused for good; a full disk or a lack of room is tried again later. */
function refusal(error: unknown): StoredVideo | null {
  if (error instanceof Problem && error.status < 500) return null;
  throw error;
}
