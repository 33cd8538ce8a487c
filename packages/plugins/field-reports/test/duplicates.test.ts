import { fileURLToPath } from 'node:url';
import { loadTemplate } from '@tinhthong/core/template';
import { testClock, testWorld, type TestProvince, type TestWorld } from '@tinhthong/core/testing';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { sentMail } from '../../../core/src/kit/test-mail.ts';
import { consentVersion } from '../src/intake/submit.ts';
import { fieldReports } from '../src/plugin.ts';

let world: TestWorld;
let hue: TestProvince;
let staff: string;
// Ten in the morning: nobody's quiet hours.
const clock = testClock('2027-03-01T10:00:00+07:00');

beforeAll(async () => {
  const folder = fileURLToPath(import.meta.resolve('@tinhthong/templates/provinces/hue/province.json')).replace(/province\.json$/, '');
  world = await testWorld({ plugins: [fieldReports], provinces: [await loadTemplate(folder)], now: clock.now });
  hue = world.province('hue');
  staff = await hue.signIn({ name: 'can-bo', roles: ['dispatcher', 'officer'], agency: 'so-xay-dung' });
});
afterAll(() => world[Symbol.asyncDispose]());

const api = '/api/field-reports';
const here = { lat: 16.4637, lon: 107.5909 };
const metresNorth = (metres: number) => ({ lat: here.lat + metres / 111_320, lon: here.lon });
const pothole = 'Ổ gà to trước cổng trường Quốc Học, xe máy dễ ngã.';

interface Sent {
  readonly code: string;
  readonly followUp: string;
}
interface Shown {
  readonly status: string;
  readonly voices: number;
  readonly mergedInto: string | null;
  readonly timeline: { readonly type: string; readonly data: Record<string, unknown> }[];
}

async function post<T = Record<string, unknown>>(path: string, json: object = {}, as?: string): Promise<T & { http: number }> {
  const response = await hue.request(api + path, { json, ...(as && { as }) });
  return { ...((await response.json()) as T), http: response.status };
}
const submit = (more: object = {}, as?: string) => post<Sent>('/reports', { category: 'road-damage', description: pothole, ...here, ...more }, as);
const similar = async (asked: object) => (await post<{ items: { code: string; metres: number | null; likeness: number | null; voices: number }[] }>('/reports/similar', { category: 'road-damage', text: pothole, ...asked })).items;
const shown = async (code: string) => (await (await hue.request(`${api}/reports/${code}`)).json()) as Shown;
const move = (code: string, name: string, json: object = {}) => post<{ code: string }>(`/reports/${code}/${name}`, json, staff);
const answered = async (code: string) => {
  for (const [name, json] of [['accept', {}], ['assign', { agency: 'so-xay-dung' }], ['start', {}], ['answer', { answer: 'Đã vá xong mặt đường sáng nay.', photoNote: 'Máy ảnh không bật định vị.' }]] as const) {
    expect([name, (await move(code, name, json)).http]).toEqual([name, 200]);
  }
};
/** Each test reports at a place of its own. */
let places = 0;
const elsewhere = () => ({ lat: 16.3 + (places += 1) / 200, lon: 107.6 });
const mailsTo = async (address: string) => (await sentMail(world.dataDir)).filter(({ to }) => to === address);

test('open reports of the category within the province’s metres are found, by distance and likeness; others are not', async () => {
  const near = await submit({ ...metresNorth(20), description: 'Truoc cong truong Quoc Hoc co o ga rat to' });
  const nearer = await submit({ ...metresNorth(5), description: 'Vỉa hè bong gạch cạnh trạm xe buýt.' });
  await submit({ ...metresNorth(200) });
  await submit({ ...here, category: 'waste' });
  const found = await similar(here);
  expect(found.map(({ code, metres }) => [code, metres])).toEqual([[near.code, 20], [nearer.code, 5]]);
  await hue.set('field-reports', { similarMetres: 10 });
  expect((await similar(here)).map(({ code }) => code)).toEqual([nearer.code]);
  await hue.set('field-reports', {});
});

