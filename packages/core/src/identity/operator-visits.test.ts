import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { setUpSecondFactor, testPassword } from '../kit/test-site.ts';
import { type TestProvince, testWorld, type TestWorld } from '../kit/testing.ts';

// Hashing a password takes its time, on purpose.
vi.setConfig({ testTimeout: 30_000 });

let world: TestWorld;
let hue: TestProvince;
let operator: string;
let admin: string;

beforeAll(async () => {
  world = await testWorld({ plugins: [] });
  hue = world.province('hue');
  await hue.role('admin', ['account:manage', 'sign-in:manage', 'audit:read', 'notice:read', 'key:manage', 'module:manage', 'webhook:manage'].map((permission) => ({ permission })));
  admin = await hue.signIn({ name: 'quan-tri', roles: ['admin'] });
  operator = await world.national('platform').signIn({ name: 'van-hanh' });
});
afterAll(() => world[Symbol.asyncDispose]());

const reason = 'Tỉnh báo không đăng nhập được, cần xem phân hệ.';
const enter = (province: string, json: object = { reason }, as = operator) => world.national('platform').request(`/api/provinces/${province}/visits`, { as, json });
const passTo = async (province: string) => ((await (await enter(province)).json()) as { pass: string; id: string });
const json = async <T>(path: string, as: string) => (await (await hue.request(path, { as })).json()) as T;

test('an operator comes into one province for an hour, and its administrators see it at once, with the reason', async () => {
  const { pass, id } = await passTo('hue');
  expect((await hue.request('/api/core/modules', { as: pass })).status).toBe(200);
  expect((await world.province('dak-lak').request('/api/core/modules', { as: pass })).status).toBe(401);
  const { items } = await json<{ items: { id: string; reason: string; startedAt: string; endsAt: string }[] }>('/api/core/operator-visits', admin);
  expect(items[0]).toMatchObject({ id, reason });
  expect(Date.parse(items[0]!.endsAt) - Date.parse(items[0]!.startedAt)).toBe(3_600_000);
  const notices = await json<{ items: { title: { vi: string } }[] }>('/api/core/notices', admin);
  expect(notices.items[0]!.title.vi).toContain(reason);
  const { rows } = await hue.database(({ pool }) => pool.query<{ data: object }>(`select actor_kind, data from core.events where type = 'operator.entered'`));
  expect(rows).toHaveLength(1);
  const acts = await world.kernel.registry.db.selectFrom('registry.acts').select(['type', 'province']).where('type', '=', 'province.entered').execute();
  expect(acts).toEqual([{ type: 'province.entered', province: 'hue' }]);
});

test('what an operator does in a province is recorded as theirs', async () => {
  const { pass, id } = await passTo('hue');
  expect((await hue.request(`/api/core/operator-visits/${id}/end`, { method: 'POST', as: pass })).status).toBe(204);
  const { rows } = await hue.database(({ pool }) => pool.query<{ kind: string; actor: string; operator: string }>(
    `select actor_kind as kind, actor_id as actor, (select operator from core.operator_visits where id::text = subject) as operator from core.events where type = 'operator.sent-away'`,
  ));
  expect(rows[0]).toMatchObject({ kind: 'operator', actor: rows[0]!.operator });
});

test('an operator gives nobody access: no keys, no accounts, no roles', async () => {
  const { pass } = await passTo('hue');
  for (const [path, body] of [['/api/core/keys', { name: 'khóa', scopes: [] }], ['/api/core/invitations', { email: 'a@vidu.vn', name: 'Ai đó', roles: ['admin'] }]] as const) {
    const answer = await hue.request(path, { as: pass, json: body });
    expect([path, answer.status, ((await answer.json()) as { code: string }).code]).toEqual([path, 403, 'person-required']);
  }
  // Nor a receiver that would go on being told.
  const webhook = { url: 'https://203.162.4.191/', description: 'Cổng dữ liệu' };
  expect((await hue.request('/api/core/webhooks', { as: pass, json: webhook })).status).toBe(403);
  const { id } = (await (await hue.request('/api/core/webhooks', { as: admin, json: { ...webhook, state: 'off' } })).json()) as { id: string };
  expect((await hue.request(`/api/core/webhooks/${id}`, { method: 'PATCH', as: pass, json: { state: 'on' } })).status).toBe(403);
  expect((await hue.request(`/api/core/webhooks/${id}/rotate`, { method: 'POST', as: pass })).status).toBe(403);
});

test('a visit ends by itself, when the province ends it, and when the province lets no operators in any more', async () => {
  const status = async (as: string) => (await hue.request('/api/core/modules', { as })).status;
  const [over, ended, open] = [await passTo('hue'), await passTo('hue'), await passTo('hue')];
  await hue.database(({ pool }) => pool.query(`update core.operator_visits set ends_at = now() - interval '1 second' where id = $1`, [over.id]));
  expect([await status(over.pass), await status(ended.pass), await status(open.pass)]).toEqual([401, 200, 200]);
  expect((await hue.request(`/api/core/operator-visits/${ended.id}/end`, { method: 'POST', as: admin })).status).toBe(204);
  expect([await status(ended.pass), await status(open.pass)]).toEqual([401, 200]);
  await hue.request('/api/core/access-policy', { method: 'PUT', as: admin, json: { operatorVisits: false, phoneSignIn: false } });
  expect(await status(open.pass)).toBe(401);
  expect((await enter('hue')).status).toBe(403);
  await hue.request('/api/core/access-policy', { method: 'PUT', as: admin, json: { operatorVisits: true, phoneSignIn: false } });
});

