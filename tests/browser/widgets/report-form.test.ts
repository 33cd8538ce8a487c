import { randomBytes } from 'node:crypto';
import type { Locator, Page } from 'playwright-core';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hostsWorld, type HostsWorld } from '../hosts/hosts-world.ts';
import { tabTo, type } from '../keyboard.ts';
import { browserPath } from '../open-browser.ts';
import { refusal, type WidgetPage, widgetPage, type WidgetPageOptions } from './widget-page.ts';

const api = '/api/field-reports';
const reports = new RegExp(`${api}/reports\\?key=`);
const send = { name: 'Gửi phản ánh', exact: true } as const;

describe.skipIf(browserPath === undefined)('the report form on the page of a commune', { timeout: 60_000 }, () => {
  let world: HostsWorld;
  let dispatcher: string;
  beforeAll(async () => {
    world = await hostsWorld();
    dispatcher = await world.hue.signIn({ name: 'dieu-phoi-w', roles: ['dispatcher'], agency: 'ioc' });
  });
  afterAll(() => world?.[Symbol.asyncDispose]());

  const form = (options?: WidgetPageOptions): Promise<WidgetPage> => widgetPage(world, 'tt-report-form', options);
  const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { name });
  const inbox = async (code: string) => (await (await world.hue.request(`${api}/inbox/${code}`, { as: dispatcher })).json()) as { answers: { answer: string }[]; pictures: string[]; lat: number };
  const contactOf = (code: string) =>
    world.hue.database(async ({ pool }) => (await pool.query<{ phone: string; consent_version: string; channel: string }>('select phone, consent_version, channel from field_reports.contacts join field_reports.reports on id = report where code = $1', [code])).rows[0]);

  /** Fills in what a report needs, without a mouse; the focus is on the button that sends. */
  async function fillIn(page: Page, text: string, category = 'R'): Promise<void> {
    await page.getByLabel('Việc gì?').locator('option').nth(1).waitFor({ state: 'attached' });
    await page.getByRole('button', { name: 'Chụp hoặc chọn ảnh' }).or(page.getByText('Chụp hoặc chọn ảnh')).first().waitFor();
    await tabTo(page, page.getByLabel('Việc gì?'));
    await page.keyboard.type(category);
    await type(page, page.getByLabel('Điều gì đang xảy ra?'), text);
    await chooseCommune(page);
    await tabTo(page, page.getByRole('button', send));
  }
  async function chooseCommune(page: Page): Promise<void> {
    await type(page, page.getByRole('combobox', { name: 'Xã, phường, đặc khu' }), 'thuan hoa');
    await page.getByRole('option', { name: 'Thuận Hóa' }).waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
  }
  /** Presses send, and once more where others have told of something like it. */
  async function sendOff(page: Page, ended: Locator): Promise<void> {
    await page.keyboard.press('Enter');
    const anyway = page.getByRole('button', { name: /vẫn gửi$/ });
    await ended.or(anyway).first().waitFor();
    if ((await anyway.count()) === 0) return;
    await tabTo(page, anyway);
    await page.keyboard.press('Enter');
    await ended.first().waitFor();
  }
  const sent = (page: Page) => heading(page, 'Đã nhận phản ánh của bạn');
  const codeOf = (page: Page) => page.getByText(/^HUE-\d\d-\d{7}$/).first().innerText();

  test('a flood is told of by keyboard alone: its questions answered, a picture, a phone number with consent', async () => {
    await using it = await form();
    const { page } = it;
    await page.getByText('Chụp hoặc chọn ảnh').waitFor();
    expect(await page.getByLabel('Nước sâu bao nhiêu?').count()).toBe(0);
    await tabTo(page, page.getByLabel('Việc gì?'));
    await page.keyboard.type('Ngập');
    const deep = page.getByRole('radio', { name: 'Đến đầu gối' });
    await page.keyboard.press('Tab');
    await page.keyboard.press('ArrowDown');
    expect(await deep.isChecked()).toBe(true);
    await tabTo(page, page.getByRole('checkbox', { name: 'Dây điện' }));
    await page.keyboard.press('Space');
    await type(page, page.getByLabel('Vào bằng lối nào?'), 'Đi ngõ sau chợ.');
    await type(page, page.getByLabel('Điều gì đang xảy ra?'), 'Nước dâng vào nhà dân sau chợ, ngập từ chiều.');
    await chooseCommune(page);
    const buffer = await sharp(randomBytes(900 * 600 * 3), { raw: { width: 900, height: 600, channels: 3 } }).jpeg().toBuffer();
    await page.locator('tt-picture-input input').setInputFiles({ name: 'ngap.jpg', mimeType: 'image/jpeg', buffer });
    await page.getByText('Đã gửi ·').waitFor();

    // 1. A contact without consent is not sent, and the summary leads to what is missing.
    await tabTo(page, page.getByRole('radio', { name: 'Gửi ẩn danh' }));
    await page.keyboard.press('ArrowDown');
    await type(page, page.getByLabel('Số điện thoại', { exact: false }), '0900 000 123');
    await tabTo(page, page.getByRole('button', send));
    await page.keyboard.press('Enter');
    await heading(page, 'Có chỗ chưa đúng, xin xem lại').waitFor();
    await tabTo(page, page.getByRole('link', { name: 'Hãy đánh dấu đồng ý, hoặc chọn gửi ẩn danh.' }));
    await page.keyboard.press('Enter');
    await page.keyboard.press('Space');
    await tabTo(page, page.getByRole('button', send));
    await page.keyboard.press('Enter');

    // 2. It is in, with all of it, and the page around has been told.
    await sent(page).waitFor();
    const code = await codeOf(page);
    const seen = await inbox(code);
    expect(seen.answers.map(({ answer }) => answer)).toEqual(['Đến đầu gối', 'Dây điện', 'Đi ngõ sau chợ.']);
    expect(seen.pictures).toHaveLength(1);
    expect(await contactOf(code)).toEqual({ phone: '+84900000123', consent_version: '2026-11', channel: 'widget' });
    const told = await it.heard();
    expect([told[0], told.at(-1), told.some(([name]) => name === 'tt-change')]).toEqual([['tt-ready', {}], ['tt-submitted', { code }], true]);

    // 3. The QR code and the link lead to where it is followed; another report can be sent.
    expect(await page.getByRole('link', { name: 'Theo dõi phản ánh này' }).getAttribute('href')).toMatch(new RegExp(`^${world.province}/phan-anh/theo-doi\\?code=${code}#.{16}$`));
    expect(await page.getByRole('img', { name: /^Mã QR/ }).isVisible()).toBe(true);
    await tabTo(page, page.getByRole('button', { name: 'Gửi phản ánh khác' }));
    await page.keyboard.press('Enter');
    expect(await page.getByLabel('Điều gì đang xảy ra?').inputValue()).toBe('');
    expect([it.visit.violations, it.visit.console]).toEqual([[], []]);
  });

  test('what somebody has told of already can be followed instead, and is one report with one more voice', async () => {
    const text = 'Cột đèn nghiêng sắp đổ trước cổng trường Quốc Học.';
    const first = (await (await world.hue.request(`${api}/reports`, { json: { category: 'street-light', description: text, commune: '19789' } })).json()) as { code: string };
    await using it = await form();
    const { page } = it;
    await fillIn(page, 'Cột đèn trước cổng trường Quốc Học nghiêng, sắp đổ.', 'C');
    await page.keyboard.press('Enter');
    await heading(page, 'Có phải việc này không?').waitFor();
    await tabTo(page, page.getByRole('button', { name: `Theo dõi phản ánh này ${first.code}` }));
    await page.keyboard.press('Enter');
    await heading(page, 'Bạn đang theo dõi phản ánh này').waitFor();
    expect(await codeOf(page)).toBe(first.code);
    const { voices } = (await (await world.hue.request(`${api}/reports/${first.code}`)).json()) as { voices: number };
    expect([voices, await world.count('Cột đèn trước cổng trường')]).toEqual([1, 0]);
    expect((await it.heard()).at(-1)).toEqual(['tt-submitted', { code: first.code }]);
  });

  test('without a line it is kept, and goes off by itself while its writer still looks', async () => {
    await using it = await form();
    const { page, visit: { context } } = it;
    const text = 'Rác tràn ra lòng đường, viết lúc mất mạng.';
    await fillIn(page, text);
    await context.setOffline(true);
    await page.keyboard.press('Enter');
    await heading(page, 'Đang mất mạng, phản ánh chưa được gửi').waitFor();
    expect(await page.getByText('được giữ trên máy này').isVisible()).toBe(true);
    await context.setOffline(false);
    await sent(page).waitFor();
    expect(await world.count(text)).toBe(1);
  });

  test('nothing is stored without a press; a draft is there on the next visit, and gone once it was sent', async () => {
    await using it = await form();
    const { page, visit: { context } } = it;
    const text = 'Rác ở bến đò, viết nháp trước đã.';
    await fillIn(page, text);
    const stored = (at: Page) => at.evaluate(async () => [(await indexedDB.databases()).map(({ name }) => name), localStorage.length, sessionStorage.length, document.cookie]);
    expect([await stored(page), await context.cookies()]).toEqual([[[], 0, 0, ''], []]);
    await tabTo(page, page.getByRole('button', { name: 'Lưu nháp trên máy này' }));
    await page.keyboard.press('Enter');
    await heading(page, 'Đã lưu nháp trên máy này').waitFor();
    await page.close();

    const later = await it.again();
    await tabTo(later, later.getByRole('button', { name: /^Viết tiếp/ }));
    await later.keyboard.press('Enter');
    expect(await later.getByLabel('Điều gì đang xảy ra?').inputValue()).toBe(text);
    await tabTo(later, later.getByRole('button', send));
    await sendOff(later, sent(later));
    expect(await world.count(text)).toBe(1);
    await later.reload();
    await later.getByLabel('Việc gì?').waitFor();
    expect(await later.getByRole('button', { name: /^Viết tiếp/ }).count()).toBe(0);
  });

  test('where storage is blocked it works, and says what is not kept', async () => {
    await using it = await form({ before: ({ context }) => context.addInitScript(() => Object.defineProperty(globalThis, 'indexedDB', { get: () => { throw new DOMException('blocked', 'SecurityError'); } })) });
    const { page, visit: { context } } = it;
    const text = 'Rác dưới hầm chui, máy không cho lưu.';
    await fillIn(page, text);
    await context.setOffline(true);
    await page.keyboard.press('Enter');
    await page.getByText('hãy giữ trang này mở').waitFor();
    await context.setOffline(false);
    await sent(page).waitFor();
    expect(await world.count(text)).toBe(1);
  });

  test('too many at once: it waits a while and is sent with a press, once', async () => {
    await using it = await form();
    const { page } = it;
    const text = 'Rác bên hồ, gửi lúc đông người.';
    await fillIn(page, text);
    await page.route(reports, (route) => (route.request().method() === 'POST' ? route.fulfill(refusal(429, 'too-many-requests', 'Bạn gửi quá nhanh, xin chờ một chút.')) : route.continue()));
    await sendOff(page, heading(page, 'Đang có quá nhiều người gửi, phản ánh chưa được nhận'));
    expect((await it.heard()).at(-1)).toEqual(['tt-error', { code: 'too-many-requests' }]);
    await page.unroute(reports);
    await tabTo(page, page.getByRole('button', { name: 'Gửi ngay' }));
    await page.keyboard.press('Enter');
    await sent(page).waitFor();
    expect(await world.count(text)).toBe(1);
  });

  test('a province that is suspended while somebody writes: the report waits for it', async () => {
    await using it = await form();
    const { page } = it;
    const text = 'Rác sau nhà ga, tỉnh tạm ngừng giữa chừng.';
    await fillIn(page, text);
    await page.route(reports, (route) => (route.request().method() === 'POST' ? route.fulfill(refusal(503, 'province-suspended', 'Dịch vụ của tỉnh đang tạm ngừng.')) : route.continue()));
    await sendOff(page, heading(page, 'Dịch vụ của tỉnh đang tạm ngừng, phản ánh chưa được gửi'));
    expect(await page.getByRole('link', { name: '0234 1022' }).isVisible()).toBe(true);
  });

  test('12 megabytes of HEIC, a text of 10,000 emoji: each is said beside its field, and nothing is lost', async () => {
    await using it = await form();
    const { page } = it;
    await fillIn(page, 'Rác trên núi Ngự.');
    await page.locator('tt-picture-input input').setInputFiles({ name: 'IMG_2041.HEIC', mimeType: 'image/heic', buffer: randomBytes(12_000_000) });
    await page.getByRole('alert').getByText('IMG_2041.HEIC').waitFor();
    await page.getByLabel('Điều gì đang xảy ra?').fill('😀'.repeat(10_000));
    await page.getByText('Dài quá 6.000 ký tự', { exact: true }).first().waitFor();
    await page.getByRole('button', send).press('Enter');
    await page.getByRole('link', { name: 'Hãy mô tả sự việc bằng 10 đến 4.000 ký tự.' }).waitFor();
    expect((await page.getByLabel('Điều gì đang xảy ra?').inputValue()).length).toBe(20_000);
  });

  test('a press that leaves a field with a fault meets what it was meant for: the list opens in sight, the summary comes', async () => {
    await using it = await form();
    const { page } = it;
    const commune = page.getByRole('combobox', { name: 'Xã, phường, đặc khu' });
    const press = async (on: Locator) => {
      await on.scrollIntoViewIfNeeded();
      const { x, y, width, height } = (await on.boundingBox())!;
      await page.mouse.move(x + width / 2, y + height / 2);
      await page.mouse.down();
      // As long as a finger takes, and longer than the page takes to draw itself anew.
      await page.waitForTimeout(120);
      await page.mouse.up();
    };
    await page.getByText('Chụp hoặc chọn ảnh').waitFor();
    await page.getByLabel('Việc gì?').selectOption('waste');

    // 1. From a text that is too short to the list of communes, which is as far down as the screen goes.
    await page.getByLabel('Điều gì đang xảy ra?').pressSequentially('Rác');
    await commune.evaluate((field) => field.scrollIntoView({ block: 'end' }));
    await press(commune);
    const list = page.getByRole('listbox');
    await list.waitFor();
    await page.getByText('Hãy mô tả sự việc bằng 10 đến 4.000 ký tự.').first().waitFor();
    const { y, height } = (await list.boundingBox())!;
    expect(y).toBeGreaterThan(0);
    expect(y + height).toBeLessThanOrEqual(page.viewportSize()!.height);
    await list.getByRole('option').first().click();

    // 2. From a text that has become too short again to the button that sends.
    await page.getByLabel('Điều gì đang xảy ra?').fill('Rác đổ thành đống ở chợ.');
    await tabTo(page, commune);
    await page.getByLabel('Điều gì đang xảy ra?').fill('');
    await page.getByLabel('Điều gì đang xảy ra?').pressSequentially('Rác');
    await press(page.getByRole('button', send));
    await heading(page, 'Có chỗ chưa đúng, xin xem lại').waitFor();
  });

  test('a picture that the server will not take is said beside the pictures, and the report goes without it', async () => {
    await using it = await form();
    const { page } = it;
    const text = 'Rác ở ngã tư, kèm ảnh hỏng.';
    await fillIn(page, text);
    await page.route(/\/photos\?key=/, (route) => (route.request().method() === 'POST' ? route.fulfill(refusal(413, 'picture-too-large', 'Ảnh quá lớn.')) : route.continue()));
    const buffer = await sharp({ create: { width: 40, height: 30, channels: 3, background: '#777' } }).jpeg().toBuffer();
    await page.locator('tt-picture-input input').setInputFiles({ name: 'hong.jpg', mimeType: 'image/jpeg', buffer });
    await page.getByText('Ảnh quá lớn.').first().waitFor();
    await page.getByRole('button', send).focus();
    await sendOff(page, page.getByRole('link', { name: 'Ảnh quá lớn.' }));
    await page.getByRole('button', { name: /^Bỏ ảnh/ }).press('Enter');
    await page.getByRole('button', send).focus();
    await sendOff(page, sent(page));
    expect(await world.count(text)).toBe(1);
  });

  test('a position in a province that is not here is not used, and one in the province is', async () => {
    await using away = await form({ geolocation: { latitude: 21.0285, longitude: 105.8542 }, permissions: ['geolocation'] });
    await away.page.getByText('Chụp hoặc chọn ảnh').waitFor();
    await away.page.getByRole('button', { name: 'Dùng vị trí của tôi' }).press('Enter');
    await away.page.getByText('Vị trí này ở ngoài Thành phố Huế').waitFor();
    await using it = await form({ geolocation: { latitude: 16.4698, longitude: 107.5786 }, permissions: ['geolocation'] });
    const { page } = it;
    await fillIn(page, 'Rác quanh Đại Nội, dùng vị trí của tôi.');
    await page.getByRole('button', { name: 'Dùng vị trí của tôi' }).press('Enter');
    await page.getByText('Đã có vị trí của bạn').waitFor();
    await page.getByRole('button', send).focus();
    await sendOff(page, sent(page));
    expect((await inbox(await codeOf(page))).lat).toBeCloseTo(16.4698, 3);
  });

  test('what happens in another province of the deployment is handed over to it, and nobody is told where somebody stands', async () => {
    await using it = await form({ geolocation: { latitude: 12.6843, longitude: 108.0511 }, permissions: ['geolocation'] });
    const { page } = it;
    const asked: string[] = [];
    page.on('request', (request) => void asked.push(`${request.url()} ${request.postData() ?? ''}`));
    await page.getByText('Chụp hoặc chọn ảnh').waitFor();
    await page.getByRole('button', { name: 'Dùng vị trí của tôi' }).press('Enter');
    const link = page.getByRole('link', { name: 'gửi phản ánh đến Tỉnh Đắk Lắk' });
    await link.waitFor();
    expect(await link.getAttribute('href')).toMatch(/^http:\/\/dak-lak\.localhost(:\d+)?\/phan-anh\/gui$/);
    expect(asked.filter((request) => request.includes('12.68'))).toEqual([]);
  });

  test('a release that is gone, and one that is half gone, leave the link and the number', async () => {
    await using gone = await form({ before: ({ page }) => page.route(/\/embed\/.*report-form\.js/, (route) => route.fulfill({ status: 404 })) });
    await gone.page.waitForLoadState('networkidle');
    expect(await gone.page.getByRole('link', { name: 'Phản ánh của thành phố' }).isVisible()).toBe(true);
    await using half = await form({ before: ({ page }) => page.route(/\/shared\/later-/, (route) => route.fulfill({ status: 404 })) });
    await half.page.getByRole('button', { name: 'Thử lại' }).waitFor();
    expect(await half.page.getByRole('link', { name: 'Phản ánh của thành phố' }).isVisible()).toBe(true);
    expect((await half.heard()).at(-1)).toEqual(['tt-error', { code: 'unreachable' }]);
  });

  test('the page around can set the focus to its first question, and empty it', async () => {
    await using it = await form({ attributes: 'category="waste" commune="19789"' });
    const { page } = it;
    await page.getByText('Chụp hoặc chọn ảnh').waitFor();
    await page.getByLabel('Điều gì đang xảy ra?').fill('Để xóa đi.');
    await page.locator('tt-report-form').evaluate((widget: HTMLElement & { reset(): void }) => widget.reset());
    expect([await page.getByLabel('Việc gì?').inputValue(), await page.getByLabel('Điều gì đang xảy ra?').inputValue()]).toEqual(['waste', '']);
    await page.locator('tt-report-form').evaluate((widget: HTMLElement) => widget.focus());
    await expect.poll(() => page.getByLabel('Việc gì?').evaluate((field) => field.matches(':focus'))).toBe(true);
  });
});
