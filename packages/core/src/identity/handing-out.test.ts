import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { barePlugin } from '../kit/bare-plugin.ts';
import { type TestProvince, testWorld, type TestWorld } from '../kit/testing.ts';

// Hashing a password takes its time, on purpose.
vi.setConfig({ testTimeout: 30_000 });

const marks = barePlugin({ id: 'marks', permissions: { 'mark:set': { title: { vi: 'Đánh dấu' }, suggestedRoles: ['officer'] }, 'mark:wipe': { title: { vi: 'Xóa dấu' }, suggestedRoles: [] } } });
let world: TestWorld;
let hue: TestProvince;
let admin: string;
let accounts: Record<string, string>;

beforeAll(async () => {
  world = await testWorld({ plugins: [marks] });
  hue = world.province('hue');
  await hue.role('officer', [{ permission: 'notice:read', when: { agency: '$mine.agency' } }]);
  await hue.role('leader', [{ permission: 'mark:wipe' }]);
  await hue.role('admin', [{ permission: 'account:manage' }, { permission: 'role:manage' }, { permission: 'notice:read' }]);
  await hue.database(({ db }) => db.updateTable('core.roles').set({ appoints: ['leader'] }).where('id', '=', 'admin').execute());
  admin = await hue.signIn({ name: 'mot', roles: ['admin'] });
  await hue.signIn({ name: 'hai', roles: ['admin'] });
  await hue.signIn({ name: 'ba', roles: ['officer'], agency: 'ioc' });
  const { items } = (await (await hue.request('/api/core/members', { as: admin })).json()) as { items: { name: string; account: string }[] };
  accounts = Object.fromEntries(items.map(({ name, account }) => [name, account]));
});
afterAll(() => world[Symbol.asyncDispose]());

const put = async (path: string, json: object, as = admin) => {
  const answer = await hue.request(path, { method: 'PUT', as, json });
  return [answer.status, answer.status === 204 ? '' : ((await answer.json()) as { code: string }).code];
};
const setRoles = (who: string, roles: string[], more: object = {}) => put(`/api/core/members/${accounts[who]}`, { roles, ...more });
const act = async (who: string, what: string) => (await hue.request(`/api/core/members/${accounts[who]}/${what}`, { method: 'POST', as: admin })).status;

test('an administrator gives what they hold themselves, and what their role appoints, and nothing else', async () => {
  expect(await setRoles('ba', ['officer', 'leader'], { agency: 'so-xay-dung' })).toEqual([204, '']);
  await hue.role('wiper', [{ permission: 'mark:wipe' }]);
  expect(await setRoles('ba', ['wiper'])).toEqual([403, 'forbidden']);
  // Who has a role may keep it, whoever changes the rest.
  await hue.database(({ db }) => db.updateTable('core.members').set({ roles: ['wiper'] }).where('account', '=', accounts['ba']!).execute());
  expect(await setRoles('ba', ['wiper', 'officer'])).toEqual([204, '']);
});

test('nobody changes their own rights', async () => {
  expect(await setRoles('mot', ['admin', 'leader'])).toEqual([403, 'own-account']);
  expect(await act('mot', 'disable')).toBe(403);
});

test('a disabled account is out at once and cannot come back in until it is enabled', async () => {
  const as = await hue.signIn({ name: 'ba', roles: ['officer'] });
  expect(await act('ba', 'disable')).toBe(204);
  expect((await hue.request('/api/core/me', { as })).status).toBe(401);
  const signIn = async () => (await hue.request('/api/auth/sign-in/email', { json: { email: 'ba@hue.example', password: 'mat-khau-thu-nghiem' } })).status;
  expect(await signIn()).toBe(401);
  expect([await act('ba', 'enable'), await signIn()]).toEqual([204, 200]);
  expect(await act('khong-co', 'disable')).toBe(404);
});

test('a role gets what its editor holds, or what its own module suggests for it', async () => {
  const title = { vi: 'Cán bộ', en: 'Officer' };
  const edit = (grants: object[], more: object = {}) => put('/api/core/roles/officer', { title, grants, ...more });
  expect(await edit([{ permission: 'notice:read' }, { permission: 'mark:set' }])).toEqual([204, '']);
  expect(await edit([{ permission: 'mark:wipe' }])).toEqual([403, 'forbidden']);
  expect(await edit([{ permission: 'khong:co' }])).toEqual([422, 'invalid-input']);
  expect(await edit([{ permission: 'notice:read', when: { agency: '$mine.secret' } }])).toEqual([422, 'invalid-input']);
  expect(await edit([], { appoints: ['admin'] })).toEqual([403, 'forbidden']);
  expect(await edit([], { appoints: ['leader'], secondFactor: true })).toEqual([204, '']);
  const { items } = (await (await hue.request('/api/core/roles', { as: admin })).json()) as { items: { id: string }[] };
  expect(items.find(({ id }) => id === 'officer')).toMatchObject({ grants: [], appoints: ['leader'], secondFactor: true });
});

test('all permissions that no module has are named at once; what the role holds of a module that is gone does not block a change, and stays', async () => {
  const title = { vi: 'Cán bộ', en: 'Officer' };
  const left = { permission: 'gone:read', when: { agency: '$mine.agency' } };
  await hue.role('officer', [left]);
  const edit = (grants: object[]) => hue.request('/api/core/roles/officer', { method: 'PUT', as: admin, json: { title, grants } });
  const refused = async (grants: object[]) => ((await (await edit(grants)).json()) as { errors: { path: string; message: { en: string } }[] }).errors.map(({ path, message }) => [path, message.en]);
  expect(await refused([left, { permission: 'khong:co' }, { permission: 'mark:set' }, { permission: 'cung:khong' }])).toEqual([
    ['body.grants.1.permission', 'no module has a permission "khong:co"'],
    ['body.grants.3.permission', 'no module has a permission "cung:khong"'],
  ]);
  // Wider than before, it is asked for anew.
  expect(await refused([{ permission: 'gone:read' }])).toHaveLength(1);
  expect((await edit([left, { permission: 'mark:set' }])).status).toBe(204);
  expect(await hue.database(({ db }) => db.selectFrom('core.roles').select('grants').where('id', '=', 'officer').executeTakeFirst())).toEqual({ grants: [left, { permission: 'mark:set' }] });
});

test('the last people who can manage accounts and roles cannot be taken away', async () => {
  const title = { vi: 'Quản trị', en: 'Administrator' };
  expect(await put('/api/core/roles/admin', { title, grants: [{ permission: 'account:manage' }] })).toEqual([409, 'last-administrator']);
  const remove = async (role: string) => (await hue.request(`/api/core/roles/${role}`, { method: 'DELETE', as: admin })).status;
  expect([await remove('admin'), await remove('leader'), await remove('khong-co')]).toEqual([409, 204, 404]);
});

test('two administrators who take each other’s rights at one moment do not both succeed', async () => {
  const second = await hue.signIn({ name: 'hai', roles: ['admin'] });
  const disable = async (who: string, as: string) => (await hue.request(`/api/core/members/${accounts[who]}/disable`, { method: 'POST', as })).status;
  const [first, other] = (await Promise.all([disable('hai', admin), disable('mot', second)])).toSorted();
  expect(first).toBe(204);
  // Refused, or out by then.
  expect([401, 409]).toContain(other);
});
