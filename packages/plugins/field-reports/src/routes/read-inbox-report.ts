import { ok } from '@tinhthong/core';
import { z } from 'zod';
import { reportNotFound } from '../follow-up.ts';
import { route } from '../module.ts';
import { type MoveName, moves, nextMoves } from '../report-states.ts';
import { similarReports } from '../similar-reports.ts';
import { byCode, code, listed, staffEvent } from './shapes.ts';

export const readInboxReport = route({
  method: 'get',
  path: '/inbox/{code}',
  access: 'report:read',
  summary: { vi: 'Một phản ánh như cán bộ thấy: nguyên văn, không có danh tính người gửi', en: 'A report as staff see it: the original text, not the reporter' },
  params: byCode,
  answers: {
    200: {
      description: 'Phản ánh / the report',
      schema: listed.omit({ photos: true }).extend({
        answer: z.string().nullable(),
        next: z.array(z.enum(Object.keys(moves) as MoveName[])).meta({ description: 'Bước có thể làm tiếp / moves that are possible now' }),
        similar: z.array(z.object({ code, metres: z.int() })),
        timeline: z.array(staffEvent),
        pictures: z.array(z.string()),
      }),
    },
  },
  async handle(ctx, { params }) {
    const report = await ctx.db.selectFrom('reports').selectAll().where('code', '=', params.code).where(ctx.allowed('report:read')).executeTakeFirst();
    if (report === undefined) throw reportNotFound();
    const timeline = await ctx.db.selectFrom('core.event_log').select(['type', 'at', 'data']).where('subject', '=', report.id).orderBy('at').orderBy('id').execute();
    const similar = await similarReports(ctx, report);
    const { code, category, commune, lat, lon, address, description: text, state, agency, answer, rating } = report;
    return ok({
      code, category, commune, lat, lon, address, text, status: state, agency, answer, rating,
      submittedAt: report.submitted_at, dueAt: report.due_at, answeredAt: report.answered_at,
      next: nextMoves(state), similar, timeline,
      pictures: [...report.photos, ...report.after_photos].map((id) => ctx.files.link(id)),
    });
  },
});
