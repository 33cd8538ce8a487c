import { fileURLToPath } from 'node:url';
import { loadTemplate } from '@tinhthong/core/template';
import { testClock, testWorld, type TestProvince, type TestWorld } from '@tinhthong/core/testing';
import sharp from 'sharp';
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { sentMail } from '../../../core/src/kit/test-mail.ts';
import { consentVersion } from '../src/intake/submit.ts';
import { fieldReports } from '../src/plugin.ts';

vi.setConfig({ testTimeout: 60_000 });

// Ten in the morning: nobody's quiet hours.
const start = '2027-03-01T10:00:00+07:00';
const clock = testClock(start);
const api = '/api/field-reports';
const reason = 'Ổ gà vẫn còn nguyên, xe vẫn ngã.';
let world: TestWorld;
let hue: TestProvince;
let staff: string;
let leader: string;
let sent = 0;

beforeAll(async () => {
  const folder = fileURLToPath(import.meta.resolve('@tinhthong/templates/provinces/hue/province.json')).replace(/province\.json$/, '');
  world = await testWorld({ plugins: [fieldReports], provinces: [await loadTemplate(folder)], now: clock.now });
  hue = world.province('hue');
  // May handle whatever agency a report has come to.
  await hue.role('all', ['report:read', 'report:accept', 'report:assign', 'report:handle', 'report:close'].map((permission) => ({ permission })));
});
beforeEach(async () => {
  clock.set(start);
  staff = await hue.signIn({ name: 'can-bo', roles: ['all'], agency: 'so-xay-dung' });
  leader = await hue.signIn({ name: 'lanh-dao', roles: ['province-leader'], agency: 'van-phong-ubnd' });
});
afterAll(() => world[Symbol.asyncDispose]());

interface Sent {
  readonly code: string;
  readonly followUp: string;
}
interface Report {
  readonly status: string;
  readonly agency: string;
  readonly rating: string | null;
  readonly voiceRatings: object;
  readonly reopened: number;
  readonly pictures: unknown[];
  readonly timeline: { readonly type: string; readonly data: Record<string, unknown> }[];
}

/** Each in a place and with words of its own, so that none is taken for a repeat of another. */
async function submit(more: object = {}): Promise<Sent> {
  sent += 1;
  const json = { category: 'road-damage', description: `Ổ gà thứ ${sent} trước cổng trường, xin sửa sớm.`, lat: 16.46 + sent * 0.004, lon: 107.59, ...more };
  const answer = await hue.request(`${api}/reports`, { json });
  expect(answer.status).toBe(201);
  return (await answer.json()) as Sent;
}
const post = (code: string, action: string, json: object = {}, as?: string) => hue.request(`${api}/reports/${code}/${action}`, { method: 'POST', json, ...(as !== undefined && { as }) });
async function done(code: string, action: string, json: object = {}, as?: string): Promise<void> {
  const answer = await post(code, action, json, as);
  expect([action, answer.status, answer.ok ? '' : await answer.text()]).toEqual([action, 200, '']);
}
const problemOf = async (answer: Response) => [answer.status, ((await answer.json()) as { code: string }).code];
const answer = 'Đã vá xong mặt đường sáng nay.';
async function answered(more: object = {}): Promise<Sent> {
  const report = await submit(more);
  for (const move of ['accept', 'assign', 'start']) await done(report.code, move, {}, staff);
  await done(report.code, 'answer', { answer }, staff);
  return report;
}
async function shownOf(code: string): Promise<Report> {
  await world.settled();
  return (await (await hue.request(`${api}/reports/${code}`)).json()) as Report;
}
const reactionsOf = async (code: string) => (await (await hue.request(`${api}/inbox/${code}/reactions`, { as: leader })).json()) as { remarks: { kind: string; text: string; photos: number }[]; ratings: { by: string; comment: string }[]; disputedAt: string | null };
async function photo(): Promise<string> {
  const body = await sharp({ create: { width: 40, height: 30, channels: 3, background: '#777' } }).png().toBuffer();
  return ((await (await hue.request(`${api}/photos`, { method: 'POST', body })).json()) as { id: string }).id;
}

