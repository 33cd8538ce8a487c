import { fileURLToPath } from 'node:url';
import { loadTemplate } from '@tinhthong/core/template';
import { testClock, type TestProvince, testWorld, type TestWorld } from '@tinhthong/core/testing';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { clockOf } from '../src/clocks/clock-rows.ts';
import { type Clock, type ClockEvent, replay } from '../src/clocks/clocks.ts';
import type { ShownClocks } from '../src/pages/clocks-panel.ts';
import { fieldReports } from '../src/plugin.ts';
import type { ClockRow } from '../src/clocks/clocks-tables.ts';
import { vn } from './office-calendar.ts';

const clock = testClock(vn('2026-11-16 08:00'));
let world: TestWorld;
let hue: TestProvince;

beforeAll(async () => {
  const folder = fileURLToPath(import.meta.resolve('@tinhthong/templates/provinces/hue/province.json')).replace(/province\.json$/, '');
  world = await testWorld({ plugins: [fieldReports], provinces: [await loadTemplate(folder)], now: clock.now });
  hue = world.province('hue');
});
afterAll(() => world[Symbol.asyncDispose]());

const api = '/api/field-reports';
const road = { category: 'road-damage', description: 'Ổ gà lớn trước cổng trường, xin sửa sớm.', lat: 16.4637, lon: 107.5909 };
type Role = 'dispatcher' | 'officer' | 'province-leader' | 'admin';
const sessions = new Map<string, Promise<string>>();
/** Somebody of this role, on the day that the clock shows: sessions of other days are over, and nobody signs in before they did. */
function signIn(role: Role, agency = role === 'officer' ? 'so-xay-dung' : role === 'dispatcher' ? 'ioc' : 'van-phong-ubnd'): Promise<string> {
  const key = `${role}-${agency}-${clock.now().toISOString().slice(0, 10)}`;
  if (!sessions.has(key)) sessions.set(key, hue.signIn({ name: key, roles: [role], agency }));
  return sessions.get(key)!;
}

let sent = 0;
async function submit(at: string, more: object = {}): Promise<{ code: string; followUp: string; dueAt: string }> {
  clock.set(vn(at));
  const response = await hue.request(`${api}/reports`, { json: { ...road, description: `${road.description} Lần ${(sent += 1)}.`, ...more } });
  expect(response.status).toBe(201);
  return (await response.json()) as { code: string; followUp: string; dueAt: string };
}

async function act(role: Role, path: string, json: unknown = undefined, agency?: string) {
  const response = await hue.request(`${api}${path}`, { method: 'POST', as: await signIn(role, agency), json });
  return { status: response.status, body: (await response.json()) as Record<string, string> & { errors?: { path: string }[] } };
}
async function done(role: Role, path: string, json?: unknown, agency?: string) {
  const answer = await act(role, path, json, agency);
  expect([path, answer.status, answer.body]).toEqual([path, expect.toSatisfy((status: number) => status < 300), expect.anything()]);
  return answer.body;
}
/** Submitted, accepted and in the hands of the department of construction. */
async function inHand(at: string, more: object = {}): Promise<string> {
  const { code } = await submit(at, more);
  await done('dispatcher', `/reports/${code}/accept`);
  await done('dispatcher', `/reports/${code}/assign`, { agency: 'so-xay-dung' });
  await done('officer', `/reports/${code}/start`);
  return code;
}
const refusalOf = ({ status, body }: Awaited<ReturnType<typeof act>>) => [status, body['code'], ...(body.errors ?? []).map(({ path }) => path)];
const timeOf = async (code: string): Promise<ShownClocks> => (await (await hue.request(`${api}/inbox/${code}/clocks`, { as: await signIn('dispatcher') })).json()) as ShownClocks;
const dueOf = async (code: string, kind = 'whole') => new Date((await timeOf(code)).clocks.find((one) => one.kind === kind)!.dueAt);
// Without its beginning, which PostgreSQL's own clock dates.
const timelineOf = async (code: string) => {
  await world.settled();
  return ((await (await hue.request(`${api}/reports/${code}`)).json()) as { timeline: { type: string; data: Record<string, unknown> }[] }).timeline.filter(({ type }) => type !== 'report.submitted');
};
const eventsOf = async (code: string) => {
  const { rows } = await hue.database(({ pool }) =>
    pool.query<ClockEvent>(`select type, at, data from core.events where subject = (select id::text from field_reports.reports where code = $1) order by id`, [code]),
  );
  return rows;
};
async function storedAndReplayed(code: string): Promise<[Clock[], Clock[]]> {
  const { rows } = await hue.database(({ pool }) => pool.query<ClockRow>('select * from field_reports.clocks where report = (select id from field_reports.reports where code = $1)', [code]));
  const sorted = (clocks: Clock[]) => clocks.toSorted((a, b) => `${a.kind}|${a.part}`.localeCompare(`${b.kind}|${b.part}`));
  return [sorted(rows.map(clockOf)), sorted(replay(await eventsOf(code)))];
}
const noticesOf = async (agency: string) =>
  (await hue.database(({ pool }) => pool.query<{ title: { vi: string } }>('select title from core.notices where agency = $1 order by id', [agency]))).rows.map(({ title }) => title.vi);

