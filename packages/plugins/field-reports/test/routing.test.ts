import { fileURLToPath } from 'node:url';
import { loadTemplate } from '@tinhthong/core/template';
import { testClock, testWorld, type TestWorld } from '@tinhthong/core/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { fieldReports } from '../src/plugin.ts';

const api = '/api/field-reports';
const clock = testClock('2026-11-18T09:00:00+07:00');
let world: TestWorld;
let admin: string;
let dispatcher: string;

type Json = Record<string, never>;

beforeAll(async () => {
  const folder = fileURLToPath(import.meta.resolve('@tinhthong/templates/provinces/hue/province.json')).replace(/province\.json$/, '');
  world = await testWorld({ plugins: [fieldReports], provinces: [await loadTemplate(folder)], now: clock.now });
  const hue = world.province('hue');
  admin = await hue.signIn({ name: 'quan-tri', roles: ['admin'] });
  dispatcher = await hue.signIn({ name: 'dieu-phoi', roles: ['dispatcher'], agency: 'ioc' });
});
afterAll(() => world[Symbol.asyncDispose]());

async function ask(path: string, as: string | undefined, json?: unknown, method = json === undefined ? 'GET' : 'POST'): Promise<{ status: number; body: Json }> {
  const response = await world.province('hue').request(`${api}${path}`, { method, ...(json !== undefined && { json }), ...(as && { as }) });
  return { status: response.status, body: (await response.json()) as Json };
}

const officerOf = (agency: string) => world.province('hue').signIn({ name: `can-bo-${agency}`, roles: ['officer'], agency });

async function submitted(more: object = {}): Promise<{ code: string; agency: string; commune: string }> {
  const { status, body } = await ask('/reports', undefined, { category: 'road-damage', description: `Ổ gà lớn trước cổng trường, xin sửa sớm ${Math.random()}.`, lat: 16.4637, lon: 107.5909, ...more });
  expect(status).toBe(201);
  return body as never;
}

async function assigned(agency: string, coordinating: string[] = []): Promise<string> {
  const { code } = await submitted();
  expect((await ask(`/reports/${code}/accept`, dispatcher, undefined, 'POST')).status).toBe(200);
  expect((await ask(`/reports/${code}/assign`, dispatcher, { agency, coordinating })).status).toBe(200);
  return code;
}

const ownerOf = async (code: string) => (await ask(`/inbox/${code}`, dispatcher)).body['agency'];

test('the editor replaces the whole list, and whoever read an older one does not overwrite it', async () => {
  const { body: before } = await ask('/routing', admin);
  const rules = (before['rules'] as unknown as { id: number }[]).map(({ id: _, ...rule }) => rule);
  const night = { category: 'road-damage', during: { office: 'closed' }, lead: 'ioc', note: 'Trực đêm' };

  // 1. A rule is put in front; the others keep their ids.
  const saved = await ask('/routing', admin, { version: before['version'], rules: [night, ...rules] }, 'PUT');
  expect([saved.status, saved.body['version']]).toEqual([200, Number(before['version']) + 1]);
  expect((saved.body['rules'] as unknown as { id: number }[]).slice(1)).toEqual(before['rules']);

  // 2. Somebody who had read the list before is told so, and nothing changes.
  const late = await ask('/routing', admin, { version: before['version'], rules: [] }, 'PUT');
  expect([late.status, late.body['type']]).toEqual([409, expect.stringMatching(/changed-meanwhile$/)]);
  expect((await ask('/routing', admin)).body['rules']).toEqual(saved.body['rules']);

  // 3. The next report goes by it, from all nodes' memory.
  expect((await submitted()).agency).toBe('so-xay-dung');
  clock.set('2026-11-18T22:00:00+07:00');
  expect((await submitted()).agency).toBe('ioc');
  clock.set('2026-11-18T09:00:00+07:00');

  // 4. The log has it, for whoever may edit.
  const { rows } = await world.province('hue').database(({ pool }) => pool.query(`select data from core.events where type = 'routing.changed'`));
  expect(rows).toEqual([{ data: { version: Number(before['version']) + 1, added: 1, retired: 0 } }]);
});

test('a faulty list is refused with every reason, and changes nothing', async () => {
  const { body: before } = await ask('/routing', admin);
  const rules = [{ lead: 'so-khong-co' }, { category: 'waste', communes: ['24133'], lead: 'ioc', coordinating: ['ioc'] }];
  const { status, body } = await ask('/routing', admin, { version: before['version'], rules }, 'PUT');
  expect([status, (body['errors'] as unknown as { path: string }[]).map(({ path }) => path)]).toEqual([422, ['body.rules.0.lead', 'body.rules.1.communes', 'body.rules.1.coordinating.0']]);
  expect(await ask('/routing', admin)).toEqual({ status: 200, body: before });
});

