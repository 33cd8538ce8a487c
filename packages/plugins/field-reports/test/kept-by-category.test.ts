import { afterAll, beforeAll, expect, test } from 'vitest';
import { here, type MediaWorld, mediaWorld, photoTaken } from './media-world.ts';

let at: MediaWorld;

beforeAll(async () => {
  at = await mediaWorld();
  // A category of the template keeps contacts and originals for a year, evidence for a year, videos for six months.
  const { rows } = await at.hue.database(({ pool }) => pool.query(`select keep_contacts_months as contacts, keep_videos_months as videos from field_reports.categories where code = 'security'`));
  expect(rows).toEqual([{ contacts: 12, videos: 6 }]);
});
afterAll(() => at[Symbol.asyncDispose]());

const sql = (text: string, values: unknown[] = []) => at.hue.database(async ({ pool }) => (await pool.query<Record<string, unknown>>(text, values)).rows);

/** A report with everything that may be kept of it, ended so many months ago. */
async function ended(category: string, monthsAgo: number): Promise<string> {
  const photos = [await at.upload(await photoTaken(here)), await at.upload(await photoTaken(here))];
  const contact = { name: 'Trần Thị Bưởi', phone: '0900000123', consent: '2026-11' };
  const description = `Tụ tập gây rối trước ngõ, gọi 0900 000 123. ${category} ${monthsAgo}`;
  const { code } = await at.post('/reports', { category, description, ...here, photos, contact });
  await at.post(`/reports/${code}/redactions/picture`, { picture: photos[0], regions: [{ left: 0, top: 0, width: 500, height: 500 }] }, at.staff.dispatcher);
  const video = (await sql(`insert into core.files (id, plugin, subject, media_type, size) values (gen_random_uuid(), 'field-reports', 'x', 'video/mp4', 1) returning id`))[0]!['id'];
  await sql(`insert into field_reports.videos (id, report, state, bytes, file) select gen_random_uuid(), id, 'ready', 1, $2 from field_reports.reports where code = $1`, [code, video]);
  await sql(`update field_reports.reports set state = 'closed', closed_at = now() - make_interval(months => $2), video = $3 where code = $1`, [code, monthsAgo, video]);
  return code!;
}

const left = async (code: string) =>
  (
    await sql(
      `select
        exists (select from field_reports.contacts where report = reports.id) as contact,
        description <> public_text as original,
        cardinality(photos) as photos,
        (select count(*)::int from field_reports.redactions where report = reports.id) as hidden,
        (select count(*)::int from field_reports.picture_evidence where photo = any(photos)) as evidence,
        exists (select from field_reports.videos where report = reports.id) and video is not null as video
       from field_reports.reports as reports where code = $1`,
      [code],
    )
  )[0];

const everything = { contact: true, original: true, photos: 2, hidden: 1, evidence: 2, video: true };
const nothing = { contact: false, original: false, photos: 0, hidden: 0, evidence: 0, video: false };

test('a category keeps contacts, originals, evidence and videos for as long as it says; others as the province says', async () => {
  const codes = {
    recent: await ended('security', 5),
    halfYear: await ended('security', 7),
    year: await ended('security', 13),
    others: await ended('road-damage', 11),
    othersYear: await ended('road-damage', 13),
    othersTwo: await ended('road-damage', 25),
  };
  await sql(`insert into core.tasks (plugin, job) values ('core', 'apply-retention')`);
  at.world.kernel.committed(at.hue.now());
  await at.world.settled();
  expect(await left(codes.recent)).toEqual(everything);
  expect(await left(codes.halfYear)).toEqual({ ...everything, video: false });
  expect(await left(codes.year)).toEqual(nothing);
  expect(await left(codes.others)).toEqual(everything);
  expect(await left(codes.othersYear)).toEqual({ ...everything, video: false });
  expect(await left(codes.othersTwo)).toEqual(nothing);
});

test('the files behind them go too: no row of the store names what no report has', async () => {
  const loose = await sql(`
    select id from core.files where plugin = 'field-reports' and subject is not null
      and not exists (select from field_reports.reports where core.files.id = any(photos || after_photos) or core.files.id in (video, video_poster))
      and not exists (select from field_reports.redactions where core.files.id in (shown, original))
      and not exists (select from field_reports.videos where core.files.id in (file, poster))`);
  expect(loose).toEqual([]);
});