test('the clocks of a report begin with it and follow its moves; the log alone gives the same clocks', async () => {
  const code = await inHand('2026-11-18 08:00', { channel: 'app' });
  clock.set(vn('2026-11-19 10:00'));
  await done('officer', `/reports/${code}/answer`, { answer: 'Đã vá xong mặt đường sáng nay.' });
  expect((await timeOf(code)).clocks.map(({ kind, inTime, dueAt }) => [kind, inTime, new Date(dueAt)])).toEqual([
    ['accept', true, vn('2026-11-18 14:00')],
    ['assign', true, vn('2026-11-18 14:00')],
    ['whole', true, vn('2026-11-30 08:00')],
  ]);
  const [stored, replayed] = await storedAndReplayed(code);
  expect(replayed).toEqual(stored);
  expect((await timelineOf(code)).find(({ type }) => type === 'report.answered')?.data).toMatchObject({ onTime: true });
});

test('a pause needs a reason, ends by itself at its ceiling, and adds the working time it took', async () => {
  const code = await inHand('2026-11-12 08:00');
  expect(await dueOf(code)).toEqual(vn('2026-11-23 08:00'));
  clock.set(vn('2026-11-13 15:00'));
  expect(refusalOf(await act('officer', `/reports/${code}/pause`, { reason: '' }))).toEqual([422, 'invalid-input', 'body.reason']);
  expect(refusalOf(await act('officer', `/reports/${code}/pause`, { reason: 'Chờ vật tư', until: '2026-11-13T14:00:00+07:00' }))).toEqual([422, 'invalid-input', 'body.until']);
  expect(refusalOf(await act('officer', `/reports/${code}/pause`, { reason: 'Chờ vật tư', until: '2026-12-13T14:00:00+07:00' }))).toEqual([422, 'invalid-input', 'body.until']);
  await done('officer', `/reports/${code}/pause`, { reason: 'Chờ vật tư, gọi 0905 123 456', until: '2026-11-16T09:00:00+07:00' });
  expect(refusalOf(await act('officer', `/reports/${code}/pause`, { reason: 'Chờ vật tư' }))).toEqual([409, 'not-pausable']);

  // Nobody comes back: the job ends it at nine on Monday, though it runs at ten.
  clock.set(vn('2026-11-16 10:00'));
  await world.due();
  expect((await timeOf(code)).pauses).toMatchObject([{ endedBy: 'ceiling', endedAt: vn('2026-11-16 09:00').toISOString() }]);
  expect(await dueOf(code)).toEqual(vn('2026-11-23 11:30'));
  const shown = await timelineOf(code);
  expect(shown.find(({ type }) => type === 'report.paused')?.data['reason']).not.toContain('0905');
  expect(shown.at(-1)).toMatchObject({ type: 'report.resumed', data: { dueAt: vn('2026-11-23 11:30').toISOString() } });

  // A second one is ended by hand, a third there is not; an answer ends a pause as well.
  await done('officer', `/reports/${code}/pause`, { reason: 'Mưa lớn kéo dài' });
  clock.set(vn('2026-11-16 11:00'));
  await done('officer', `/reports/${code}/resume`);
  expect(await dueOf(code)).toEqual(vn('2026-11-23 14:30'));
  expect(refusalOf(await act('officer', `/reports/${code}/resume`))).toEqual([409, 'not-paused']);
  expect(refusalOf(await act('officer', `/reports/${code}/pause`, { reason: 'Mưa lớn kéo dài' }))).toEqual([409, 'too-many-pauses']);
  const [stored, replayed] = await storedAndReplayed(code);
  expect(replayed).toEqual(stored);
});

