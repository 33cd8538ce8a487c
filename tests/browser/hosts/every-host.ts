import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { tabTo } from '../keyboard.ts';
import { noSideways } from '../no-sideways.ts';
import type { HostsWorld } from './hosts-world.ts';
import { codeIn, fillIn, type Host, hosts, send, type Widgets, widgetsOf } from './journey.ts';

const screens = { 'a phone': { width: 360, height: 740 }, 'a desk': { width: 1440, height: 900 } };
const everywhere = hosts.flatMap((host) => Object.entries(screens).map(([screen, viewport]) => ({ host, name: host.name, screen, viewport })));

/** What every system's pages have to let happen: reports are read, sent and followed, figures and a map are seen, by keyboard alone. */
export function everyHost(hostsWorld: () => HostsWorld): void {
  test.concurrent.each(everywhere)('on $name, on $screen, recent reports show, one is sent, and another that meets a lost line is kept and goes off by itself, by keyboard alone', async ({ host, screen, viewport }) => {
    const { website, hue, visit, count } = hostsWorld();
    await using visited = await visit({ viewport });
    const { page, context } = visited;
    const posted: string[] = [];
    page.on('request', (request) => void (request.method() === 'POST' && request.url().startsWith(website) && posted.push(request.url())));
    await page.goto(`${website}/hosts/${host.name}/`);
    const widgets = widgetsOf(page, host);
    const { form, words } = widgets;
    await widgets.recent.locator('tt-recent-reports li').first().waitFor();
    await showsOurLook(widgets, host);
    // The room that a page keeps for the form is not kept once more within it.
    expect((await form.locator('tt-commune-picker').boundingBox())!.height).toBeLessThan(200);

    // 1. One is sent.
    const text = `Rác đổ thành đống ở chợ, thấy trên trang ${host.name}, trên ${screen}.`;
    await fillIn(page, widgets, text);
    expect(await send(page, widgets)).toBe('sent');
    expect((await hue.request(`/api/field-reports/reports/${await codeIn(widgets)}`)).status).toBe(200);
    expect(await count(text)).toBe(1);
    expect([visited.violations, visited.console, posted]).toEqual([[], [], []]);

    // 2. Another meets a lost line.
    await tabTo(page, form.getByRole('button', { name: words.another }), form);
    await page.keyboard.press('Enter');
    const later = `Thùng chứa đầy tràn từ hôm qua, mạng chập chờn, viết ở trang ${host.name}, trên ${screen}.`;
    await fillIn(page, widgets, later);
    await context.setOffline(true);
    expect(await send(page, widgets)).toBe('kept');
    expect(await count(later)).toBe(0);
    await context.setOffline(false);
    await form.getByText(words.sent).or(form.getByText(words.delivered)).first().waitFor();
    expect(await count(later)).toBe(1);
    await noSideways(page);
    expect([visited.violations, posted]).toEqual([[], []]);
  });

  test.concurrent.each(everywhere)('on $name, on $screen, a report is followed by its code across a lost line, figures are read and the map is opened, by keyboard alone', async ({ host, screen, viewport }) => {
    const { website, hue, visit } = hostsWorld();
    const { code } = (await (await hue.request('/api/field-reports/reports', { json: { category: 'waste', description: `Rác để theo dõi từ trang ${host.name}, trên ${screen}.`, commune: '19789', lat: 16.4637, lon: 107.5909 } })).json()) as { code: string };
    await using visited = await visit({ viewport });
    const { page, context } = visited;
    await page.goto(`${website}/hosts/${host.name}/results.html`);
    const { track, figures, map, hotline, words } = widgetsOf(page, host);
    await figures.getByText(words.figure, { exact: true }).waitFor();
    await hotline.locator('tt-hotline-card a.number').waitFor();

    // 1. The map is opened, and its points stand there.
    await map.locator('tt-reports-map li').first().waitFor();
    await tabTo(page, map.getByRole('button', { name: words.map }), map);
    await page.keyboard.press('Enter');
    await map.locator('.leaflet-container .point, .leaflet-container .cluster').first().waitFor();
    await noSideways(page);
    expect([visited.violations, visited.console]).toEqual([[], []]);

    // 2. The line is lost as a report is asked for: what was typed stays, and the next press finds it.
    const field = track.getByLabel(words.code);
    await tabTo(page, field, track);
    await page.keyboard.insertText(code.toLowerCase());
    await context.setOffline(true);
    await page.keyboard.press('Enter');
    await track.getByText(words.unreachable).first().waitFor();
    expect(await field.inputValue()).toBe(code.toLowerCase());
    await context.setOffline(false);
    await tabTo(page, track.getByRole('button', { name: words.see, exact: true }), track);
    await page.keyboard.press('Enter');
    await track.getByRole('heading', { name: code }).waitFor();
    await noSideways(page);
    expect(visited.violations).toEqual([]);
  });

  test.concurrent.each(hosts)('on $name, a link and the number stand where nothing can be fetched; otherwise nothing changes around the widgets', async (host) => {
    const { website, province, visit } = hostsWorld();
    await using visited = await visit();
    const { page, context } = visited;
    const open = async () => page.goto(`${website}/hosts/${host.name}/`, { waitUntil: 'load' });

    // 1. The province cannot be reached at all.
    await context.route(`${province}/**`, (route) => route.abort());
    await open();
    // Of the host's own tree: within the form another one leads there too.
    const link = page.locator(`a[href="${province}/phan-anh/gui"]`).first();
    await link.waitFor();
    expect(await page.locator('body').innerText()).toContain('0234 1022');
    const before = await around(page);

    // 2. It can: what belongs to the host is as it was, and nothing is stored before anybody has pressed anything.
    await context.unroute(`${province}/**`);
    await open();
    await widgetsOf(page, host).recent.locator('tt-recent-reports li').first().waitFor();
    expect(await around(page)).toEqual(before);
    if (!host.frames) expect(await link.isVisible()).toBe(false);
    expect(await context.cookies()).toEqual([]);
  });
}

/** Whatever the host forces on everything: our text is readable, our fields can be hit, and read from left to right. */
async function showsOurLook({ form, words }: Widgets, { name }: Host): Promise<void> {
  const field = form.getByLabel(words.category);
  await field.waitFor();
  const look = await field.evaluate((element) => {
    const { fontSize, direction, textTransform, letterSpacing, borderTopWidth } = getComputedStyle(element);
    const { fontSize: ofLabel } = getComputedStyle((element.getRootNode() as ShadowRoot).querySelector('label')!);
    return { large: Number.parseFloat(fontSize) >= 16 && Number.parseFloat(ofLabel) >= 16, high: element.getBoundingClientRect().height >= 44, direction, textTransform, letterSpacing, borderTopWidth };
  });
  expect([name, look]).toEqual([name, { large: true, high: true, direction: 'ltr', textTransform: 'none', letterSpacing: 'normal', borderTopWidth: '1px' }]);
}

/** What a guest must not change. */
async function around(page: Page): Promise<object> {
  return page.evaluate(async () => ({
    head: document.head.innerHTML,
    sheets: document.adoptedStyleSheets.length,
    globals: Object.getOwnPropertyNames(window).toSorted(),
    natives: [Array.prototype, Object.prototype, Element.prototype, Promise.prototype].map((of) => Object.getOwnPropertyNames(of).length),
    stored: [localStorage.length, sessionStorage.length, (await indexedDB.databases()).length, (await caches.keys()).length],
    title: document.title,
  }));
}
