import { notFound } from '@tinhthong/core';
import { timelineTypes } from '../events.ts';
import type { ReportContext } from '../module.ts';
import { shownData } from '../privacy/published-words.ts';

/** What anyone may see of a report: the masked text and the place of the problem; never the reporter. */
export const publicColumns = `
  report.code, report.category, report.commune, report.lat, report.lon, report.address, report.public_text as text,
  report.state as status, report.agency, report.submitted_at as "submittedAt", report.due_at as "dueAt",
  report.answered_at as "answeredAt", cardinality(report.photos) + cardinality(report.after_photos) as photos, report.rating`;

const types = timelineTypes.map((type) => `'${type}'`).join(', ');

const selectReport = `
  select report.code as key, row_to_json(shown)::text as json, case when shown.photos > 0 then report.photos end as photos,
    case when shown.photos > 0 then report.after_photos end as after,
    report.video, report.video_poster as poster
  from field_reports.reports as report
  cross join lateral (
    select ${publicColumns}, report.answer, report.reopened,
      json_build_object('satisfied', report.voice_ratings[1], 'accepted', report.voice_ratings[2], 'dissatisfied', report.voice_ratings[3]) as "voiceRatings", report.coordinating, report.voices, case when report.merged_into is not null then (
      select code from field_reports.reports as last where last.id = field_reports.last_of(report.id)
    ) end as "mergedInto", (
      select coalesce(json_agg(event), '[]') from (
        select event.type, event.at, ${shownData} as data from core.event_log as event
        where event.subject = report.id::text and event.type in (${types}) order by event.at, event.id
      ) as event
    ) as timeline
  ) as shown`;
const byPublicCode = `${selectReport} where report.code = any($1::text[]) and report.public`;
const byId = `${selectReport} where report.id = $1`;

interface Selected {
  readonly key: string;
  readonly json: string;
  readonly photos: readonly string[] | null;
  readonly after: readonly string[] | null;
  readonly video: string | null;
  readonly poster: string | null;
}

const extensionPhotos = `
  select photo from field_reports.extensions as given cross join unnest(given.photos) as photo
  where given.report = (select id from field_reports.reports where code = $1) and given.state = 'granted' order by given.decided_at, given.id`;

/**
 * A report with its timeline as JSON text: by its code for everyone, by its id for who may see it though not public.
 * PostgreSQL builds it in one round trip; the signed addresses of the pictures are added here.
 */
export async function publicReport(ctx: ReportContext, which: { readonly code: string } | { readonly id: string }): Promise<string> {
  const row = 'code' in which ? await ctx.lookUp<Selected>(byPublicCode, which.code) : (await ctx.query<Selected>(byId, [which.id]))[0];
  if (row === undefined) throw notFound({ vi: 'phản ánh', en: 'Report' });
  // Few reports were ever given more time: the others are not asked about its pictures.
  const extended = row.json.includes('"report.extended"') ? await ctx.query<{ photo: string }>(extensionPhotos, [row.key]) : [];
  const pictures = [
    ...(row.photos ?? []).map((id) => pictureOf(ctx, id, false)),
    ...extended.map(({ photo }) => ({ ...pictureOf(ctx, photo, false), extension: true })),
    ...(row.after ?? []).map((id) => pictureOf(ctx, id, true)),
  ];
  const video = row.video && { url: ctx.files.link(row.video, { size: 'video' }), poster: row.poster && ctx.files.link(row.poster) };
  return `${row.json.slice(0, -1)},"pictures":${JSON.stringify(pictures)},"video":${JSON.stringify(video)}}`;
}

function pictureOf(ctx: ReportContext, id: string, after: boolean) {
  return { after, url: ctx.files.link(id), thumbnail: ctx.files.link(id, { size: 'thumbnail' }) };
}
