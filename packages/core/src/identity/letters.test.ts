import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { sentMail, sentMessages } from '../kit/test-mail.ts';
import { setUpSecondFactor, testPassword } from '../kit/test-site.ts';
import { type TestProvince, testWorld, type TestWorld } from '../kit/testing.ts';
import { requestEmailChange } from './email-change.ts';
import { identityOf } from './identity-tables.ts';
import { issue, look } from './one-time.ts';
import { requestPasswordReset } from './password-reset.ts';
import { requestPhoneCode } from './phone-sign-in.ts';
import { type ProvinceAccounts, provinceAccounts } from './province-accounts.ts';

// Hashing a password takes its time, on purpose.
vi.setConfig({ testTimeout: 30_000 });

const start = new Date('2027-03-01T02:00:00Z').getTime();
const clock = { now: new Date(start) };
const later = (minutes: number) => void (clock.now = new Date(clock.now.getTime() + minutes * 60_000));
let world: TestWorld;
let hue: TestProvince;
let admin: string;
let stolen = 0;

beforeAll(async () => {
  world = await testWorld({ plugins: [], now: () => clock.now });
  hue = world.province('hue');
  await hue.role('officer', [{ permission: 'key:manage' }]);
  await hue.role('admin', [{ permission: 'account:manage' }, { permission: 'role:manage' }, { permission: 'sign-in:manage' }]);
  await hue.database(({ db }) => db.updateTable('core.roles').set({ appoints: ['officer'] }).where('id', '=', 'admin').execute());
  admin = await hue.signIn({ name: 'quan-tri', roles: ['admin'] });
});
afterAll(() => world[Symbol.asyncDispose]());

const post = (path: string, json: unknown, as?: string) => hue.request(path, { json, ...(as && { as }) });
const tokenIn = (link: string) => new URL(link).hash.slice(1);
const newest = async () => {
  await world.settled();
  return (await sentMail(world.dataDir)).at(-1)!;
};
/** The accounts of Huế, without the limits by the minute. */
const unhurried = <T>(work: (site: ProvinceAccounts) => Promise<T>): Promise<T> =>
  hue.database((database) => work({ ...provinceAccounts(world.kernel, hue.now(), database), rateLimits: () => async () => {} }));
const signIn = async (email: string, password: string) => (await post('/api/auth/sign-in/email', { email, password })).status;

test('somebody is invited by mail, sets a password, and is what the invitation says, once', async () => {
  const made = await post('/api/core/invitations', { email: 'Moi@vidu.vn', name: 'Lê Thị Mới', roles: ['officer'], agency: 'so-xay-dung', communes: ['19789'] }, admin);
  expect(made.status).toBe(201);
  const mail = await newest();
  expect([mail.to, mail.link.startsWith('http://hue.localhost/loi-moi#')]).toEqual(['moi@vidu.vn', true]);
  const token = tokenIn(mail.link);
  expect((await post('/api/auth/invitations/accept', { token, name: 'Lê Thị Mới', password: 'ngan' })).status).toBe(422);
  const accept = () => post('/api/auth/invitations/accept', { token, name: 'Lê Thị Mới', password: 'mat-khau-cua-toi' });
  const [first, second] = await Promise.all([accept(), accept()]);
  expect([first.status, second.status].toSorted()).toEqual([200, 410]);
  const as = (first.status === 200 ? first : second).headers.get('set-cookie')!.split(';')[0]!;
  expect(await (await hue.request('/api/core/me', { as })).json()).toEqual({ kind: 'account', agency: 'so-xay-dung', communes: ['19789'] });
  expect((await accept()).status).toBe(410);
  expect(await signIn('moi@vidu.vn', 'mat-khau-cua-toi')).toBe(200);
});

test('an invitation ends after seven days, when it is withdrawn, and when it was changed on its way', async () => {
  const invite = async (email: string) => {
    const { id } = (await (await post('/api/core/invitations', { email, name: 'Người Mới', roles: ['officer'] }, admin)).json()) as { id: string };
    return { id, token: tokenIn((await newest()).link) };
  };
  const read = async (token: string) => (await post('/api/auth/invitations/read', { token })).status;
  const [old, withdrawn] = [await invite('cu@vidu.vn'), await invite('thu-hoi@vidu.vn')];
  expect([await read(old.token), await read(`${old.id}${withdrawn.token.slice(36)}`), await read(`${old.token}x`), await read(old.id)]).toEqual([200, 410, 422, 422]);
  expect((await hue.request(`/api/core/invitations/${withdrawn.id}`, { method: 'DELETE', as: admin })).status).toBe(204);
  expect(await read(withdrawn.token)).toBe(410);
  later(7 * 24 * 60);
  expect(await read(old.token)).toBe(410);
});

