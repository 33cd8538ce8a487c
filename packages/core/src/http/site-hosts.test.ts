import { afterAll, beforeAll, expect, test } from 'vitest';
import { testTemplate, testWorld, type TestWorld } from '../kit/testing.ts';
import { createApp } from './app.ts';

const siteHosts = { index: 'tinhthong.example.vn', ministry: 'bo.example.vn', platform: 'van-hanh.example.vn' };
let world: TestWorld;
beforeAll(async () => {
  world = await testWorld({ plugins: [], provinces: [testTemplate('hue')], siteHosts });
});
afterAll(() => world[Symbol.asyncDispose]());

const page = async (host: string) => {
  const answer = await world.site(host).request('/', { headers: { accept: 'text/html' } });
  return { status: answer.status, text: await answer.text() };
};

test('the index and the national sites answer at the hosts they were given, and no longer at those for trying', async () => {
  for (const host of Object.values(siteHosts)) expect((await page(host)).status, host).toBe(200);
  for (const host of ['localhost', 'ministry.localhost', 'platform.localhost']) expect((await page(host)).status, host).toBe(421);
  const { text } = await page(siteHosts.index);
  for (const host of [siteHosts.ministry, siteHosts.platform, 'hue.localhost']) expect(text).toContain(`href="//${host}/"`);
  expect(text).not.toContain('ministry.localhost');
});

test('an invitation to a national site leads to its own host, with its secret where no server sees it', async () => {
  const platform = world.national('platform');
  const as = await platform.signIn({ name: 'van-hanh' });
  const answer = await platform.request('/api/invitations', { json: { site: 'ministry', email: 'moi@bo.example', name: 'Người mới' }, as });
  const { link } = (await answer.json()) as { link: string };
  const { host, pathname, search, hash } = new URL(link);
  expect([answer.status, host, pathname, search, hash]).toEqual([201, siteHosts.ministry, '/loi-moi', '', expect.stringMatching(/^#[0-9a-f-]{36}\.[\w-]{43}$/)]);
});

test('two sites cannot share one host', () => {
  const shared = { ...world.kernel, siteHosts: { ...siteHosts, platform: siteHosts.ministry } };
  const options = { secure: false, trustedProxies: new Set<string>(), perMinute: 600, national: {}, ready: async () => ({ ready: true, checks: {} }) };
  expect(() => createApp(shared, options)).toThrow('PLATFORM_HOST');
});
