import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { fromBase32, totpCode } from '../../identity/totp.ts';
import { sentMail, sentMessages } from '../../kit/test-mail.ts';
import { testPassword } from '../../kit/test-site.ts';
import { type TestProvince, testWorld, type TestWorld } from '../../kit/testing.ts';

// Hashing a password takes its time, on purpose.
vi.setConfig({ testTimeout: 30_000 });

const clock = { now: new Date('2027-03-01T02:00:00Z') };
const later = (seconds: number) => void (clock.now = new Date(clock.now.getTime() + seconds * 1_000));
let world: TestWorld;
let hue: TestProvince;

beforeAll(async () => {
  world = await testWorld({ plugins: [], now: () => clock.now });
  hue = world.province('hue');
  await hue.role('admin', ['account:manage', 'sign-in:manage', 'notice:read'].map((permission) => ({ permission })));
});
afterAll(() => world[Symbol.asyncDispose]());

const html = { accept: 'text/html' };
const read = (path: string, as = '') => hue.request(path, { headers: html, ...(as && { as }) });
const press = (path: string, form: Record<string, string> = {}, as = '') => hue.request(path, { method: 'POST', headers: html, body: new URLSearchParams(form), ...(as && { as }) });
const cookieOf = (answer: Response) => answer.headers.get('set-cookie')?.split(';')[0] ?? '';
const where = (answer: Response) => [answer.status, answer.headers.get('location')];

async function setConfirmed(ago: string): Promise<void> {
  await hue.database(({ pool }) => pool.query(`update identity.session set "confirmedAt" = now() - $1::interval`, [ago]));
  world.kernel.registry.bus.send({ topic: 'access', province: 'hue' });
}

test('somebody sets up a second factor, and signs in with it, with nothing but plain forms', async () => {
  const first = await hue.signIn({ name: 'lan', roles: ['admin'] });
  const enrolling = await (await press('/tai-khoan/bat-buoc-hai', {}, first)).text();
  const secret = /<code>([A-Z2-7 ]+)<\/code>/.exec(enrolling)![1]!.replaceAll(' ', '');
  expect(enrolling).toContain('href="otpauth://totp/');
  expect(enrolling).toContain('<svg class="qr"');
  // Whoever mistypes the first code goes on with the key that is in the app by now.
  const mistyped = await press('/tai-khoan/ma-dau-tien', { code: '000000' }, first);
  expect([mistyped.status, await mistyped.text()]).toEqual([422, expect.stringContaining('action="/tai-khoan/ma-dau-tien"')]);
  const begun = await (await press('/tai-khoan/ma-dau-tien', { code: totpCode(fromBase32(secret), clock.now) }, first)).text();
  expect(begun.match(/<li><code>/g)).toHaveLength(10);

  const half = await press('/dang-nhap', { email: 'lan@hue.example', password: testPassword, next: '/tai-khoan' });
  expect(where(half)).toEqual([303, '/dang-nhap/ma?next=%2Ftai-khoan']);
  const as = cookieOf(half);
  expect(where(await read('/tai-khoan', as))).toEqual([303, '/dang-nhap/ma?next=%2Ftai-khoan']);
  const wrong = await press('/dang-nhap/ma', { code: '000000', next: '/tai-khoan' }, as);
  expect([wrong.status, await wrong.text()]).toEqual([422, expect.stringContaining('Mã chưa đúng')]);
  later(60);
  expect(where(await press('/dang-nhap/ma', { code: totpCode(fromBase32(secret), clock.now), next: '/tai-khoan' }, as))).toEqual([303, '/tai-khoan']);
  expect((await read('/tai-khoan', as)).status).toBe(200);

  expect((await press('/tai-khoan/tat-buoc-hai', { password: 'sai' }, as)).status).toBe(422);
  expect(where(await press('/tai-khoan/tat-buoc-hai', { password: testPassword }, as))).toEqual([303, '/tai-khoan']);
  expect(where(await press('/dang-nhap', { email: 'lan@hue.example', password: testPassword, next: '/tai-khoan' }))).toEqual([303, '/tai-khoan']);
});

