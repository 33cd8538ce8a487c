import { fileURLToPath } from 'node:url';
import { loadTemplate } from '@tinhthong/core/template';
import { documentFaults, type DocumentedSite, documentedSite, moduleDocument, testWorld, type TestWorld } from '@tinhthong/core/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { csvColumns } from '../src/bulk-csv/columns.ts';
import { definitionVersion, metricIds } from '../src/figures/definitions.ts';
import { pictureKinds, samplePicture } from '../src/demo/sample-picture.ts';
import { subscriptionToken } from '../src/after-answer/subscriptions.ts';
import { signatureOf } from '../src/intake/webhook-signature.ts';
import { fieldReports } from '../src/plugin.ts';

const api = '/api/field-reports';
const followUpOf = new Map<string, string>();
let world: TestWorld;
let site: DocumentedSite;
let staff: string;

beforeAll(async () => {
  const folder = fileURLToPath(import.meta.resolve('@tinhthong/templates/provinces/hue/province.json')).replace(/province\.json$/, '');
  world = await testWorld({ plugins: [fieldReports], provinces: [await loadTemplate(folder)] });
  const hue = world.province('hue');
  site = documentedSite(hue, [world.kernel.coreModule, fieldReports]);
  staff = await hue.signIn({ name: 'ca-hai-viec', roles: ['admin', 'dispatcher', 'officer', 'province-leader'], agency: 'so-xay-dung' });
});
afterAll(() => world[Symbol.asyncDispose]());

/** A POST that must be done, and what it answered. */
async function post(path: string, json: unknown = undefined, as?: string): Promise<Record<string, string>> {
  const response = await site.request(path, { method: 'POST', json, ...(as && { as }) });
  expect([path, response.status]).toEqual([path, expect.toSatisfy((status: number) => status < 300)]);
  return response.status === 204 ? {} : ((await response.json()) as Record<string, string>);
}

async function get(path: string, as?: string): Promise<void> {
  const response = await site.request(path, as ? { as } : {});
  expect([path, response.status]).toEqual([path, 200]);
}

async function submitted(more: object = {}): Promise<string> {
  const report = { category: 'road-damage', description: 'Ổ gà lớn trước cổng trường, xin sửa sớm.', lat: 16.4637, lon: 107.5909, ...more };
  const { code, followUp } = await post(`${api}/reports`, report);
  followUpOf.set(code!, followUp!);
  return code!;
}

async function photo(): Promise<string> {
  const response = await site.request(`${api}/photos`, { method: 'POST', body: (await samplePicture(pictureKinds[0]!, { seed: 1, after: false })) as BodyInit });
  return ((await response.json()) as { id: string }).id;
}

test('the API document is valid and leaves nothing unsaid', async () => {
  expect(await documentFaults(moduleDocument(fieldReports))).toEqual([]);
});

test('a province documents the modules that are on, and no others', async () => {
  const documented = async () => (await (await world.province('hue').request('/api/openapi.json')).json()) as ReturnType<typeof moduleDocument>;
  const on = await documented();
  expect(await documentFaults(on)).toEqual([]);
  expect(Object.keys(on.paths)).toEqual(expect.arrayContaining(['/api/core/me', `${api}/reports`]));
  await post('/api/core/modules/field-reports/disable', undefined, staff);
  expect(Object.keys((await documented()).paths)).not.toContain(`${api}/reports`);
  await post('/api/core/modules/field-reports/enable', undefined, staff);
});

