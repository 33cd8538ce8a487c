import { invalid, textOf, timeOrderedId } from '@tinhthong/core';
import { sql } from 'kysely';
import { z } from 'zod';
import type { Report } from '../handling/move-report.ts';
import type { ReportContext, ReportTrx } from '../module.ts';

/** Of a report's life, with those it was sent with. */
export const mostPhotosInAll = 15;

export const addedText = textOf(5, 2_000);

export interface Remark {
  readonly kind: 'added' | 'reopened' | 'disputed';
  readonly text: string | null;
  readonly photos: readonly string[];
}

/** Keeps what a reporter adds: the words for staff, the pictures beside those that came with the report. */
export async function addRemark(ctx: ReportContext, trx: ReportTrx, report: Pick<Report, 'id' | 'photos'>, { kind, text, photos }: Remark): Promise<void> {
  if (report.photos.length + photos.length > mostPhotosInAll) {
    throw invalid('body.photos', { vi: `một phản ánh có nhiều nhất ${mostPhotosInAll} ảnh`, en: `a report has ${mostPhotosInAll} pictures at most` });
  }
  if (photos.length > 0) {
    await ctx.attach(trx, photos, report.id);
    await trx.updateTable('reports').set({ photos: sql`photos || ${photos}::uuid[]` as never }).where('id', '=', report.id).execute();
  }
  await trx.insertInto('remarks').values({ id: timeOrderedId(), report: report.id, kind, description: text, photos: [...photos], at: ctx.now() }).execute();
}

/** What its reporter added to a report, as it was written: for whoever may see originals, and masked for staff. */
export function remarksOf(ctx: ReportContext, reportId: string) {
  return ctx.db.selectFrom('remarks').select(['kind', 'description as text', 'at', 'photos']).where('report', '=', reportId).orderBy('at').orderBy('id').execute();
}

/** A look for staff at what was remarked. */
export const remark = z
  .object({ kind: z.enum(['added', 'reopened', 'disputed']), text: z.string().nullable(), at: z.iso.datetime({ offset: true }), photos: z.int() })
  .meta({ id: 'ReporterRemark' });