test('a session left open is asked again who sits there, before anything of weight', async () => {
  const as = await hue.signIn({ name: 'minh', roles: ['admin'] });
  await setConfirmed('1 hour');
  const asked = await (await press('/tai-khoan/bat-buoc-hai', {}, as)).text();
  expect(asked).toContain('action="/tai-khoan/xac-nhan"');
  expect((await press('/tai-khoan/xac-nhan', { shown: 'sai' }, as)).status).toBe(422);
  expect(where(await press('/tai-khoan/xac-nhan', { shown: testPassword }, as))).toEqual([303, '/tai-khoan']);
  expect(await (await press('/tai-khoan/bat-buoc-hai', {}, as)).text()).toContain('otpauth://');
});

/** Where the newest letter leads, and the secret that stands behind the `#` of its link. */
async function newestLink(): Promise<{ to: string; path: string; token: string }> {
  await world.settled();
  const { to, link } = (await sentMail(world.dataDir)).at(-1)!;
  const { pathname, search, hash } = new URL(link);
  return { to, path: pathname + search, token: hash.slice(1) };
}

test('an invitation is shown and then accepted by forms alone, and its secret stands in no address', async () => {
  const as = await hue.signIn({ name: 'hoa', roles: ['admin'] });
  await hue.request('/api/core/invitations', { as, json: { email: 'moi@vidu.vn', name: 'Lê Thị Mới', roles: ['admin'] } });
  const { path, token } = await newestLink();
  expect(path).toBe('/loi-moi');
  const opened = await read(path);
  expect([opened.status, opened.headers.get('referrer-policy'), await opened.text()]).toEqual([200, 'same-origin', expect.stringContaining('data-from-link="send"')]);
  // In the query of an address it opens nothing.
  expect(await (await read(`${path}?ma=${token}`)).text()).not.toContain('moi@vidu.vn');

  const wrong = await press(path, { ma: 'không phải' });
  expect([wrong.status, await wrong.text()]).toEqual([410, expect.stringContaining('id="ma-error"')]);
  // Looking spends nothing, with the whole link or its end.
  for (const ma of [token, `http://hue.localhost/loi-moi#${token}`]) {
    const shown = await press(path, { ma });
    expect([shown.status, shown.headers.get('cache-control'), await shown.text()]).toEqual([200, 'no-store', expect.stringMatching(/moi@vidu\.vn.*value="Lê Thị Mới"/s)]);
  }
  const form = { ma: token, name: 'Lê Thị Mới' };
  const short = await press(path, { ...form, password: 'ngan' });
  expect([short.status, await short.text()]).toEqual([422, expect.stringContaining('<p class="error" id="password-error">Ít nhất 10 ký tự.</p>')]);
  const joined = await press(path, { ...form, password: 'mat-khau-cua-toi' });
  expect(where(joined)).toEqual([303, '/']);
  expect(await (await read('/tai-khoan', cookieOf(joined))).text()).toContain('Lê Thị Mới');
  expect((await press(path, { ma: token })).status).toBe(410);
});

test('a forgotten password is asked for and set anew on two pages, and the answer tells nothing', async () => {
  await hue.signIn({ name: 'quen', roles: [] });
  const [known, unknown] = [await press('/quen-mat-khau', { email: 'quen@hue.example' }), await press('/quen-mat-khau', { email: 'khong-co@hue.example' })];
  expect([unknown.status, await unknown.text()]).toEqual([known.status, await known.text()]);
  const { path, token } = await newestLink();
  expect([path, (await read(path)).status]).toEqual(['/dat-lai-mat-khau', 200]);
  // What was right is not asked for again, what was wrong is.
  const short = await (await press(path, { ma: token, password: 'ngan' })).text();
  expect([short.includes(`<input type="hidden" name="ma" value="${token}">`), short.includes('data-from-link')]).toEqual([true, false]);
  const wrong = await press(path, { ma: `${token}x`, password: 'mat-khau-moi-toanh' });
  expect([wrong.status, await wrong.text()]).toEqual([410, expect.stringMatching(/id="ma-error".*data-from-link/s)]);
  expect((await press(path, { ma: token, password: 'mat-khau-moi-toanh' })).status).toBe(200);
  expect(where(await press('/dang-nhap', { email: 'quen@hue.example', password: 'mat-khau-moi-toanh' }))).toEqual([303, '/']);
});

