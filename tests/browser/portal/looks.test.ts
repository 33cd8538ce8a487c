import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { tabTo } from '../keyboard.ts';
import { noSideways } from '../no-sideways.ts';
import { browserPath } from '../open-browser.ts';
import { desk, type OpenPortal, openPortal, phone } from './portal.ts';

const everything = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const differing = ['color-contrast', 'target-size', 'scrollable-region-focusable'];
const paths = ['/', '/tim-kiem', '/tim-kiem?q=duong', '/tim-kiem?q=khong+co+gi', '/phan-anh', '/phan-anh?q=khong+co+gi', '/phan-anh?bbox=107,16,108.5,17', '/phan-anh/ban-do', '/phan-anh/ban-do?category=tourism', '/phan-anh/so-lieu', '/phan-anh/theo-doi', '/gioi-thieu', '/kha-nang-tiep-can', '/ngoai-tuyen'];

describe.skipIf(browserPath === undefined)('how the portal looks and is used', { timeout: 120_000 }, () => {
  let portal: OpenPortal;
  beforeAll(async () => void (portal = await openPortal()), 120_000);
  afterAll(() => portal?.[Symbol.asyncDispose]());

  test.each([
    ['light', 'vi', desk, everything],
    ['dark', 'en', phone, differing],
    ['light', 'en', phone, differing],
    ['dark', 'vi', desk, differing],
  ] as const)('every page meets WCAG 2.2 AA in the %s scheme, in %s, and none scrolls sideways', async (colorScheme, lang, viewport, rules) => {
    await using context = await portal.browser.newContext({ viewport, colorScheme, reducedMotion: 'reduce', serviceWorkers: 'block' });
    const page = await context.newPage();
    const complaints = listen(page);
    for (const path of [...paths, `/phan-anh/${portal.codes[0]}`]) {
      await page.goto(`${portal.home}${path}${path.includes('?') ? '&' : '?'}lang=${lang}`);
      await meetsWcag(page, rules);
    }
    await page.setViewportSize({ width: 320, height: 640 });
    for (const path of ['/', '/phan-anh', '/phan-anh/ban-do', '/gioi-thieu', '/ngoai-tuyen']) {
      await page.goto(portal.home + path);
      await noSideways(page);
    }
    expect(complaints).toEqual([]);
  });

  test('nothing of the moving map is fetched until somebody presses for it; then it stands in the drawing’s place, by keyboard too', async () => {
    await using context = await portal.browser.newContext({ viewport: phone, locale: 'vi-VN', reducedMotion: 'reduce', serviceWorkers: 'block' });
    const page = await context.newPage();
    const complaints = listen(page);
    const fetched: string[] = [];
    page.on('request', (request) => fetched.push(new URL(request.url()).pathname));
    await page.goto(`${portal.home}/phan-anh/ban-do`, { waitUntil: 'networkidle' });
    expect(fetched.filter((path) => path.startsWith('/embed/') || path.startsWith('/api/'))).toEqual([]);
    await tabTo(page, page.getByRole('button', { name: 'Mở bản đồ kéo, phóng được' }));
    await page.keyboard.press('Enter');
    await page.locator('tt-reports-map .leaflet-container').waitFor();
    expect(await page.locator('[data-still]').isVisible()).toBe(false);
    // The same in words beside it.
    const list = page.locator('tt-reports-map').getByRole('list', { name: 'Phản ánh' });
    expect(await list.getByRole('listitem').count()).toBe(3);
    expect(await list.innerText()).toContain('Phường Thuận Hóa');
    await meetsWcag(page, everything);
    await page.setViewportSize(desk);
    await meetsWcag(page, differing);
    await page.getByRole('button', { name: 'Phóng to' }).press('Enter');
    await page.getByRole('button', { name: 'Xem vị trí' }).first().press('Enter');
    expect(await page.locator('tt-reports-map [aria-current=true]').count()).toBe(1);
    expect(complaints).toEqual([]);
  });

  test('where the map cannot be had, the drawing stays and the page says so', async () => {
    await using context = await portal.browser.newContext({ viewport: phone, locale: 'vi-VN', serviceWorkers: 'block' });
    const page = await context.newPage();
    await page.route('**/embed/**', (route) => route.abort());
    await page.goto(`${portal.home}/phan-anh/ban-do`);
    await page.getByRole('button', { name: 'Mở bản đồ kéo, phóng được' }).click();
    await page.getByText('Chưa tải được bản đồ. Bản đồ bên dưới vẫn dùng được.').waitFor();
    expect(await page.getByRole('link', { name: /phản ánh quanh/ }).first().isVisible()).toBe(true);
  });

  test('the widget takes the form’s place before anybody has begun, and never under their hands', async () => {
    await using context = await portal.browser.newContext({ viewport: phone, locale: 'vi-VN', serviceWorkers: 'block' });
    const page = await context.newPage();
    // 1. Nobody has begun.
    await page.goto(`${portal.home}/phan-anh/gui`);
    await page.locator('tt-report-form').getByRole('button', { name: 'Gửi phản ánh' }).waitFor();
    expect(await page.locator('main form[data-keep]').count()).toBe(0);
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe('Gửi phản ánh');
    await meetsWcag(page, everything);
    // 2. Somebody wrote while the line was slow: the form stays as it is, with every letter.
    let go = () => {};
    const slow = new Promise<void>((resolve) => (go = resolve));
    await page.route('**/embed/**', async (route) => {
      await slow;
      await route.continue();
    });
    await page.goto(`${portal.home}/phan-anh/gui`, { waitUntil: 'domcontentloaded' });
    await page.getByLabel('Điều gì đang xảy ra?').fill('Cây đổ chắn ngang đường.');
    const loaded = page.waitForResponse('**/embed/**');
    go();
    await (await loaded).finished();
    await page.waitForTimeout(500);
    expect(await page.getByLabel('Điều gì đang xảy ra?').inputValue()).toBe('Cây đổ chắn ngang đường.');
    expect(await page.locator('tt-report-form').count()).toBe(0);
    // 3. Without the widget it is a form as it always was.
    await page.unroute('**/embed/**');
    await page.route('**/embed/**', (route) => route.abort());
    await page.goto(`${portal.home}/phan-anh/gui`, { waitUntil: 'networkidle' });
    expect(await page.locator('main form[data-keep]').isVisible()).toBe(true);
  });

  function listen(page: Page): string[] {
    const complaints: string[] = [];
    page.on('pageerror', (error) => complaints.push(error.message));
    page.on('console', (message) => {
      if (/Content Security Policy|Trusted ?Type/i.test(message.text())) complaints.push(message.text());
    });
    return complaints;
  }

  async function meetsWcag(page: Page, rules: readonly string[]): Promise<void> {
    const axe = new AxeBuilder({ page }).setLegacyMode();
    const { violations } = await (rules === everything ? axe.withTags([...rules]) : axe.withRules([...rules])).analyze();
    expect([page.url(), violations.map(({ id, nodes }) => [id, ...nodes.map(({ target }) => target.join(' '))])]).toEqual([page.url(), []]);
    await noSideways(page);
  }
});
