import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hostsWorld, type HostsWorld } from '../hosts/hosts-world.ts';
import { tabTo, type } from '../keyboard.ts';
import { noSideways } from '../no-sideways.ts';
import { browserPath } from '../open-browser.ts';
import { refusal, widgetPage } from './widget-page.ts';

const api = '/api/field-reports';

describe.skipIf(browserPath === undefined)('what else a commune embeds', { timeout: 60_000 }, () => {
  let world: HostsWorld;
  let dispatcher: string;
  let officer: string;
  beforeAll(async () => {
    world = await hostsWorld();
    dispatcher = await world.hue.signIn({ name: 'dieu-phoi-w', roles: ['dispatcher'], agency: 'ioc' });
    officer = await world.hue.signIn({ name: 'can-bo-w', roles: ['officer'], agency: 'so-xay-dung' });
  });
  afterAll(() => world?.[Symbol.asyncDispose]());

  let made = 0;
  async function report(): Promise<{ code: string; followUp: string }> {
    const answer = await world.hue.request(`${api}/reports`, { json: { category: 'road-damage', description: `Ổ gà sâu giữa đường, lần thứ ${(made += 1)}.`, commune: '19789', address: '12 Lê Lợi' } });
    return (await answer.json()) as { code: string; followUp: string };
  }
  async function move(code: string, name: string, as: string, json: object = {}): Promise<void> {
    const answer = await world.hue.request(`${api}/reports/${code}/${name}`, { json, as });
    if (!answer.ok) throw new Error(`${name}: ${answer.status} ${await answer.text()}`);
  }
  async function answered(): Promise<{ code: string; followUp: string }> {
    const { code, followUp } = await report();
    await move(code, 'accept', dispatcher);
    await move(code, 'assign', dispatcher, { agency: 'so-xay-dung' });
    await move(code, 'start', officer);
    await move(code, 'answer', officer, { answer: 'Đội duy tu đã vá ổ gà trong đêm.' });
    return { code, followUp };
  }

  test('a report is followed by its code, with its course and its deadline in plain words, by keyboard alone', async () => {
    const { code } = await report();
    await using it = await widgetPage(world, 'tt-track-report');
    const { page } = it;
    await type(page, page.getByLabel('Mã phản ánh'), ` ${code.toLowerCase().replaceAll('-', ' ')} `);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: code }).waitFor();
    await page.getByText(/Còn \d+ (ngày|giờ) để trả lời/).waitFor();
    expect(await page.getByRole('listitem').first().innerText()).toContain('Đã gửi phản ánh');
    expect(await page.getByText('12 Lê Lợi, Thuận Hóa').isVisible()).toBe(true);
    // Whoever has no follow-up code rates nothing and reopens nothing.
    expect(await page.getByRole('radio').count()).toBe(0);
    expect((await it.heard()).at(-1)).toEqual(['tt-change', { code, status: 'submitted' }]);
    await tabTo(page, page.getByRole('button', { name: 'Xem phản ánh khác' }));
    await page.keyboard.press('Enter');
    await expect.poll(() => page.getByLabel('Mã phản ánh').evaluate((field) => field.matches(':focus')), { timeout: 10_000 }).toBe(true);
    expect([it.visit.violations, it.visit.console]).toEqual([[], []]);
  });

  test('its reporter rates the answer on three levels, changes their mind, and reopens it', async () => {
    const { code, followUp } = await answered();
    await using it = await widgetPage(world, 'tt-track-report');
    const { page } = it;
    await type(page, page.getByLabel('Mã phản ánh'), code);
    await type(page, page.getByLabel('Mã theo dõi'), followUp);
    await page.keyboard.press('Enter');
    await page.getByText('Đội duy tu đã vá ổ gà trong đêm.').first().waitFor();

    // 1. Without a choice it says so; with one it is taken.
    await tabTo(page, page.getByRole('button', { name: 'Gửi đánh giá' }));
    await page.keyboard.press('Enter');
    await page.getByRole('link', { name: 'Hãy chọn một mức đánh giá.' }).press('Enter');
    await page.keyboard.press('Space');
    await tabTo(page, page.getByRole('button', { name: 'Gửi đánh giá' }));
    await page.keyboard.press('Enter');
    await page.getByText('Cảm ơn bạn đã đánh giá.').waitFor();
    expect(await page.getByText('Bạn đã đánh giá: Hài lòng').isVisible()).toBe(true);
    await page.getByRole('radio', { name: 'Không hài lòng' }).press('Space');
    await page.getByRole('button', { name: 'Gửi đánh giá' }).press('Enter');
    await page.getByText('Bạn đã đánh giá: Không hài lòng').waitFor();

    // 2. Reopened with a reason, it is back with its agency, and can be added to.
    await tabTo(page, page.getByText('Sự việc chưa xong? Mở lại phản ánh'));
    await page.keyboard.press('Enter');
    await type(page, page.getByLabel('Vì sao mở lại?'), 'Mưa một trận là bong ra lại.');
    await tabTo(page, page.getByRole('button', { name: 'Mở lại phản ánh' }));
    await page.keyboard.press('Enter');
    await page.getByText('Phản ánh đã được mở lại và quay về đơn vị xử lý.').waitFor();
    expect(await page.getByText('Bổ sung thông tin, ảnh').isVisible()).toBe(true);
    expect((await it.heard()).filter(([name]) => name === 'tt-submitted')).toEqual([['tt-submitted', { code }], ['tt-submitted', { code }], ['tt-submitted', { code }]]);
    const { rating, status } = (await (await world.hue.request(`${api}/reports/${code}`)).json()) as { rating: string; status: string };
    expect([rating, status]).toEqual(['dissatisfied', 'reopened']);
    await noSideways(page);
  });

  test('a wrong code, a wrong secret and a report of nobody are answered alike', async () => {
    const { code } = await report();
    await using it = await widgetPage(world, 'tt-track-report');
    const { page } = it;
    await page.getByLabel('Mã phản ánh').fill(code);
    await page.getByLabel('Mã theo dõi').fill('sai-ma-theo-doi');
    await page.getByRole('button', { name: 'Xem phản ánh' }).press('Enter');
    await page.getByRole('link', { name: 'Mã phản ánh hoặc mã theo dõi chưa đúng.' }).waitFor();
    await page.getByLabel('Mã phản ánh').fill('HUE-26-9999999');
    await page.getByRole('button', { name: 'Xem phản ánh' }).press('Enter');
    await expect.poll(async () => (await it.heard()).filter(([name]) => name === 'tt-error').map(([, { code: why }]) => why), { timeout: 10_000 }).toEqual(['forbidden', 'not-found']);
    expect(await page.getByRole('link', { name: 'Mã phản ánh hoặc mã theo dõi chưa đúng.' }).isVisible()).toBe(true);
    await page.getByLabel('Mã phản ánh').fill('12345');
    await page.getByRole('button', { name: 'Xem phản ánh' }).press('Enter');
    await page.getByRole('link', { name: 'Mã phản ánh có dạng HUE-26-0000123.' }).waitFor();
  });

  test('too many questions and a dead line are said, and what was typed stays', async () => {
    await using it = await widgetPage(world, 'tt-track-report');
    const { page } = it;
    await page.getByLabel('Mã phản ánh').fill('HUE-26-0000001');
    await page.route(/\/reports\/HUE/, (route) => route.fulfill(refusal(429, 'too-many-requests', 'Bạn gửi quá nhanh, xin chờ một chút.')));
    await page.getByRole('button', { name: 'Xem phản ánh' }).press('Enter');
    await page.getByRole('heading', { name: 'Bạn gửi quá nhanh, xin chờ một chút.' }).waitFor();
    await page.unroute(/\/reports\/HUE/);
    await page.route(/\/reports\/HUE/, (route) => route.abort());
    await page.getByRole('button', { name: 'Xem phản ánh' }).press('Enter');
    await page.getByRole('heading', { name: /Không kết nối được/ }).waitFor();
    expect(await page.getByLabel('Mã phản ánh').inputValue()).toBe('HUE-26-0000001');
  });

  test('the latest reports of a commune lead to the province; where there are none it says so', async () => {
    const { code } = await report();
    await using it = await widgetPage(world, 'tt-recent-reports', { attributes: 'commune="19789" limit="3"' });
    const { page } = it;
    const first = page.getByRole('listitem').first();
    await first.waitFor();
    expect(await first.getByRole('link').getAttribute('href')).toBe(`${world.province}/phan-anh/${code}`);
    expect(await first.innerText()).toContain('Mới gửi');
    await tabTo(page, page.getByRole('link', { name: 'Xem tất cả phản ánh' }));
    await using none = await widgetPage(world, 'tt-recent-reports', { attributes: 'commune="20044"' });
    await none.page.getByText(/^Chưa có phản ánh nào ở /).waitFor();
    expect([it.visit.violations, none.visit.violations]).toEqual([[], []]);
    await using dead = await widgetPage(world, 'tt-recent-reports', { before: ({ page: at }) => at.route(/field-reports\/reports/, (route) => route.abort()) });
    await dead.page.getByRole('button', { name: 'Thử lại' }).waitFor();
    await dead.page.unroute(/field-reports\/reports/);
    await dead.page.getByRole('button', { name: 'Thử lại' }).press('Enter');
    await dead.page.getByRole('listitem').first().waitFor();
  });

  test('figures of fewer than ten cases are withheld and said to be, whatever period a webmaster writes', async () => {
    await report();
    await using it = await widgetPage(world, 'tt-report-figures', { attributes: 'period="gần đây"' });
    const { page } = it;
    await page.getByText('Dưới 10 trường hợp thì không công bố, để không ai bị nhận ra.').waitFor();
    expect(await page.getByText('dưới 10', { exact: true }).first().isVisible()).toBe(true);
    expect(it.visit.console.join()).toContain('2026-Q3');
    expect(await page.getByRole('link', { name: 'Mọi số liệu và cách tính' }).getAttribute('href')).toBe(`${world.province}/phan-anh/so-lieu`);
    await noSideways(page);
  });

  test('the hotline can be called at a press, and a number of its own also while the province is away', async () => {
    await using it = await widgetPage(world, 'tt-hotline-card', { attributes: 'hours="24/7" emergency' });
    const { page } = it;
    await tabTo(page, page.getByRole('link', { name: '0234 1022' }));
    expect(await page.getByRole('link', { name: '0234 1022' }).getAttribute('href')).toBe('tel:02341022');
    expect(await page.getByRole('link', { name: '114 Cứu hỏa, cứu nạn' }).getAttribute('href')).toBe('tel:114');
    await using away = await widgetPage(world, 'tt-hotline-card', { attributes: 'number="0234 3522 000"', before: ({ page: at }) => at.route(/\/api\//, (route) => route.abort()) });
    await away.page.getByRole('link', { name: '0234 3522 000' }).waitFor();
    expect([it.visit.violations, it.visit.console]).toEqual([[], []]);
  });

  test.each(['tt-track-report', 'tt-recent-reports', 'tt-report-figures', 'tt-hotline-card'])('%s leaves the link and the number where the province is suspended, and to a website that is not listed', async (tag) => {
    const { registry } = world.world.kernel;
    const to = async (state: 'active' | 'suspended') => {
      await registry.db.updateTable('registry.provinces').set({ state }).where('id', '=', 'hue').execute();
      await registry.refresh();
    };
    const link = { name: 'Phản ánh của thành phố' };
    await using it = await widgetPage(world, tag, { before: () => to('suspended') });
    try {
      await it.page.getByText('Dịch vụ của tỉnh đang tạm ngừng.').waitFor();
      expect(await it.page.getByRole('link', link).isVisible()).toBe(true);
    } finally {
      await to('active');
    }
    await it.page.goto(it.site.website.replace('localhost', '127.0.0.1'));
    await expect.poll(() => it.visit.console.join(), { timeout: 10_000 }).toContain('origin-not-listed');
    expect(await it.page.getByRole('link', link).isVisible()).toBe(true);
  });
});
