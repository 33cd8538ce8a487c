import { Agent, request } from 'node:http';
import { fileURLToPath } from 'node:url';
import { loadTemplate } from '@tinhthong/core/template';
import { testClock, testWorld, type TestProvince, type TestWorld } from '@tinhthong/core/testing';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { signatureOf } from '../src/intake/webhook-signature.ts';
import { fieldReports } from '../src/plugin.ts';

let world: TestWorld;
let hue: TestProvince;
let dispatcher: string;
let agent: string;
const clock = testClock('2027-03-01T10:00:00+07:00');
const secret = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw';

beforeAll(async () => {
  const folder = fileURLToPath(import.meta.resolve('@tinhthong/templates/provinces/hue/province.json')).replace(/province\.json$/, '');
  world = await testWorld({ plugins: [fieldReports], provinces: [await loadTemplate(folder)], now: clock.now });
  hue = world.province('hue');
  const admin = await hue.signIn({ name: 'quan-tri', roles: ['admin'] });
  dispatcher = await hue.signIn({ name: 'dieu-phoi', roles: ['dispatcher'], agency: 'ioc' });
  agent = await hue.signIn({ name: 'tong-dai', roles: ['agent'], agency: 'ioc' });
  const kept = await hue.request('/api/core/modules/field-reports/secrets/intake', { method: 'PUT', as: admin, json: { value: secret } });
  expect(kept.status).toBeLessThan(300);
});
afterAll(() => world[Symbol.asyncDispose]());

const api = '/api/field-reports';
const here = { lat: 16.4637, lon: 107.5909 };
type Answer = Record<string, unknown> & { status: number };

const ask = async (path: string, init: Parameters<TestProvince['request']>[1] = {}): Promise<Answer> => {
  const response = await hue.request(api + path, init);
  return { ...((await response.json()) as object), status: response.status };
};
let messages = 0;
function signed(path: string, body: string | Uint8Array, { id = `msg_${(messages += 1)}`, key = secret } = {}): Promise<Answer> {
  const bytes = typeof body === 'string' ? Buffer.from(body) : Buffer.from(body);
  const at = String(Math.floor(clock.now().getTime() / 1_000));
  const headers = { 'content-type': 'application/octet-stream', 'webhook-id': id, 'webhook-timestamp': at, 'webhook-signature': `v1,${signatureOf(key, id, at, bytes)}` };
  return ask(path, { method: 'POST', body: bytes, headers });
}
const sendMessage = (message: object, options = {}) => signed('/intake/messages', JSON.stringify({ channel: 'zalo', text: 'Đèn đường ngõ 5 tắt ba đêm liền.', ...message }), options);
const sendLetter = (lines: readonly string[], options = {}) => signed('/intake/emails', lines.join('\r\n'), options);
const waiting = async (query = '') => (await ask(`/intake/waiting${query}`, { as: dispatcher }))['items'] as Record<string, unknown>[];
const itemOf = async (id: unknown, query = '') => (await waiting(query)).find((item) => item['id'] === id);
const countReports = () => hue.database(async ({ pool }) => Number((await pool.query<{ count: string }>('select count(*) from field_reports.reports')).rows[0]!.count));

test('only what the province’s secret has signed is taken in', async () => {
  expect(await sendMessage({}, { key: 'whsec_c2VjcmV0LW1vaQ==' })).toMatchObject({ status: 401, code: 'bad-signature' });
  expect((await ask('/intake/messages', { json: { channel: 'zalo', text: 'Không ký' } })).status).toBe(401);
  expect(await waiting()).toEqual([]);
});

