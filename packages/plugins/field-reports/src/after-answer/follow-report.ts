import { okJson } from '@tinhthong/core';
import { z } from 'zod';
import { authorizeStanding } from '../duplicates/standing.ts';
import { route } from '../module.ts';
import { publicReport } from '../reading/public-report.ts';
import { byCode, followUp, shown } from '../shapes.ts';
import { reportNotFound } from './follow-up.ts';

/** Who asks: the reporter, the reporter of one that was merged into it, or whoever added a voice. */
export const followed = shown.extend({ standing: z.enum(['reporter', 'merged-reporter', 'voice']) }).meta({ id: 'FollowedReport' });

export const followReport = route({
  method: 'post',
  path: '/reports/{code}/follow',
  access: 'public',
  embed: true,
  perMinute: 30,
  summary: { vi: 'Người gửi hoặc người cùng phản ánh xem phản ánh của mình, kể cả khi không công khai', en: 'The reporter, or whoever added a voice, sees their report, public or not' },
  params: byCode,
  body: z.strictObject({ followUp: followUp.optional() }),
  answers: { 200: { description: 'Phản ánh / the report', schema: followed } },
  async handle(ctx, { params, body }) {
    const report = await ctx.db.selectFrom('reports').select(['id', 'reporter']).where('code', '=', params.code).executeTakeFirst();
    if (report === undefined) throw reportNotFound();
    const { as } = await authorizeStanding(ctx, ctx.db, report, body.followUp);
    // Others than its own reporter see what everybody may see.
    const json = await publicReport(ctx, as === 'reporter' ? { id: report.id } : { code: params.code });
    return okJson(`${json.slice(0, -1)},"standing":"${as}"}`);
  },
});