test('a closed report is found for the province’s days after its end, an open one however old it is', async () => {
  const place = elsewhere();
  const [closed, open] = [await submit(place), await submit({ ...place, description: 'Ổ gà to ngay cổng trường, chưa ai sửa.' })];
  await answered(closed.code);
  await move(closed.code, 'close');
  expect((await similar(place)).map(({ code }) => code)).toEqual([closed.code, open.code]);
  await hue.database(({ pool }) => pool.query(`update field_reports.reports set submitted_at = submitted_at - interval '200 days', closed_at = closed_at - interval '31 days' where code in ($1, $2)`, [closed.code, open.code]));
  expect((await similar(place)).map(({ code }) => code)).toEqual([open.code]);
});

test('what is not public, rejected or withdrawn is never found', async () => {
  const place = elsewhere();
  const [rejected, withdrawn, secret] = [await submit(place), await submit({ ...place, description: `${pothole} Lần hai.` }), await submit({ ...place, category: 'security', description: 'Nghi có người mua bán chất cấm.' })];
  await move(rejected.code, 'reject', { reason: 'Không thuộc phạm vi.' });
  await post(`/reports/${withdrawn.code}/withdraw`, { followUp: withdrawn.followUp });
  expect(await similar(place)).toEqual([]);
  expect(secret.http).toBe(201);
  expect(await similar({ ...place, category: 'security', text: 'Nghi có người mua bán chất cấm.' })).toEqual([]);
});

test('somebody joins instead: a voice is counted, once a person; they hear of its progress, rate it, and may leave', async () => {
  const { code } = await submit(elsewhere());
  const contact = { email: 'binh@vidu.vn', consent: consentVersion };
  const account = await hue.signIn({ name: 'nguoi-cung-bao', roles: [] });
  const voice = await post<Sent & { voices: number }>(`/reports/${code}/join`, { contact, remark: 'Tôi ngã ở đây, gọi 0905 123 456.' });
  expect(voice).toMatchObject({ http: 201, code, voices: 1 });
  // 1. The same person again is the same voice, whether they say so or not.
  expect((await post<{ voices: number }>(`/reports/${code}/join`, { contact })).voices).toBe(1);
  const first = await post<Sent & { voices: number }>(`/reports/${code}/join`, {}, account);
  expect(await post(`/reports/${code}/join`, {}, account)).toEqual(first);
  expect(first.voices).toBe(2);
  expect((await shown(code)).voices).toBe(2);
  // 2. Staff see what was added, masked, and not who.
  const inbox = await (await hue.request(`${api}/inbox/${code}`, { as: staff })).text();
  expect(inbox).toContain('Tôi ngã ở đây');
  for (const secret of ['0905', 'binh@vidu.vn', voice.followUp]) expect(inbox).not.toContain(secret);
  // 3. Whoever has an account hears of the answer; both may rate, and the reporter's rating stays their own.
  await answered(code);
  await world.settled();
  expect((await mailsTo('nguoi-cung-bao@hue.example')).map(({ subject }) => subject)).toContainEqual(expect.stringContaining(code));
  expect((await post(`/reports/${code}/rate`, { followUp: voice.followUp, rating: 'dissatisfied' })).http).toBe(200);
  expect((await post(`/reports/${code}/reopen`, { followUp: voice.followUp, reason: 'Vẫn còn ổ gà.' })).http).toBe(403);
  // 4. The secret opens this report and no other, and is over once the voice is taken back.
  const other = await submit(elsewhere());
  expect((await post(`/reports/${other.code}/follow`, { followUp: voice.followUp })).http).toBe(403);
  expect(await post(`/reports/${code}/follow`, { followUp: voice.followUp })).toMatchObject({ status: 'answered', standing: 'voice' });
  expect((await post(`/reports/${code}/leave`, { followUp: voice.followUp })).http).toBe(200);
  expect((await post(`/reports/${code}/leave`, { followUp: voice.followUp })).http).toBe(404);
  expect((await shown(code)).voices).toBe(1);
});