test("nobody invites to what they may not give, nor to an agency or commune that is not the province's", async () => {
  const status = async (json: object) => (await post('/api/core/invitations', { email: 'x@vidu.vn', name: 'Người Mới', ...json }, admin)).status;
  await hue.role('over-them', [{ permission: 'task:manage' }]);
  expect(await status({ roles: ['over-them'] })).toBe(403);
  expect(await status({ roles: ['khong-co'] })).toBe(422);
  expect(await status({ roles: ['officer'], agency: 'khong-co' })).toBe(422);
  expect(await status({ roles: ['officer'], communes: ['24133'] })).toBe(422);
  expect(await status({ roles: ['admin'] })).toBe(201);
});

test('an invitation holds only while whoever sent it may still give that role', async () => {
  const inviter = await hue.signIn({ name: 'nguoi-moi', roles: ['admin'] });
  const invite = async (email: string) => {
    await post('/api/core/invitations', { email, name: 'Người Mới', roles: ['officer'] }, inviter);
    const token = tokenIn((await newest()).link);
    return async () => (await post('/api/auth/invitations/accept', { token, name: 'Người Mới', password: 'mat-khau-cua-toi' })).status;
  };
  const [before, after] = [await invite('truoc@vidu.vn'), await invite('sau@vidu.vn')];
  expect(await before()).toBe(200);
  await hue.role('officer', [{ permission: 'key:manage' }, { permission: 'audit:read' }]);
  await hue.database(({ db }) => db.updateTable('core.roles').set({ appoints: [] }).where('id', '=', 'admin').execute());
  expect(await after()).toBe(410);
  expect((await hue.database(({ pool }) => pool.query(`select 1 from identity."user" where email = 'sau@vidu.vn'`))).rows).toEqual([]);
  await hue.role('officer', [{ permission: 'key:manage' }]);
  await hue.database(({ db }) => db.updateTable('core.roles').set({ appoints: ['officer'] }).where('id', '=', 'admin').execute());
});

test('nobody fills a mailbox with links: three to a new password are under way at most, and five to a new address', async () => {
  const as = await hue.signIn({ name: 'day-thu', roles: [] });
  await world.settled();
  const before = (await sentMail(world.dataDir)).length;
  const request = () => unhurried((site) => requestPasswordReset(site, 'day-thu@hue.example'));
  for (let i = 0; i < 5; i += 1) await request();
  await world.settled();
  expect((await sentMail(world.dataDir)).length).toBe(before + 3);
  later(31);
  await request();
  await world.settled();
  expect((await sentMail(world.dataDir)).length).toBe(before + 4);

  const { account } = (await (await hue.request('/api/auth/get-session', { as })).json()) as { account: string };
  const change = (i: number) => unhurried((site) => requestEmailChange(site, account, `la-${i}@vidu.vn`));
  for (let i = 0; i < 5; i += 1) await change(i);
  await expect(change(5)).rejects.toMatchObject({ status: 429, code: 'too-many-letters' });
});

test('a forgotten password is set anew with a link that works once, for half an hour', async () => {
  const as = await hue.signIn({ name: 'quen', roles: ['officer'] });
  await world.settled();
  const before = (await sentMail(world.dataDir)).length;
  expect((await post('/api/auth/password-reset', { email: 'Quen@hue.example' })).status).toBe(202);
  const token = tokenIn((await newest()).link);
  expect((await sentMail(world.dataDir)).length).toBe(before + 1);
  const finish = async (password: string) => (await post('/api/auth/password-reset/finish', { token, password })).status;
  expect([await finish('ngan'), await finish('mat-khau-moi-toanh'), await finish('mat-khau-khac-nua')]).toEqual([422, 204, 410]);
  expect((await hue.request('/api/core/me', { as })).status).toBe(401);
  expect([await signIn('quen@hue.example', testPassword), await signIn('quen@hue.example', 'mat-khau-moi-toanh')]).toEqual([401, 200]);

  later(2);
  await post('/api/auth/password-reset', { email: 'quen@hue.example' });
  const late = tokenIn((await newest()).link);
  later(31);
  expect((await post('/api/auth/password-reset/finish', { token: late, password: 'mat-khau-moi-toanh' })).status).toBe(410);
});

test('whoever asks for a reset of an address that nobody has gets the same answer, and no mail is sent', async () => {
  await world.settled();
  const before = (await sentMail(world.dataDir)).length;
  const [known, unknown] = [await post('/api/auth/password-reset', { email: 'quan-tri@hue.example' }), await post('/api/auth/password-reset', { email: 'khong-co@hue.example' })];
  expect([unknown.status, await unknown.text()]).toEqual([known.status, await known.text()]);
  await world.settled();
  expect((await sentMail(world.dataDir)).slice(before).map(({ to }) => to)).toEqual(['quan-tri@hue.example']);
});

