import { fileURLToPath } from 'node:url';
import { loadTemplate } from '@tinhthong/core/template';
import { testClock, testWorld, type TestProvince, type TestWorld } from '@tinhthong/core/testing';
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { sentMail } from '../../../core/src/kit/test-mail.ts';
import { newsConsentVersion as consent } from '../src/after-answer/ask-for-news.ts';
import { consentVersion } from '../src/intake/submit.ts';
import { fieldReports } from '../src/plugin.ts';

vi.setConfig({ testTimeout: 60_000 });

// Nine in the morning: nobody's quiet hours.
const clock = testClock('2027-03-01T09:00:00+07:00');
const api = '/api/field-reports';
let world: TestWorld;
let hue: TestProvince;
let staff: string;
let seen = 0;
let sent = 0;

beforeAll(async () => {
  const folder = fileURLToPath(import.meta.resolve('@tinhthong/templates/provinces/hue/province.json')).replace(/province\.json$/, '');
  world = await testWorld({ plugins: [fieldReports], provinces: [await loadTemplate(folder)], now: clock.now });
  hue = world.province('hue');
});
beforeEach(async () => {
  clock.move({ hours: 2 });
  if (clock.now().getUTCHours() > 9) clock.set(new Date(Math.floor(clock.now().getTime() / 86_400_000 + 1) * 86_400_000 + 2 * 3_600_000).toISOString());
  staff = await hue.signIn({ name: 'can-bo', roles: ['dispatcher', 'officer'], agency: 'so-xay-dung' });
  await hue.database(({ pool }) => pool.query('delete from field_reports.subscriptions'));
  await news();
  seen = (await sentMail(world.dataDir)).length;
});
afterAll(() => world[Symbol.asyncDispose]());

const place = { lat: 16.4637, lon: 107.5909 };
async function submit(more: object = {}): Promise<{ code: string; commune: string }> {
  sent += 1;
  const answer = await hue.request(`${api}/reports`, { json: { category: 'road-damage', description: `Ổ gà thứ ${sent} trước cổng trường, xin sửa sớm.`, ...place, ...more } });
  expect(answer.status).toBe(201);
  return (await answer.json()) as { code: string; commune: string };
}
const ask = (json: object, as?: string) => hue.request(`${api}/subscriptions`, { json, ...(as !== undefined && { as }) });
const post = (path: string, json: object, as?: string) => hue.request(`${api}/subscriptions/${path}`, { json, ...(as !== undefined && { as }) });
const told = async () => {
  await world.settled();
  return (await sentMail(world.dataDir)).slice(seen);
};
/** The job that tells the news, a minute later. */
async function news(): Promise<void> {
  clock.move({ minutes: 1 });
  await hue.database(({ pool }) => pool.query(`insert into core.tasks (plugin, job) values ('field-reports', 'tell-news')`));
  world.kernel.committed(hue.now());
  await world.settled();
}
async function confirmed(json: object, email = 'an@vidu.vn'): Promise<string> {
  const at = (await sentMail(world.dataDir)).length;
  expect(await (await ask({ ...json, email, consent })).json()).toEqual({ status: 'confirm' });
  await world.settled();
  const [mail] = (await sentMail(world.dataDir)).slice(at);
  const token = decodeURIComponent(mail!.link.split('#')[1]!);
  expect((await post('confirm', { token })).status).toBe(200);
  seen = (await sentMail(world.dataDir)).length;
  return token;
}