test('the reporter rates on three levels with a comment that staff read without its telephone number, and changes it within 15 days', async () => {
  const { code, followUp } = await answered();
  await done(code, 'rate', { followUp, rating: 'dissatisfied', comment: 'Còn một lỗ, gọi 0900 000 123.' });
  await done(code, 'rate', { followUp, rating: 'accepted', comment: 'Đã tạm ổn, số tôi 0900 000 123.' });
  const shown = await shownOf(code);
  expect(shown.rating).toBe('accepted');
  expect(JSON.stringify(shown)).not.toMatch(/tạm ổn|Còn một lỗ/);
  expect((await reactionsOf(code)).ratings).toMatchObject([{ by: 'reporter', rating: 'accepted', comment: 'Đã tạm ổn, số tôi [số điện thoại].' }]);
  clock.move({ days: 15, minutes: 1 });
  expect(await problemOf(await post(code, 'rate', { followUp, rating: 'satisfied' }))).toEqual([409, 'too-late-to-change']);
});

test('whoever added a voice rates too, and is shown apart from the reporter', async () => {
  const { code, followUp } = await answered();
  const voice = (await (await post(code, 'join')).json()) as Sent;
  await done(code, 'rate', { followUp, rating: 'satisfied' });
  await done(code, 'rate', { followUp: voice.followUp, rating: 'dissatisfied' });
  const shown = await shownOf(code);
  expect([shown.rating, shown.voiceRatings]).toEqual(['satisfied', { satisfied: 0, accepted: 0, dissatisfied: 1 }]);
  expect((await post(code, 'reopen', { followUp: voice.followUp, reason })).status).toBe(403);
});

test('reopened with a reason and a picture it goes back to its agency; staff read why, the public does not', async () => {
  const { code, followUp } = await answered();
  expect((await post(code, 'reopen', { followUp })).status).toBe(422);
  await done(code, 'reopen', { followUp, reason, photos: [await photo()] });
  const shown = await shownOf(code);
  expect([shown.status, shown.agency, shown.reopened, shown.pictures.length]).toEqual(['reopened', 'so-xay-dung', 1, 1]);
  expect(JSON.stringify(shown)).not.toContain(reason);
  expect(shown.timeline.at(-1)).toMatchObject({ type: 'report.reopened', data: { agency: 'so-xay-dung', before: 'so-xay-dung', times: 1 } });
  expect((await reactionsOf(code)).remarks).toMatchObject([{ kind: 'reopened', text: reason, photos: 1 }]);
});

test('the second time it goes to another agency, a third time the supervisor decides, who gives it to yet another', async () => {
  // 1. Twice reopened: back to the agency, then to the operations centre, for the department has no one above it.
  const { code, followUp } = await answered();
  const again = async () => {
    await done(code, 'start', {}, staff);
    await done(code, 'answer', { answer }, staff);
  };
  await done(code, 'reopen', { followUp, reason });
  await again();
  await done(code, 'reopen', { followUp, reason });
  expect(await shownOf(code)).toMatchObject({ status: 'reopened', agency: 'ioc', reopened: 2 });
  await again();

  // 2. A third time is refused, and the request goes to the supervisor once.
  expect(await problemOf(await post(code, 'reopen', { followUp, reason }))).toEqual([409, 'supervisor-decides']);
  await done(code, 'dispute', { followUp, reason });
  expect(await problemOf(await post(code, 'dispute', { followUp, reason }))).toEqual([409, 'disputed-already']);
  const notices = (await (await hue.request('/api/core/notices', { as: leader })).json()) as { items: { title: string }[] };
  expect(JSON.stringify(notices)).toContain(`Phản ánh ${code} chờ cấp trên quyết định`);

  // 3. Only whoever may decide decides, and never gives it to one that has answered before.
  const decide = { decision: 'reopen', reason: 'Giao đơn vị khác làm lại, hỏi 0900 000 123.', agency: 'so-nong-nghiep-va-moi-truong' };
  expect((await post(code, 'decide', decide, staff)).status).toBe(403);
  expect((await post(code, 'decide', { ...decide, agency: 'so-xay-dung' }, leader)).status).toBe(422);
  await done(code, 'decide', decide, leader);
  const given = await shownOf(code);
  expect(given).toMatchObject({ status: 'reopened', agency: 'so-nong-nghiep-va-moi-truong', reopened: 3 });
  expect(given.timeline.at(-1)!.data['reason']).toBe('Giao đơn vị khác làm lại, hỏi [số điện thoại].');
  const { rows: told } = await hue.database(({ pool }) => pool.query(`select title->>'vi' as title from core.notices where agency = 'so-nong-nghiep-va-moi-truong' and link = $1`, [`/phan-anh/viec/${code}`]));
  expect(told).toEqual([{ title: `Phản ánh ${code} được chuyển đến đơn vị` }]);
  expect(await problemOf(await post(code, 'decide', decide, leader))).toEqual([409, 'impossible-move']);
});