test('an e-mail address changes once its owner has followed the link, and never to one that another account has', async () => {
  const as = await hue.signIn({ name: 'doi', roles: ['officer'] });
  expect((await post('/api/auth/email-change', { email: 'dia-chi-moi@vidu.vn' }, as)).status).toBe(202);
  const { to, link } = await newest();
  expect([to, await signIn('dia-chi-moi@vidu.vn', testPassword), await signIn('doi@hue.example', testPassword)]).toEqual(['dia-chi-moi@vidu.vn', 401, 200]);
  expect((await post('/api/auth/email-change/finish', { token: tokenIn(link) })).status).toBe(204);
  expect([await signIn('doi@hue.example', testPassword), await signIn('dia-chi-moi@vidu.vn', testPassword)]).toEqual([401, 200]);
  expect((await post('/api/auth/email-change/finish', { token: tokenIn(link) })).status).toBe(410);
  // Whoever had the account before reads of it where they can.
  expect(await newest()).toMatchObject({ to: 'doi@hue.example', link: '', subject: expect.stringContaining('Địa chỉ e-mail đã đổi') as string });

  later(2);
  await post('/api/auth/email-change', { email: 'quan-tri@hue.example' }, as);
  expect((await post('/api/auth/email-change/finish', { token: tokenIn((await newest()).link) })).status).toBe(409);
});

const accountOf = async (as: string) => ((await (await hue.request('/api/auth/get-session', { as })).json()) as { account: string }).account;
test.each<[string, (name: string, as: string) => Promise<unknown>]>([
  ['their owner sets a new password by letter', async (name) => {
    await post('/api/auth/password-reset', { email: `${name}@hue.example` });
    return post('/api/auth/password-reset/finish', { token: tokenIn((await newest()).link), password: 'mat-khau-moi-toanh' });
  }],
  ['their owner changes the password', (_name, as) => post('/api/auth/change-password', { currentPassword: testPassword, newPassword: 'mat-khau-moi-toanh' }, as)],
  ['their owner sets up a second factor', (_name, as) => setUpSecondFactor(hue, as, clock.now)],
  ['their owner ends the other sessions', (_name, as) => hue.request('/api/auth/end-other-sessions', { method: 'POST', as })],
  ['their owner ends the strange session', async (_name, as) => {
    const { items } = (await (await hue.request('/api/auth/sessions', { as })).json()) as { items: { id: string; current: boolean }[] };
    return hue.request(`/api/auth/sessions/${items.find(({ current }) => !current)!.id}`, { method: 'DELETE', as });
  }],
  ['an administrator signs them out', async (_name, as) => hue.request(`/api/core/members/${await accountOf(as)}/sign-out`, { method: 'POST', as: admin })],
  ['an administrator disables the account', async (_name, as) => hue.request(`/api/core/members/${await accountOf(as)}/disable`, { method: 'POST', as: admin })],
])('what a thief has begun with an account is void once %s', async (_what, rescue) => {
  later(10);
  const name = `bi-trom-${(stolen += 1)}`;
  const owner = await hue.signIn({ name, roles: ['officer'] });
  const thief = await hue.signIn({ name, roles: ['officer'] });
  expect((await post('/api/auth/email-change', { email: `ke-${name}@vidu.vn` }, thief)).status).toBe(202);
  const letter = await newest();
  const account = await accountOf(owner);
  const began = await hue.database(({ db }) => issue(identityOf(db), { purpose: 'provider-sign-in', account, data: {}, expiresAt: new Date(clock.now.getTime() + 600_000) }));
  await rescue(name, owner);
  expect((await post('/api/auth/email-change/finish', { token: tokenIn(letter.link) })).status).toBe(410);
  expect(await hue.database(({ db }) => look(identityOf(db), 'provider-sign-in', began, clock.now))).toBeUndefined();
});

test('tasks, events and logs carry no address and no token', async () => {
  const { rows } = await hue.database(({ pool }) => pool.query<{ text: string }>('select payload::text as text from core.tasks union all select data::text from core.events'));
  expect(rows.filter(({ text }) => text.includes('@'))).toEqual([]);
  const stored = JSON.stringify((await hue.database(({ pool }) => pool.query('select * from identity.one_time'))).rows);
  const tokens = (await sentMail(world.dataDir)).flatMap(({ link }) => (link === '' ? [] : tokenIn(link)));
  expect(tokens.filter((token) => stored.includes(token) || JSON.stringify(world.logged).includes(token))).toEqual([]);
});

