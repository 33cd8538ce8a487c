import { invalid, type Text } from '@tinhthong/core';
import type { Updateable } from 'kysely';
import { configurationOf } from '../configuration.ts';
import type { Report } from '../handling/move-report.ts';
import type { ReportContext, ReportTrx } from '../module.ts';
import type { ReportRow } from '../tables.ts';
import { tellNewOwner } from './tell-new-owner.ts';

export interface HandOver {
  readonly agency: string;
  /** Where the agency was named, for the error where there is none of this name. */
  readonly path: string;
  /** Who coordinates from now on; by default who did before. */
  readonly coordinating?: readonly string[] | undefined;
  /** What the new owner is told, where there is more to say than that the report comes to it. */
  readonly title?: Text;
}

/** Makes an agency the one owner, which is told, and asks the coordinating ones for their parts. Answers the columns to set: no clock is among them. */
export async function handOver(ctx: ReportContext, trx: ReportTrx, report: Report, { agency, path, coordinating: asked = report.coordinating, title }: HandOver): Promise<Updateable<ReportRow>> {
  const coordinating = [...new Set(asked)].filter((id) => id !== agency);
  const known = new Set((await trx.selectFrom('core.agencies').select('id').where('id', 'in', [agency, ...coordinating]).execute()).map(({ id }) => id));
  if (!known.has(agency)) throw invalid(path, { vi: 'đơn vị không có ở tỉnh này', en: 'no such agency in this province' });
  const stranger = coordinating.findIndex((id) => !known.has(id));
  if (stranger !== -1) throw invalid(`body.coordinating.${stranger}`, { vi: 'đơn vị không có ở tỉnh này', en: 'no such agency in this province' });

  const { categories } = await configurationOf(ctx);
  await tellNewOwner(ctx, trx, report, { agency, immediate: categories.get(report.category)?.flow === 'immediate', title });
  // Who is asked no more owes nothing; a part that was given stays.
  await trx.deleteFrom('contributions').where('report', '=', report.id).where('text', 'is', null).where('agency', 'not in', ['', ...coordinating]).execute();
  if (coordinating.length > 0) {
    const made = await trx
      .insertInto('contributions')
      .values(coordinating.map((id) => ({ report: report.id, agency: id, asked_at: ctx.now() })))
      .onConflict((oc) => oc.doNothing())
      .returning('agency')
      .execute();
    await ctx.notify(
      trx,
      made.map((row) => ({
        key: `part:${report.code}:${row.agency}`,
        agency: row.agency,
        title: { vi: `Đề nghị phối hợp trả lời phản ánh ${report.code}`, en: `Your part of the answer to report ${report.code} is asked for` },
        link: `/phan-anh/viec/${report.code}`,
      })),
    );
  }
  return { agency, coordinating };
}
