import { notFound } from '@tinhthong/core';
import { type RawBuilder, sql } from 'kysely';
import type { ReportContext } from './module.ts';
import { timelineTypes } from './events.ts';

// What anyone may see of a report: the masked text and the place of the problem; never the reporter.
export const publicColumns = sql.raw(`
  report.code, report.category, report.commune, report.lat, report.lon, report.address, report.public_text as text,
  report.state as status, report.agency, report.submitted_at as "submittedAt", report.due_at as "dueAt",
  report.answered_at as "answeredAt", cardinality(report.photos) + cardinality(report.after_photos) as photos, report.rating`);

const types = sql.raw(timelineTypes.map((type) => `'${type}'`).join(', '));

/**
 * One report with its timeline as JSON text, built by PostgreSQL in one round trip; the signed addresses of its
 * pictures are added here. `which` chooses the row, named `report`.
 */
export async function publicReport(ctx: ReportContext, which: RawBuilder<unknown>): Promise<string> {
  const { rows } = await sql<{ json: string; pictures: { photos: string[]; after: string[] } | null }>`
    select row_to_json(shown)::text as json, pictures
    from field_reports.reports as report
    cross join lateral (
      select ${publicColumns}, report.answer, report.reopened, report.coordinating, (
        select coalesce(json_agg(event), '[]') from (
          select type, at, data from core.event_log
          where subject = report.id::text and type in (${types}) order by at, id
        ) as event
      ) as timeline
    ) as shown
    cross join lateral (
      select case when shown.photos > 0 then json_build_object('photos', report.photos, 'after', report.after_photos) end as pictures
    ) as linked
    where ${which}
  `.execute(ctx.db);
  const row = rows[0];
  if (row === undefined) throw notFound({ vi: 'phản ánh', en: 'Report' });
  const { photos, after } = row.pictures ?? { photos: [], after: [] };
  const pictures = [...photos.map((id) => pictureOf(ctx, id, false)), ...after.map((id) => pictureOf(ctx, id, true))];
  return `${row.json.slice(0, -1)},"pictures":${JSON.stringify(pictures)}}`;
}

function pictureOf(ctx: ReportContext, id: string, after: boolean) {
  return { after, url: ctx.files.link(id), thumbnail: ctx.files.link(id, { size: 'thumbnail' }) };
}