test('an answer in the middle of a pause ends it and is in time', async () => {
  const code = await inHand('2026-11-12 08:00');
  clock.set(vn('2026-11-20 16:00'));
  await done('officer', `/reports/${code}/pause`, { reason: 'Chờ vật tư' });
  clock.set(vn('2026-11-23 16:00'));
  await done('officer', `/reports/${code}/answer`, { answer: 'Đã vá xong mặt đường sáng nay.' });
  expect((await timelineOf(code)).slice(-2).map(({ type, data }) => [type, data['onTime']])).toEqual([['report.resumed', undefined], ['report.answered', true]]);
  expect((await timeOf(code)).pauses).toMatchObject([{ endedBy: 'move' }]);
});

test('an extension is asked for by the handler and decided by an approver; the citizen sees date and reason; twice at most', async () => {
  const code = await inHand('2026-11-12 08:00');
  const ask = (promisedAt: string) => act('officer', `/reports/${code}/extensions`, { reason: 'Phải chờ khô nền đường.', promisedAt });
  expect(refusalOf(await ask('2026-11-11T17:00:00+07:00'))).toEqual([422, 'invalid-input', 'body.promisedAt']);
  expect(refusalOf(await ask('2026-11-20T17:00:00+07:00'))).toEqual([422, 'invalid-input', 'body.promisedAt']);
  const { body } = await ask('2026-11-27T17:00:00+07:00');
  expect(refusalOf(await ask('2026-11-28T17:00:00+07:00'))).toEqual([409, 'already-requested']);
  const decide = (granted: boolean, id = body['id']) => act('dispatcher', `/reports/${code}/extensions/${id}/decide`, { granted, ...(!granted && { refusal: 'Chưa đủ căn cứ.' }) });
  expect((await act('officer', `/reports/${code}/extensions/${body['id']}/decide`, { granted: true })).status).toBe(403);
  expect((await timelineOf(code)).map(({ type }) => type)).not.toContain('extension.requested');
  expect((await decide(true)).status).toBe(200);
  expect(refusalOf(await decide(true))).toEqual([409, 'already-decided']);
  expect(await dueOf(code)).toEqual(vn('2026-11-27 17:00'));
  expect((await timelineOf(code)).at(-1)).toMatchObject({ type: 'report.extended', data: { reason: 'Phải chờ khô nền đường.', dueAt: vn('2026-11-27 17:00').toISOString(), before: vn('2026-11-23 08:00').toISOString() } });

  const second = await ask('2026-12-01T17:00:00+07:00');
  expect((await decide(false, second.body['id'])).status).toBe(200);
  expect(await dueOf(code)).toEqual(vn('2026-11-27 17:00'));
  await decide(true, (await ask('2026-12-01T17:00:00+07:00')).body['id']);
  expect(refusalOf(await ask('2026-12-08T17:00:00+07:00'))).toEqual([409, 'too-many-extensions']);
  const late = await inHand('2026-11-02 08:00');
  clock.set(vn('2026-11-20 08:00'));
  expect(refusalOf(await act('officer', `/reports/${late}/extensions`, { reason: 'Phải chờ khô nền đường.', promisedAt: '2026-11-28T17:00:00+07:00' }))).toEqual([409, 'already-late']);
});