test('merging is told in both timelines; chains lead to the last, and nobody is merged into themselves', async () => {
  const [a, b, c] = [await submit(elsewhere()), await submit(elsewhere()), await submit(elsewhere())];
  await post(`/reports/${a.code}/join`, {});
  expect(await move(a.code, 'merge', { into: b.code })).toMatchObject({ status: 'merged', into: b.code });
  expect(await move(b.code, 'merge', { into: c.code })).toMatchObject({ into: c.code });
  // 1. Whoever names the middle of the chain means its end.
  const d = await submit(elsewhere());
  expect(await move(d.code, 'merge', { into: a.code })).toMatchObject({ into: c.code });
  expect([(await shown(a.code)).mergedInto, (await shown(b.code)).mergedInto, (await shown(c.code)).mergedInto]).toEqual([c.code, c.code, null]);
  // 2. a with its voice, b and d: four more people than the one who sent c.
  expect((await shown(c.code)).voices).toBe(4);
  // 3. No loop, neither at once nor round about; and what is merged is not merged again.
  for (const [from, into] of [[c, c], [c, a], [c, b]] as const) expect((await hue.request(`${api}/reports/${from.code}/merge`, { as: staff, json: { into: into.code } })).status).toBe(409);
  expect((await hue.request(`${api}/reports/${a.code}/merge`, { as: staff, json: { into: d.code } })).status).toBe(409);
  expect((await shown(a.code)).timeline.at(-1)).toMatchObject({ type: 'report.merged', data: { into: b.code } });
  expect((await shown(c.code)).timeline.filter(({ type }) => type === 'report.absorbed').map(({ data }) => data['code'])).toEqual([b.code, d.code]);
  // 4. The page of the merged one leads to the other, and joining it joins the last.
  const page = await (await hue.request(`/phan-anh/${a.code}`, { headers: { accept: 'text/html' } })).text();
  expect(page).toContain(`<a href="/phan-anh/${c.code}">`);
  expect(await post(`/reports/${a.code}/join`, {})).toMatchObject({ code: c.code });
});

test('two merges in opposite directions at the same moment leave one of them', async () => {
  const [a, b] = [await submit(elsewhere()), await submit(elsewhere())];
  const both = await Promise.all([hue.request(`${api}/reports/${a.code}/merge`, { as: staff, json: { into: b.code } }), hue.request(`${api}/reports/${b.code}/merge`, { as: staff, json: { into: a.code } })]);
  expect(both.map(({ status }) => status).toSorted()).toEqual([200, 409]);
  expect([(await shown(a.code)).status, (await shown(b.code)).status].toSorted()).toEqual(['merged', 'submitted']);
});

test('nobody is unsubscribed by a merge: the reporter of the merged one hears of the other’s progress and rates it', async () => {
  const one = await submit({ ...elsewhere(), contact: { email: 'lan@vidu.vn', consent: consentVersion } });
  const follower = await hue.signIn({ name: 'nguoi-theo-doi', roles: [] });
  await post(`/reports/${one.code}/join`, {}, follower);
  const other = await submit(elsewhere());
  await move(one.code, 'merge', { into: other.code });
  await world.settled();
  expect((await mailsTo('lan@vidu.vn')).map(({ subject }) => subject)).toEqual([`Phản ánh ${one.code}: đã gộp vào ${other.code}`]);
  await answered(other.code);
  await world.settled();
  expect((await mailsTo('lan@vidu.vn')).map(({ subject }) => subject)).toContainEqual(`Phản ánh ${other.code} đã có trả lời`);
  expect((await mailsTo('nguoi-theo-doi@hue.example')).map(({ subject }) => subject)).toContainEqual(expect.stringContaining(other.code));
  expect((await post(`/reports/${other.code}/rate`, { followUp: one.followUp, rating: 'accepted' })).http).toBe(200);
  // With the code of their own report as well.
  expect(await post(`/reports/${one.code}/rate`, { followUp: one.followUp, rating: 'satisfied' })).toMatchObject({ code: other.code });
  expect((await shown(other.code)) as unknown).toMatchObject({ rating: null });
});