test('every answer of every route is just what the API document says', async () => {
  // 1. A report goes through its whole life, with pictures and contact details; a second one lies beside it.
  const code = await submitted({ photos: [await photo()], address: '12 Lê Lợi', contact: { name: 'Nguyễn Thị Lan', phone: '0912345678', consent: '2026-11' } });
  await submitted();
  const report = `${api}/reports/${code}`;
  const followUp = followUpOf.get(code);
  await post(`${report}/accept`, undefined, staff);
  await post(`${report}/assign`, {}, staff);
  await post(`${report}/start`, undefined, staff);
  await post(`${report}/answer`, { answer: 'Đã vá xong mặt đường sáng nay.', photos: [await photo()] }, staff);
  await post(`${report}/reopen`, { followUp, reason: 'Sự việc vẫn còn nguyên.', photos: [await photo()] });
  await post(`${report}/start`, undefined, staff);
  await post(`${report}/answer`, { answer: 'Đã lu lại mặt đường chiều nay.' }, staff);
  await post(`${report}/close`, undefined, staff);
  await post(`${report}/rate`, { followUp, rating: 'satisfied' });
  await post(`${report}/reporter`, { purpose: 'Hỏi lại vị trí chính xác' }, staff);

  // 2. Others are rejected and withdrawn, and their reporters still see them.
  const rejected = await submitted();
  await post(`${api}/reports/${rejected}/reject`, { reason: 'Nội dung trùng với phản ánh khác.' }, staff);
  const withdrawn = await submitted();
  await post(`${api}/reports/${withdrawn}/withdraw`, { followUp: followUpOf.get(withdrawn) });
  for (const one of [code, rejected, withdrawn]) await post(`${api}/reports/${one}/follow`, { followUp: followUpOf.get(one) });

  // Afterwards: more is added, the code is lost, the supervisor decides, people follow.
  const added = await submitted();
  await post(`${api}/reports/${added}/add`, { followUp: followUpOf.get(added), text: 'Nay nước chảy mạnh hơn.' });
  await post(`${api}/reports/${added}/send-code`, { email: 'khong-phai@vidu.vn' });
  await world.province('hue').database(({ pool }) => pool.query('update field_reports.reports set reopened = 2 where code = $1', [code]));
  await post(`${report}/dispute`, { followUp, reason: 'Sự việc vẫn còn nguyên.' });
  await get(`${api}/inbox/${code}/reactions`, staff);
  await post(`${report}/decide`, { decision: 'uphold', reason: 'Đã kiểm tra tại chỗ.' }, staff);
  await post(`${api}/subscriptions`, { report: code, email: 'an@vidu.vn', consent: '2026-11' });
  await post(`${api}/subscriptions`, { category: 'waste', circle: { lat: 16.4637, lon: 107.5909, metres: 500 } }, staff);
  const subscription = await subscriptionAt('an@vidu.vn');
  await post(`${api}/subscriptions/confirm`, { token: subscription });
  await post(`${api}/subscriptions/mine`, {}, staff);
  await post(`${api}/subscriptions/mine`, { token: subscription });
  await post(`${api}/subscriptions/end`, { token: subscription });

  // Duplicates are found, joined, left, merged and separated again.
  const [same, other] = [await submitted({ description: 'Ổ gà to ngay đầu cầu Gia Hội.' }), await submitted({ description: 'Ổ gà to ở đầu cầu Gia Hội.' })];
  await post(`${api}/reports/similar`, { category: 'road-damage', lat: 16.4637, lon: 107.5909, text: 'Ổ gà to ngay đầu cầu.' });
  const voice = await post(`${api}/reports/${same}/join`, { remark: 'Tôi cũng gặp.' });
  await post(`${api}/reports/${same}/leave`, { followUp: voice['followUp'] });
  await post(`${api}/reports/${same}/merge`, { into: other }, staff);
  for (const one of [same, other]) for (const path of [`/reports/${one}`, `/inbox/${one}`]) await get(api + path, staff);
  await post(`${api}/reports/${same}/unmerge`, undefined, staff);
  for (const one of [same, other]) await get(`${api}/reports/${one}`);

  // A call is interrupted and goes on; messages and letters come in.
  const draft = async () => (await post(`${api}/intake/drafts`, { description: 'Dân gọi, máy bị ngắt.', contact: { phone: '0900000123' } }, staff))['id']!;
  const [called, spam] = [await draft(), await draft()];
  await site.request(`${api}/intake/waiting/${called}`, { method: 'PUT', json: { description: 'Dân gọi báo cống nghẹt.' }, as: staff });
  for (const path of ['/intake/waiting', `/intake/waiting/${called}`]) await get(api + path, staff);
  await post(`${api}/intake/waiting/${called}/sender`, { purpose: 'Gọi lại hỏi địa chỉ.' }, staff);
  await post(`${api}/intake/reports`, { category: 'waste', commune: '19789', description: 'Dân gọi báo cống nghẹt.', item: called }, staff);
  await post(`${api}/intake/waiting/${spam}/discard`, { reason: 'Tin quảng cáo.' }, staff);
  await site.request('/api/core/modules/field-reports/secrets/intake', { method: 'PUT', json: { value: secret }, as: staff });
  await signed(`${api}/intake/messages`, JSON.stringify({ channel: 'sms', text: 'Đèn đường tắt ba đêm liền.' }));
  await signed(`${api}/intake/emails`, 'From: dan@vi-du.example\r\nSubject: Cong nghet\r\n\r\nCong nghet truoc nha so 5.\r\n');

  // The clocks of a report are paused, extended, and an order is given; another waits for a coordinating agency, and is refused.
  const later = new Date(Date.now() + 60 * 86_400_000).toISOString();
  const clocked = await submitted({ description: 'Cầu dân sinh gãy hai nhịp.' });
  const its = `${api}/reports/${clocked}`;
  await post(`${its}/accept`, undefined, staff);
  await post(`${its}/reclassify`, { priority: 'high' }, staff);
  await post(`${its}/assign`, { agency: 'so-xay-dung' }, staff);
  await post(`${its}/pause`, { reason: 'Chờ vật tư.' }, staff);
  await post(`${its}/resume`, undefined, staff);
  const { id: extension } = await post(`${its}/extensions`, { reason: 'Chờ vật tư.', promisedAt: later }, staff);
  await post(`${its}/extensions/${extension}/decide`, { granted: true }, staff);
  const { id: order } = await post(`${its}/orders`, { instruction: 'Khắc phục ngay.', dueAt: later }, staff);
  await get(`${api}/orders`, staff);
  await post(`${its}/orders/${order}/complete`, { result: 'Đã khắc phục xong.' }, staff);
  await get(`${api}/inbox/${clocked}/clocks`, staff);
  await post(`${its}/refuse`, { reason: 'Không thuộc thẩm quyền.', proposed: 'ioc' }, staff);
  const shared = await submitted({ description: 'Biển báo gãy giữa ngã tư.' });
  await post(`${api}/reports/${shared}/accept`, undefined, staff);
  await post(`${api}/reports/${shared}/assign`, { agency: 'ioc', coordinating: ['so-xay-dung'] }, staff);
  await get(`${api}/contributions`, staff);
  await post(`${api}/reports/${shared}/contribute`, { text: 'Đã phân luồng giao thông.' }, staff);

  // The rules of the province are read, tried on the past, and replaced.
  const { version: limits } = await read(`${api}/limits`);
  await put(`${api}/limits`, { version: limits, limits: [{ answerDays: 9, validFrom: '2026-01-01' }], ladder: [{ told: '$agency', afterHours: 0 }] });
  const { version: rules } = await read(`${api}/routing`);
  await post(`${api}/routing/replay`, { rules: [{ lead: 'so-xay-dung' }] }, staff);
  await put(`${api}/routing`, { version: rules, rules: [{ lead: 'so-xay-dung' }] });

  // What is private is hidden, looked at behind it, and shown again; suggestions are asked for.
  const hidden = await submitted({ description: 'Bảng hiệu che khuất biển báo.', photos: [await photo()] });
  const shown = `${api}/reports/${hidden}`;
  const { redaction } = await post(`${shown}/redactions/text`, { passages: [{ at: 0, text: 'Bảng hiệu' }] }, staff);
  await post(`${shown}/redactions/picture`, { picture: await pictureOf(hidden), regions: [{ left: 0, top: 0, width: 500, height: 500 }] }, staff);
  await post(`${shown}/original`, { purpose: 'Đối chiếu nội dung.' }, staff);
  await post(`${shown}/redactions/${redaction}/undo`, undefined, staff);
  await filmed(hidden);
  await post(`${shown}/video`, { public: false }, staff);
  await get(`${api}/inbox/${hidden}`, staff);
  await post(`${api}/suggest`, { text: 'Ổ gà lớn trước cổng trường.' });
  await post(`${api}/inbox/suggest`, { text: 'Ổ gà lớn trước cổng trường.' }, staff);
  for (const path of [`/inbox/${hidden}/suggestions`, '/suggestions/figures']) await get(api + path, staff);

  // A file is brought in, and reports are handed on as one; published figures are corrected.
  const sent = await site.request(`${api}/imports`, { method: 'POST', as: staff, headers: { 'content-type': 'text/csv' }, body: csv });
  expect(sent.status).toBe(201);
  const imported = `${api}/imports/${((await sent.json()) as { id: string }).id}`;
  for (const path of [imported, `${imported}/refused.csv`, `${api}/reports.csv`]) await get(path, staff);
  await post(`${imported}/run`, undefined, staff);
  await published('2025');
  await post(`${api}/figures/corrections`, { period: '2025', reason: 'Nhập bổ sung phản ánh giấy.' }, staff);

  // 3. Everybody reads: the public, staff, whoever counts.
  await world.settled();
  for (const path of ['/categories', '/reports', '/reports?limit=1&status=closed', '/reports?q=o%20ga', '/layers/reports', '/layers/hot-spots', `/reports/${code}`, '/figures', '/figures?period=2026', '/figures.csv', '/figures.xlsx']) await get(api + path);
  for (const path of ['/figures/by/agency', '/figures/digest', '/hot-spots', '/layers/hot-spots-for-staff', '/inbox.csv', '/inbox.xlsx']) await get(api + path, staff);
  for (const path of ['/inbox', '/inbox?status=closed&limit=1', `/inbox/${code}`]) await get(api + path, staff);

  // 4. The province's administrator looks after modules, keys and tasks.
  for (const path of ['/communes', '/agencies']) await get(`/api/core${path}`);
  for (const path of ['/me', '/notices', '/modules', '/keys', '/tasks/dead']) await get(`/api/core${path}`, staff);
  const { id } = await post('/api/core/keys', { name: 'Trang thông tin phường', scopes: ['report:read'] }, staff);
  await get('/api/core/keys', staff);
  await site.request(`/api/core/keys/${id}`, { method: 'DELETE', as: staff });
  await post(`/api/core/tasks/${await deadTask()}/revive`, undefined, staff);
  await site.request('/api/core/modules/field-reports/settings', { method: 'PUT', json: { reopenDays: 20 }, as: staff });
  for (const action of ['disable', 'enable']) await post(`/api/core/modules/field-reports/${action}`, undefined, staff);

  // 5. What is refused is refused with a problem.
  for (const [path, init] of [
    [`${api}/reports/HUE-26-9999999`, {}],
    [`${api}/reports?limit=0`, {}],
    [`${api}/inbox`, {}],
    [`${api}/reports/${code}/accept`, { method: 'POST', as: staff }],
    [`${api}/reports`, { json: { category: 'road-damage' } }],
    [`${api}/photos`, { method: 'POST', body: '<html>' }],
  ] as const) {
    expect((await site.request(path, init)).status).toBeGreaterThanOrEqual(400);
  }

  expect(site.faults).toEqual([]);
  // Those of the core are tried by tests/isolation.
  expect(site.unseen().filter((operation) => operation.includes(api))).toEqual([]);
});