test('a message without category or place waits; an operator completes it, once, and its sender is answered without having been seen', async () => {
  const { id, status, state } = await sendMessage({ from: { phone: '0905123456', name: 'Nguyễn Thử' }, pictures: [(await drawing()).toString('base64'), 'AAAA'] });
  expect([status, state]).toEqual([202, 'waiting']);
  const item = await itemOf(id);
  expect(item).toMatchObject({ kind: 'message', channel: 'zalo', sender: '***456', photos: 1, fault: expect.stringContaining('1 pictures') });
  expect(JSON.stringify(item)).not.toMatch(/0905123|Nguyễn Thử/);
  // 1. To ask back, somebody with the permission looks, for a purpose that is recorded.
  expect((await ask(`/intake/waiting/${id as string}/sender`, { as: agent, json: { purpose: 'Gọi lại hỏi địa chỉ.' } })).status).toBe(403);
  expect(await ask(`/intake/waiting/${id as string}/sender`, { as: dispatcher, json: { purpose: 'Gọi lại hỏi địa chỉ.' } })).toMatchObject({ phone: '0905123456' });
  // 2. Two operators at the same moment: one report, with its picture, by its channel.
  const json = { category: 'street-light', commune: '19789', description: 'Đèn đường ngõ 5 Lê Lợi tắt ba đêm liền.', item: id };
  const both = await Promise.all([ask('/intake/reports', { as: dispatcher, json }), ask('/intake/reports', { as: agent, json })]);
  expect(both.map((one) => one.status).toSorted()).toEqual([201, expect.toSatisfy((other: number) => other === 409 || other === 422)]);
  const { code } = both.find((one) => one.status === 201)!;
  const report = (await (await hue.request(`${api}/reports/${code as string}`)).json()) as { photos: number; timeline: { data: object }[] };
  expect([report.photos, report.timeline[0]?.data]).toEqual([1, expect.objectContaining({ channel: 'zalo' })]);
  expect(await ask(`/reports/${code as string}/reporter`, { as: dispatcher, json: { purpose: 'Gọi lại báo kết quả.' } })).toMatchObject({ name: 'Nguyễn Thử', phone: '+84905123456' });
  expect(await itemOf(id)).toBeUndefined();
});

test('a message that says category and place is a report at once, in the same queue', async () => {
  const before = await countReports();
  const { id } = await sendMessage({ category: 'street-light', ...here, text: 'Đèn đường trước số 9 tắt từ hôm qua.', from: { phone: '0900000123' } });
  await world.settled();
  expect(await countReports()).toBe(before + 1);
  expect(await itemOf(id)).toBeUndefined();
});

test('a message that names a place of another province waits with what is wrong', async () => {
  const { id } = await sendMessage({ category: 'street-light', lat: 10.77, lon: 106.7, text: 'Đèn đường ở nơi khác tắt.' });
  await world.settled();
  expect(await itemOf(id)).toMatchObject({ state: 'waiting', fault: expect.stringContaining('nằm ngoài') });
});

test('the same message again changes nothing, and the same text of the same sender is counted, not stored again', async () => {
  const from = { phone: '0900000321' };
  const first = await sendMessage({ from, text: 'Cống nghẹt trước nhà số 3.' }, { id: 'msg_lap' });
  expect(await sendMessage({ from, text: 'Cống nghẹt trước nhà số 3.' }, { id: 'msg_lap' })).toMatchObject({ id: first['id'], again: true });
  for (let i = 0; i < 5; i += 1) await sendMessage({ from, text: 'cong nghet truoc nha so 3.' });
  const same = (await waiting('?limit=100')).filter((item) => String(item['text']).startsWith('Cống nghẹt trước nhà số 3'));
  expect(same).toEqual([expect.objectContaining({ id: first['id'], repeats: 5 })]);
});

test('the same text about the same lamp is a repeat within the province’s hour, and a new report once the lamp has broken again', async () => {
  const lamp = { category: 'street-light', ...here, text: 'Đèn đường trước số 17 lại tắt.', from: { phone: '0900000456' } };
  const reports = async (message: object) => {
    const before = await countReports();
    await sendMessage(message);
    await world.settled();
    return (await countReports()) - before;
  };
  const now = clock.now();
  expect(await reports(lamp)).toBe(1);
  // Accented otherwise it is another message, and the same text.
  expect(await reports({ ...lamp, text: 'Đèn đường trước số 17 lai tat.' })).toBe(0);
  clock.set(new Date(now.getTime() + 8 * 3_600_000));
  expect(await reports({ ...lamp, text: 'Đèn đường trước số 17 lại tắt!' })).toBe(1);
  clock.set(now);
});