test('a supervisor who lets the result stand says why, for everybody to read', async () => {
  const { code, followUp } = await answered();
  for (const _ of [1, 2]) {
    await done(code, 'reopen', { followUp, reason });
    await done(code, 'start', {}, staff);
    await done(code, 'answer', { answer }, staff);
  }
  await done(code, 'dispute', { followUp, reason });
  expect((await reactionsOf(code)).disputedAt).not.toBeNull();
  await done(code, 'decide', { decision: 'uphold', reason: 'Đã cùng anh Tư 0900 000 123 kiểm tra tại chỗ, mặt đường đạt yêu cầu.' }, leader);
  const shown = await shownOf(code);
  expect([shown.status, shown.timeline.at(-1)]).toMatchObject(['answered', { type: 'report.upheld', data: { reason: 'Đã cùng anh Tư [số điện thoại] kiểm tra tại chỗ, mặt đường đạt yêu cầu.' } }]);
});

test('after 15 days it is reopened no more', async () => {
  const { code, followUp } = await answered();
  clock.move({ days: 15, minutes: 1 });
  expect(await problemOf(await post(code, 'reopen', { followUp, reason }))).toEqual([409, 'too-late-to-reopen']);
});

test('with the code one adds pictures and words while the report is open; the words are for staff alone', async () => {
  const { code, followUp } = await submit();
  expect((await post(code, 'add', { followUp })).status).toBe(422);
  expect((await post(code, 'add', { text: 'Nay nước chảy mạnh hơn.' })).status).toBe(403);
  await done(code, 'add', { followUp, text: 'Nay nước chảy mạnh hơn, tôi là Hai Lúa.', photos: [await photo()] });
  const shown = await shownOf(code);
  expect([shown.pictures.length, shown.timeline.at(-1)]).toMatchObject([1, { type: 'report.supplemented', data: { photos: 1, remark: true } }]);
  const { rows } = await hue.database(({ pool }) => pool.query(`select 1 from core.events where data::text like '%Hai Lúa%'`));
  expect([JSON.stringify(shown).includes('Hai Lúa'), rows]).toEqual([false, []]);
  expect((await reactionsOf(code)).remarks).toMatchObject([{ kind: 'added', text: 'Nay nước chảy mạnh hơn, tôi là Hai Lúa.' }]);
  for (const move of ['accept', 'assign', 'start']) await done(code, move, {}, staff);
  await done(code, 'answer', { answer }, staff);
  expect(await problemOf(await post(code, 'add', { followUp, text: 'Muộn rồi.' }))).toEqual([409, 'not-open']);
});

test('staff read what reporters add without telephone numbers and plates; as it was written it is behind the permission', async () => {
  const { code, followUp } = await submit({ category: 'traffic' });
  const text = 'Xe 75A-123.45 vẫn đậu đó, gọi tôi 0900 000 123.';
  await done(code, 'add', { followUp, text });
  expect((await reactionsOf(code)).remarks).toMatchObject([{ text: 'Xe [biển số] vẫn đậu đó, gọi tôi [số điện thoại].' }]);
  const page = await (await hue.request(`/phan-anh/viec/${code}`, { as: leader })).text();
  expect([page.includes('vẫn đậu đó'), /123\.45|0900/.test(page)]).toEqual([true, false]);
  const dispatcher = await hue.signIn({ name: 'dieu-phoi', roles: ['dispatcher'], agency: 'ioc' });
  const original = await post(code, 'original', { purpose: 'Gọi lại hỏi biển số xe.' }, dispatcher);
  expect(await original.json()).toMatchObject({ remarks: [{ kind: 'added', text }] });
});

test('a lost code is sent to the address that was left, and the answer tells nobody whether it is the right one', async () => {
  const { code, followUp } = await submit({ contact: { email: 'Lan@vidu.vn', consent: consentVersion } });
  const ask = async (of: string, json: object) => (await post(of, 'send-code', json)).text();
  const before = (await sentMail(world.dataDir)).length;
  const answers = [await ask(code, { email: 'lan@VIDU.vn' }), await ask(code, { email: 'ai-khac@vidu.vn' }), await ask('HUE-26-9999999', { email: 'lan@vidu.vn' })];
  expect(new Set(answers).size).toBe(1);
  await world.settled();
  const mails = (await sentMail(world.dataDir)).slice(before);
  expect(mails.map(({ to, link }) => [to, link])).toEqual([['Lan@vidu.vn', `http://hue.localhost/phan-anh/theo-doi?code=${code}#${followUp}`]]);
});
