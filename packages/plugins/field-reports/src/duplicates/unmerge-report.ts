import { ok } from '@tinhthong/core';
import { sql } from 'kysely';
import { reportNotFound } from '../after-answer/follow-up.ts';
import { keepClocks } from '../clocks/keep-clocks.ts';
import { impossibleMove } from '../handling/move-report.ts';
import { canMove } from '../handling/report-states.ts';
import { route } from '../module.ts';
import { byCode, moved } from '../shapes.ts';
import { addVoices, checkUnmerge } from './merge-chain.ts';

export const unmergeReport = route({
  method: 'post',
  path: '/reports/{code}/unmerge',
  access: 'report:merge',
  summary: { vi: 'Tách lại phản ánh đã gộp nhầm, trong vòng một ngày', en: 'Undo a merge, within a day' },
  params: byCode,
  answers: { 200: { description: 'Trạng thái như trước khi gộp / the state before the merge', schema: moved } },
  handle: async (ctx, { params }) =>
    ok(
      await ctx.change(async (trx) => {
        const report = await trx.selectFrom('reports').selectAll().where('code', '=', params.code).forUpdate().executeTakeFirst();
        if (report === undefined) throw reportNotFound();
        ctx.authorize('report:merge', report);
        const { merged_into: into, merged_from: status, merged_voices: gained } = report;
        if (!canMove('unmerge', report.state) || into === null || status === null) throw impossibleMove('unmerge', report.state);
        const now = ctx.now();
        checkUnmerge(report, now);
        const kept = await keepClocks(ctx, trx, report, { type: 'report.unmerged', at: now });
        await addVoices(trx, into, -(gained ?? 1));
        await trx
          .updateTable('reports')
          .set({ ...kept.set, state: status, merged_into: null, merged_at: null, merged_from: null, merged_voices: null, updated_at: now })
          .where('id', '=', report.id)
          .execute();
        const { rows } = await sql<{ code: string; category: string; agency: string; voices: number }>`select code, category, agency, voices from field_reports.reports where id = ${into}`.execute(trx);
        const other = rows[0]!;
        ctx.publish(trx, 'report.unmerged', { subject: report.id, agency: report.agency, at: now, data: { category: report.category, from: other.code, status } });
        ctx.publish(trx, 'report.released', { subject: into, agency: other.agency, at: now, data: { category: other.category, code: report.code, voices: other.voices } });
        return { code: report.code, status };
      }),
    ),
});
