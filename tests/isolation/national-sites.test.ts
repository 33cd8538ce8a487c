import type { TestSite, TestWorld } from '@tinhthong/core/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { twoProvinces } from './two-provinces.ts';

let world: TestWorld;
const password = 'cung-mot-mat-khau';
/** One address for everybody, each with the password of their own site. */
const email = 'mot-nguoi@vidu.vn';
const ownPassword = (site: string) => `${password}-${site}`;
const sessions: Record<string, string> = {};

const sites: Readonly<Record<string, { site: () => TestSite; door: string }>> = {
  ministry: { site: () => world.national('ministry'), door: '/api/core/me' },
  platform: { site: () => world.national('platform'), door: '/api/provinces' },
  hue: { site: () => world.province('hue'), door: '/api/core/me' },
};

beforeAll(async () => {
  world = await twoProvinces();
  for (const name of ['ministry', 'platform'] as const) {
    sessions[name] = await world.national(name).signIn({ name, email: `${name}-${email}`, password: ownPassword(name) });
  }
  sessions['hue'] = await world.province('hue').signIn({ name: 'hue', email: `hue-${email}`, password: ownPassword('hue'), roles: ['admin'] });
});
afterAll(() => world[Symbol.asyncDispose]());

const pairs = Object.keys(sites).flatMap((of) => Object.keys(sites).map((at) => [of, at] as const));

test.each(pairs)('a session of %s opens %s only if they are the same', async (of, at) => {
  const { site, door } = sites[at]!;
  const { status } = await site().request(door, { as: sessions[of]! });
  expect(status).toBe(of === at ? 200 : 401);
});

test.each(pairs)('an account of %s gets into %s only if they are the same', async (of, at) => {
  const answer = await sites[at]!.site().request('/api/auth/sign-in/email', { json: { email: `${of}-${email}`, password: ownPassword(of) } });
  expect([answer.status, answer.headers.getSetCookie().length]).toEqual(of === at ? [200, 1] : [401, 0]);
});

test("a province's database knows no national account, and the registry no province's", async () => {
  const inProvince = await world.province('hue').database(({ pool }) => pool.query<{ email: string }>('select email from identity."user" order by email'));
  const inRegistry = await world.kernel.registry.pool.query<{ email: string }>('select email from identity."user" order by email');
  expect(inProvince.rows.map((row) => row.email)).toEqual([`hue-${email}`]);
  expect(inRegistry.rows.map((row) => row.email)).toEqual([`ministry-${email}`, `platform-${email}`]);
});

test('the national sites have no address under which anything of a citizen could be asked', () => {
  const national = world.app.routes.filter(({ method, path }) => method !== 'ALL' && /^\/@(ministry|platform)/.test(path)).map(({ path }) => path.replace(/^\/@\w+/, ''));
  const ownAccount = /^\/(api\/auth|dang-nhap|dang-xuat|loi-moi|tai-khoan)(\/|$)/;
  expect([...new Set(national)].filter((path) => !ownAccount.test(path)).toSorted()).toEqual([
    '',
    '/api/acts',
    '/api/core/me',
    '/api/invitations',
    '/api/keys',
    '/api/keys/:id',
    '/api/members/:site',
    '/api/members/:site/:account/disable',
    '/api/provinces',
    '/api/provinces/:id/removal',
    '/api/provinces/:id/removal/confirm',
    '/api/provinces/:id/removal/withdraw',
    '/api/provinces/:id/usage',
    '/api/provinces/:id/visits',
  ]);
});
