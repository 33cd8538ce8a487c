import { notFound, type Problem } from '@tinhthong/core';
import { sql } from 'kysely';
import type { ReportTrx } from '../module.ts';

/**
 * Shows another picture in the place of one, wherever that stands in the report, and what that one said of itself goes
 * along. @throws Problem 404 where it is not there any more
 */
export async function replacePicture(trx: ReportTrx, report: string, from: string, to: string): Promise<void> {
  const { rows } = await sql`
    with promised as (
      update field_reports.extensions set photos = array_replace(photos, ${from}::uuid, ${to}::uuid) where report = ${report} and ${from}::uuid = any(photos) returning id
    )
    update field_reports.reports set photos = array_replace(photos, ${from}::uuid, ${to}::uuid),
      after_photos = array_replace(after_photos, ${from}::uuid, ${to}::uuid), updated_at = now()
    where id = ${report} and (${from}::uuid = any(photos || after_photos) or exists (select from promised))
    returning id
  `.execute(trx);
  if (rows.length === 0) throw pictureNotFound();
  await trx.updateTable('picture_evidence').set({ photo: to }).where('photo', '=', from).execute();
}

export function pictureNotFound(): Problem {
  return notFound({ vi: 'ảnh này trong phản ánh', en: 'This picture of the report' });
}
