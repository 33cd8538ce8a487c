import { AxeBuilder } from '@axe-core/playwright';
import type { TestWorld } from '@tinhthong/core/testing';
import type { Browser, BrowserContext, Locator, Page } from 'playwright-core';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { twoProvinces } from '../isolation/two-provinces.ts';
import { press, tabTo, type } from './keyboard.ts';
import { noSideways } from './no-sideways.ts';
import { browserPath, openBrowser } from './open-browser.ts';

const staff = { dispatcher: 'dieu-phoi@hue.example', officer: 'can-bo@hue.example' };
const password = 'mat-khau-thu-nghiem';
const screens = { phone: { width: 360, height: 740 }, desk: { width: 1440, height: 900 } };
const mostFirstViewBytes = 30_000;

describe.skipIf(browserPath === undefined)('the pages of a province, in a browser', { timeout: 120_000 }, () => {
  let world: TestWorld;
  let browser: Browser;
  let home: string;
  let picture: { name: string; mimeType: string; buffer: Buffer };
  beforeAll(async () => {
    world = await twoProvinces();
    browser = await openBrowser();
    const hue = world.province('hue');
    await hue.signIn({ name: 'Điều phối viên', email: staff.dispatcher, roles: ['dispatcher'], agency: 'ioc' });
    await hue.signIn({ name: 'Cán bộ xử lý', email: staff.officer, roles: ['officer'], agency: 'so-xay-dung' });
    home = `http://${hue.host}:${await world.listen()}`;
    const buffer = await sharp({ create: { width: 800, height: 600, channels: 3, background: '#7a8a5b' } }).jpeg().toBuffer();
    picture = { name: 'o-ga.jpg', mimeType: 'image/jpeg', buffer };
  });
  afterAll(async () => {
    await browser?.close();
    await world?.[Symbol.asyncDispose]();
  });

  test.each(Object.entries(screens))('without a script and without a mouse, on a %s, a report is sent, handled by staff and rated', async (screen, viewport) => {
    await using context = await open({ javaScriptEnabled: false, viewport });
    const page = await context.newPage();

    // 1. A citizen finds the form from the home page and sends it.
    await page.goto(home);
    await page.keyboard.press('Tab');
    expect(await page.locator(':focus').innerText()).toBe('Đến nội dung chính');
    await press(page, page.getByRole('navigation').getByRole('link', { name: 'Gửi phản ánh' }));
    await tabTo(page, page.getByLabel('Việc gì?'));
    await page.keyboard.press('ArrowDown');
    await type(page, page.getByLabel('Điều gì đang xảy ra?'), `Ổ gà sâu trước cổng trường, học sinh hay ngã, thấy trên ${screen}.`);
    await tabTo(page, page.getByLabel('Xã, phường, đặc khu'));
    await page.keyboard.press('ArrowDown');
    await page.getByLabel('Ảnh (không bắt buộc, tối đa 5)').setInputFiles(picture);
    await press(page, page.getByRole('button', { name: 'Gửi phản ánh' }));
    await sendAnyway(page);
    const [code = '', followUp = ''] = await page.locator('.code').allInnerTexts();
    expect(code).toMatch(/^HUE-\d\d-\d{7}$/);
    expect(await page.getByText('Sở Xây dựng thành phố Huế').isVisible()).toBe(true);
    expect(page.url()).not.toContain(followUp);
    await noSideways(page);

    // 2. The dispatcher accepts and assigns, the officer starts and answers, the dispatcher closes.
    await signIn(page, staff.dispatcher);
    await page.goto(`${home}/phan-anh/viec/${code}`);
    await press(page, page.getByRole('button', { name: 'Tiếp nhận', exact: true }));
    await press(page, page.getByRole('button', { name: 'Chuyển xử lý' }));
    expect(await page.getByRole('status').innerText()).toBe('Đã chuyển phản ánh cho đơn vị xử lý.');
    await signIn(page, staff.officer);
    await press(page, page.getByRole('button', { name: `Bắt đầu xử lý ${code}` }));
    await type(page, page.getByLabel('Trả lời người dân'), 'Đã vá ổ gà và kẻ lại vạch đường sáng nay.');
    await page.getByLabel('Ảnh (không bắt buộc, tối đa 5)').setInputFiles(picture);
    await noSideways(page);
    await press(page, page.getByRole('button', { name: 'Gửi trả lời' }));
    await signIn(page, staff.dispatcher);
    await page.goto(`${home}/phan-anh/viec?status=answered`);
    await press(page, page.getByRole('button', { name: `Đóng phản ánh ${code}` }));
    await signOut(page);

    // 3. The citizen comes back with both codes and rates; everybody sees it.
    await page.goto(`${home}/phan-anh/${code}`);
    await press(page, page.getByRole('link', { name: 'Dùng mã theo dõi' }));
    await type(page, page.getByLabel('Mã theo dõi'), followUp);
    await press(page, page.getByRole('button', { name: 'Xem phản ánh' }));
    await tabTo(page, page.getByRole('radio', { name: 'Hài lòng' }).first());
    await page.keyboard.press('Space');
    await press(page, page.getByRole('button', { name: 'Gửi đánh giá' }));
    expect(await page.getByRole('status').innerText()).toBe('Cảm ơn bạn đã đánh giá.');
    await page.goto(`${home}/phan-anh/${code}`);
    expect(await page.getByRole('img').count()).toBe(2);
    expect(await page.locator('.facts').innerText()).toContain('Hài lòng');
    await noSideways(page);
  });

  // The second pass looks at what alone differs from the first: colours and sizes.
  test.each([
    ['light', screens.desk, (axe: AxeBuilder) => axe.withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])],
    ['dark', screens.phone, (axe: AxeBuilder) => axe.withRules(['color-contrast', 'target-size'])],
  ] as const)('every page and state meets WCAG 2.2 AA in the %s scheme, and none scrolls sideways', async (colorScheme, viewport, rules) => {
    await using context = await open({ viewport, colorScheme });
    const page = await context.newPage();
    page.on('console', (message) => expect(message.text()).not.toContain('Content Security Policy'));
    const check = async (state: string) => {
      // Without frames there is nothing to gather in a page of its own.
      const { violations } = await rules(new AxeBuilder({ page }).setLegacyMode()).analyze();
      expect([state, violations.map(({ id, nodes }) => [id, ...nodes.map(({ target }) => target.join(' '))])]).toEqual([state, []]);
      await noSideways(page);
    };
    for (const path of ['/', '/phan-anh?category=tourism', '/phan-anh/gui', '/phan-anh/gui?lang=en', '/phan-anh/theo-doi?lang=vi', '/dang-nhap', '/phan-anh/HUE-26-9999999']) {
      await page.goto(home + path);
      await check(path);
    }
    for (const host of ['localhost', 'ministry.localhost']) {
      await page.goto(home.replace('hue.localhost', host));
      await check(host);
    }

    await page.goto(`${home}/phan-anh/gui`);
    await page.locator('main form').evaluate((form: HTMLFormElement) => (form.noValidate = true));
    await page.getByLabel('Số điện thoại').fill('12');
    await page.getByLabel('Ảnh (không bắt buộc, tối đa 5)').setInputFiles(picture);
    await answered(page, page.getByRole('button', { name: 'Gửi phản ánh' }));
    await check('a form that came back');
    expect(await page.locator(':focus').getByRole('heading').innerText()).toBe('Có chỗ chưa đúng, xin xem lại');
    await page.getByLabel('Việc gì?').selectOption('road-damage');
    await page.getByLabel('Điều gì đang xảy ra?').fill(`Nắp cống vỡ, ban đêm rất nguy hiểm, nhìn trong nền ${colorScheme}.`);
    await page.getByLabel('Xã, phường, đặc khu').selectOption('19789');
    await page.getByLabel('Số điện thoại').fill('');
    await answered(page, page.getByRole('button', { name: 'Gửi phản ánh' }));
    await sendAnyway(page);
    await check('the receipt');
    const [code = ''] = await page.locator('.code').allInnerTexts();
    await page.getByRole('button', { name: 'Theo dõi phản ánh này' }).click();
    await check('a report as its reporter sees it');
    for (const path of ['/', '/phan-anh', `/phan-anh/${code}`]) {
      await page.goto(home + path);
      await check(`${path} with reports`);
    }

    await page.goto(`${home}/dang-nhap`);
    await page.getByLabel('E-mail').fill(staff.dispatcher);
    await page.getByLabel('Mật khẩu').fill('sai mật khẩu');
    await page.getByRole('button', { name: 'Đăng nhập' }).click();
    await check('a wrong password');
    await page.getByLabel('Mật khẩu').fill(password);
    await page.getByRole('button', { name: 'Đăng nhập' }).click();
    await check('the work of a dispatcher');
    await page.getByRole('link', { name: `Xử lý ${code}` }).click();
    await check('the moves of a report');
    await page.locator('summary', { hasText: 'Không tiếp nhận' }).click();
    await page.getByLabel('Lý do, người gửi đọc được').fill('     .');
    await page.getByRole('button', { name: 'Không tiếp nhận' }).click();
    await check('a move that came back');
  });

  test('the first view of a page is lighter than 30 kB, and none but the form, which keeps its draft, loads more than the script of every page', async () => {
    for (const path of ['/', '/phan-anh', '/phan-anh/gui', '/dang-nhap']) {
      await using context = await open({ viewport: screens.phone });
      const page = await context.newPage();
      let bytes = 0;
      const scripts = new Set<string>();
      page.on('requestfinished', async (request) => {
        if (request.resourceType() === 'script') scripts.add(new URL(request.url()).pathname.replace(/\.\w+\.js$/, ''));
        bytes += (await request.sizes()).responseBodySize;
      });
      await page.goto(home + path, { waitUntil: 'networkidle' });
      expect([path, bytes > 0 && bytes < mostFirstViewBytes ? 'light' : bytes]).toEqual([path, 'light']);
      const own = path === '/phan-anh/gui' ? ['/phan-anh/scripts/keep-draft', '/phan-anh/scripts/take-over'] : [];
      expect([path, ...scripts].toSorted()).toEqual([path, '/assets/portal', ...own].toSorted());
    }
  });

  async function open(options: Parameters<Browser['newContext']>[0]): Promise<BrowserContext> {
    const context = await browser.newContext({ locale: 'vi-VN', serviceWorkers: 'block', ...options });
    // The form as it is where its widget cannot be had; the widget has tests of its own.
    await context.route('**/embed/**', (route) => route.abort());
    return context;
  }

  /** The form looks whether the line is there before it goes: its answer comes a moment after the press. */
  async function answered(page: Page, button: Locator): Promise<void> {
    await Promise.all([page.waitForEvent('load'), button.click()]);
  }

  /** What an earlier test sent is similar. */
  async function sendAnyway(page: Page): Promise<void> {
    const anyway = page.getByRole('button', { name: 'Việc khác, vẫn gửi' });
    if ((await anyway.count()) > 0) await press(page, anyway);
  }

  async function signIn(page: Page, email: string): Promise<void> {
    await signOut(page);
    await page.goto(`${home}/dang-nhap`);
    await type(page, page.getByLabel('E-mail'), email);
    await type(page, page.getByLabel('Mật khẩu'), password);
    await press(page, page.getByRole('button', { name: 'Đăng nhập' }));
    expect(page.url()).toBe(`${home}/phan-anh/viec`);
  }

  async function signOut(page: Page): Promise<void> {
    const button = page.getByRole('button', { name: 'Đăng xuất' });
    if ((await button.count()) > 0) await press(page, button);
  }
});