const secret = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw';

/** One line is good, one is not. */
const line = (id: string, category: string) => `${id},2026-01-05T08:00:00+07:00,,,open,,web,${category},,Ổ gà,,Lê Lợi,,`;
const csv = [csvColumns.join(','), line('CU-1', 'road-damage'), line('CU-2', 'khong-co'), ''].join('\r\n');

async function read(path: string): Promise<{ version: number | string }> {
  const response = await site.request(path, { as: staff });
  expect([path, response.status]).toEqual([path, 200]);
  return (await response.json()) as { version: number | string };
}

async function put(path: string, json: object): Promise<void> {
  const response = await site.request(path, { method: 'PUT', json, as: staff });
  expect([path, response.status, response.status < 300 || (await response.text())]).toEqual([path, expect.any(Number), true]);
}

const rowsOf = (text: string, values: readonly unknown[]) =>
  world.province('hue').database(async ({ pool }) => (await pool.query<Record<string, string>>(text, [...values])).rows);
const pictureOf = async (code: string) => (await rowsOf('select photos[1] as id from field_reports.reports where code = $1', [code]))[0]!['id'];

/** A report with a video; a picture stands for the film. */
async function filmed(code: string): Promise<void> {
  await rowsOf(`insert into field_reports.videos (id, report, state, bytes, file) select gen_random_uuid(), id, 'ready', 1, $2 from field_reports.reports where code = $1`, [code, await photo()]);
}

