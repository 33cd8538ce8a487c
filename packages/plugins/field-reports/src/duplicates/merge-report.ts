import { invalid, ok, Problem } from '@tinhthong/core';
import { sql } from 'kysely';
import { z } from 'zod';
import { reportNotFound } from '../after-answer/follow-up.ts';
import { keepClocks } from '../clocks/keep-clocks.ts';
import { impossibleMove, type Report } from '../handling/move-report.ts';
import { canMove } from '../handling/report-states.ts';
import { type ReportTrx, route } from '../module.ts';
import { byCode, code, moved } from '../shapes.ts';
import { addVoices, checkMerge } from './merge-chain.ts';

/**
 * Staff say that two reports are one. Nobody is unsubscribed by it: whoever sent, joined or follows the merged one hears
 * of the other from now on, and may rate it.
 */
export const mergeReport = route({
  method: 'post',
  path: '/reports/{code}/merge',
  access: 'report:merge',
  summary: { vi: 'Gộp vào phản ánh khác về cùng một việc', en: 'Merge into another report about the same' },
  params: byCode,
  body: z.strictObject({ into: code.meta({ ...code.meta(), 'x-like': 'code' }) }),
  answers: { 200: { description: 'Phản ánh cuối mà nó được gộp vào / the report that it is part of now, the last of a chain', schema: moved.extend({ into: code }) } },
  handle: async (ctx, { params, body }) =>
    ok(
      await ctx.change(async (trx) => {
        const [source, into] = await lockBoth(trx, params.code, body.into);
        ctx.authorize('report:merge', source);
        ctx.authorize('report:merge', into);
        checkMerge(source, into);
        if (!canMove('merge', source.state)) throw impossibleMove('merge', source.state);
        const now = ctx.now();
        const gained = 1 + source.voices;
        const kept = await keepClocks(ctx, trx, source, { type: 'report.merged', at: now });
        await trx
          .updateTable('reports')
          .set({ ...kept.set, state: 'merged', merged_into: into.id, merged_at: now, merged_from: source.state, merged_voices: gained, updated_at: now })
          .where('id', '=', source.id)
          .execute();
        await addVoices(trx, into.id, gained);
        const { category } = source;
        ctx.publish(trx, 'report.merged', { subject: source.id, agency: source.agency, at: now, data: { category, into: into.code } });
        ctx.publish(trx, 'report.absorbed', { subject: into.id, agency: into.agency, at: now, data: { category: into.category, code: source.code, voices: into.voices + gained } });
        return { code: source.code, status: 'merged' as const, into: into.code };
      }),
    ),
});

/** The report, and the end of the chain that the other one begins; locked in the order of their ids, so that two merges never wait for each other. */
async function lockBoth(trx: ReportTrx, sourceCode: string, intoCode: string): Promise<[Report, Report]> {
  const { rows } = await sql<{ source: string | null; into: string | null }>`
    select (select id from field_reports.reports where code = ${sourceCode}) as source,
      (select field_reports.last_of(id) from field_reports.reports where code = ${intoCode}) as into
  `.execute(trx);
  const { source = null, into = null } = rows[0] ?? {};
  if (source === null) throw reportNotFound();
  if (into === null) throw invalid('body.into', { vi: 'không có phản ánh nào mang mã này', en: 'there is no report of this code' });
  const locked = await trx.selectFrom('reports').selectAll().where('id', 'in', [source, into]).orderBy('id').forUpdate().execute();
  const byId = new Map(locked.map((row) => [row.id, row]));
  // Merged by somebody else while this one waited for the locks: the end of the chain is another now.
  if (source !== into && byId.get(into)!.state === 'merged') throw new Problem(409, 'try-again', { vi: 'Phản ánh kia vừa được gộp, xin thử lại.', en: 'The other report has just been merged, please try again.' });
  return [byId.get(source)!, byId.get(into)!];
}
