import sharp from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { here, type MediaWorld, mediaWorld, photoTaken } from './media-world.ts';

interface Inbox {
  readonly evidence: readonly { picture: string; after: boolean; takenAt: string | null; lat: number | null; metres: number | null; flags: string[] }[];
  readonly afterPhotoNote: string | null;
}

let at: MediaWorld;

beforeAll(async () => {
  at = await mediaWorld();
});
afterAll(() => at[Symbol.asyncDispose]());

const inboxOf = (code: string, as = at.staff.dispatcher) => at.get<Inbox>(`/inbox/${code}`, as);
const answerWith = (photos: string[], more: object = {}) => ({ answer: 'Đã thay bóng đèn, đèn sáng lại.', photos, ...more });
const buonMaThuot = { lat: 12.6667, lon: 108.05 };

test('where and when a picture was taken is kept for staff, and stands in nothing that everybody gets', async () => {
  const taken = new Date(Date.now() - 600_000);
  const photo = await at.upload(await photoTaken({ ...here, at: taken }));
  const { code } = await at.post('/reports', { category: 'road-damage', description: 'Ổ gà lớn trước cổng trường.', ...here, photos: [photo] });
  const { evidence } = await inboxOf(code!);
  expect(evidence).toEqual([expect.objectContaining({ picture: photo, after: false, metres: expect.toSatisfy((metres: number) => metres < 5) as number, flags: [] })]);
  expect(Math.abs(new Date(evidence[0]!.takenAt!).getTime() - taken.getTime())).toBeLessThan(1_000);
  await at.world.settled();
  const shown = await at.get<{ pictures: { url: string }[] }>(`/reports/${code}`);
  expect(JSON.stringify(shown)).not.toMatch(/evidence|takenAt|metres/);
  const bytes = Buffer.from(await (await at.hue.request(shown.pictures[0]!.url)).arrayBuffer());
  expect((await sharp(bytes).metadata()).exif).toBeUndefined();
  expect((await at.hue.request(`/api/field-reports/inbox/${code}`)).status).toBe(401);
});

test('a picture whose GPS is in another province is taken in, and flagged to staff', async () => {
  const photo = await at.upload(await photoTaken(buonMaThuot));
  const { code } = await at.post('/reports', { category: 'road-damage', description: 'Hố sâu giữa đường, rất nguy hiểm.', ...here, photos: [photo] });
  expect((await inboxOf(code!)).evidence[0]!.flags).toEqual(['other-province', 'far']);
});

test('where the category requires an after-photo, an answer without one is refused in words that help', async () => {
  const code = await at.inProgress({ category: 'street-light' });
  const { status, errors } = await at.refused(`/reports/${code}/answer`, answerWith([]), at.staff.officer);
  expect([status, errors.map(({ path }) => path)]).toEqual([422, ['body.photos']]);
});

test('an after-photo taken near the place is enough; nothing has to be stated', async () => {
  const code = await at.inProgress({ category: 'street-light', description: 'Đèn trước chợ tắt từ tối qua.' });
  const photo = await at.upload(await photoTaken({ ...here, at: new Date() }), at.staff.officer);
  await at.post(`/reports/${code}/answer`, answerWith([photo]), at.staff.officer);
  expect(await inboxOf(code)).toMatchObject({ afterPhotoNote: null, evidence: [{ after: true, flags: [] }] });
});

test('one taken elsewhere, or without a place, needs a reason, which the supervisor reads and the public does not', async () => {
  const code = await at.inProgress({ category: 'street-light', description: 'Đèn sau trường học tắt hẳn.' });
  const far = await at.upload(await photoTaken({ lat: here.lat + 0.02, lon: here.lon, at: new Date() }), at.staff.officer);
  const { errors } = await at.refused(`/reports/${code}/answer`, answerWith([far]), at.staff.officer);
  expect(errors.map(({ path }) => path)).toEqual(['body.photoNote']);
  const photoNote = 'Máy của tổ sửa chữa lấy sai định vị.';
  await at.post(`/reports/${code}/answer`, answerWith([far], { photoNote }), at.staff.officer);
  expect(await inboxOf(code)).toMatchObject({ afterPhotoNote: photoNote, evidence: [{ after: true, flags: ['far'] }] });
  await at.world.settled();
  expect(JSON.stringify(await at.get(`/reports/${code}`))).not.toContain(photoNote);
});

test('a second answer leaves the first one its pictures, for everybody and for staff', async () => {
  const { code, followUp } = await at.post('/reports', { category: 'road-damage', description: 'Nắp cống vỡ trước bưu điện.', ...here });
  const taken = [await at.upload(await photoTaken(here), at.staff.officer), await at.upload(await photoTaken(here), at.staff.officer)];
  for (const [path, json, as] of [['accept', {}, at.staff.dispatcher], ['assign', { agency: 'so-xay-dung' }, at.staff.dispatcher], ['start', {}, at.staff.officer]] as const) await at.post(`/reports/${code}/${path}`, json, as);
  await at.post(`/reports/${code}/answer`, answerWith([taken[0]!]), at.staff.officer);
  await at.post(`/reports/${code}/reopen`, { followUp, reason: 'Nắp mới lại vỡ rồi.' });
  await at.post(`/reports/${code}/start`, {}, at.staff.officer);
  await at.post(`/reports/${code}/answer`, answerWith([taken[1]!]), at.staff.officer);
  expect((await inboxOf(code!)).evidence.map(({ picture, after }) => [picture, after])).toEqual(taken.map((picture) => [picture, true]));
  await at.world.settled();
  expect((await at.get<{ pictures: { after: boolean }[] }>(`/reports/${code}`)).pictures).toMatchObject([{ after: true }, { after: true }]);
  await at.post(`/reports/${code}/redactions/picture`, { picture: taken[0]!, regions: [{ left: 0, top: 0, width: 10, height: 10 }] }, at.staff.dispatcher);
});

test('other categories are answered with or without a picture', async () => {
  const code = await at.inProgress({ category: 'road-damage', description: 'Mặt đường nứt toác gần cầu.' });
  await at.post(`/reports/${code}/answer`, answerWith([]), at.staff.officer);
});

test('what an upload said of itself goes when nobody sent a report with it', async () => {
  const photo = await at.upload(await photoTaken(here));
  const known = () => at.hue.database(async ({ pool }) => (await pool.query('select 1 from field_reports.picture_evidence where photo = $1', [photo])).rowCount);
  expect(await known()).toBe(1);
  await at.hue.database(async ({ pool }) => {
    await pool.query('delete from core.files where id = $1', [photo]);
    await pool.query(`update field_reports.picture_evidence set received_at = now() - interval '1 day' where photo = $1`, [photo]);
    await pool.query(`insert into core.tasks (plugin, job) values ('field-reports', 'drop-loose-evidence')`);
  });
  at.world.kernel.committed(at.hue.now());
  await at.world.settled();
  expect(await known()).toBe(0);
});
