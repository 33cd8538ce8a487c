import { afterAll, beforeAll, expect, test } from 'vitest';
import { attempts } from '../isolation/attempts.ts';
import { send } from '../isolation/send.ts';
import type { Twin } from '../isolation/twin.ts';
import { type TwinWorld, twinWorld } from '../isolation/two-provinces.ts';
import { asStaff, refused, storingNothing } from './refused.ts';

let twins: TwinWorld;
let hue: Twin;

beforeAll(async () => {
  twins = await twinWorld();
  ({ hue } = twins);
});
afterAll(() => twins[Symbol.asyncDispose]());

const sql = (text: string, values: unknown[] = []) => hue.site.database(({ pool }) => pool.query(text, values));
const tokenOf = (cookie: string) => decodeURIComponent(cookie.split('=')[1]!).split('.')[0]!;

test('a session that is over, forged or of nobody opens nothing', async () => {
  const over = await hue.site.signIn({ name: 'het-han', roles: ['admin'] });
  await sql(`update identity.session set "expiresAt" = now() - interval '1 second' where token = $1`, [tokenOf(over)]);
  const gone = await hue.site.signIn({ name: 'da-xoa', roles: ['admin'] });
  await sql(`delete from identity."user" where name = 'da-xoa'`);
  const forged = [`${hue.staff}x`, hue.staff.replace(/\..*/, ''), hue.staff.replace(/=./, '=_'), 'tt-session=null', 'tt-session=%00', `tt-session=${'A'.repeat(5_000)}`, "tt-session=' or 1=1--"];
  // Its row goes with the first request that shows it to be over.
  expect((await refused('over', await hue.site.request('/api/core/keys', { as: over }), 401)).code).toBe('session-not-valid');
  await storingNothing(twins.world, async () => {
    for (const as of [over, gone, ...forged]) {
      expect((await refused(as.slice(0, 40), await hue.site.request('/api/core/keys', { as }), 401)).code).toBe('session-not-valid');
      await refused(as.slice(0, 40), await hue.site.request('/api/core/keys', { as, json: { name: 'khóa', scopes: [] } }), 401);
    }
  });
  expect((await asStaff(hue, '/api/core/keys')).status).toBe(200);
});

test('an API key that is over, revoked or none opens nothing', async () => {
  const [over, revoked] = [await hue.site.key(['report:read']), await hue.site.key(['report:read'])];
  await sql(`update core.api_keys set expires_at = now() - interval '1 second' where id = (select id from core.api_keys order by created_at desc offset 1 limit 1)`);
  await sql(`update core.api_keys set revoked_at = now() where id = (select id from core.api_keys order by created_at desc limit 1)`);
  await storingNothing(twins.world, async () => {
    for (const as of [over, revoked, 'ttk_', 'x', 'ttk_ hai chữ', "' or 1=1--", 'A'.repeat(500)]) {
      const response = await hue.site.request('/api/field-reports/inbox', { headers: { authorization: encodeURI(`Bearer ${as}`).replaceAll('%20', ' ') } });
      await refused(as.slice(0, 40), response, 401);
    }
    for (const authorization of ['Basic YTpi', 'Bearer', hue.key]) await refused(authorization, await hue.site.request('/api/field-reports/inbox', { headers: { authorization } }), 401);
  });
  expect((await hue.site.request('/api/field-reports/inbox', { as: hue.key })).status).toBe(200);
});

const foreignPages: readonly Record<string, string>[] = [
  { origin: 'https://la.example' },
  { origin: 'null' },
  { origin: 'http://dak-lak.localhost' },
  { origin: 'http://hue.localhost:81' },
  { origin: 'http://hue.localhost.la.example' },
  { 'sec-fetch-site': 'cross-site' },
  { 'sec-fetch-site': 'same-site' },
];

test('a write that carries a session from a page of another site is refused, on every route', async () => {
  const writes = Object.entries(attempts).flatMap(([name, [attempt]]) => (name.startsWith('GET ') ? [] : [{ name, request: { ...attempt.request(hue, hue), as: hue.staff } }]));
  expect(writes.length).toBeGreaterThan(20);
  await storingNothing(twins.world, async () => {
    for (const { name, request } of writes) {
      for (const headers of foreignPages) {
        const { code } = await refused(`${name} ${JSON.stringify(headers)}`, await send(hue, { ...request, headers: { ...(request.headers as Record<string, string>), ...headers } }), 403);
        expect([name, code]).toEqual([name, 'cross-site-write']);
      }
    }
  });
});

test('signing in from a page of another site is refused though no session is there yet', async () => {
  const credentials = { email: hue.email, password: hue.password };
  await storingNothing(twins.world, async () => {
    for (const headers of foreignPages) {
      await refused('as JSON', await hue.site.request('/api/auth/sign-in/email', { json: credentials, headers }), 403);
      await refused('as a form', await hue.site.request('/dang-nhap', { method: 'POST', body: new URLSearchParams(credentials), headers }), 403);
    }
  });
  const own = { origin: 'http://hue.localhost', 'sec-fetch-site': 'same-origin' };
  expect((await hue.site.request('/api/auth/sign-in/email', { json: credentials, headers: own })).status).toBe(200);
});

test('wrong passwords, unknown addresses and more than the two fields are refused, and told apart by nothing', async () => {
  const signIn = (json: unknown) => hue.site.request('/api/auth/sign-in/email', { json });
  await storingNothing(twins.world, async () => {
    const wrong = await refused('password', await signIn({ email: hue.email, password: 'sai' }), 401);
    const unknown = await refused('address', await signIn({ email: 'khong-co@vidu.vn', password: 'sai' }), 401);
    expect(unknown.code).toBe(wrong.code);
    for (const json of [{}, { email: hue.email }, { email: 'x', password: 'y' }, { email: hue.email, password: '' }, { email: [hue.email], password: hue.password }]) await refused(JSON.stringify(json), await signIn(json), 422);
    for (const more of [{ callbackURL: 'https://la.example' }, { rememberMe: true }]) await refused(JSON.stringify(more), await signIn({ email: hue.email, password: hue.password, ...more }), 422);
  });
});

test('what the accounts library could do beside signing in and out is not there', async () => {
  await storingNothing(twins.world, async () => {
    for (const path of ['reset-password/x?callbackURL=https://la.example', 'verify-email?token=x&callbackURL=https://la.example', 'error', 'ok', 'list-sessions', 'callback/google']) {
      await refused(path, await asStaff(hue, `/api/auth/${path}`), 404);
    }
    for (const path of ['sign-up/email', 'update-user', 'change-email', 'delete-user', 'request-password-reset', 'sign-in/social', 'link-social']) {
      await refused(path, await asStaff(hue, `/api/auth/${path}`, { json: { email: 'a@vidu.vn', name: 'a', password: 'mat-khau-moi-toanh' } }), 404);
    }
  });
});
