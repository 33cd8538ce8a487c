import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { type TestProvince, testWorld, type TestWorld } from '../../kit/testing.ts';
import { startTestProvider, type TestProvider } from '../../kit/test-provider.ts';

// Hashing a password takes its time, on purpose.
vi.setConfig({ testTimeout: 30_000 });

let world: TestWorld;
let hue: TestProvince;
let admin: string;
let provider: TestProvider;
const client = { id: 'tinhthong', secret: 'chi-de-thu-nghiem', redirectUris: ['http://hue.localhost/api/auth/providers/vneid/return'] };

beforeAll(async () => {
  provider = await startTestProvider(client);
  world = await testWorld({ plugins: [], outbound: { allow: ['localhost', '127.0.0.1'] } });
  hue = world.province('hue');
  await hue.role('officer', [{ permission: 'notice:read' }]);
  await hue.role('admin', ['sign-in:manage', 'notice:read', 'account:manage', 'role:manage'].map((permission) => ({ permission })));
  admin = await hue.signIn({ name: 'quan-tri', roles: ['admin'] });
  expect((await setUp({ claims: [{ claim: 'groups', value: 'can-bo', roles: ['officer'], agency: 'ioc' }] })).status).toBe(204);
});
afterAll(async () => {
  await world[Symbol.asyncDispose]();
  await provider[Symbol.asyncDispose]();
});

const setUp = (more: object = {}, id = 'vneid') =>
  hue.request(`/api/core/sign-in-providers/${id}`, {
    method: 'PUT',
    as: admin,
    json: { title: { vi: 'VNeID thử' }, issuer: provider.issuer, clientId: client.id, clientSecret: client.secret, ...more },
  });
const cookiesOf = (answer: Response) => answer.headers.getSetCookie().map((line) => line.split(';')[0]).join('; ');

/** Leaves for the provider, signs in there, and comes back; `change` stands between. */
async function come(person: string, { link = false, as = '', change = (back: URL) => back, browser, at = provider }: { link?: boolean; as?: string; change?: (back: URL) => URL | Promise<URL>; browser?: string; at?: TestProvider } = {}) {
  const left = await hue.request('/api/auth/providers/vneid/leave', { json: { next: '/phan-anh', link }, ...(as && { as }) });
  if (left.status !== 200) return { status: left.status, code: ((await left.json()) as { code: string }).code, as: '', location: null };
  const { url } = (await left.json()) as { url: string };
  const back = await change(new URL(await at.signIn(url, person)));
  const answer = await hue.request(`${back.pathname}${back.search}`, { headers: { cookie: browser ?? cookiesOf(left) } });
  const code = answer.status === 303 ? '' : ((await answer.json()) as { code: string }).code;
  return { status: answer.status, code, as: cookiesOf(answer).split('; ').find((one) => one.startsWith('tt-session=')) ?? '', location: answer.headers.get('location') };
}
const underWay = () => hue.database(async ({ pool }) => (await pool.query(`select from identity.one_time where purpose = 'provider-sign-in'`)).rowCount);
const accountOf = async (as: string) => ((await (await hue.request('/api/auth/get-session', { as })).json()) as { account: string } | null)?.account;

test('a person comes from the provider, lands where they wanted to go, and has the same account the next time', async () => {
  provider.people.set('dan', { email: 'dan@vidu.vn', email_verified: true, name: 'Nguyễn Văn Dân' });
  const first = await come('dan');
  expect([first.status, first.location]).toEqual([303, '/phan-anh']);
  expect(await (await hue.request('/api/auth/get-session', { as: first.as })).json()).toMatchObject({ name: 'Nguyễn Văn Dân', email: 'dan@vidu.vn' });
  const second = await come('dan');
  expect(await accountOf(second.as)).toBe(await accountOf(first.as));
});

test('what the provider says of somebody makes them an officer only as an administrator has mapped it, on their first coming', async () => {
  provider.people.set('can-bo-moi', { email: 'moi@vidu.vn', email_verified: true, groups: ['can-bo', 'admin'] });
  const { as } = await come('can-bo-moi');
  expect(await (await hue.request('/api/core/me', { as })).json()).toEqual({ kind: 'account', agency: 'ioc', communes: [] });
  const account = await accountOf(as);
  const { rows } = await hue.database(({ pool }) => pool.query(`select roles from core.members where account = $1`, [account]));
  expect(rows).toEqual([{ roles: ['officer'] }]);
});