test('a merge is undone within the day, and both are as they were', async () => {
  const [one, other] = [await submit(elsewhere()), await submit(elsewhere())];
  await move(one.code, 'accept');
  await move(one.code, 'merge', { into: other.code });
  expect(await move(one.code, 'unmerge')).toEqual({ code: one.code, status: 'accepted', http: 200 });
  expect(await shown(one.code)).toMatchObject({ status: 'accepted', mergedInto: null });
  expect((await shown(other.code)).voices).toBe(0);
  expect((await shown(one.code)).timeline.at(-1)?.type).toBe('report.unmerged');
  expect((await shown(other.code)).timeline.at(-1)).toMatchObject({ type: 'report.released', data: { code: one.code } });
  await move(one.code, 'merge', { into: other.code });
  clock.move({ days: 1, minutes: 1 });
  staff = await hue.signIn({ name: 'can-bo', roles: ['dispatcher', 'officer'], agency: 'so-xay-dung' });
  expect((await hue.request(`${api}/reports/${one.code}/unmerge`, { as: staff, json: {} })).status).toBe(409);
});

test('a voice taken back from a merged report is one fewer at the one it was merged into, also after undoing', async () => {
  const [one, other] = [await submit(elsewhere()), await submit(elsewhere())];
  const voice = await post<Sent>(`/reports/${one.code}/join`, {});
  await move(one.code, 'merge', { into: other.code });
  expect((await shown(other.code)).voices).toBe(2);
  await post(`/reports/${other.code}/leave`, { followUp: voice.followUp });
  expect((await shown(other.code)).voices).toBe(1);
  await move(one.code, 'unmerge');
  expect([(await shown(one.code)).voices, (await shown(other.code)).voices]).toEqual([0, 0]);
});

test('a report that others were merged into is neither rejected nor withdrawn, until it stands alone again', async () => {
  const [one, other] = [await submit(elsewhere()), await submit(elsewhere())];
  await move(one.code, 'merge', { into: other.code });
  expect(await move(other.code, 'reject', { reason: 'Không thuộc phạm vi.' })).toMatchObject({ http: 409, code: 'others-merged-here' });
  expect(await post(`/reports/${other.code}/withdraw`, { followUp: other.followUp })).toMatchObject({ http: 409, code: 'others-merged-here' });
  expect(await shown(other.code)).toMatchObject({ status: 'submitted', voices: 1 });
  await move(one.code, 'unmerge');
  expect(await move(one.code, 'reject', { reason: 'Không thuộc phạm vi.' })).toMatchObject({ http: 200, status: 'rejected' });
  expect(await post(`/reports/${other.code}/withdraw`, { followUp: other.followUp })).toMatchObject({ http: 200, status: 'withdrawn' });
});

test('a public report is not merged into a secret one, where its reporter would hear no more', async () => {
  const [open, secret] = [await submit(elsewhere()), await submit({ ...elsewhere(), category: 'security', description: 'Nghi có người mua bán chất cấm ở đây.' })];
  expect(await move(open.code, 'merge', { into: secret.code })).toMatchObject({ http: 409, code: 'merge-not-public' });
  expect(await shown(open.code)).toMatchObject({ status: 'submitted', mergedInto: null });
});

test('a voice taken back while its report is being merged is one fewer at the other one too', async () => {
  const [one, other] = [await submit(elsewhere()), await submit(elsewhere())];
  const voice = await post<Sent>(`/reports/${one.code}/join`, {});
  await hue.database(async ({ pool }) => {
    const merge = await pool.connect();
    try {
      // 1. A merge that has taken its two voices along and is not yet committed.
      await merge.query('begin');
      await merge.query(
        `update field_reports.reports as source set state = 'merged', merged_from = source.state, merged_at = now(), merged_voices = 2, merged_into = other.id
         from field_reports.reports as other where source.code = $1 and other.code = $2`,
        [one.code, other.code],
      );
      await merge.query('update field_reports.reports set voices = voices + 2 where code = $1', [other.code]);
      // 2. The voice goes, and waits for it.
      const left = post(`/reports/${one.code}/leave`, { followUp: voice.followUp });
      await vi.waitFor(async () => expect((await merge.query('select from pg_stat_activity where pg_backend_pid() = any(pg_blocking_pids(pid))')).rowCount).toBe(1), 10_000);
      await merge.query('commit');
      expect((await left).http).toBe(200);
    } finally {
      merge.release(true);
    }
  });
  expect((await shown(other.code)).voices).toBe(1);
});