/** A figure of a year that is not what its reports come to. */
async function published(year: string): Promise<void> {
  await rowsOf(
    `insert into field_reports.published_figures (metric, first_day, last_day, version, revision, parts, computed_at)
     values ($1, $2, $3, $4, 1, '{"numerator": 9, "denominator": 9}', now())`,
    [metricIds[0], `${year}-01-01`, `${year}-12-31`, definitionVersion],
  );
}

/** What a gateway sends. */
async function signed(path: string, body: string): Promise<void> {
  const at = String(Math.floor(Date.now() / 1_000));
  const headers = { 'webhook-id': path, 'webhook-timestamp': at, 'webhook-signature': `v1,${signatureOf(secret, path, at, Buffer.from(body))}` };
  expect((await site.request(path, { method: 'POST', body, headers })).status).toBe(202);
}

/** What the letter to a subscriber holds. */
async function subscriptionAt(email: string): Promise<string> {
  const hue = world.province('hue');
  const { rows } = await hue.database(({ pool }) => pool.query<{ id: string }>('select id from field_reports.subscriptions where email = $1', [email]));
  return hue.inside('field-reports', async (ctx) => subscriptionToken(ctx as never, rows[0]!.id));
}

/** A task that failed for the last time, and has been looked at in the list. */
async function deadTask(): Promise<number> {
  const { id } = await world.province('hue').database(({ db }) =>
    db
      .insertInto('core.tasks')
      .values({ plugin: 'field-reports', job: 'warn-late', payload: '{}', attempts: 8, error: 'không gửi được', due_at: 'infinity' as never })
      .returning('id')
      .executeTakeFirstOrThrow(),
  );
  await get('/api/core/tasks/dead', staff);
  return id;
}
