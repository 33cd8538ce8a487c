import type { TestWorld } from '@tinhthong/core/testing';
import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { browserPath } from '../open-browser.ts';
import { type OpenPortal, openPortal, phone } from './portal.ts';

const patience = { timeout: 10_000 };

describe.skipIf(browserPath === undefined)('the portal without a line', { timeout: 60_000 }, () => {
  let portal: OpenPortal;
  beforeAll(async () => void (portal = await openPortal()), 120_000);
  afterAll(() => portal?.[Symbol.asyncDispose]());

  test('pages that were seen can be read, others give the hotline and what was seen, and all is well again with the line', async () => {
    await using context = await portal.browser.newContext({ viewport: phone, locale: 'vi-VN' });
    const page = await visit(context, '/');
    const [code = ''] = portal.codes;
    for (const path of ['/phan-anh', `/phan-anh/${code}`]) await page.goto(portal.home + path, { waitUntil: 'networkidle' });

    // 1. Without a line: what was seen stands there and says since when it is kept, in its own colours.
    await context.setOffline(true);
    await page.goto(`${portal.home}/phan-anh`);
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe('Phản ánh của người dân');
    expect(await page.getByRole('status').first().innerText()).toMatch(/^Chưa kết nối được\. Đây là bản đã lưu trên máy này lúc \d\d:\d\d \d\d\/\d\d\/\d{4}\. Tải lại$/);
    expect(await page.locator('.masthead').evaluate((element) => getComputedStyle(element).backgroundColor)).toBe('rgb(91, 44, 131)');

    // 2. What was not seen: the number to call, and the way back to what was.
    await page.goto(`${portal.home}/phan-anh/so-lieu`);
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe('Không có mạng');
    expect(await page.getByRole('main').getByRole('link', { name: 'Gọi 0234 1022' }).getAttribute('href')).toBe('tel:02341022');
    await page.getByRole('heading', { name: 'Trang đã xem, vẫn đọc được' }).waitFor();
    await Promise.all([page.waitForEvent('load'), page.getByRole('main').getByRole('link', { name: code }).click()]);
    expect(await page.locator('h1').innerText()).not.toBe('');
    expect(page.url()).toBe(`${portal.home}/phan-anh/${code}`);

    // 3. The line is back: the page itself, without a word of keeping.
    await context.setOffline(false);
    await page.goto(`${portal.home}/phan-anh/so-lieu`);
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe('Số liệu phản ánh');
    await page.goto(`${portal.home}/phan-anh`);
    expect(await page.locator('.kept').count()).toBe(0);
  });

  test('a report that could not be sent is named on the page without a line', async () => {
    await using context = await portal.browser.newContext({ viewport: phone, locale: 'vi-VN' });
    const page = await visit(context, '/phan-anh/gui');
    // The plain form, as it stays under the hands of whoever has begun.
    await page.evaluate(async () => {
      const form = new FormData();
      form.set('description', 'Đèn đường tắt ba đêm liền.');
      await (await caches.open('phan-anh')).put('/phan-anh/gui', new Response(form, { headers: { 'x-kept-at': '2026-11-22T07:05:00Z' } }));
    });
    await context.setOffline(true);
    await page.goto(`${portal.home}/phan-anh/theo-doi`);
    await page.getByRole('heading', { name: 'Chưa gửi, đang giữ trên máy này' }).waitFor();
    expect(await page.locator('[data-offline=waiting]').innerText()).toContain('14:05 22/11/2026');
    // The form itself was seen, and what was written is offered in it.
    await page.getByRole('link', { name: 'Biểu mẫu chưa gửi' }).click();
    await page.getByRole('button', { name: 'Điền lại' }).click();
    await expect.poll(() => page.getByLabel('Điều gì đang xảy ra?').inputValue()).toBe('Đèn đường tắt ba đêm liền.');
  });

  test('a report written in the widget while the line is gone is named there too, and arrives once when the line is back', async () => {
    await using context = await portal.browser.newContext({ viewport: phone, locale: 'vi-VN' });
    const page = await visit(context, '/phan-anh/gui');
    const widget = page.locator('tt-report-form');
    await widget.getByRole('button', { name: 'Gửi phản ánh' }).waitFor();
    const text = 'Cột điện nghiêng sau bão ở đầu ngõ 7, rất nguy hiểm.';
    await widget.locator('select').first().selectOption({ index: 1 });
    await widget.locator('textarea').first().fill(text);
    await widget.getByRole('combobox', { name: 'Xã, phường, đặc khu' }).fill('thuan hoa');
    await page.keyboard.press('Tab');
    await context.setOffline(true);
    await widget.getByRole('button', { name: 'Gửi phản ánh' }).click();
    await widget.getByRole('heading', { name: 'chưa được gửi' }).waitFor();

    // 1. Elsewhere in the portal it is said that it waits, and where.
    await page.goto(`${portal.home}/phan-anh/so-lieu`);
    await page.getByRole('heading', { name: 'Chưa gửi, đang giữ trên máy này' }).waitFor();
    expect(await page.locator('[data-offline=waiting]').innerText()).toContain(text);

    // 2. The form itself is there without a line, with the widget and what waits.
    await page.goto(`${portal.home}/phan-anh/gui`);
    await page.locator('tt-report-form').getByText(text).first().waitFor();

    // 3. The line is back.
    await context.setOffline(false);
    const found = async () => ((await (await portal.world.province('hue').request(`/api/field-reports/reports?q=${encodeURIComponent('cột điện nghiêng')}`)).json()) as { items: unknown[] }).items.length;
    await expect.poll(found, { timeout: 30_000 }).toBe(1);
    await page.reload({ waitUntil: 'networkidle' });
    expect(await found()).toBe(1);
  });

  test('nothing that is somebody’s own is ever kept', async () => {
    const hue = portal.world.province('hue');
    const session = await hue.signIn({ name: 'nguoi-dan', roles: ['citizen'] });
    await using context = await portal.browser.newContext({ viewport: phone, locale: 'vi-VN' });
    const page = await visit(context, '/phan-anh/theo-doi');
    // 1. Without an account: pages with a secret in the address or in the answer, sign-in, what a form answered.
    const { code, followUp } = (await (await hue.request('/api/field-reports/reports', { json: { category: 'waste', description: 'Rác đổ trộm ven sông, mùi hôi.', commune: '19789' } })).json()) as { code: string; followUp: string };
    await page.locator('#code').fill(code);
    await page.locator('#followUp').fill(followUp);
    await Promise.all([page.waitForEvent('load'), page.getByRole('button', { name: 'Xem phản ánh' }).click()]);
    for (const path of ['/dang-nhap', '/quen-mat-khau', '/dat-lai-mat-khau?token=bi-mat', '/phan-anh/nhan-tin', '/tim-kiem?q=rieng', '/phan-anh?q=rieng']) await page.goto(portal.home + path);
    expect(await keptBy(page)).toEqual([]);
    // 2. Signed in: no page at all.
    const [name, value] = session.split('=') as [string, string];
    await context.addCookies([{ name, value: value.split(';')[0]!, url: portal.home }]);
    for (const path of ['/', '/phan-anh', '/tai-khoan', `/phan-anh/${code}`]) await page.goto(portal.home + path);
    expect(await page.getByRole('button', { name: 'Đăng xuất' }).count()).toBe(1);
    expect(await keptBy(page)).toEqual([]);
    expect(await page.evaluate(async () => (await caches.match('/ngoai-tuyen?lang=vi', { ignoreVary: true }))?.text())).not.toContain('nguoi-dan');
  });

  test('a new release begins with empty shelves and takes the old ones away', async () => {
    await using context = await portal.browser.newContext({ viewport: phone, locale: 'vi-VN' });
    const page = await visit(context, '/');
    await page.goto(`${portal.home}/phan-anh`, { waitUntil: 'networkidle' });
    const before = await shelves(page);
    expect(await keptBy(page)).toEqual(['/phan-anh']);
    // Another language is another release: its page without a line says other words.
    await page.goto(`${portal.home}/?lang=en`, { waitUntil: 'networkidle' });
    await expect.poll(() => shelves(page), patience).not.toEqual(before);
    await expect.poll(async () => (await shelves(page)).filter((name) => before.includes(name)), patience).toEqual([]);
    await context.setOffline(true);
    await page.goto(`${portal.home}/phan-anh`);
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe('No connection');
  });

  test('a deployment that wants no worker any more is rid of it, and of what it kept, at the next visit', async () => {
    await using context = await portal.browser.newContext({ viewport: phone, locale: 'vi-VN' });
    const page = await visit(context, '/');
    await page.goto(`${portal.home}/phan-anh`, { waitUntil: 'networkidle' });
    const kernel = portal.world.kernel as { -readonly [name in 'portal']: TestWorld['kernel'][name] };
    const usual = kernel.portal;
    kernel.portal = { ...usual, keepsPages: false };
    try {
      // Browsers look for a new one with each page, once a day at the latest.
      await page.evaluate(async () => void (await (await navigator.serviceWorker.getRegistration())!.update()));
      await expect.poll(() => page.evaluate(async () => [(await navigator.serviceWorker.getRegistrations()).length, (await caches.keys()).filter((name) => name.startsWith('tt-')).length]), patience).toEqual([0, 0]);
      await page.goto(`${portal.home}/phan-anh`, { waitUntil: 'networkidle' });
      expect(await page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length)).toBe(0);
    } finally {
      kernel.portal = usual;
    }
  });

  /** A page, once its worker has come to work. */
  async function visit(context: BrowserContext, path: string): Promise<Page> {
    const page = await context.newPage();
    await page.goto(portal.home + path, { waitUntil: 'networkidle' });
    await page.evaluate(async () => {
      await navigator.serviceWorker.ready;
      if (navigator.serviceWorker.controller === null) await new Promise((resolve) => navigator.serviceWorker.addEventListener('controllerchange', resolve));
    });
    // The page of before the worker is kept with the next visit.
    if (path === '/phan-anh/gui') await page.reload({ waitUntil: 'networkidle' });
    return page;
  }

  const shelves = (page: Page) => page.evaluate(async () => (await caches.keys()).filter((name) => name.startsWith('tt-')).toSorted());

  const keptBy = (page: Page) =>
    page.evaluate(async () => {
      const found: string[] = [];
      for (const name of (await caches.keys()).filter((one) => one.startsWith('tt-pages-'))) {
        for (const { url } of await (await caches.open(name)).keys()) found.push(new URL(url).pathname + new URL(url).search);
      }
      return found;
    });
});