test('no visit without a reason, a role of the province, a fresh second factor, or to a province that is not there', async () => {
  expect([(await enter('hue', { reason: 'xem' })).status, (await enter('hue', { reason, role: 'khong-co' })).status, (await enter('khong-co')).status]).toEqual([422, 422, 404]);
  await world.kernel.registry.db.updateTable('identity.session').set({ confirmedAt: new Date(Date.now() - 20 * 60_000) }).execute();
  const stale = await enter('hue');
  expect([stale.status, ((await stale.json()) as { code: string }).code]).toEqual([403, 'confirmation-required']);
  expect((await world.province('dak-lak').request('/api/core/modules', { as: `ttv_${crypto.randomUUID()}.${'A'.repeat(43)}` })).status).toBe(401);
});

test('members of the ministry come by invitation, set up a second factor, and never get in at the platform', async () => {
  const platform = world.national('platform');
  const ministry = world.national('ministry');
  const fresh = await platform.signIn({ name: 'nguoi-moi' });
  const { link } = (await (await platform.request('/api/invitations', { as: fresh, json: { site: 'ministry', email: 'chuyen-vien@bo.example', name: 'Chuyên viên' } })).json()) as { link: string };
  const token = new URL(link).hash.slice(1);
  expect(new URL(link).host).toBe('ministry.localhost');
  const given = { token, name: 'Chuyên viên', password: 'mat-khau-cua-bo' };
  expect((await platform.request('/api/auth/invitations/accept', { json: given })).status).toBe(410);
  const joined = await ministry.request('/api/auth/invitations/accept', { json: given });
  const as = joined.headers.get('set-cookie')!.split(';')[0]!;
  expect(await joined.json()).toMatchObject({ secondFactor: 'enrolment' });
  expect((await ministry.request('/api/core/me', { as })).status).toBe(403);
  await setUpSecondFactor(ministry, as, new Date());
  expect((await ministry.request('/api/core/me', { as })).status).toBe(200);
  const credentials = { email: 'chuyen-vien@bo.example', password: 'mat-khau-cua-bo' };
  const [here, there] = [await ministry.request('/api/auth/sign-in/email', { json: credentials }), await platform.request('/api/auth/sign-in/email', { json: credentials })];
  expect([here.status, there.status, there.headers.get('set-cookie')]).toEqual([200, 401, null]);

  const { key, id } = (await (await ministry.request('/api/keys', { as, json: { name: 'bảng điều khiển' } })).json()) as { key: string; id: string };
  const me = async (site: typeof ministry) => (await site.request('/api/core/me', { as: key })).status;
  expect([await me(ministry), await me(platform)]).toEqual([200, 401]);
  expect((await ministry.request('/api/keys', { as: key, json: { name: 'thêm' } })).status).toBe(403);
  expect((await ministry.request('/api/keys', { as: key })).status).toBe(403);
  expect((await ministry.request(`/api/keys/${id}`, { method: 'DELETE', as })).status).toBe(204);
  expect(await me(ministry)).toBe(401);

  const { items } = (await (await platform.request('/api/members/ministry', { as: fresh })).json()) as { items: { account: string; email: string }[] };
  const viewer = items.find(({ email }) => email === 'chuyen-vien@bo.example')!;
  expect((await platform.request(`/api/members/ministry/${viewer.account}/disable`, { method: 'POST', as: fresh })).status).toBe(204);
  expect([(await ministry.request('/api/core/me', { as })).status, (await ministry.request('/api/auth/sign-in/email', { json: credentials })).status]).toEqual([401, 401]);
});

test('an operator who is shut out is out of every province at once', async () => {
  const platform = world.national('platform');
  const [leaving, staying] = [await platform.signIn({ name: 'roi-di' }), await platform.signIn({ name: 'o-lai' })];
  const { pass } = (await (await enter('hue', { reason }, leaving)).json()) as { pass: string };
  const status = async () => (await hue.request('/api/core/modules', { as: pass })).status;
  expect(await status()).toBe(200);
  const { account } = (await (await platform.request('/api/auth/get-session', { as: leaving })).json()) as { account: string };
  expect((await platform.request(`/api/members/platform/${account}/disable`, { method: 'POST', as: staying })).status).toBe(204);
  expect(await status()).toBe(401);
});

test('an operator who has lost phone and password is invited again, and what opened the account before does so no more', async () => {
  const platform = world.national('platform');
  const [inviter, lost] = [await platform.signIn({ name: 'nguoi-giup' }), await platform.signIn({ name: 'mat-may' })];
  const { account } = (await (await platform.request('/api/auth/get-session', { as: lost })).json()) as { account: string };
  const { items } = (await (await platform.request('/api/members/platform', { as: inviter })).json()) as { items: { account: string; email: string }[] };
  const { email } = items.find((one) => one.account === account)!;
  const { link } = (await (await platform.request('/api/invitations', { as: inviter, json: { site: 'platform', email, name: 'Mất Máy' } })).json()) as { link: string };
  const given = { token: new URL(link).hash.slice(1), name: 'Mất Máy', password: 'mat-khau-dat-lai' };
  expect(await (await platform.request('/api/auth/invitations/accept', { json: given })).json()).toMatchObject({ secondFactor: 'enrolment' });
  expect((await platform.request('/api/core/me', { as: lost })).status).toBe(401);
  const signIn = async (password: string) => (await platform.request('/api/auth/sign-in/email', { json: { email, password } })).status;
  expect([await signIn(testPassword), await signIn('mat-khau-dat-lai')]).toEqual([401, 200]);
});