test('what cannot be read is kept as it came, with its fault', async () => {
  for (const [body, fault] of [['{"channel":', 'not JSON'], ['{"channel":"fax","text":"x"}', 'not as documented: channel'], [new Uint8Array([0, 255, 254]), 'not JSON']] as const) {
    const { id, status } = await signed('/intake/messages', body);
    expect(status).toBe(202);
    expect(await itemOf(id)).toMatchObject({ fault, text: null });
    const { rows } = await hue.database(({ pool }) => pool.query<{ raw: Buffer }>('select raw from field_reports.intake_items where id = $1', [id]));
    expect(rows[0]!.raw.equals(Buffer.from(body))).toBe(true);
  }
});

test('a letter waits with its words and its pictures; handed over twice it is one', async () => {
  const picture = (await drawing()).toString('base64').replace(/.{76}/g, '$&\r\n');
  const lines = [
    'From: =?utf-8?B?Tmd1eeG7hW4gVGjhu60=?= <dan@vi-du.example>', 'To: phananh@hue.example', 'Subject: =?utf-8?B?Q+G7kW5nIG5naOG6uXQ=?=', 'Message-ID: <mot@vi-du.example>',
    'MIME-Version: 1.0', 'Content-Type: multipart/mixed; boundary="x"', '',
    '--x', 'Content-Type: text/html; charset=utf-8', '', '<p>Cống trước số 5 <b>nghẹt</b> hai tuần.</p><script>alert(1)</script>',
    '--x', 'Content-Type: image/png; name=a.png', 'Content-Transfer-Encoding: base64', 'Content-Disposition: attachment; filename=a.png', '', picture,
    '--x', 'Content-Type: application/pdf; name=b.pdf', 'Content-Transfer-Encoding: base64', '', 'AAAA', '--x--', '',
  ];
  const first = await sendLetter(lines);
  expect(await sendLetter(lines)).toMatchObject({ id: first['id'], again: true });
  expect(await itemOf(first['id'])).toMatchObject({ kind: 'email', channel: 'email', text: 'Cống nghẹt\n\nCống trước số 5 nghẹt hai tuần.', photos: 1, sender: 'd***@v***' });
});

test('absence notes, bounces and newsletters are put aside with the reason', async () => {
  const letter = (more: readonly string[], from = 'dan@vi-du.example') => sendLetter([`From: ${from}`, ...more, 'Subject: Re: Phan anh', '', 'Toi di vang.']);
  const notes = [await letter(['Auto-Submitted: auto-replied']), await letter([], 'MAILER-DAEMON@vi-du.example'), await letter(['List-Id: <tin@vi-du.example>'])];
  expect(notes.map(({ state }) => state)).toEqual(['dropped', 'dropped', 'dropped']);
  const reasons = await Promise.all(notes.map(async ({ id }) => (await itemOf(id, '?state=dropped'))?.['fault']));
  expect(reasons).toEqual(['automatic reply', 'sent by a machine', 'mailing list']);
});

test('bytes that are no letter are kept with their fault', async () => {
  const { id } = await signed('/intake/emails', new Uint8Array(sharp.simd() ? [1, 2, 3, 0] : [1]));
  expect(await itemOf(id)).toMatchObject({ fault: 'not a letter: no From header' });
});

test('a call is interrupted: the draft is there for the colleagues of the agency, becomes a report, and old ones go by themselves', async () => {
  const { id, status } = await ask('/intake/drafts', { as: agent, json: { description: 'Người gọi báo ổ gà, chưa', contact: { name: 'Trần Thử', phone: '0900000456' } } });
  expect(status).toBe(201);
  const elsewhere = await hue.signIn({ name: 'tong-dai-khac', roles: ['agent'], agency: 'so-xay-dung' });
  expect((await ask(`/intake/waiting/${id as string}`, { as: elsewhere })).status).toBe(404);
  expect(await ask(`/intake/waiting/${id as string}`, { as: agent })).toMatchObject({ contact: { phone: '0900000456' } });
  expect(await ask(`/intake/waiting/${id as string}`, { as: dispatcher })).toMatchObject({ contact: null, sender: '***456' });
  await ask(`/intake/waiting/${id as string}`, { method: 'PUT', as: dispatcher, json: { category: 'road-damage', description: 'Người gọi báo ổ gà ở cầu vượt.' } });
  const entered = await ask('/intake/reports', { as: dispatcher, json: { category: 'road-damage', ...here, description: 'Người gọi báo ổ gà ở chân cầu vượt.', item: id } });
  expect(entered).toMatchObject({ status: 201, agency: expect.any(String), followUp: expect.any(String) });
  const { rows } = await hue.database(({ pool }) => pool.query('select channel, reporter from field_reports.reports where code = $1', [entered['code']]));
  expect(rows).toEqual([{ channel: 'hotline', reporter: null }]);

  const old = await ask('/intake/drafts', { as: agent, json: { description: 'Máy bị ngắt.' } });
  const message = await sendMessage({ text: 'Tin chưa ai xem.' });
  clock.move({ days: 8 });
  dispatcher = await hue.signIn({ name: 'dieu-phoi', roles: ['dispatcher'], agency: 'ioc' });
  await world.due();
  expect(await itemOf(old['id'], '?limit=100')).toBeUndefined();
  expect(await itemOf(message['id'], '?limit=100')).toBeDefined();
});