test('reassigning leaves every clock as it is', async () => {
  const code = await inHand('2026-11-12 08:00');
  const before = (await timeOf(code)).clocks;
  clock.set(vn('2026-11-13 08:00'));
  await done('dispatcher', `/reports/${code}/assign`, { agency: 'cong-an' });
  expect((await timeOf(code)).clocks).toEqual(before);
});

test('another category is counted from acceptance, and the timeline says so', async () => {
  const { code } = await submit('2026-11-12 08:00', { category: 'flooding' });
  clock.set(vn('2026-11-12 09:00'));
  await done('dispatcher', `/reports/${code}/accept`);
  clock.set(vn('2026-11-13 08:00'));
  const changed = await done('dispatcher', `/reports/${code}/reclassify`, { category: 'road-damage' });
  expect([changed['agency'], changed['dueAt']]).toEqual(['so-xay-dung', vn('2026-11-23 09:00').toISOString()]);
  expect(await noticesOf('so-xay-dung')).toContain(`Phản ánh ${code} được chuyển đến đơn vị`);
  expect((await timelineOf(code)).at(-1)).toMatchObject({
    type: 'report.reclassified',
    data: { before: 'flooding', category: 'road-damage', clocks: { from: vn('2026-11-12 09:00').toISOString() } },
  });
  expect(refusalOf(await act('dispatcher', `/reports/${code}/reclassify`, { category: 'road-damage' }))).toEqual([422, 'invalid-input', 'body.category']);
  expect(refusalOf(await act('dispatcher', `/reports/${code}/reclassify`, { category: 'khong-co' }))).toEqual([422, 'invalid-input', 'body.category']);
  await done('dispatcher', `/reports/${code}/reclassify`, { priority: 'high' });
  expect((await timeOf(code)).priority).toBe('high');
});

test('a regulation that changes in the middle of a case does not touch it, and two editors do not overwrite each other', async () => {
  const code = await inHand('2026-11-12 08:00');
  const admin = () => signIn('admin');
  const read = async () => (await (await hue.request(`${api}/limits`, { as: await admin() })).json()) as { version: string; limits: Record<string, unknown>[]; ladder: object[] };
  const put = async (json: object) => hue.request(`${api}/limits`, { method: 'PUT', as: await admin(), json });
  const { version, limits, ladder } = await read();
  const given = limits.map(({ id: _, ...limit }) => limit);
  const faster = [...given.slice(0, -1), { ...given.at(-1), assignHours: 1, answerDays: 2 }];
  const changed = await put({ version, limits: faster, ladder });
  expect(changed.status).toBe(200);
  expect(((await changed.json()) as { limits: { id: number }[] }).limits.slice(0, -1).map(({ id }) => id)).toEqual(limits.slice(0, -1).map(({ id }) => id));
  expect((await put({ version, limits: given, ladder })).status).toBe(409);
  for (const wrong of [{ limits: [{ ...given[0], category: 'khong-co' }] }, { limits: [given[0], given[0]] }, { ladder: [{ told: 'khong-co', afterHours: 1 }] }, { limits: [{ validFrom: '2026-01-01' }] }]) {
    expect((await put({ version: (await read()).version, limits: given, ladder, ...wrong })).status).toBe(422);
  }

  await done('dispatcher', `/reports/${code}/assign`, { agency: 'cong-an' });
  expect(await dueOf(code)).toEqual(vn('2026-11-23 08:00'));
  const next = await submit('2026-11-12 09:00');
  expect(next.dueAt).toEqual(expect.toSatisfy((due: string) => +new Date(due) === +vn('2026-11-16 09:00')));
  expect((await put({ version: (await read()).version, limits: given, ladder })).status).toBe(200);
});

