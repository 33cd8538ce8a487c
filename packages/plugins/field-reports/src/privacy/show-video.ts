import { notFound, ok, Problem } from '@tinhthong/core';
import { z } from 'zod';
import { reportNotFound } from '../after-answer/follow-up.ts';
import { route } from '../module.ts';
import { byCode, code } from '../shapes.ts';

export const showVideo = route({
  method: 'post',
  path: '/reports/{code}/video',
  access: 'report:redact',
  summary: { vi: 'Cất video khỏi công chúng, hoặc cho hiện lại', en: 'Withhold the video from the public, or show it again' },
  // With a video, which does not come by the API.
  params: byCode.meta({ 'x-from-elsewhere': true }),
  body: z.strictObject({ public: z.boolean() }),
  answers: { 200: { description: 'Trạng thái video / the state of the video', schema: z.object({ code, state: z.enum(['ready', 'withheld']) }) } },
  async handle(ctx, { params, body }) {
    const done = await ctx.change(async (trx) => {
      const report = await trx.selectFrom('reports').selectAll().where('code', '=', params.code).forUpdate().executeTakeFirst();
      if (report === undefined) throw reportNotFound();
      ctx.authorize('report:redact', report);
      const video = await trx.selectFrom('videos').selectAll().where('report', '=', report.id).executeTakeFirst();
      if (video === undefined || video.file === null) throw notFound({ vi: 'video của phản ánh này', en: 'The video of this report' });
      const state = body.public ? 'ready' : 'withheld';
      if (video.state === 'staff-only') {
        throw new Problem(409, 'video-not-cleaned', { vi: 'Video này chưa gỡ được dữ liệu ẩn nên chỉ cán bộ xem.', en: 'The video could not be cleaned here and is for staff alone.' });
      }
      if (video.state === state) return { code: report.code, state } as const;
      // Links that somebody has open nothing any more.
      const rename = async (id: string | null) => (id === null || body.public ? id : ctx.files.rename(trx as never, id));
      const [file, poster] = [await rename(video.file), await rename(video.poster)];
      await trx.updateTable('videos').set({ state, file, poster }).where('id', '=', video.id).execute();
      await trx.updateTable('reports').set(body.public ? { video: file, video_poster: poster } : { video: null, video_poster: null }).where('id', '=', report.id).execute();
      ctx.publish(trx, 'report.redacted', { subject: report.id, agency: report.agency, data: { category: report.category, what: 'video', undone: body.public } });
      return { code: report.code, state } as const;
    });
    return ok(done);
  },
});