test('on behalf of others only staff enter, and citizens cannot claim a channel that is not theirs', async () => {
  const json = { category: 'road-damage', description: 'Người gọi báo ổ gà lớn.', ...here };
  const citizen = await hue.signIn({ name: 'cong-dan', roles: ['citizen'] });
  for (const as of [undefined, citizen]) expect((await ask('/intake/reports', { json, ...(as && { as }) })).status).toBe(as === undefined ? 401 : 403);
  for (const channel of ['hotline', 'zalo', 'open311']) expect((await ask('/reports', { json: { ...json, channel } })).status).toBe(422);
});

test('what is no report is put aside with a reason, and stays to be looked at', async () => {
  const { id } = await sendMessage({ text: 'Bán đất nền giá rẻ!' });
  expect((await ask(`/intake/waiting/${id as string}/discard`, { as: dispatcher, json: { reason: 'Tin quảng cáo.' } })).status).toBe(200);
  expect(await itemOf(id, '?state=discarded')).toMatchObject({ text: 'Bán đất nền giá rẻ!', fault: 'Tin quảng cáo.' });
  expect((await ask(`/intake/waiting/${id as string}`, { as: dispatcher })).status).toBe(404);
});

test('whoever was caught by the trap though a person is taken in under the very code that they were given', async () => {
  const json = { category: 'road-damage', description: 'Trình duyệt của tôi tự điền ô ẩn.', ...here, website: 'https://vidu.vn' };
  const sent = await ask('/reports', { json });
  expect(sent).toMatchObject({ status: 201, followUp: expect.stringMatching(/^.{16}$/) });
  expect((await hue.request(`${api}/reports/${sent['code'] as string}`)).status).toBe(404);
  const [item] = await waiting('?kind=suspect');
  const { website: _, ...report } = json;
  expect(await ask('/intake/reports', { as: dispatcher, json: { ...report, item: item!['id'] } })).toMatchObject({ status: 201, code: sent['code'], followUp: sent['followUp'] });
  expect(await ask(`/reports/${sent['code'] as string}/follow`, { json: { followUp: sent['followUp'] } })).toMatchObject({ code: sent['code'] });
});

test('the pages of staff: a call is saved as a draft, completed to a report, or put aside', async () => {
  const page = async (path: string, form?: Record<string, string>) => {
    const response = await hue.request(path, { headers: { accept: 'text/html' }, as: dispatcher, ...(form && { method: 'POST', body: new URLSearchParams(form) }) });
    return { status: response.status, to: response.headers.get('location'), text: await response.text() };
  };
  const filled = { category: 'waste', description: 'Dân gọi: rác ùn trước chợ.', commune: '19789', address: 'Chợ Đông Ba' };
  expect(await page('/phan-anh/tiep-nhan/moi', { ...filled, category: '', do: 'draft' })).toMatchObject({ status: 303, to: '/phan-anh/tiep-nhan?done=draft' });
  const list = await page('/phan-anh/tiep-nhan');
  expect(list.text).toContain('Dân gọi: rác ùn trước chợ.');
  const [, path = ''] = /href="(\/phan-anh\/tiep-nhan\/[0-9a-f-]{36})">Bản nháp/.exec(list.text) ?? [];
  expect((await page(path)).text).toContain('Dân gọi: rác ùn trước chợ.</textarea>');
  const lacking = await page(path, { ...filled, category: '', do: 'enter' });
  expect([lacking.status, lacking.text.includes('Hãy chọn việc bạn muốn phản ánh.'), lacking.text.includes('value="Chợ Đông Ba"')]).toEqual([422, true, true]);
  const entered = await page(path, { ...filled, do: 'enter' });
  expect([entered.status, /class="code">HUE-/.test(entered.text)]).toEqual([201, true]);
  expect((await page(path)).status).toBe(404);
  expect((await hue.request('/phan-anh/tiep-nhan/moi', { headers: { accept: 'text/html' } })).status).toBe(303);
});