test('nobody is mapped to a role that the administrator may not give, nor sent to an address inside', async () => {
  await hue.role('over-them', [{ permission: 'task:manage' }]);
  expect((await setUp({ claims: [{ claim: 'groups', value: 'x', roles: ['over-them'] }] })).status).toBe(403);
  for (const issuer of ['http://10.0.0.1', 'https://192.168.1.1', 'http://idp.example', 'ftp://idp.example', 'https://u:p@idp.example']) expect([issuer, (await setUp({ issuer })).status]).toEqual([issuer, 422]);
});

test('a mapped role is given only while whoever set the provider up may give it, and giving it is in the log', async () => {
  const comeAs = async (name: string) => {
    provider.people.set(name, { email: `${name}@vidu.vn`, email_verified: true, groups: ['can-bo'] });
    return accountOf((await come(name)).as);
  };
  const rolesIn = (account: string | undefined) =>
    hue.database(async ({ pool }) => (await pool.query<{ roles: string[] }>(`select data -> 'roles' as roles from core.events where type = 'account.changed' and subject = $1`, [account])).rows.map(({ roles }) => roles));
  expect(await rolesIn(await comeAs('trong-nhat-ky'))).toEqual([['officer']]);
  await hue.role('officer', [{ permission: 'notice:read' }, { permission: 'task:manage' }]);
  const account = await comeAs('sau-khi-rong');
  expect(await rolesIn(account)).toEqual([]);
  expect((await hue.database(({ pool }) => pool.query('select from core.members where account = $1', [account]))).rowCount).toBe(0);
  await hue.role('officer', [{ permission: 'notice:read' }]);
});

test('no provider takes the name under which the passwords lie', async () => {
  expect((await setUp({}, 'credential')).status).toBe(422);
  expect((await hue.request('/api/core/sign-in-providers/credential', { method: 'DELETE', as: admin })).status).toBe(422);
  await expect(hue.database(({ pool }) => pool.query(`update core.sign_in_providers set id = 'credential'`))).rejects.toThrow('sign_in_providers_id_check');
});

test('an address that the provider has not verified opens no account', async () => {
  await hue.signIn({ name: 'co-san', roles: [], email: 'co-san@vidu.vn' });
  provider.people.set('gia-mao', { email: 'co-san@vidu.vn', email_verified: false });
  expect(await come('gia-mao')).toMatchObject({ status: 403, code: 'address-not-verified', as: '' });
  provider.people.set('that', { email: 'co-san@vidu.vn', email_verified: true });
  expect((await come('that')).status).toBe(303);
});

test('an account of staff is opened by the provider only once its owner has linked it themselves', async () => {
  const officer = await hue.signIn({ name: 'si-quan', roles: ['officer'], email: 'si-quan@vidu.vn' });
  provider.people.set('si-quan', { email: 'si-quan@vidu.vn', email_verified: true });
  expect(await come('si-quan')).toMatchObject({ status: 403, code: 'link-first', as: '' });
  expect((await come('si-quan', { link: true })).status).toBe(401);
  expect((await come('si-quan', { link: true, as: officer })).status).toBe(303);
  expect(await accountOf((await come('si-quan')).as)).toBe(await accountOf(officer));
  // Nobody else can have the same identity.
  const other = await hue.signIn({ name: 'nguoi-khac', roles: ['officer'] });
  expect(await come('si-quan', { link: true, as: other })).toMatchObject({ status: 409, code: 'linked-elsewhere' });
});

test('with another issuer under the same name, nobody is whoever had their number at the one before', async () => {
  const officer = await hue.signIn({ name: 'cung-so', roles: ['officer'] });
  provider.people.set('cung-so', { email: 'cung-so@vidu.vn', email_verified: true });
  expect((await come('cung-so', { link: true, as: officer })).status).toBe(303);
  await using other = await startTestProvider(client);
  other.people.set('cung-so', { email: 'ke-khac@vidu.vn', email_verified: true });
  expect((await setUp()).status).toBe(204);
  expect(await accountOf((await come('cung-so')).as)).toBe(await accountOf(officer));
  // Nor does a link that is under way lead to the new one.
  expect((await hue.request('/api/auth/providers/vneid/leave', { json: { link: true }, as: officer })).status).toBe(200);
  expect((await setUp({ issuer: other.issuer })).status).toBe(204);
  expect(await underWay()).toBe(0);
  const { as } = await come('cung-so', { at: other });
  expect([await accountOf(as) === undefined, await accountOf(as) === await accountOf(officer)]).toEqual([false, false]);
  await setUp();
});