test('whoever takes their voice back hears no more at the address they left with it; what they followed before they follow still', async () => {
  const { code } = await submit(elsewhere());
  const follower = await hue.signIn({ name: 'theo-doi-tu-truoc', roles: [] });
  await post('/subscriptions', { report: code }, follower);
  await post(`/reports/${code}/join`, {}, follower);
  const voice = await post<Sent>(`/reports/${code}/join`, { contact: { email: 'chi@vidu.vn', phone: '0905 000 321', consent: consentVersion } });
  const addresses = () => hue.database(async ({ pool }) => (await pool.query<{ address: string }>(`select coalesce(email, phone, 'account') as address from field_reports.subscriptions where report = (select id from field_reports.reports where code = $1) order by 1`, [code])).rows.map(({ address }) => address));
  expect(await addresses()).toEqual(['+84905000321', 'account', 'chi@vidu.vn']);
  expect((await post(`/reports/${code}/leave`, { followUp: voice.followUp })).http).toBe(200);
  expect((await post(`/reports/${code}/leave`, {}, follower)).http).toBe(200);
  expect([await addresses(), (await shown(code)).voices]).toEqual([['account'], 0]);
});

test('a voice that goes takes its rating along, wherever in the chain that was given', async () => {
  const [one, other] = [await submit(elsewhere()), await submit(elsewhere())];
  const voice = await post<Sent>(`/reports/${one.code}/join`, {});
  await move(one.code, 'merge', { into: other.code });
  await answered(other.code);
  expect((await post(`/reports/${one.code}/rate`, { followUp: voice.followUp, rating: 'dissatisfied' })).http).toBe(200);
  const rated = async () => (await shown(other.code)) as Shown & { voiceRatings: object };
  expect((await rated()).voiceRatings).toEqual({ satisfied: 0, accepted: 0, dissatisfied: 1 });
  await post(`/reports/${one.code}/leave`, { followUp: voice.followUp });
  expect((await rated()).voiceRatings).toEqual({ satisfied: 0, accepted: 0, dissatisfied: 0 });
});

test('the form shows what is like it before it sends: join, send all the same, or change it; nothing is lost', async () => {
  const filled = { category: 'trees', description: 'Cây xà cừ nghiêng sắp đổ trước số 12 Lê Lợi.', commune: '19789', address: '12 Lê Lợi' };
  const send = async (fields: Record<string, string>) => {
    const response = await hue.request('/phan-anh/gui', { method: 'POST', headers: { accept: 'text/html' }, body: new URLSearchParams(fields) });
    const text = await response.text();
    const [code = '', followUp = ''] = [...text.matchAll(/class="code">([^<]+)</g)].map(([, value]) => value!);
    return { status: response.status, text, code, followUp };
  };
  const first = await send({ ...filled, once: 'a' });
  expect(first.status).toBe(201);
  // 1. A second press of the same button is the first report, and is not shown as one like it.
  expect(await send({ ...filled, once: 'a' })).toMatchObject({ status: 201, code: first.code });
  // 2. Somebody else writes about the same.
  const other = { ...filled, description: 'Cay xa cu truoc so 12 Le Loi nghieng sap do <b>', email: 'an@vidu.vn', consent: consentVersion };
  const asked = await send({ ...other, once: 'b' });
  expect([asked.status, asked.code]).toEqual([200, '']);
  for (const words of [first.code, 'Cùng việc này', 'vẫn gửi', 'Cay xa cu truoc so 12 Le Loi nghieng sap do &lt;b&gt;', 'value="an@vidu.vn"']) expect(asked.text).toContain(words);
  const joined = await send({ ...other, once: 'c', join: first.code });
  expect([joined.status, joined.code, joined.followUp === first.followUp]).toEqual([201, first.code, false]);
  expect((await shown(first.code)).voices).toBe(1);
  // 3. Or it is something else after all.
  const sent = await send({ ...other, once: 'd', anyway: '1' });
  expect([sent.status, sent.code === first.code]).toEqual([201, false]);
  expect((await send({ ...other, once: 'e', edit: '1' })).text).toContain('nghieng sap do &lt;b&gt;</textarea>');
});
