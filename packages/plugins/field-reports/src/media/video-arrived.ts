import type { ReportContext, ReportTrx } from '../module.ts';

/** All of a video is here: it is cleaned in the background. Said twice, it is done once. */
export function videoArrived(ctx: ReportContext, video: string): Promise<null> {
  return ctx.change(async (trx) => {
    await markArrived(ctx, trx, [video]);
    return null;
  });
}

export async function markArrived(ctx: ReportContext, trx: ReportTrx, videos: readonly string[]): Promise<void> {
  if (videos.length === 0) return;
  const now = await trx.updateTable('videos').set({ state: 'arrived' }).where('id', 'in', videos).where('state', '=', 'arriving').returning('id').execute();
  for (const { id } of now) ctx.enqueue(trx, 'prepare-video', { video: id });
}