test('10,000 identical reports from one address leave one report, each sender is led to it, and others go on being served', { timeout: 120_000 }, async () => {
  const port = await world.listen();
  const keepAlive = new Agent({ keepAlive: true, maxSockets: 50 });
  const post = (json: object, headers: Record<string, string> = {}) =>
    new Promise<{ status: number; body: Record<string, unknown> }>((resolve, reject) => {
      const sent = request({ host: '127.0.0.1', port, agent: keepAlive, path: `${api}/reports`, method: 'POST', headers: { host: 'hue.localhost', 'content-type': 'application/json', ...headers } }, (response) => {
        const parts: Buffer[] = [];
        response.on('data', (part: Buffer) => parts.push(part)).on('end', () => resolve({ status: response.statusCode!, body: JSON.parse(Buffer.concat(parts).toString()) as Record<string, unknown> }));
      });
      sent.on('error', reject).end(JSON.stringify(json));
    });
  const before = await countReports();
  const flood = { category: 'flooding', description: 'Nước ngập trước chợ Đông Ba.', ...here };
  const spellings = ['Nước ngập trước chợ Đông Ba.', 'nuoc ngap truoc cho dong ba.', 'NƯỚC  NGẬP trước chợ Đông Ba. '];
  const sending = Array.from({ length: 10_000 }, (_, i) => post({ ...flood, description: spellings[i % 3] }));
  const others = Array.from({ length: 20 }, async (_, i) => {
    const started = performance.now();
    const { status } = await post({ ...flood, description: `Nhà số ${i} ngập đến gối, cần giúp.` });
    return { status, ms: performance.now() - started };
  });
  const statuses = (await Promise.all(sending)).map(({ status }) => status);
  expect((await Promise.all(others)).map(({ status }) => status)).toEqual(Array.from({ length: 20 }, () => 201));
  expect([statuses.filter((status) => status === 201).length, statuses.filter((status) => status === 409).length]).toEqual([1, 9_999]);
  expect(await countReports()).toBe(before + 21);
  // Its agency hears of it once, and nobody's telephone rings ten thousand times.
  await world.settled();
  const { rows: told } = await hue.database(({ pool }) => pool.query<{ notices: number; calls: number }>(`
    select (select count(*) from core.notices where key = 'new:' || code)::int as notices, (select count(*) from core.messages where kind = 'immediate-report')::int as calls
    from field_reports.reports where description in ('${spellings.join("', '")}')`));
  expect(told).toEqual([{ notices: 1, calls: expect.toSatisfy((calls: number) => calls <= 6) as number }]);
  // 1. Its sender is told which one it is; a repeat with the key of the first is that very answer.
  const again = await post(flood);
  expect(again.body).toMatchObject({ status: 409, code: 'already-sent', title: expect.stringMatching(/HUE-\d{2}-\d{7}/) });
  const keyed = { ...flood, description: 'Nước ngập đường Huỳnh Thúc Kháng.' };
  const [first, repeat] = [await post(keyed, { 'idempotency-key': 'mot' }), await post(keyed, { 'idempotency-key': 'mot' })];
  expect([first.status, repeat.status, repeat.body['code']]).toEqual([201, 201, first.body['code']]);
  // 2. After the hour it may be sent again; so may what was withdrawn.
  await hue.request(`${api}/reports/${first.body['code'] as string}/withdraw`, { json: { followUp: first.body['followUp'] } });
  expect((await post(keyed)).status).toBe(201);
  clock.move({ minutes: 61 });
  expect((await post(flood)).status).toBe(201);
  keepAlive.destroy();
});

async function drawing(): Promise<Buffer> {
  return sharp({ create: { width: 640, height: 480, channels: 3, background: '#7a8a5b' } }).png().toBuffer();
}