test('an immediate report of a Saturday night has no stage clocks, is due four hours later, and rings at once', async () => {
  clock.set(vn('2026-11-14 23:30'));
  await signIn('dispatcher');
  const { code, dueAt } = await submit('2026-11-14 23:30', { category: 'flooding' });
  expect(new Date(dueAt)).toEqual(vn('2026-11-15 03:30'));
  expect((await timeOf(code)).clocks.map(({ kind }) => kind)).toEqual(['whole']);
  // Not settled: what is not urgent waits for the morning, which by this clock never comes.
  await vi.waitFor(async () => {
    const { rows } = await hue.database(({ pool }) => pool.query<{ state: string }>(`select * from core.messages where kind = 'immediate-report' and data->>'code' = $1`, [code]));
    expect(rows.length).toBeGreaterThan(0);
  }, 20_000);
  await done('dispatcher', `/reports/${code}/accept`);
  await done('dispatcher', `/reports/${code}/assign`, { agency: 'so-xay-dung' });
  expect(refusalOf(await act('officer', `/reports/${code}/pause`, { reason: 'Trời tối quá' }))).toEqual([409, 'immediate-flow']);
});

test('an agency is warned at three quarters; what is late climbs to the chairman’s office, whose order has a clock of its own', async () => {
  // What the night before held back until the morning is sent; by the clock of that night it never would be.
  clock.set(vn('2026-11-30 09:00'));
  await world.due();
  const { code } = await submit('2026-12-01 08:00');
  await done('dispatcher', `/reports/${code}/accept`);
  await done('dispatcher', `/reports/${code}/assign`, { agency: 'bao-ton-di-tich' });
  const told = async (at: string) => {
    clock.set(vn(at));
    await world.due();
    return (await eventsOf(code)).filter(({ type }) => type.startsWith('clock.')).map(({ type, data }) => [type, (data as { to?: string }).to]);
  };
  // 1. Seven working days from Tuesday 1 December: due on Thursday 10 December at 8:00; three quarters are gone on Tuesday 8 December.
  expect(await dueOf(code)).toEqual(vn('2026-12-10 08:00'));
  expect(await told('2026-12-07 16:00')).toEqual([]);
  expect(await told('2026-12-08 16:00')).toEqual([['clock.warned', undefined]]);
  expect(await told('2026-12-09 16:00')).toHaveLength(1);
  // 2. Late: the agency; it has none above it, so the chairman's office eight working hours later.
  expect((await told('2026-12-10 08:05')).slice(1)).toEqual([['clock.escalated', 'bao-ton-di-tich']]);
  expect((await told('2026-12-11 09:05')).slice(2)).toEqual([['clock.escalated', 'van-phong-ubnd']]);
  expect(await told('2026-12-20 09:05')).toHaveLength(3);
  expect((await noticesOf('van-phong-ubnd')).filter((title) => title.includes(code))).toEqual([`Phản ánh ${code} đã quá hạn trả lời`]);
  expect((await timelineOf(code)).filter(({ type }) => type.startsWith('clock.'))).toEqual([]);

  // 3. The order.
  const order = (json: object) => act('province-leader', `/reports/${code}/orders`, { instruction: 'Khắc phục ngay trong tuần.', ...json });
  expect(refusalOf(await order({ dueAt: '2026-12-19T08:00:00+07:00' }))).toEqual([422, 'invalid-input', 'body.dueAt']);
  expect(refusalOf(await order({ dueAt: '2026-12-23T08:00:00+07:00', agency: 'khong-co' }))).toEqual([422, 'invalid-input', 'body.agency']);
  expect((await act('dispatcher', `/reports/${code}/orders`, { instruction: 'Khắc phục ngay.', dueAt: '2026-12-23T08:00:00+07:00' })).status).toBe(403);
  const { body } = await order({ dueAt: '2026-12-23T08:00:00+07:00' });
  expect((await timelineOf(code)).at(-1)).toMatchObject({ type: 'report.ordered', data: { agency: 'bao-ton-di-tich', until: vn('2026-12-23 08:00').toISOString() } });
  expect(JSON.stringify(await timelineOf(code))).not.toContain('Khắc phục ngay');
  expect(await dueOf(code, 'order')).toEqual(vn('2026-12-23 08:00'));

  // 4. Late as well, then carried out by the agency that was ordered, and by no other.
  expect((await told('2026-12-23 08:05')).slice(3)).toEqual([['clock.escalated', 'bao-ton-di-tich']]);
  const complete = (agency: string) => act('officer', `/reports/${code}/orders/${body['id']}/complete`, { result: 'Đã khắc phục xong.' }, agency);
  expect((await complete('so-xay-dung')).status).toBe(403);
  expect((await complete('bao-ton-di-tich')).body).toMatchObject({ onTime: false });
  expect(refusalOf(await complete('bao-ton-di-tich'))).toEqual([409, 'already-completed']);
  expect((await timelineOf(code)).at(-1)).toMatchObject({ type: 'order.completed', data: { onTime: false } });
  const [stored, replayed] = await storedAndReplayed(code);
  expect(replayed).toEqual(stored);
}, 120_000);