test('a citizen signs in with a code by phone, and erases their account; staff cannot', async () => {
  const admin = await hue.signIn({ name: 'quan-tri', roles: ['admin'] });
  await hue.request('/api/core/access-policy', { method: 'PUT', as: admin, json: { operatorVisits: true, phoneSignIn: true } });
  expect(await (await read('/dang-nhap')).text()).toContain('href="/dang-nhap/dien-thoai"');
  const asked = await (await press('/dang-nhap/dien-thoai', { phone: '0905 123 456' })).text();
  await world.settled();
  const code = /\d{6}/.exec((await sentMessages(world.dataDir)).at(-1)!.text)![0];
  const request = /name="request" value="([^"]+)"/.exec(asked)![1]!;
  expect((await press('/dang-nhap/dien-thoai/ma', { request: 'khác', code })).status).toBe(422);
  const entered = await press('/dang-nhap/dien-thoai/ma', { request, code });
  expect(where(entered)).toEqual([303, '/']);
  const as = cookieOf(entered);
  const data = (await (await hue.request('/api/auth/my-data', { as })).json()) as { modules: { core: { data: { person: { phoneNumber: string } } } } };
  expect(data.modules.core.data.person.phoneNumber).toBe('+84905123456');
  await setConfirmed('1 hour');
  // There is no password to ask for.
  expect(await (await press('/tai-khoan/xoa', { sure: 'yes' }, as)).text()).toContain('action="/dang-xuat"');
  expect((await hue.request('/api/auth/confirm', { as, json: { password: 'gì cũng được' } })).status).toBe(409);
  await setConfirmed('1 second');
  expect((await press('/tai-khoan/xoa', {}, as)).status).toBe(422);
  expect(where(await press('/tai-khoan/xoa', { sure: 'yes' }, as))).toEqual([303, '/']);
  expect((await hue.request('/api/core/me', { as })).status).toBe(401);
  expect((await press('/tai-khoan/xoa', { sure: 'yes' }, admin)).status).toBe(409);
  expect(await (await read('/tai-khoan', admin)).text()).not.toContain('action="/tai-khoan/xoa"');
});

test('a new address is asked for on the page, and a provider is linked and let go there', async () => {
  const as = await hue.signIn({ name: 'cong-dan', roles: [] });
  expect((await press('/tai-khoan/doi-email', { email: 'khong phai' }, as)).status).toBe(422);
  expect((await press('/tai-khoan/doi-email', { email: 'dia-chi-moi@vidu.vn' }, as)).status).toBe(200);
  const { to, path, token } = await newestLink();
  expect([to, path, (await read(path)).status]).toEqual(['dia-chi-moi@vidu.vn', '/doi-email', 200]);
  const wrong = await press(path, { ma: token.slice(1) });
  expect([wrong.status, await wrong.text()]).toEqual([410, expect.stringContaining('id="ma-error"')]);
  expect((await press(path, { ma: token })).status).toBe(200);
  expect(await (await read('/tai-khoan', as)).text()).toContain('dia-chi-moi@vidu.vn');

  await hue.database(({ pool }) =>
    pool.query(
      `with provider as (insert into core.sign_in_providers (id, title, issuer, client_id, client_secret, set_by) values ('vneid', '{"vi":"VNeID thử"}', 'https://idp.example', 'a', '', 'quan-tri'))
       insert into identity.account (id, "accountId", "userId", "providerId") select 'lien-ket', 'ai-do', id, 'vneid' from identity."user" where email = 'dia-chi-moi@vidu.vn'`,
    ),
  );
  expect(await (await read('/tai-khoan', as)).text()).toContain('action="/tai-khoan/bo-lien-ket"');
  expect(where(await press('/tai-khoan/bo-lien-ket', { provider: 'vneid' }, as))).toEqual([303, '/tai-khoan']);
  expect(await (await read('/tai-khoan', as)).text()).toContain('action="/tai-khoan/lien-ket"');
  for (const provider of ['vneid', '../x', 'khong-co']) expect((await press('/tai-khoan/bo-lien-ket', { provider }, as)).status).toBe(404);
});