test("a proposed list is replayed over last month's reports, and changes nothing", async () => {
  const { body: before } = await ask('/routing', admin);
  const rules = (before['rules'] as unknown as { id: number; category: string | null }[]).map(({ id: _, ...rule }) => (rule.category === 'road-damage' ? { ...rule, lead: 'cong-an', during: null } : rule));
  const proposed = rules.filter(({ category }, i) => category !== 'road-damage' || i > 0);
  const { status, body } = await ask('/routing/replay', admin, { rules: proposed });
  expect([status, body]).toEqual([
    200,
    expect.objectContaining({ checked: 2, elsewhere: 2, totals: expect.arrayContaining([{ from: 'so-xay-dung', to: 'cong-an', count: 1 }, { from: 'ioc', to: 'cong-an', count: 1 }]) }),
  ]);
  expect(await ask('/routing', admin)).toEqual({ status: 200, body: before });
});

test('a change of the routing leaves reports under way with their agency and their deadline', async () => {
  const code = await assigned('so-xay-dung');
  const { body: report } = await ask(`/inbox/${code}`, dispatcher);
  const { body: list } = await ask('/routing', admin);
  expect((await ask('/routing', admin, { version: list['version'], rules: [{ lead: 'ioc' }] }, 'PUT')).status).toBe(200);
  const { body: after } = await ask(`/inbox/${code}`, dispatcher);
  expect([after['agency'], after['dueAt']]).toEqual([report['agency'], report['dueAt']]);
});

test('the first refusal goes to the proposed agency, the second to the dispatcher, a third is none; the deadline stays', async () => {
  const code = await assigned('so-xay-dung');
  const before = await ask(`/inbox/${code}`, dispatcher);
  const [construction, police] = [await officerOf('so-xay-dung'), await officerOf('cong-an')];
  const reason = 'Vỉa hè do công an phường quản lý.';

  // 1. Without a reason, an owner, or to oneself: nothing.
  expect((await ask(`/reports/${code}/refuse`, construction, { proposed: 'cong-an' })).status).toBe(422);
  expect((await ask(`/reports/${code}/refuse`, construction, { reason, proposed: 'so-xay-dung' })).status).toBe(422);
  expect((await ask(`/reports/${code}/refuse`, construction, { reason, proposed: 'so-khong-co' })).status).toBe(422);
  expect((await ask(`/reports/${code}/refuse`, police, { reason, proposed: 'ioc' })).status).toBe(403);
  expect(await ownerOf(code)).toBe('so-xay-dung');

  // 2. Once, twice.
  expect((await ask(`/reports/${code}/refuse`, construction, { reason: `${reason} Gọi 0905123456.`, proposed: 'cong-an' })).body).toEqual({ code, status: 'assigned', agency: 'cong-an' });
  expect((await ask(`/reports/${code}/refuse`, construction, { reason, proposed: 'cong-an' })).status).toBe(403);
  expect((await ask(`/reports/${code}/refuse`, police, { reason, proposed: 'so-xay-dung' })).body).toEqual({ code, status: 'assigned', agency: 'ioc' });

  // 3. The dispatcher decides, and that is that.
  expect((await ask(`/reports/${code}/assign`, dispatcher, { agency: 'so-xay-dung' })).status).toBe(200);
  const third = await ask(`/reports/${code}/refuse`, construction, { reason, proposed: 'cong-an' });
  expect([third.status, third.body['type']]).toEqual([409, expect.stringMatching(/refused-twice$/)]);

  // 4. Everybody sees who refused and why, without the telephone number; no clock was touched.
  await world.settled();
  const { body: shown } = await ask(`/reports/${code}`, undefined);
  const refused = (shown['timeline'] as unknown as { type: string; data: Json }[]).filter(({ type }) => type === 'report.refused');
  expect(refused.map(({ data }) => [data['from'], data['to'], data['refusals']])).toEqual([['so-xay-dung', 'cong-an', 1], ['cong-an', 'ioc', 2]]);
  expect(refused[0]!.data['reason']).not.toMatch(/0905123456/);
  expect((await ask(`/inbox/${code}`, dispatcher)).body['dueAt']).toBe(before.body['dueAt']);
});

