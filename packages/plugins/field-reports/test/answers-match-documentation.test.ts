import { fileURLToPath } from 'node:url';
import { loadTemplate } from '@tinhthong/core/template';
import { documentFaults, type DocumentedSite, documentedSite, moduleDocument, testWorld, type TestWorld } from '@tinhthong/core/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { pictureKinds, samplePicture } from '../src/demo/sample-picture.ts';
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
  staff = await hue.signIn({ name: 'ca-hai-viec', roles: ['admin', 'dispatcher', 'officer'], agency: 'so-xay-dung' });
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
  await post(`${report}/reopen`, { followUp });
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

  // 3. Everybody reads: the public, staff, whoever counts.
  await world.settled();
  for (const path of ['/categories', '/reports', '/reports?limit=1&status=closed', `/reports/${code}`, '/figures']) await get(api + path);
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
