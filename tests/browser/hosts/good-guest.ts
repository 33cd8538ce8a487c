import { readdir, readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import type { HostsWorld } from './hosts-world.ts';
import { codeIn, fillIn, hosts, send, widgetsOf } from './journey.ts';

const plain = hosts[0]!;
const loader = '<script type="module" crossorigin src="%PROVINCE%/embed/v1/tinhthong.js"></script>';
const form = '<tt-report-form embed-key="%KEY%"><a href="%PROVINCE%/phan-anh/gui">Gửi phản ánh</a> hoặc gọi 1022</tt-report-form>';
const page = (...parts: readonly string[]) => `<!doctype html><html lang="vi"><meta charset="utf-8"><title>Trang thử</title>${parts.join('')}</html>`;
const built = new URL('../../../packages/plugins/field-reports/ui/dist/', import.meta.url);

/** Strict policies, several copies and versions, several widgets, widgets that come and go. */
export function goodGuest(hostsWorld: () => HostsWorld): void {
  test('under a strict policy with one origin added and trusted types on, everything that the form can do breaks no rule', async () => {
    const { website, province, visit } = hostsWorld();
    await using visited = await visit({ permissions: ['geolocation'], geolocation: { latitude: 16.466, longitude: 107.59, accuracy: 20 } });
    const { page } = visited;
    const answer = await page.goto(`${website}/`);
    const policy = answer!.headers()['content-security-policy']!;
    expect([...new Set(policy.match(/https?:\/\/[^\s;]+/g))]).toEqual([province]);
    expect(policy).toContain("require-trusted-types-for 'script'");
    expect(policy).not.toMatch(/unsafe|nonce|data:|blob:/);
    const heard = page.evaluate(() => new Promise<object>((resolve) => document.addEventListener('tt-submitted', (event) => resolve((event as CustomEvent<object>).detail))));
    const { form } = widgetsOf(page, plain);
    await form.getByRole('button', { name: 'Chọn trên bản đồ' }).click();
    await form.locator('tt-place-map').waitFor();
    await form.getByRole('button', { name: 'Dùng vị trí của tôi' }).click();
    await form.getByText('chính xác khoảng').waitFor();
    const picture = await readFile(new URL('../../../docs/images/phone-home.webp', import.meta.url));
    await form.locator('input[type=file]').setInputFiles({ name: 'rac.webp', mimeType: 'image/webp', buffer: picture });
    await form.getByText('Đã gửi').first().waitFor();
    await form.getByText('Để lại liên hệ').click();
    await form.getByLabel('Số điện thoại').fill('0900000123');
    await form.getByRole('checkbox').check();
    await form.getByRole('button', { name: 'Gửi phản ánh', exact: true }).click();
    await form.getByText('Có chỗ chưa đúng').first().waitFor();
    await fillIn(page, widgetsOf(page, plain), 'Rác ven sông, nghiêm ngặt mà vẫn gửi được.');
    expect(await send(page, widgetsOf(page, plain))).toBe('sent');
    expect(await heard).toEqual({ code: await codeIn(widgetsOf(page, plain)) });
    expect([visited.violations, visited.console]).toEqual([[], []]);
  });

  test('a boat off the coast is of the nearest commune; far out at sea the position is not used, and the text stays', async () => {
    const { website, hue, visit } = hostsWorld();
    await using visited = await visit({ permissions: ['geolocation'], geolocation: { latitude: 16.64, longitude: 107.64, accuracy: 30 } });
    const { page, context } = visited;
    await page.goto(`${website}/`);
    const { form, words } = widgetsOf(page, plain);
    await form.getByLabel(words.category).selectOption('waste');
    await form.getByLabel(words.description).fill('Rác nổi thành mảng ngoài cửa Thuận An.');
    await form.getByRole('button', { name: 'Dùng vị trí của tôi' }).click();
    await form.getByText('chính xác khoảng').waitFor();
    await form.getByRole('button', { name: words.send, exact: true }).focus();
    expect(await send(page, widgetsOf(page, plain))).toBe('sent');
    const report = (await (await hue.request(`/api/field-reports/reports/${await codeIn(widgetsOf(page, plain))}`)).json()) as { commune: string };
    const { items } = (await (await hue.request('/api/core/communes')).json()) as { items: { code: string; name: string }[] };
    expect(items.find(({ code }) => code === report.commune)?.name).toContain('Thuận An');

    await context.setGeolocation({ latitude: 15, longitude: 111, accuracy: 30 });
    await page.reload();
    await form.getByLabel(words.description).fill('Rác ngoài khơi xa, không thuộc tỉnh nào ở đây.');
    await form.getByRole('button', { name: 'Dùng vị trí của tôi' }).click();
    await form.getByText('Vị trí này ở ngoài Thành phố Huế').waitFor();
    expect(await form.getByLabel(words.description).inputValue()).toContain('ngoài khơi xa');
    expect(visited.violations).toEqual([]);
  });

  test('where a policy allows nobody to make trusted types, the link and the number stand', async () => {
    const { province, visit, servePage } = hostsWorld();
    await using site = await servePage(page(loader, form), { 'content-security-policy': "require-trusted-types-for 'script'; trusted-types 'none'" });
    await using visited = await visit();
    await visited.page.goto(site.website);
    await expect.poll(() => visited.violations.join('\n')).toContain('trusted-types');
    expect(await visited.page.locator(`tt-report-form a[href="${province}/phan-anh/gui"]`).isVisible()).toBe(true);
  });

  test('a second copy of the loader and an older release beside it change nothing', async () => {
    const { world, visit, servePage, count } = hostsWorld();
    const old = '0.9.0-0123abcd';
    for (const name of await readdir(built, { recursive: true })) {
      if (name.endsWith('.js')) await world.kernel.files.shared.write(`embed/${old}/field-reports/${name}`, await readFile(new URL(name, built)));
    }
    const script = (path: string) => `<script type="module" crossorigin src="%PROVINCE%${path}"></script>`;
    await using site = await servePage(page(script(`/embed/${old}/field-reports/report-form.js`), loader, script('/embed/v1/tinhthong.js?copy=2'), form, '<tt-recent-reports embed-key="%KEY%"></tt-recent-reports>'));
    await using visited = await visit();
    const { page: opened } = visited;
    await opened.goto(site.website);
    const widgets = widgetsOf(opened, plain);
    await widgets.recent.locator('tt-recent-reports li').first().waitFor();
    const text = 'Rác sau chợ, trang có hai bản của bộ nạp.';
    await fillIn(opened, widgets, text);
    expect(await send(opened, widgets)).toBe('sent');
    expect([await count(text), visited.console, visited.violations]).toEqual([1, [], []]);
  });

  test('two forms on a page know nothing of each other, and the province is asked once', async () => {
    const { visit, servePage } = hostsWorld();
    await using site = await servePage(page(loader, form, form.replace('>', ' lang="en">')));
    await using visited = await visit();
    const asked: string[] = [];
    visited.page.on('request', (request) => void asked.push(new URL(request.url()).pathname));
    await visited.page.goto(site.website);
    const [first, second] = [visited.page.locator('tt-report-form').first(), visited.page.locator('tt-report-form').last()];
    await first.getByLabel('Điều gì đang xảy ra?').fill('Chỉ ở mẫu thứ nhất.');
    await second.getByLabel('What is wrong?').waitFor();
    expect(await second.getByLabel('What is wrong?').inputValue()).toBe('');
    await second.getByRole('button', { name: 'Send the report' }).click();
    await second.getByRole('alert').waitFor();
    expect(await first.getByRole('alert').count()).toBe(0);
    expect(asked.filter((path) => path === '/api/embed/check')).toHaveLength(1);
    expect(asked.filter((path) => path.endsWith('/report-form.js'))).toHaveLength(1);
  });

  test('a widget that comes late works, and one that is moved keeps what was typed', async () => {
    const { website, province, visit } = hostsWorld();
    await using visited = await visit();
    const { page } = visited;
    await page.goto(`${website}/hosts/liferay/`);
    const { form } = widgetsOf(page, hosts.find(({ name }) => name === 'liferay')!);
    await form.getByLabel('What is wrong?').fill('Typed before the page was changed in place.');

    // 1. The system changes the page in place and comes back to it.
    await page.getByRole('link', { name: 'الرئيسية' }).click();
    await page.locator('tt-report-form').waitFor({ state: 'detached' });
    await page.getByRole('link', { name: 'بلاغ' }).click();
    await form.getByLabel('What is wrong?').waitFor();
    expect(await form.getByLabel('What is wrong?').inputValue()).toBe('Typed before the page was changed in place.');

    // 2. A widget of which nothing stood on the page is put in by a script.
    await page.evaluate((origin) => {
      const late = document.createElement('tt-hotline-card');
      late.setAttribute('embed-key', document.querySelector('tt-report-form')!.getAttribute('embed-key')!);
      late.innerHTML = `<a href="${origin}">Tổng đài</a>`;
      document.body.prepend(late);
    }, province);
    await page.waitForFunction(() => customElements.get('tt-hotline-card') !== undefined && document.querySelector('tt-hotline-card')?.shadowRoot?.textContent?.includes('1022'));
    expect(visited.console).toEqual([]);
  });

  test('a widget whose script was lost on the way is fetched again', async () => {
    const { website, visit } = hostsWorld();
    await using visited = await visit();
    const { page } = visited;
    let lost = 0;
    await visited.context.route('**/report-form.js*', (route) => ((lost += 1) <= 1 ? route.abort('connectionreset') : route.continue()));
    await page.goto(`${website}/`);
    await widgetsOf(page, plain).form.getByLabel('Điều gì đang xảy ra?').waitFor();
    expect(lost).toBeGreaterThan(1);
  });

  test('bundled into an application of somebody else, a widget asks the province that it is told', async () => {
    const { visit, servePage, count } = hostsWorld();
    const script = '<script type="module" src="report-form.js"></script>';
    await using site = await servePage(page(script, form.replace('embed-key', 'province="%PROVINCE%" embed-key')), { 'content-security-policy': "script-src 'self'; connect-src %PROVINCE%" }, [built]);
    await using visited = await visit();
    await visited.page.goto(site.website);
    const text = 'Rác ở khu công nghiệp, gửi từ ứng dụng tự đóng gói.';
    await fillIn(visited.page, widgetsOf(visited.page, plain), text);
    expect(await send(visited.page, widgetsOf(visited.page, plain))).toBe('sent');
    expect([await count(text), visited.console, visited.violations]).toEqual([1, [], []]);
  });

  test('a pasted address of a frame becomes that frame, no taller than its widget needs or the page allows', async () => {
    const { hue, key } = hostsWorld();
    const told = async (more: string) => (await (await hue.request(`/embed/oembed?url=${encodeURIComponent(`http://${hue.host}/embed/frame/tt-report-figures?key=${key}&period=2026&lang=en`)}${more}`)).json()) as { type: string; html: string; width: number; height: number };
    const whole = await told('');
    expect(whole).toMatchObject({ type: 'rich', width: 720, height: 700 });
    expect(whole.html).toMatch(new RegExp(`^<iframe src="http://${hue.host}[^"]*/embed/frame/tt-report-figures\\?key=${key}&amp;lang=en&amp;period=2026" title="Figures of reports" width="100%" height="700"`));
    expect(whole.html).toContain('>Figures of reports</a> or call 0234 1022');
    expect(await told('&maxheight=300')).toMatchObject({ height: 300, html: expect.stringContaining('height="300"') as string });
  });

  test('a frame tells its page how tall it is, and stands on the websites of its key alone', async () => {
    const { website, province, key, visit, serve } = hostsWorld();
    await using other = await serve({ embedKey: key });
    await using visited = await visit();
    const { page } = visited;
    await page.goto(`${other.website}/hosts/sharepoint/`);
    await page.waitForTimeout(500);
    expect(await widgetsOf(page, { language: 'vi', frames: true }).form.locator('tt-report-form').count()).toBe(0);
    expect(visited.console.join('\n')).toContain('frame-ancestors');
    expect(await page.locator(`a[href="${province}/phan-anh/gui"]`).isVisible()).toBe(true);

    await page.addInitScript(() => {
      addEventListener('message', ({ data, origin }) => console.error('told', origin, JSON.stringify(data)));
    });
    await page.goto(`${website}/hosts/sharepoint/`);
    await expect.poll(() => visited.console.filter((line) => line.startsWith('told')).at(-1) ?? '').toMatch(new RegExp(`^told ${province} \\{"type":"tt-height","height":\\d{2,4}\\}$`));
  });
}
