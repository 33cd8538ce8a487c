import { afterAll, beforeAll, expect, test } from 'vitest';
import { personalData } from '../src/privacy/personal-data.ts';
import { here, type MediaWorld, mediaWorld, photoTaken } from './media-world.ts';

let at: MediaWorld;

beforeAll(async () => {
  at = await mediaWorld();
});
afterAll(() => at[Symbol.asyncDispose]());

const sql = (text: string, values: unknown[] = []) => at.hue.database(async ({ pool }) => (await pool.query<Record<string, unknown>>(text, values)).rows);

/** A report with something in every table that holds data of people. */
async function withEverything(name: string): Promise<string> {
  const photos = [await at.upload(await photoTaken(here))];
  const contact = { name: 'Trần Thị Bưởi', phone: '0900000123', consent: '2026-11' };
  const { code } = await at.post('/reports', { category: 'road-damage', description: `Ổ gà trước nhà, gọi 0900 000 123. ${name}`, ...here, photos, contact });
  await at.post(`/reports/${code}/redactions/picture`, { picture: photos[0], regions: [{ left: 0, top: 0, width: 500, height: 500 }] }, at.staff.dispatcher);
  const [report] = await sql(`select id from field_reports.reports where code = $1`, [code]);
  const id = report!['id'] as string;
  const [video] = await sql(`insert into core.files (id, plugin, subject, media_type, size) values (gen_random_uuid(), 'field-reports', 'x', 'video/mp4', 1) returning id`);
  await sql(`insert into field_reports.videos (id, report, state, bytes, file) values (gen_random_uuid(), $1, 'ready', 1, $2)`, [id, video!['id']]);
  await sql(`insert into field_reports.report_answers values ($1, '{"how-long": "hai năm"}', '{https://anh.example/1.jpg}')`, [id]);
  await sql(`insert into field_reports.posted_updates values ($2, $1, 'khóa', 'open', 'Anh Tư số 5 kể lại.', null, now(), now())`, [id, name]);
  await sql(`insert into field_reports.voices (id, report, remark, person, counted, secret_hash, joined_at) values (gen_random_uuid(), $1, 'Nhà tôi cạnh đó.', $2::text, true, convert_to($2::text, 'UTF8'), now())`, [id, name]);
  await sql(`insert into field_reports.subscriptions (id, report, email, language, created_at, confirmed_at) values (gen_random_uuid(), $1, 'buoi@vidu.vn', 'vi', now(), now())`, [id]);
  await sql(`insert into field_reports.remarks (id, report, kind, description, photos, at) values (gen_random_uuid(), $1, 'added', 'Gọi con tôi giúp.', '{}', now())`, [id]);
  const [promised] = await sql(`insert into field_reports.picture_evidence (photo, taken_at) values (gen_random_uuid(), now()) returning photo`);
  await sql(`insert into field_reports.extensions (id, report, reason, photos, promised_at, state, requested_at) values (gen_random_uuid(), $1, 'Chờ vật tư.', array[$2::uuid], now(), 'granted', now())`, [id, promised!['photo']]);
  await sql(`insert into field_reports.ratings (report, rater, rating, comment, at) values ($1, 'reporter', 'satisfied', 'Cảm ơn anh Tư.', now())`, [id]);
  return id;
}

/** What waits, what was imported and what is followed have no end of a report to count from. */
async function ofNoReport(months: number): Promise<void> {
  await sql(`insert into field_reports.intake_items (id, kind, channel, agency, description, photos, received_at, updated_at)
    select gen_random_uuid(), 'draft', 'phone', id, 'Dân gọi, máy bị ngắt.', '{}', now() - make_interval(months => $1), now() - make_interval(months => $1) from core.agencies limit 1`, [months]);
  await sql(`with import as (insert into field_reports.imports (id, state, encoding, lines, bad, created_at) values (gen_random_uuid(), 'done', 'utf-8', 1, 0, now() - make_interval(months => $1)) returning id)
    insert into field_reports.import_lines (import, line, cells, state) select id, 2, '["Trần Thị Bưởi"]', 'imported' from import`, [months]);
  await sql(`insert into field_reports.subscriptions (id, category, email, language, created_at, confirmed_at)
    select gen_random_uuid(), 'road-damage', 'buoi@vidu.vn', 'vi', at, at from (select now() - make_interval(months => $1) as at) as given`, [months]);
}

test('every rule about keeping finds what is old enough, once, and leaves what is not', async () => {
  const [old, recent] = [await withEverything('cu'), await withEverything('moi')];
  await ofNoReport(25);
  await ofNoReport(0);
  await sql(`update field_reports.reports set state = 'closed', closed_at = now() - make_interval(months => case when id = $1 then 25 else 11 end) where id in ($1, $2)`, [old, recent]);
  const counted = async () => {
    await sql(`insert into core.tasks (plugin, job) values ('core', 'apply-retention')`);
    at.world.kernel.committed(at.hue.now());
    await at.world.settled();
    const { items } = await at.get<{ items: { data: { module: string; rule: string; rows: number } }[] }>('/api/core/audit?type=retention.applied&limit=200', at.staff.admin);
    return Object.fromEntries(items.filter(({ data }) => data.module === 'field-reports').map(({ data }) => [data.rule, data.rows]));
  };
  const ones = Object.fromEntries(Object.keys('none' in personalData ? {} : personalData.retentionRules ?? {}).map((rule) => [rule, 1]));
  // A remark and a comment; a subscription to the report and one to its category; its picture and that of an extension.
  const once = { ...ones, remarks: 2, subscriptions: 2, evidence: 2 };
  expect(await counted()).toEqual(once);
  expect(await counted()).toEqual(once);
  expect(at.world.logged.filter(({ level }) => Number(level) >= 50)).toEqual([]);
});
