import { notFound } from '@tinhthong/core';
import { type RawBuilder, sql } from 'kysely';
import type { ReportContext } from './module.ts';
import { timelineTypes } from './events.ts';

// What anyone may see of a report: the masked text and the place of the problem; never the reporter.
export const publicColumns = sql.raw(`
  'code', report.code, 'category', report.category, 'commune', report.commune, 'lat', report.lat, 'lon', report.lon,
  'address', report.address, 'text', report.public_text, 'status', report.state, 'agency', report.agency,
  'submittedAt', report.submitted_at, 'dueAt', report.due_at, 'answeredAt', report.answered_at,
  'photos', cardinality(report.photos) + cardinality(report.after_photos), 'rating', report.rating`);

const types = sql.raw(timelineTypes.map((type) => `'${type}'`).join(', '));

/**
 * One report with its timeline as JSON text, built by PostgreSQL in one round trip; the signed addresses of its
 * pictures are added here. `which` chooses the row, named `report`.
 */
export async function publicReport(ctx: ReportContext, which: RawBuilder<unknown>): Promise<string> {
  const { rows } = await sql<{ json: string; photos: string[]; after_photos: string[] }>`
    select json_build_object(${publicColumns}, 'answer', report.answer, 'reopened', report.reopened,
      'coordinating', report.coordinating,
      'timeline', (
        select coalesce(json_agg(json_build_object('type', event.type, 'at', event.at, 'data', event.data) order by event.at, event.id), '[]')
        from core.event_log as event where event.subject = report.id::text and event.type in (${types})
      ))::text as json, report.photos, report.after_photos
    from field_reports.reports as report where ${which}
  `.execute(ctx.db);
  const row = rows[0];
  if (row === undefined) throw notFound({ vi: 'phản ánh', en: 'Report' });
  const pictures = [...row.photos.map((id) => pictureOf(ctx, id, false)), ...row.after_photos.map((id) => pictureOf(ctx, id, true))];
  return `${row.json.slice(0, -1)},"pictures":${JSON.stringify(pictures)}}`;
}

function pictureOf(ctx: ReportContext, id: string, after: boolean) {
  return { after, url: ctx.files.link(id), thumbnail: ctx.files.link(id, { size: 'thumbnail' }) };
}
