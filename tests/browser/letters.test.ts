import { AxeBuilder } from '@axe-core/playwright';
import { testWorld, type TestProvince, type TestWorld } from '@tinhthong/core/testing';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sentMail } from '../../packages/core/src/kit/test-mail.ts';
import { press, tabTo, type } from './keyboard.ts';
import { noSideways } from './no-sideways.ts';
import { browserPath, openBrowser } from './open-browser.ts';

const password = 'mat-khau-cua-toi';
const phone = { width: 360, height: 740 };

describe.skipIf(browserPath === undefined)('what the links of letters lead to, in a browser', { timeout: 60_000 }, () => {
  let world: TestWorld;
  let hue: TestProvince;
  let admin: string;
  let browser: Browser;
  let port: number;
  beforeAll(async () => {
    world = await testWorld({ plugins: [] });
    hue = world.province('hue');
    await hue.role('admin', [{ permission: 'account:manage' }]);
    admin = await hue.signIn({ name: 'quan-tri', roles: ['admin'] });
    browser = await openBrowser();
    port = await world.listen();
  });
  afterAll(async () => {
    await browser?.close();
    await world?.[Symbol.asyncDispose]();
  });

  test('an invitation opens by its link and is accepted by keyboard, and its secret is in no address and no history', async () => {
    const link = await invite('mot@vidu.vn');
    await using context = await open();
    const page = await context.newPage();
    const asked = addressesOf(page);

    await page.goto(link);
    await page.getByText('mot@vidu.vn').waitFor();
    expect(await historyOf(page)).toEqual([urlOf(link)]);
    await meetsWcag(page);
    await type(page, page.getByLabel('Mật khẩu, ít nhất 10 ký tự'), password);
    await press(page, page.getByRole('button', { name: 'Nhận lời mời' }));
    expect(await page.getByRole('link', { name: 'Người Mới' }).count()).toBe(1);
    expect(asked.filter((one) => one.includes(secretOf(link)))).toEqual([]);

    await page.goto(link);
    await page.getByRole('alert').getByText('Liên kết này chưa đủ, đã dùng').waitFor();
    await meetsWcag(page);
  });

  test('a program that follows the link of a letter, with scripts even, does not use it up', async () => {
    const link = await invite('hai@vidu.vn');
    for (const _visit of [1, 2]) {
      await using context = await open();
      const page = await context.newPage();
      await page.goto(link);
      await page.getByText('hai@vidu.vn').waitFor();
    }
  });

  test('without a script, the link is pasted where the page asks for it, on a phone too', async () => {
    const link = await invite('ba@vidu.vn');
    await using context = await open({ javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(link);
    await noSideways(page);
    await type(page, page.getByLabel('Liên kết đã gửi cho bạn'), link.slice(0, -3));
    await press(page, page.getByRole('button', { name: 'Xem lời mời' }));
    expect(await page.getByRole('alert').innerText()).toContain('Liên kết này chưa đủ');
    await type(page, page.getByLabel('Liên kết đã gửi cho bạn'), link);
    await press(page, page.getByRole('button', { name: 'Xem lời mời' }));
    await type(page, page.getByLabel('Mật khẩu, ít nhất 10 ký tự'), password);
    await press(page, page.getByRole('button', { name: 'Nhận lời mời' }));
    expect(await page.getByRole('link', { name: 'Người Mới' }).count()).toBe(1);

    await hue.request('/api/auth/password-reset', { json: { email: 'ba@vidu.vn' } });
    const reset = await newestLink();
    await page.goto(reset);
    await type(page, page.getByLabel('Liên kết đã gửi cho bạn'), secretOf(reset));
    await type(page, page.getByLabel('Mật khẩu mới, ít nhất 10 ký tự'), 'mat-khau-moi-toanh');
    await press(page, page.getByRole('button', { name: 'Đặt mật khẩu' }));
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe('Đã đổi mật khẩu');
  });

  test('a link to a new password is kept while its reader changes the language or skips the header, and gives way to a newer one', async () => {
    await hue.signIn({ name: 'quen', email: 'quen@vidu.vn', roles: [] });
    await using context = await open();
    const page = await context.newPage();
    const code = page.locator('[data-from-link]');
    const links: string[] = [];
    for (const _letter of ['first', 'second']) {
      await hue.request('/api/auth/password-reset', { json: { email: 'quen@vidu.vn' } });
      links.push(await newestLink());
    }
    const [first = '', second = ''] = links;

    await page.goto(first);
    expect([await code.inputValue(), await code.isVisible()]).toEqual([secretOf(first), false]);
    await meetsWcag(page);
    await press(page, page.getByRole('link', { name: 'English' }));
    expect([await code.inputValue(), page.url()]).toEqual([secretOf(first), `${urlOf(first)}?lang=en`]);
    await tabTo(page, page.getByRole('link', { name: 'Skip to main content' }));
    await page.keyboard.press('Enter');
    await page.waitForURL('**#main');
    expect(await code.inputValue()).toBe(secretOf(first));
    // Opened anew, the page asks: it does not take its own place for a secret.
    await page.reload();
    expect([await code.inputValue(), await code.isVisible()]).toEqual(['', true]);
    await meetsWcag(page);

    await page.goto(first);
    await page.goto(second);
    await page.waitForURL(urlOf(second));
    expect(await code.inputValue()).toBe(secretOf(second));
    expect((await historyOf(page)).filter((one) => links.some((link) => one.includes(secretOf(link))))).toEqual([]);
    await type(page, page.getByLabel('New password, at least 10 characters'), password);
    await press(page, page.getByRole('button', { name: 'Set it' }));
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe('Your password is changed');
  });

  test('a new e-mail address is confirmed by its link, with a press of a button', async () => {
    const as = await hue.signIn({ name: 'doi', roles: [] });
    await hue.request('/api/auth/email-change', { as, json: { email: 'dia-chi-moi@vidu.vn' } });
    const link = await newestLink();
    await using context = await open();
    const page = await context.newPage();
    await page.goto(link);
    expect(await historyOf(page)).toEqual([urlOf(link)]);
    await press(page, page.getByRole('button', { name: 'Đổi địa chỉ' }));
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe('Đã đổi địa chỉ');
  });

  test.each(['ministry', 'platform'] as const)('whoever is invited to the site of the %s comes in by the link as well', async (site) => {
    const platform = world.national('platform');
    const as = await platform.signIn({ name: `moi-vao-${site}` });
    const answer = await platform.request('/api/invitations', { as, json: { site, email: `${site}@vidu.vn`, name: 'Người Mới' } });
    const link = atPort(((await answer.json()) as { link: string }).link);
    await using context = await open();
    const page = await context.newPage();
    await page.goto(link);
    await page.getByText(`${site}@vidu.vn`).waitFor();
    expect(await historyOf(page)).toEqual([urlOf(link)]);
    await type(page, page.getByLabel('Mật khẩu, ít nhất 10 ký tự'), password);
    await press(page, page.getByRole('button', { name: 'Nhận lời mời' }));
    expect(new URL(page.url()).pathname).toBe('/tai-khoan');
  });

  async function open(options: Parameters<Browser['newContext']>[0] = {}): Promise<BrowserContext> {
    const context = await browser.newContext({ locale: 'vi-VN', viewport: phone, ...options });
    context.on('console', (message) => expect(message.text()).not.toContain('Content Security Policy'));
    return context;
  }

  async function invite(email: string): Promise<string> {
    await hue.request('/api/core/invitations', { as: admin, json: { email, name: 'Người Mới', roles: ['admin'] } });
    return newestLink();
  }

  async function newestLink(): Promise<string> {
    await world.settled();
    return atPort((await sentMail(world.dataDir)).at(-1)!.link);
  }

  function atPort(link: string): string {
    return Object.assign(new URL(link), { port }).href;
  }
});

const urlOf = (link: string) => link.split('#')[0]!;
const secretOf = (link: string) => link.split('#')[1]!;

/** What servers and proxies are told from now on: addresses, and where each was come from. */
function addressesOf(page: Page): readonly string[] {
  const told: string[] = [];
  page.on('request', async (request) => told.push(request.url().split('#')[0]!, (await request.allHeaders())['referer'] ?? ''));
  return told;
}

/** Every address of this site that the way back leads through. */
function historyOf(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => navigation.entries().map(({ url }) => url ?? ''));
}

async function meetsWcag(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']).analyze();
  expect(violations.map(({ id, nodes }) => [id, ...nodes.map(({ target }) => target.join(' '))])).toEqual([]);
  await noSideways(page);
}
