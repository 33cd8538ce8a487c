import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { press, tabTo, type } from '../keyboard.ts';
import { noSideways } from '../no-sideways.ts';
import { browserPath } from '../open-browser.ts';
import { desk, type OpenPortal, openPortal, phone } from './portal.ts';

describe.skipIf(browserPath === undefined)('the portal without a script', { timeout: 60_000 }, () => {
  let portal: OpenPortal;
  beforeAll(async () => void (portal = await openPortal()), 120_000);
  afterAll(() => portal?.[Symbol.asyncDispose]());

  test.each([['phone', phone], ['desk', desk]] as const)('everything is read, found and reported by keyboard alone, on a %s', async (_, viewport) => {
    await using context = await portal.browser.newContext({ viewport, locale: 'vi-VN', javaScriptEnabled: false });
    const page = await context.newPage();
    const [pothole = '', , drain = ''] = portal.codes;

    // 1. Found from the home page, without accents.
    await page.goto(portal.home);
    await noSideways(page);
    await type(page, page.getByRole('searchbox', { name: 'Tìm trong cổng' }), 'nap cong vo');
    await Promise.all([page.waitForEvent('load'), page.keyboard.press('Enter')]);
    expect(await page.locator('.found').innerText()).toContain(drain);
    await noSideways(page);
    await press(page, page.locator('.found').getByRole('link'));
    expect(page.url()).toBe(`${portal.home}/phan-anh/${drain}`);

    // 2. The list, narrowed to a category; then the same on the map, whose circle leads to what is there.
    await press(page, page.getByRole('navigation', { name: 'Chính' }).getByRole('link', { name: 'Phản ánh', exact: true }));
    await tabTo(page, page.getByLabel('Lĩnh vực').or(page.locator('summary', { hasText: 'Thêm bộ lọc' })));
    if (viewport === phone) {
      await page.keyboard.press('Enter');
      await tabTo(page, page.getByLabel('Lĩnh vực'));
    }
    await page.getByLabel('Lĩnh vực').selectOption('road-damage');
    await press(page, page.getByRole('button', { name: 'Lọc' }));
    expect([page.url(), await page.locator('.report').count()]).toEqual([page.url(), 2]);
    await press(page, page.getByRole('link', { name: 'Bản đồ', exact: true }));
    expect(await page.getByRole('heading', { level: 2 }).innerText()).toBe('2 phản ánh mới nhất');
    await noSideways(page);
    const circle = page.getByRole('link', { name: /^\d phản ánh quanh / });
    await Promise.all([page.waitForEvent('load'), circle.first().focus().then(() => page.keyboard.press('Enter'))]);
    expect(await page.getByText('Chỉ trong phần bản đồ đã chọn.').count()).toBe(1);
    expect(await page.getByText(pothole).count()).toBe(1);
    await press(page, page.getByRole('link', { name: 'Xem cả tỉnh' }));
    expect(page.url()).toBe(`${portal.home}/phan-anh?category=road-damage`);

    // 3. Figures, and what the province says of its portal.
    for (const [path, heading] of [['/phan-anh/so-lieu', 'Số liệu phản ánh'], ['/gioi-thieu', 'Giới thiệu cổng'], ['/kha-nang-tiep-can', 'Khả năng tiếp cận']]) {
      await page.goto(portal.home + path);
      expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe(heading);
      await noSideways(page);
    }
    expect(await page.locator('main').innerText()).toContain('0234 1022');

    // 4. A report is sent.
    await press(page, page.getByRole('navigation', { name: 'Chính' }).getByRole('link', { name: 'Gửi phản ánh' }));
    await page.getByLabel('Việc gì?').selectOption('street-light');
    await type(page, page.getByLabel('Điều gì đang xảy ra?'), `Đèn đường trước nhà văn hóa tắt ba đêm, xem ở màn hình ${viewport.width}.`);
    await page.getByLabel('Xã, phường, đặc khu').selectOption('19900');
    await press(page, page.getByRole('button', { name: 'Gửi phản ánh' }));
    const anyway = page.getByRole('button', { name: 'Việc khác, vẫn gửi' });
    if ((await anyway.count()) > 0) await press(page, anyway);
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe('Đã nhận phản ánh của bạn');
  });

  test('what the portal says of itself names the province, not a blank', async () => {
    for (const [province, name] of [['hue', 'Thành phố Huế'], ['dak-lak', 'Tỉnh Đắk Lắk']] as const) {
      const answer = await portal.world.province(province).request('/gioi-thieu', { headers: { accept: 'text/html' } });
      const text = await answer.text();
      expect([answer.status, text.includes(name), text.includes('{province}')]).toEqual([200, true, false]);
    }
  });
});
