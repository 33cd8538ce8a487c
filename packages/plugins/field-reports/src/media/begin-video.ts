import { randomUUID } from 'node:crypto';
import { invalid, Problem } from '@tinhthong/core';
import { sql } from 'kysely';
import { authorizeReporter } from '../after-answer/follow-up.ts';
import type { ReportState } from '../handling/report-states.ts';
import type { ReportContext } from '../module.ts';
import { dropArrival } from './arrivals.ts';

const megabyte = 1_000_000;
/** Nobody looks at these any more. */
const over: readonly ReportState[] = ['rejected', 'withdrawn', 'merged'];
/** A video that is there already, or on its way into its place. */
const taken: readonly string[] = ['arrived', 'ready', 'staff-only', 'withheld'];

/**
 * Makes room for the one video of a report and answers its id. An earlier one that never came to its end gives way: its
 * sender may have lost the address.
 *
 * @throws Problem 403 for who did not send the report, 409 where it has a video, 413 beyond the setting, 507 without room
 */
export async function beginVideo(ctx: ReportContext, { code, followUp, bytes }: { readonly code: string; readonly followUp: string | undefined; readonly bytes: number }): Promise<string> {
  if (ctx.settings.videoMegabytes === 0) throw new Problem(409, 'no-videos', { vi: 'Tỉnh này chưa nhận video.', en: 'This province takes no videos yet.' });
  if (!Number.isSafeInteger(bytes) || bytes < 1) throw invalid('header.upload-length', { vi: 'cần số byte của video', en: 'the number of bytes is needed' });
  const report = await ctx.db.selectFrom('reports').select(['id', 'reporter', 'state']).where('code', '=', code).executeTakeFirst();
  // Whether there is such a report is not for whoever does not hold its secret.
  if (report === undefined) throw invalid('header.upload-metadata', { vi: 'không có phản ánh nào với mã và mã theo dõi này', en: 'no report with this code and follow-up code' });
  authorizeReporter(ctx, report, followUp);
  if (bytes > ctx.settings.videoMegabytes * megabyte) throw tooLarge(ctx.settings.videoMegabytes);
  const under = await ctx.db.selectFrom('videos').select(sql<number>`coalesce(sum(bytes), 0)::float8`.as('bytes')).where('state', '=', 'arriving').executeTakeFirstOrThrow();
  await ctx.files.checkRoom(bytes + under.bytes);

  const { id, former } = await ctx.change(async (trx) => {
    const { state } = await trx.selectFrom('reports').select('state').where('id', '=', report.id).forUpdate().executeTakeFirstOrThrow();
    if (over.includes(state)) throw new Problem(409, 'report-over', { vi: 'Phản ánh này đã kết thúc, không nhận thêm video.', en: 'This report has come to its end and takes no video.' });
    const former = await trx.selectFrom('videos').select(['id', 'state']).where('report', '=', report.id).executeTakeFirst();
    if (former !== undefined && taken.includes(former.state)) throw new Problem(409, 'video-there', { vi: 'Phản ánh này đã có một video.', en: 'This report has a video already.' });
    if (former !== undefined) await trx.deleteFrom('videos').where('id', '=', former.id).execute();
    const id = randomUUID();
    await trx.insertInto('videos').values({ id, report: report.id, state: 'arriving', bytes, file: null, poster: null, created_at: ctx.now() }).execute();
    return { id, former: former?.id ?? null };
  });
  if (former !== null) await dropArrival(ctx, former);
  return id;
}

function tooLarge(megabytes: number): Problem {
  return new Problem(
    413,
    'video-too-large',
    { vi: `Video dài tối đa ${megabytes} MB.`, en: `Videos are at most ${megabytes} MB.` },
    { detail: { vi: 'Hãy cắt ngắn, hoặc giảm độ phân giải khi quay.', en: 'Please cut it, or record at a lower resolution.' } },
  );
}
