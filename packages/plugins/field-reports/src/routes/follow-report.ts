import { okJson } from '@tinhthong/core';
import { z } from 'zod';
import { authorizeReporter, reportNotFound } from '../follow-up.ts';
import { route } from '../module.ts';
import { publicReport } from '../public-report.ts';
import { byCode, followUp, shown } from './shapes.ts';

export const followReport = route({
  method: 'post',
  path: '/reports/{code}/follow',
  access: 'public',
  perMinute: 30,
  summary: { vi: 'Người gửi xem phản ánh của mình, kể cả khi không công khai', en: 'The reporter sees their report, public or not' },
  params: byCode,
  body: z.strictObject({ followUp: followUp.optional() }),
  answers: { 200: { description: 'Phản ánh / the report', schema: shown } },
  async handle(ctx, { params, body }) {
    const report = await ctx.db.selectFrom('reports').select(['id', 'reporter']).where('code', '=', params.code).executeTakeFirst();
    if (report === undefined) throw reportNotFound();
    authorizeReporter(ctx, report, body.followUp);
    return okJson(await publicReport(ctx, { id: report.id }));
  },
});
