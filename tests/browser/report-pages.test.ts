import { AxeBuilder } from '@axe-core/playwright';
import type { TestWorld } from '@tinhthong/core/testing';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { twoProvinces } from '../isolation/two-provinces.ts';
import { press, tabTo, type } from './keyboard.ts';
import { noSideways } from './no-sideways.ts';
import { browserPath, openBrowser } from './open-browser.ts';

const api = '/api/field-reports';
const password = 'mat-khau-thu-nghiem';
const phone = { width: 360, height: 740 };
const levels = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const people = {
  dispatcher: { email: 'dieu-phoi-2@hue.example', roles: ['dispatcher'], agency: 'ioc' },
  officer: { email: 'can-bo-2@hue.example', roles: ['officer'], agency: 'so-xay-dung' },
  helper: { email: 'phoi-hop@hue.example', roles: ['officer'], agency: 'cong-an' },
  leader: { email: 'lanh-dao@hue.example', roles: ['province-leader'], agency: 'van-phong-ubnd' },
} as const;
type Person = keyof typeof people;

describe.skipIf(browserPath === undefined)('every page of field reports, on a phone', { timeout: 120_000 }, () => {
  let world: TestWorld;
  let browser: Browser;
  let home: string;
  let coordinator: string;
  const sessions = {} as Record<Person, string>;
  let picture: { name: string; mimeType: string; buffer: Buffer };
  beforeAll(async () => {
    world = await twoProvinces();
    browser = await openBrowser();
    const hue = world.province('hue');
    const agencies = await hue.database(async ({ pool }) => (await pool.query<{ id: string }>(`select id from core.agencies where id not in ('ioc', 'so-xay-dung', 'van-phong-ubnd') order by id limit 1`)).rows);
    coordinator = agencies[0]!.id;
    for (const [name, { agency, ...account }] of Object.entries(people)) {
      sessions[name as Person] = await hue.signIn({ name, ...account, roles: [...account.roles], agency: name === 'helper' ? coordinator : agency });
    }
    home = `http://${hue.host}:${await world.listen()}`;
    const buffer = await sharp({ create: { width: 800, height: 600, channels: 3, background: '#7a8a5b' } }).jpeg().toBuffer();
    picture = { name: 'o-ga.jpg', mimeType: 'image/jpeg', buffer };
  });
  afterAll(async () => {
    await browser?.close();
    await world?.[Symbol.asyncDispose]();
  });

  test.each(['vi', 'en'])('what everybody sees meets WCAG 2.2 AA, in %s', async (language) => {
    const { code } = await report();
    await using context = await open();
    const page = await context.newPage();
    for (const path of ['/nhan-tin', `/nhan-tin?code=${code}`, '/nhan-tin/xac-nhan', `/${code}/cung-viec`, '/theo-doi', '/so-lieu', '?q=o+ga']) {
      await page.goto(`${home}/phan-anh${path}${path.includes('?') ? '&' : '?'}lang=${language}`);
      await meetsWcag(page);
    }
  });

  test('similar reports are shown before a second one is sent, and joining one by keyboard counts a voice', async () => {
    const { code } = await report('Cống nghẹt tràn nước ra đường trước chợ, mùi hôi nồng nặc.');
    await using context = await open();
    const page = await context.newPage();
    await page.goto(`${home}/phan-anh/gui`);
    await page.getByLabel('Việc gì?').selectOption('road-damage');
    await page.getByLabel('Điều gì đang xảy ra?').fill('Cống nghẹt trước chợ, nước tràn ra đường hôi lắm.');
    await page.getByLabel('Xã, phường, đặc khu').selectOption('19789');
    await press(page, page.getByRole('button', { name: 'Gửi phản ánh' }));
    await meetsWcag(page);
    await press(page, page.getByRole('button', { name: `Cùng việc này ${code}` }));
    await meetsWcag(page);
    expect(await page.locator('.code').first().innerText()).toBe(code);
  });

  test('a report is kept on the device while the line is gone, and goes off by itself once it is back', async () => {
    await using context = await open();
    const page = await context.newPage();
    await page.goto(`${home}/phan-anh/gui`);
    await page.getByLabel('Việc gì?').selectOption('waste');
    await page.getByLabel('Điều gì đang xảy ra?').fill('Rác đổ đầy góc chợ, ba ngày chưa ai dọn.');
    await page.getByLabel('Xã, phường, đặc khu').selectOption('19789');
    await page.getByLabel('Ảnh (không bắt buộc, tối đa 5)').setInputFiles(picture);
    await context.setOffline(true);
    await page.getByRole('button', { name: 'Gửi phản ánh' }).click();
    await page.getByText('Đang mất mạng.').waitFor();
    await meetsWcag(page);

    // 1. The page is closed, and opened again: what was written is offered, and filled in at a press.
    await page.goto('about:blank');
    await context.setOffline(false);
    await page.goto(`${home}/phan-anh/gui`);
    await tabTo(page, page.getByRole('button', { name: 'Điền lại' }));
    await page.keyboard.press('Enter');
    await page.getByText('Trên máy này còn một phản ánh').waitFor({ state: 'hidden' });
    expect(await page.getByLabel('Điều gì đang xảy ra?').inputValue()).toBe('Rác đổ đầy góc chợ, ba ngày chưa ai dọn.');
    expect(await page.locator('#photos').evaluate((input: HTMLInputElement) => input.files?.length)).toBe(1);

    // 2. The line goes once more, and comes back while the page is open.
    await context.setOffline(true);
    await page.getByRole('button', { name: 'Gửi phản ánh' }).click();
    await page.getByText('Đang mất mạng.').waitFor();
    await Promise.all([page.waitForEvent('load'), context.setOffline(false)]);
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe('Đã nhận phản ánh của bạn');

    // 3. Its receipt forgets it.
    await page.waitForFunction(async () => (await (await caches.open('phan-anh')).keys()).length === 0);
  });

  test('the pages of staff meet WCAG 2.2 AA while a report is coordinated, extended, ordered, hidden in part and looked at', async () => {
    const { code } = await report();
    const due = new Date(Date.now() + 30 * 86_400_000).toISOString();
    await act('dispatcher', code, 'accept');
    await act('dispatcher', code, 'assign', { agency: 'so-xay-dung', coordinating: [coordinator] });
    await act('leader', code, 'orders', { instruction: 'Rào chắn ngay trong đêm nay.', agency: coordinator, dueAt: due });
    await act('officer', code, 'start');

    // 1. Whoever coordinates or was ordered finds it at the top of their work, opens it and answers.
    await using helper = await open();
    const helping = await signedIn(helper, 'helper');
    expect(await helping.getByRole('heading', { level: 2 }).allInnerTexts()).toEqual(['Chỉ đạo chờ đơn vị bạn thực hiện', 'Chờ đơn vị bạn phối hợp', 'Danh sách']);
    await meetsWcag(helping);
    await press(helping, helping.locator('section').getByRole('link', { name: code }).last());
    await meetsWcag(helping);
    await type(helping, helping.getByLabel('Phần của đơn vị bạn'), 'Đã rào chắn, cử người trực ban đêm.');
    await press(helping, helping.getByRole('button', { name: 'Gửi phần phối hợp' }));
    expect(await helping.getByRole('status').innerText()).toBe('Đã gửi phần phối hợp đến đơn vị chủ trì.');

    // 2. The lead asks for more time, with a picture.
    await using officer = await open();
    const leading = await signedIn(officer, 'officer');
    await leading.goto(`${home}/phan-anh/viec/${code}`);
    await tabTo(leading, leading.locator('summary', { hasText: 'Đề nghị gia hạn' }));
    await leading.keyboard.press('Enter');
    await leading.getByLabel('Hứa trả lời trước').fill(due.slice(0, 16));
    await leading.getByLabel('Lý do gia hạn').fill('Chờ nhựa đường, mưa nhiều ngày.');
    await leading.locator('#extensionPhotos').setInputFiles(picture);
    await meetsWcag(leading);
    await press(leading, leading.getByRole('button', { name: 'Gửi đề nghị' }));
    expect(await leading.getByRole('status').innerText()).toBe('Đã gửi đề nghị gia hạn, chờ duyệt.');
    expect(await leading.getByRole('img', { name: 'Ảnh kèm gia hạn 1' }).count()).toBe(1);
    await meetsWcag(leading);

    // 3. The dispatcher hides words of the address, draws over the picture, and looks at who sent it for a purpose.
    await using dispatcher = await open();
    const page = await signedIn(dispatcher, 'dispatcher');
    for (const path of [`/viec/${code}`, '/tiep-nhan', '/tiep-nhan/moi', '/nhap-csv', '/goi-y', `/viec/${code}/che`]) {
      await page.goto(`${home}/phan-anh${path}`);
      await meetsWcag(page);
    }
    await page.locator('#address').fill('ông Ba Tèo');
    await press(page, page.getByRole('button', { name: 'Che đoạn này' }).last());
    await page.getByText('Nhà [đã che], 12 Lê Lợi').waitFor();
    const first = page.locator('form').filter({ has: page.getByRole('button', { name: 'Che vùng này của ảnh 1' }) });
    const frame = first.locator('[data-draw]');
    await frame.scrollIntoViewIfNeeded();
    const { x, y } = (await frame.boundingBox())!;
    await page.mouse.move(x + 20, y + 20);
    await page.mouse.down();
    await page.mouse.move(x + 120, y + 90);
    await page.mouse.up();
    expect(Number(await first.getByLabel('Rộng').inputValue())).toBeGreaterThan(20);
    await press(page, first.getByRole('button'));
    expect(await page.getByRole('button', { name: 'Bỏ che' }).count()).toBe(2);
    await page.goto(`${home}/phan-anh/viec/${code}/nguoi-gui`);
    await type(page, page.getByLabel('Mục đích'), 'ngắn');
    await page.locator('main form').evaluate((form: HTMLFormElement) => (form.noValidate = true));
    await press(page, page.getByRole('button', { name: 'Ghi lại và xem' }));
    await meetsWcag(page);
    await type(page, page.getByLabel('Mục đích'), 'Gọi lại để hỏi rõ vị trí ổ gà');
    await press(page, page.getByRole('button', { name: 'Ghi lại và xem' }));
    await meetsWcag(page);
    expect(await page.locator('.facts').innerText()).toContain('+84900000123');
    expect(page.url()).not.toContain('84900000123');
  });

  async function report(description = 'Ổ gà sâu trước cổng trường, học sinh hay ngã.'): Promise<{ code: string }> {
    const hue = world.province('hue');
    const { id } = (await (await hue.request(`${api}/photos`, { method: 'POST', body: picture.buffer as BodyInit })).json()) as { id: string };
    const contact = { name: 'Trần Thị Thử', phone: '0900000123', consent: '2026-11' };
    const answer = await hue.request(`${api}/reports`, { json: { category: 'road-damage', description: `${description} Lần ${Math.random()}.`, commune: '19789', address: 'Nhà ông Ba Tèo, 12 Lê Lợi', photos: [id], contact } });
    expect([answer.status, await answer.clone().json()]).toMatchObject([201, {}]);
    return (await answer.json()) as { code: string };
  }

  async function act(as: Person, code: string, move: string, json?: object): Promise<void> {
    const answer = await world.province('hue').request(`${api}/reports/${code}/${move}`, { method: 'POST', as: sessions[as], ...(json && { json }) });
    expect([move, answer.status, answer.ok ? '' : await answer.text()]).toEqual([move, move === 'orders' ? 201 : 200, '']);
  }

  async function open(): Promise<BrowserContext> {
    const context = await browser.newContext({ locale: 'vi-VN', viewport: phone, serviceWorkers: 'block' });
    // The form as it is where its widget cannot be had.
    await context.route('**/embed/**', (route) => route.abort());
    context.on('console', (message) => expect(message.text()).not.toContain('Content Security Policy'));
    return context;
  }

  async function signedIn(context: BrowserContext, who: Person): Promise<Page> {
    const page = await context.newPage();
    await page.goto(`${home}/dang-nhap`);
    await type(page, page.getByLabel('E-mail'), people[who].email);
    await type(page, page.getByLabel('Mật khẩu'), password);
    await press(page, page.getByRole('button', { name: 'Đăng nhập' }));
    await page.goto(`${home}/phan-anh/viec`);
    return page;
  }

  async function meetsWcag(page: Page): Promise<void> {
    const { violations } = await new AxeBuilder({ page }).setLegacyMode().withTags(levels).analyze();
    expect([page.url(), violations.map(({ id, nodes }) => [id, ...nodes.map(({ target }) => target.join(' '))])]).toEqual([page.url(), []]);
    await noSideways(page);
  }
});