test('citizens sign in with a code by phone where the province offers it, and keep the same account', async () => {
  const ask = (phone: string) => post('/api/auth/phone/code', { phone });
  expect((await ask('0905123456')).status).toBe(403);
  expect((await hue.request('/api/core/access-policy', { method: 'PUT', as: admin, json: { operatorVisits: true, phoneSignIn: true } })).status).toBe(204);
  const signInBy = async (typed: string) => {
    const { request } = (await (await ask(typed)).json()) as { request: string };
    await world.settled();
    const message = (await sentMessages(world.dataDir)).at(-1)!;
    expect(message.to).toBe('+84905123456');
    const answer = await post('/api/auth/phone/sign-in', { request, code: /\d{6}/.exec(message.text)![0] });
    const as = answer.headers.get('set-cookie')!.split(';')[0]!;
    return ((await (await hue.request('/api/auth/get-session', { as })).json()) as { account: string }).account;
  };
  const first = await signInBy('0905 123 456');
  expect(await signInBy('+84 (905) 123.456')).toBe(first);
  // Nor abroad, nor where nobody reads messages: a landline, a number that is charged.
  for (const wrong of ['12345', '0905', 'abc', '+840000000000', '+1 202 555 0143', '+44 7400 123456', '0234 382 2222', '1900 6017']) expect([wrong, (await ask(wrong)).status]).toEqual([wrong, 422]);
});

test('a day sees no more codes than the province lets messages out, however many numbers and places ask; the next day has its own', async () => {
  const caps = (provinceDay: number) => hue.database(({ pool }) => pool.query(`insert into core.channels ("channel", "on", config, changed_at) values ('sms', true, $1, now())`, [{ caps: { provinceDay } }]));
  await caps(3);
  const ask = (n: number) => unhurried((site) => requestPhoneCode(site, `09051230${10 + n}`, `203.162.5.${n}`));
  later(24 * 60);
  const sent = await Promise.allSettled([1, 2, 3, 4, 5].map(ask));
  expect(sent.filter(({ status }) => status === 'fulfilled')).toHaveLength(3);
  await expect(ask(6)).rejects.toMatchObject({ status: 429, code: 'phone-codes-used-up' });
  later(24 * 60);
  await ask(7);
  await hue.database(({ db }) => db.deleteFrom('core.channels').execute());
});

test('where text messages are switched off, nobody gets a code, and the page offers none', async () => {
  const offered = async () => (await (await hue.request('/dang-nhap', { headers: { accept: 'text/html' } })).text()).includes('/dang-nhap/dien-thoai');
  expect(await offered()).toBe(true);
  await hue.database(({ pool }) => pool.query(`insert into core.channels values ('sms', false, '{}', now())`));
  expect([await offered(), (await post('/api/auth/phone/code', { phone: '0912345679' })).status]).toEqual([false, 403]);
  await hue.database(({ db }) => db.deleteFrom('core.channels').execute());
});

test('a code by phone is tried five times and no more, lasts five minutes, and is the number its owner asked for', async () => {
  const ask = async () => ((await (await post('/api/auth/phone/code', { phone: '0912345678' })).json()) as { request: string }).request;
  const codeOf = async () => {
    await world.settled();
    return /\d{6}/.exec((await sentMessages(world.dataDir)).at(-1)!.text)![0];
  };
  const show = async (request: string, code: string) => (await post('/api/auth/phone/sign-in', { request, code })).status;
  const [request, code] = [await ask(), await codeOf()];
  const wrong = code === '000000' ? '111111' : '000000';
  for (let i = 0; i < 5; i += 1) expect(await show(request, wrong)).toBe(422);
  expect(await show(request, code)).toBe(422);
  // A new code does not give new tries without end.
  const [second, secondCode] = [await ask(), await codeOf()];
  expect(await show(second, secondCode)).toBe(429);
  later(2);
  expect(await show(request, secondCode)).toBe(422);
  expect(await show(second, secondCode)).toBe(200);
  expect(await show(second, secondCode)).toBe(422);
  const [third, thirdCode] = [await ask(), await codeOf()];
  later(6);
  expect(await show(third, thirdCode)).toBe(422);
});

test('codes that nobody uses make the next one wait, whether or not the number has an account', async () => {
  const ask = (network: string) => unhurried((site) => requestPhoneCode(site, '0987654321', network));
  for (let i = 0; i < 5; i += 1) await ask('203.162.4.1');
  await expect(ask('203.162.4.1')).rejects.toMatchObject({ status: 429, code: 'too-many-failures' });
  // Nor are others kept from it.
  await ask('203.162.4.2');
  later(1);
  await ask('203.162.4.1');
});