test('a link that a thief is on the way to get is void once the owner has ended the other sessions', async () => {
  const [owner, thief] = [await hue.signIn({ name: 'bi-trom', roles: ['officer'] }), await hue.signIn({ name: 'bi-trom', roles: ['officer'] })];
  provider.people.set('ke-trom', { email: 'ke-trom@vidu.vn', email_verified: true });
  const rescued = async (back: URL) => (await hue.request('/api/auth/end-other-sessions', { method: 'POST', as: owner }), back);
  expect(await come('ke-trom', { link: true, as: thief, change: rescued })).toMatchObject({ status: 401, as: '' });
});

test('a link is asked for by somebody who is there now, and can be taken away, but not the last way in', async () => {
  const officer = await hue.signIn({ name: 'lien-ket', roles: ['officer'] });
  provider.people.set('lien-ket', { email: 'khac@vidu.vn', email_verified: true });
  await hue.database(({ pool }) => pool.query(`update identity.session set "confirmedAt" = now() - interval '1 hour'`));
  world.kernel.registry.bus.send({ topic: 'access', province: 'hue' });
  expect(await come('lien-ket', { link: true, as: officer })).toMatchObject({ status: 403, code: 'confirmation-required' });
  await hue.database(({ pool }) => pool.query('update identity.session set "confirmedAt" = now()'));
  world.kernel.registry.bus.send({ topic: 'access', province: 'hue' });
  const unlink = async (as: string) => (await hue.request('/api/auth/providers/vneid/unlink', { method: 'POST', as })).status;
  expect(await unlink(officer)).toBe(404);
  expect((await come('lien-ket', { link: true, as: officer })).status).toBe(303);
  expect([await unlink(officer), await unlink(officer)]).toEqual([204, 404]);
  expect(await accountOf((await come('lien-ket')).as)).not.toBe(await accountOf(officer));

  provider.people.set('chi-co-noi-nay', { email: 'chi-co@vidu.vn', email_verified: true });
  expect(await unlink((await come('chi-co-noi-nay')).as)).toBe(409);
});

test('an answer counts once, in the browser that asked, as it was sent, and from this provider', async () => {
  provider.people.set('dan', { email: 'dan@vidu.vn', email_verified: true });
  const change = (name: string, value: string) => ({ change: (back: URL) => (back.searchParams.set(name, value), back) });
  expect((await come('dan', { browser: 'tt-provider=khac' })).status).toBe(401);
  expect((await come('dan', change('state', `${crypto.randomUUID()}.${'A'.repeat(43)}`))).status).toBe(401);
  expect((await come('dan', change('code', 'khac'))).status).toBe(401);
  expect((await come('dan', change('iss', 'https://khac.example'))).status).toBe(401);
  expect((await come('dan', { change: (back) => (back.searchParams.delete('iss'), back) })).status).toBe(401);

  const left = await hue.request('/api/auth/providers/vneid/leave', { json: {} });
  const back = new URL(await provider.signIn(((await left.json()) as { url: string }).url, 'dan'));
  const headers = { cookie: cookiesOf(left) };
  const again = () => hue.request(`${back.pathname}${back.search}`, { headers });
  expect([(await again()).status, (await again()).status]).toEqual([303, 401]);
  // A state of one province is nothing in another.
  expect((await world.province('dak-lak').request(`${back.pathname}${back.search}`, { headers })).status).toBe(401);
});

test('the sign-in page offers the provider as a plain link, and a way back to nowhere but this site', async () => {
  expect(await (await hue.request('/dang-nhap')).text()).toContain('href="/dang-nhap/noi-xac-thuc/vneid"');
  const left = await hue.request('/dang-nhap/noi-xac-thuc/vneid?next=//la.example');
  expect([left.status, new URL(left.headers.get('location')!).origin]).toEqual([303, provider.issuer]);
  const back = new URL(await provider.signIn(left.headers.get('location')!, 'dan'));
  const answer = await hue.request(`${back.pathname}${back.search}`, { headers: { cookie: cookiesOf(left) } });
  expect(answer.headers.get('location')).toBe('/');
});

test('after signing out here, the browser is told where to end the session at the provider', async () => {
  const { url } = (await (await hue.request('/api/auth/providers/vneid/sign-out', { method: 'POST' })).json()) as { url: string };
  expect([new URL(url).origin, new URL(url).searchParams.get('post_logout_redirect_uri')]).toEqual([provider.issuer, 'http://hue.localhost/']);
});

test('a provider that is away is told as such, and the secret of the client is stored sealed', async () => {
  const { rows } = await hue.database(({ pool }) => pool.query<{ text: string }>(`select encode(client_secret, 'escape') || claims::text as text from core.sign_in_providers`));
  expect(rows[0]!.text).not.toContain(client.secret);
  await setUp({ issuer: 'http://127.0.0.1:1' });
  expect(await come('dan')).toMatchObject({ status: 502, code: 'provider-unavailable' });
  await setUp();
});