test('each coordinating agency sees the report and gives its part; the lead sees what is missing and answers once', async () => {
  const code = await assigned('so-xay-dung', ['cong-an', 'so-y-te']);
  const [lead, police, health, stranger] = [await officerOf('so-xay-dung'), await officerOf('cong-an'), await officerOf('so-y-te'), await officerOf('so-du-lich')];
  const text = 'Đã đặt rào chắn và phân luồng giao thông.';

  // 1. It waits for both, and is nobody else's to see.
  expect(((await ask('/contributions', police)).body['items'] as unknown as { code: string }[]).map((item) => item.code)).toContain(code);
  expect((await ask(`/inbox/${code}`, stranger)).status).toBe(404);
  expect((await ask(`/reports/${code}/contribute`, stranger, { text })).status).toBe(404);
  expect((await ask(`/reports/${code}/contribute`, lead, { text })).status).toBe(404);

  const page = await world.province('hue').request(`/phan-anh/viec/${code}`, { as: police });
  expect([page.status, await page.text()]).toEqual([200, expect.stringContaining(`action="/phan-anh/viec/${code}/contribute"`)]);
  expect(await (await world.province('hue').request('/phan-anh/viec', { as: police })).text()).toContain(`/phan-anh/viec/${code}#parts`);

  // 2. One has given its part; the lead sees which is missing.
  expect((await ask(`/reports/${code}/contribute`, police, { text })).status).toBe(200);
  const parts = async () => ((await ask(`/inbox/${code}`, lead)).body['parts'] as unknown as { agency: string; text: string | null }[]).map((part) => [part.agency, part.text]);
  expect(await parts()).toEqual([['cong-an', text], ['so-y-te', null]]);
  expect(((await ask('/contributions', police)).body['items'] as unknown as { code: string }[]).map((item) => item.code)).not.toContain(code);

  // 3. It may be written again until the answer is given, and not behind it.
  expect((await ask(`/reports/${code}/contribute`, police, { text: `${text} Đã xong.` })).status).toBe(200);
  expect((await ask(`/reports/${code}/start`, lead, undefined, 'POST')).status).toBe(200);
  expect((await ask(`/reports/${code}/answer`, lead, { answer: 'Đã vá mặt đường; công an đã phân luồng.' })).status).toBe(200);
  expect((await ask(`/reports/${code}/contribute`, health, { text })).status).toBe(409);
  await world.settled();
  const { body: shown } = await ask(`/reports/${code}`, undefined);
  expect(JSON.stringify(shown)).not.toMatch(/rào chắn|report\.contributed/);
});

test('an agency that a report comes to is told each time; one that has it already is not', async () => {
  const { code } = await submitted();
  expect((await ask(`/reports/${code}/accept`, dispatcher, undefined, 'POST')).status).toBe(200);
  for (const agency of [undefined, 'cong-an', 'so-y-te', 'cong-an']) {
    clock.move({ minutes: 1 });
    expect((await ask(`/reports/${code}/assign`, dispatcher, { agency })).status).toBe(200);
  }
  await world.settled();
  const { rows } = await world.province('hue').database(({ pool }) => pool.query<{ agency: string }>(`select agency from core.notices where title->>'vi' = $1 order by id`, [`Phản ánh ${code} được chuyển đến đơn vị`]));
  expect(rows.map(({ agency }) => agency)).toEqual(['cong-an', 'so-y-te', 'cong-an']);
});

test('an agency that is asked no more owes nothing; a new owner is not one of its own helpers', async () => {
  const code = await assigned('so-xay-dung', ['cong-an', 'so-y-te']);
  expect((await ask(`/reports/${code}/assign`, dispatcher, { agency: 'cong-an', coordinating: ['so-xay-dung'] })).status).toBe(200);
  const { body } = await ask(`/inbox/${code}`, dispatcher);
  expect((body['parts'] as unknown as { agency: string }[]).map(({ agency }) => agency)).toEqual(['so-xay-dung']);
  expect((await ask(`/reports/${code}/assign`, dispatcher, { agency: 'cong-an', coordinating: ['so-khong-co'] })).status).toBe(422);
});

test('staff see that a commune is only the nearest one; where somebody named it, it is theirs', async () => {
  const shown = async (more: object) => (await ask(`/inbox/${(await submitted(more)).code}`, dispatcher)).body['communeApproximate'];
  expect(await shown({})).toBe(true);
  expect(await shown({ lat: undefined, lon: undefined, commune: '19789' })).toBe(false);
});

test('the commune where it happened is told at once, whoever handles it', async () => {
  const { code, commune } = await submitted();
  await world.settled();
  const { rows } = await world.province('hue').database(({ pool }) => pool.query('select agency from core.notices where key = $1', [`here:${code}`]));
  expect(rows).toEqual([{ agency: `ubnd-${commune}` }]);
});