test('whoever may not see a report sees nothing of its clocks and changes nothing of them', async () => {
  const code = await inHand('2026-11-12 08:00');
  const stranger = await signIn('officer', 'cong-an');
  expect((await hue.request(`${api}/inbox/${code}/clocks`, { as: stranger })).status).toBe(404);
  for (const [path, json] of [['pause', { reason: 'Chờ vật tư' }], ['extensions', { reason: 'Chờ vật tư', promisedAt: '2026-12-30T08:00:00+07:00' }], ['resume', undefined], ['reclassify', { priority: 'high' }]] as const) {
    expect([path, (await hue.request(`${api}/reports/${code}/${path}`, { method: 'POST', as: stranger, json })).status]).toEqual([path, 403]);
  }
  expect((await hue.request(`${api}/limits`, { as: stranger })).status).toBe(403);
});

test('staff pause, extend, order and classify on plain pages; what was filled in wrongly comes back as it was', async () => {
  const code = await inHand('2026-11-12 08:00');
  const post = async (role: Role, action: string, form: Record<string, string>) =>
    hue.request(`/phan-anh/viec/${code}/dong-ho/${action}`, { method: 'POST', as: await signIn(role), headers: { accept: 'text/html' }, body: new URLSearchParams(form) });
  const page = async (role: Role) => (await hue.request(`/phan-anh/viec/${code}`, { as: await signIn(role), headers: { accept: 'text/html' } })).text();
  const wrong = await post('officer', 'tam-dung', { pauseReason: 'Chờ vật tư <b>', pauseUntil: '2025-01-01T08:00' });
  expect(wrong.status).toBe(422);
  expect(await wrong.text()).toMatch(/<details open>[\s\S]*Chờ vật tư &lt;b&gt;[\s\S]*id="pauseUntil-error"[\s\S]*value="2025-01-01T08:00"/);
  const paused = await post('officer', 'tam-dung', { pauseReason: 'Chờ vật tư', pauseUntil: '' });
  expect([paused.status, paused.headers.get('location')]).toEqual([303, `/phan-anh/viec/${code}?done=tam-dung`]);
  expect(await page('officer')).toContain('Đang tạm dừng');
  expect((await post('officer', 'tiep-tuc', {})).status).toBe(303);
  expect((await post('officer', 'gia-han', { extensionReason: 'Phải chờ khô nền đường.', promisedAt: '2026-11-27T17:00' })).status).toBe(303);
  const [, id] = /name="id" value="([\w-]+)"/.exec(await page('dispatcher'))!;
  expect((await post('dispatcher', 'duyet', { id: id! })).status).toBe(303);
  expect((await post('province-leader', 'chi-dao', { instruction: 'Khắc phục ngay.', orderDue: '2026-11-20T17:00', orderAgency: 'so-xay-dung' })).status).toBe(303);
  const [, order] = /name="id" value="([\w-]+)"/.exec(await page('officer'))!;
  expect((await post('officer', 'da-lam', { id: order!, result: 'Đã khắc phục xong.' })).status).toBe(303);
  expect((await post('dispatcher', 'phan-loai', { newCategory: 'road-damage', priority: 'high' })).status).toBe(303);
  await world.settled();
  const shown = await (await hue.request(`/phan-anh/${code}`, { headers: { accept: 'text/html' } })).text();
  for (const words of ['Đã gia hạn', 'Phải chờ khô nền đường.', 'Lãnh đạo tỉnh chỉ đạo xử lý', 'Đã thực hiện chỉ đạo', 'Tạm dừng tính thời hạn']) expect(shown).toContain(words);
  for (const secret of ['Khắc phục ngay.', 'Đã khắc phục xong.']) expect(shown).not.toContain(secret);
});