test('an address is written to once, to confirm; before that it hears nothing, and after a day it is gone', async () => {
  const { code } = await submit();
  expect(await (await ask({ report: code, email: 'an@vidu.vn', consent })).json()).toEqual({ status: 'confirm' });
  await ask({ report: code, email: 'AN@vidu.vn', consent });
  const mails = await told();
  expect(mails.map(({ to, subject }) => [to, subject])).toEqual([['an@vidu.vn', 'Xác nhận nhận tin về phản ánh hiện trường']]);
  expect(mails[0]!.link).toMatch(/^http:\/\/hue\.localhost\/phan-anh\/nhan-tin\/xac-nhan#[0-9a-f-]{36}\.[\w-]{22}$/);
  await hue.request(`${api}/reports/${code}/accept`, { method: 'POST', as: staff });
  expect(await told()).toHaveLength(1);

  clock.move({ hours: 25 });
  await hue.database(({ pool }) => pool.query(`insert into core.tasks (plugin, job) values ('field-reports', 'drop-unconfirmed')`));
  world.kernel.committed(hue.now());
  await world.settled();
  const token = decodeURIComponent(mails[0]!.link.split('#')[1]!);
  expect((await post('confirm', { token })).status).toBe(410);
  const { rows } = await hue.database(({ pool }) => pool.query('select 1 from field_reports.subscriptions'));
  expect(rows).toEqual([]);
});

test('without consent to the use of the address nothing is kept, and nobody is subscribed by half a request', async () => {
  for (const json of [{ category: 'waste', email: 'an@vidu.vn' }, { category: 'waste' }, { email: 'an@vidu.vn', consent }, { category: 'security', email: 'an@vidu.vn', consent }, { category: 'waste', email: 'an@vidu.vn', phone: '0900000123', consent }, { commune: '00001', email: 'an@vidu.vn', consent }, { circle: { lat: 10.7, lon: 106.7, metres: 500 }, email: 'an@vidu.vn', consent }]) {
    expect([json, (await ask(json)).status]).toEqual([json, 422]);
  }
  expect((await ask({ report: 'HUE-26-9999999', email: 'an@vidu.vn', consent })).status).toBe(404);
  expect(await told()).toEqual([]);
});

test('whoever follows a report hears of each step, with a link that holds no secret and a way to end it', async () => {
  const { code } = await submit();
  await confirmed({ report: code });
  for (const [move, json] of [['accept', {}], ['assign', { agency: 'so-xay-dung' }], ['start', {}], ['answer', { answer: 'Đã vá xong mặt đường sáng nay.' }]] as const) {
    expect((await hue.request(`${api}/reports/${code}/${move}`, { method: 'POST', as: staff, json })).status).toBe(200);
    await world.settled();
  }
  const mails = await told();
  expect(mails.map(({ to, subject, link }) => [to, subject, link])).toEqual([
    ['an@vidu.vn', `Phản ánh ${code} đã được tiếp nhận`, `http://hue.localhost/phan-anh/${code}`],
    ['an@vidu.vn', `Phản ánh ${code} đã có trả lời`, `http://hue.localhost/phan-anh/${code}`],
  ]);
  expect(mails[0]!.text).toContain('/ngung-nhan?ma=');
});

test('one press in a letter ends the subscription: nothing is kept of the address, and asking again begins again', async () => {
  const { code } = await submit();
  await confirmed({ report: code });
  await hue.request(`${api}/reports/${code}/accept`, { method: 'POST', as: staff });
  const [mail] = await told();
  const press = () => hue.request(/\/ngung-nhan\?ma=\S+/.exec(mail!.text)![0], { method: 'POST', headers: { 'content-type': 'application/x-www-form-urlencoded' }, body: 'List-Unsubscribe=One-Click' });
  expect([(await press()).status, (await press()).status]).toEqual([200, 200]);
  expect(await hue.database(async ({ pool }) => (await pool.query('select id from field_reports.subscriptions')).rows)).toEqual([]);
  await confirmed({ report: code });
  await hue.request(`${api}/reports/${code}/assign`, { method: 'POST', as: staff, json: { agency: 'so-xay-dung' } });
  await hue.request(`${api}/reports/${code}/start`, { method: 'POST', as: staff });
  await hue.request(`${api}/reports/${code}/answer`, { as: staff, json: { answer: 'Đã vá xong mặt đường sáng nay.' } });
  expect((await told()).map(({ subject }) => subject)).toEqual([`Phản ánh ${code} đã có trả lời`]);
});

test('of two addresses left with a voice each is confirmed and ended by itself: a mailbox says nothing of whose the telephone is', async () => {
  const { code } = await submit();
  const contact = { email: 'an@vidu.vn', phone: '0905 000 123', consent: consentVersion };
  expect((await hue.request(`${api}/reports/${code}/join`, { json: { contact } })).status).toBe(201);
  const kept = () => hue.database(async ({ pool }) => (await pool.query('select email, phone, confirmed_at is not null as confirmed from field_reports.subscriptions order by email')).rows);
  const [letter] = await told();
  expect((await post('confirm', { token: decodeURIComponent(letter!.link.split('#')[1]!) })).status).toBe(200);
  const phone = { email: null, phone: '+84905000123', confirmed: false };
  expect(await kept()).toEqual([{ email: 'an@vidu.vn', phone: null, confirmed: true }, phone]);
  await hue.request(`${api}/reports/${code}/accept`, { method: 'POST', as: staff });
  const mail = (await told()).at(-1);
  expect([mail?.to, mail?.subject]).toEqual(['an@vidu.vn', `Phản ánh ${code} đã được tiếp nhận`]);
  await hue.request(/\/ngung-nhan\?ma=\S+/.exec(mail!.text)![0], { method: 'POST' });
  expect(await kept()).toEqual([phone]);
});

test('steps of several reports that come together are told to each follower once, each report by itself', async () => {
  const reports = [await submit(), await submit(), await submit()];
  for (const { code } of reports) await confirmed({ report: code });
  await confirmed({ report: reports[0]!.code }, 'binh@vidu.vn');
  const accept = ({ code }: { code: string }) => hue.request(`${api}/reports/${code}/accept`, { method: 'POST', as: staff });
  for (const { status } of await Promise.all(reports.map(accept))) expect(status).toBe(200);
  const mails = await told();
  const wanted = reports.map(({ code }) => ['an@vidu.vn', code]).concat([['binh@vidu.vn', reports[0]!.code]]);
  expect(mails.map(({ to, subject }) => [to, /HUE-\d\d-\d{7}/.exec(subject)?.[0]]).toSorted()).toEqual(wanted.toSorted());
});

test('news of a category, a commune and a circle reach those whom they concern, and no others', async () => {
  const { commune } = await submit();
  await confirmed({ category: 'waste' }, 'rac@vidu.vn');
  await confirmed({ commune }, 'phuong@vidu.vn');
  await confirmed({ commune, category: 'waste' }, 'rac-phuong@vidu.vn');
  await confirmed({ circle: { ...place, metres: 300 } }, 'gan@vidu.vn');
  await confirmed({ circle: { lat: 16.35, lon: 107.7, metres: 300 } }, 'xa@vidu.vn');
  clock.move({ minutes: 1 });
  const { code } = await submit();
  const { code: hidden } = await submit({ category: 'security', description: 'Nghi có người mua bán chất cấm ở đây.' });
  await news();
  const mails = await told();
  expect(mails.map(({ to }) => to).toSorted()).toEqual(['gan@vidu.vn', 'phuong@vidu.vn']);
  expect(mails.every(({ text }) => text.includes(code) && !text.includes(hidden))).toBe(true);
  expect(mails.map(({ subject }) => subject).toSorted().at(-1)).toBe('Trong 300 m quanh nơi đã chọn: 1 phản ánh mới, 0 trả lời mới');
  // Where somebody wants to hear from is perhaps where they live: it is in no message that is kept.
  const { rows } = await hue.database(({ pool }) => pool.query(`select 1 from core.messages where row_to_json(messages)::text like '%16.46%' or row_to_json(messages)::text like '%107.59%'`));
  expect(rows).toEqual([]);
});

test('a flood is one letter an hour, with the number of reports', async () => {
  await confirmed({ category: 'flooding' });
  clock.move({ minutes: 1 });
  for (let i = 0; i < 12; i += 1) await submit({ category: 'flooding', description: `Nước ngập đến gối ở kiệt số ${i}.`, lat: 16.45 + i * 0.004 });
  await news();
  clock.move({ minutes: 10 });
  for (let i = 0; i < 3; i += 1) await submit({ category: 'flooding', description: `Nước vẫn lên ở hẻm số ${i}, chưa rút.`, lat: 16.452 + i * 0.004 });
  await news();
  expect((await told()).map(({ subject }) => subject)).toEqual(['Ngập lụt, thoát nước: 12 phản ánh mới, 0 trả lời mới']);
  clock.move({ minutes: 50 });
  await news();
  expect((await told()).map(({ subject }) => subject).slice(1)).toEqual(['Ngập lụt, thoát nước: 3 phản ánh mới, 0 trả lời mới']);
  clock.move({ minutes: 61 });
  await news();
  expect(await told()).toHaveLength(2);
});

test('an account subscribes at once, lists what it follows, and ends it at one press; nobody else can', async () => {
  const [mine, other] = [await hue.signIn({ name: 'lan', roles: ['citizen'] }), await hue.signIn({ name: 'minh', roles: ['citizen'] })];
  const { code } = await submit();
  expect(await (await ask({ report: code }, mine)).json()).toEqual({ status: 'active' });
  await ask({ report: code }, mine);
  await ask({ category: 'waste' }, mine);
  const list = async (as: string) => ((await (await post('mine', {}, as)).json()) as { items: { id: string; report: string | null; category: string | null }[] }).items;
  expect(await list(mine)).toMatchObject([{ category: 'waste' }, { report: code }]);
  expect(await list(other)).toEqual([]);
  const [first] = await list(mine);
  expect((await post('end', { id: first!.id }, other)).status).toBe(404);
  expect((await post('end', { id: first!.id })).status).toBe(422);
  expect((await post('end', { id: first!.id }, mine)).status).toBe(200);
  expect(await list(mine)).toMatchObject([{ report: code }]);
});

test('with the link of a letter one lists and ends what goes to that address; a changed token opens nothing', async () => {
  const first = await confirmed({ category: 'waste' });
  const second = await confirmed({ category: 'trees' });
  await confirmed({ category: 'noise' }, 'binh@vidu.vn');
  const { items } = (await (await post('mine', { token: first })).json()) as { items: { id: string; category: string }[] };
  expect(items.map(({ category }) => category).toSorted()).toEqual(['trees', 'waste']);
  expect((await post('mine', { token: first.slice(0, -1) + (first.endsWith('A') ? 'B' : 'A') })).status).toBe(403);
  expect((await post('end', { token: second })).status).toBe(200);
  expect((await post('mine', { token: second })).status).toBe(410);
  expect((await post('end', { token: first, id: items.find(({ category }) => category === 'waste')!.id })).status).toBe(200);
});

test('subscribing again after the mail program ended it works, for it is a new subscription', async () => {
  const before = await confirmed({ category: 'waste' });
  const after = await confirmed({ category: 'waste' });
  expect(after.slice(0, 36)).not.toBe(before.slice(0, 36));
  const { rows } = await hue.database(({ pool }) => pool.query('select id from field_reports.subscriptions'));
  expect(rows).toEqual([{ id: after.slice(0, 36) }]);
});

test('who is erased follows nothing any more, and gets what they followed beforehand', async () => {
  const admin = await hue.signIn({ name: 'quan-tri', roles: ['admin'] });
  const citizen = await hue.signIn({ name: 'buoi', roles: ['citizen'] });
  await ask({ circle: { ...place, metres: 500 } }, citizen);
  const account = await hue.database(async ({ db }) => (await db.selectFrom('identity.user').select('id').where('email', '=', 'buoi@hue.example').executeTakeFirstOrThrow()).id);
  const request = async (kind: string) => (await (await hue.request('/api/core/personal-data/requests', { as: admin, json: { kind, account } })).json()) as { id: string };
  const { id } = await request('export');
  const given = (await (await hue.request(`/api/core/personal-data/requests/${id}/export`, { as: admin, method: 'POST' })).json()) as { modules: Record<string, { data: unknown }> };
  expect(given.modules['field-reports']?.data).toMatchObject([{ follows: null, metres: 500, lat: place.lat }]);
  await request('erase');
  await world.settled();
  const { rows } = await hue.database(({ pool }) => pool.query('select 1 from field_reports.subscriptions where account = $1', [account]));
  expect(rows).toEqual([]);
});

test('the pages: asked for from a report, confirmed by a press and not by looking, listed, ended', async () => {
  const { code } = await submit();
  const page = (path: string, form?: Record<string, string>) => hue.request(path, { headers: { accept: 'text/html' }, ...(form && { method: 'POST', body: new URLSearchParams(form) }) });
  expect(await (await page(`/phan-anh/${code}`)).text()).toContain(`href="/phan-anh/nhan-tin?code=${code}"`);
  const form = await (await page(`/phan-anh/nhan-tin?code=${code}`)).text();
  expect(form).toContain(`Tiến độ của phản ánh ${code}`);
  expect(form).not.toMatch(/name="consent"[^>]*checked/);
  const unticked = await page('/phan-anh/nhan-tin', { code, what: '300', email: 'an@vidu.vn' });
  expect([unticked.status, await unticked.text()]).toEqual([422, expect.stringContaining('value="an@vidu.vn"')]);
  expect(await (await page('/phan-anh/nhan-tin', { code, what: '300', email: 'an@vidu.vn', consent })).text()).toContain('Còn một bước: xác nhận');
  const link = new URL((await told())[0]!.link);
  const open = await page(link.pathname);
  expect([open.status, await open.text()]).toEqual([200, expect.stringContaining('data-from-link')]);
  const ma = decodeURIComponent(link.hash.slice(1));
  const done = await (await page(link.pathname, { ma, do: 'confirm' })).text();
  expect(done).toContain('Đã xác nhận.');
  expect(done).toContain('Trong 300 m quanh nơi đã chọn');
  expect(await (await page(link.pathname, { ma, do: 'end' })).text()).toContain('Đã ngừng.');
  expect((await page(link.pathname, { ma: 'sai', do: 'confirm' })).status).toBe(422);
});