test('whatever is done to fifty reports, in whatever order and with whatever pauses, replaying their logs gives the stored clocks', async () => {
  // A key need not sign in anew on each of the many days; who coordinates is a person of an agency.
  const staff = await hue.key(Object.keys(fieldReports.permissions));
  const moves = {
    accept: () => ['accept', undefined],
    reject: () => ['reject', { reason: 'Không thuộc phạm vi.' }],
    assign: () => ['assign', { agency: 'so-xay-dung', coordinating: ['cong-an'] }],
    refuse: () => ['refuse', { reason: 'Không thuộc thẩm quyền.', proposed: 'cong-an' }],
    start: () => ['start', undefined],
    contribute: () => ['contribute', { text: 'Đã phối hợp phân luồng giao thông.' }],
    answer: () => ['answer', { answer: 'Đã vá xong mặt đường sáng nay.' }],
    close: () => ['close', undefined],
    pause: () => ['pause', { reason: 'Chờ vật tư' }],
    resume: () => ['resume', undefined],
    extend: () => ['extensions', { reason: 'Chờ vật tư', promisedAt: new Date(clock.now().getTime() + 30 * 86_400_000).toISOString() }],
    reclassify: () => ['reclassify', { category: 'waste' }],
    back: () => ['reclassify', { category: 'road-damage', priority: 'high' }],
    urgent: () => ['reclassify', { category: 'flooding' }],
    order: () => ['orders', { instruction: 'Khắc phục ngay.', dueAt: new Date(clock.now().getTime() + 86_400_000).toISOString() }],
  } as const satisfies Record<string, () => readonly [path: string, json: unknown]>;
  type Move = keyof typeof moves | 'reopen' | 'grant';
  const names: Move[] = [...(Object.keys(moves) as (keyof typeof moves)[]), 'reopen', 'grant'];
  const seen = new Map<string, number>();

  interface Case { readonly code: string; readonly followUp: string; extension?: string }
  async function make(one: Case, move: Move): Promise<void> {
    if (move === 'grant' && one.extension === undefined) return;
    const [path, json] = move === 'reopen' ? ['reopen', { followUp: one.followUp, reason: 'Chưa sửa xong, vẫn còn ổ gà.' }] : move === 'grant' ? [`extensions/${one.extension}/decide`, { granted: true }] : moves[move]();
    const as = move === 'reopen' ? undefined : move === 'contribute' ? await signIn('officer', 'cong-an') : staff;
    const response = await hue.request(`${api}/reports/${one.code}/${path}`, { method: 'POST', json, ...(as !== undefined && { as }) });
    expect([move, response.status]).toEqual([move, expect.toSatisfy((status: number) => [200, 201, 403, 404, 409, 422].includes(status))]);
    if (response.ok) seen.set(move, (seen.get(move) ?? 0) + 1);
    if (move === 'extend' && response.status === 201) one.extension = ((await response.json()) as { id: string }).id;
  }

  const together = 25;
  // Time passes for all of them alike; each has its own move to make then.
  const step = fc.record({ minutes: fc.integer({ min: 1, max: 700 }), tick: fc.boolean(), moves: fc.array(fc.constantFrom(...names), { minLength: together, maxLength: together }) });
  let month = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 7, maxLength: 9 }), async (steps) => {
      const cases: Case[] = [];
      for (let i = 0; i < together; i += 1) cases.push(await submit(`2027-0${4 + month}-05 08:00`));
      month += 1;
      for (const usual of ['accept', 'assign', 'start'] as const) {
        clock.move({ minutes: 10 });
        // Every fifth is left where it came in: it may yet be rejected, or classified before anybody accepts it.
        await Promise.all(cases.filter((_, i) => i % 5 > 0).map((one) => make(one, usual)));
      }
      for (const { minutes, tick, moves } of steps) {
        clock.move({ minutes });
        if (tick) await world.due();
        await Promise.all(cases.map((one, i) => make(one, moves[i]!)));
      }
      for (const { code } of cases) {
        const [stored, replayed] = await storedAndReplayed(code);
        expect(stored.length).toBeGreaterThan(1);
        expect(replayed).toEqual(stored);
      }
    }),
    { numRuns: 2, endOnFailure: true },
  );
  // Most kinds of moves did happen: a sequence of refusals alone would prove nothing.
  expect([...seen.keys()].length).toBeGreaterThan(names.length / 2);
}, 120_000);

test('what was paused and turns out to be immediate runs on at once, and waits for no acceptance any more', async () => {
  const code = await inHand('2027-01-11 08:00');
  await done('officer', `/reports/${code}/pause`, { reason: 'Chờ vật tư' });
  clock.set(vn('2027-01-11 10:00'));
  await done('dispatcher', `/reports/${code}/reclassify`, { category: 'flooding' });
  expect((await timeOf(code)).pauses).toMatchObject([{ endedBy: 'move', endedAt: vn('2027-01-11 10:00').toISOString() }]);
  const [stored, replayed] = await storedAndReplayed(code);
  expect(stored.filter(({ pausedAt }) => pausedAt !== null)).toEqual([]);
  expect(replayed).toEqual(stored);

  const inbox = async (wanted: string) => {
    const { items } = (await (await hue.request(`${api}/inbox?limit=100`, { as: await signIn('dispatcher') })).json()) as { items: { code: string; acceptDueAt: string | null }[] };
    return items.find((item) => item.code === wanted);
  };
  const { code: fresh } = await submit('2027-01-11 10:00');
  expect((await inbox(fresh))?.acceptDueAt).toBe((await dueOf(fresh, 'accept')).toISOString());
  await done('dispatcher', `/reports/${fresh}/reclassify`, { category: 'flooding' });
  expect((await inbox(fresh))?.acceptDueAt).toBeNull();
});

test('an order about what was merged into another report is nobody’s to carry out any more', async () => {
  const into = await inHand('2027-01-12 08:00');
  const code = await inHand('2027-01-12 08:05');
  const { id } = await done('province-leader', `/reports/${code}/orders`, { instruction: 'Khắc phục ngay trong tuần.', dueAt: '2027-01-20T08:00:00+07:00' });
  const waiting = async () => {
    const { items } = (await (await hue.request(`${api}/orders?limit=100`, { as: await signIn('officer') })).json()) as { items: { id: string }[] };
    return items.map((order) => order.id);
  };
  expect(await waiting()).toContain(id);
  await done('dispatcher', `/reports/${code}/merge`, { into });
  expect(await waiting()).not.toContain(id);
});
