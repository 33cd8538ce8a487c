import { expect, test } from 'vitest';
import type { BreakAt } from './breakable-line.ts';
import type { HostsWorld } from './hosts-world.ts';
import { codeIn, fillIn, hosts, send, widgetsOf } from './journey.ts';

const plain = hosts[0]!;
const api = '/api/field-reports';
const submit = new RegExp(`^POST ${api}/reports\\?`);

/** Where the line can break while a report is sent, from the first question to the last byte of the answer. */
const breaks: readonly (readonly [where: string, at: BreakAt, request: RegExp])[] = [
  ['as it is asked whether others have told of it', 'before', new RegExp(`^POST ${api}/reports/similar\\?`)],
  ['as the browser asks whether it may send', 'before', new RegExp(`^OPTIONS ${api}/reports\\?`)],
  ['before the report leaves', 'before', submit],
  ['in the middle of the report', 'in-the-request', submit],
  ['when the report is in and the answer is not yet back', 'before-the-answer', submit],
  ['in the middle of the answer', 'in-the-answer', submit],
];

/** A citizen's report from a foreign page arrives once, whatever is broken on the way. */
export function arrivesOnce(hostsWorld: () => HostsWorld): void {
  test.concurrent.each(breaks)('the line breaks once, %s: nobody notices', async (where, at, request) => {
    const { apart, visit, count } = hostsWorld();
    await using own = await apart();
    const { website, line } = own;
    await using visited = await visit();
    const { page } = visited;
    await page.goto(`${website}/`);
    const text = `Rác trước chùa, dây đứt một lần ${where}.`;
    await fillIn(page, widgetsOf(page, plain), text);
    line.break({ at, request, times: 1 });
    try {
      expect(await send(page, widgetsOf(page, plain))).toBe('sent');
      expect(line.broken).toBe(1);
      expect(await count(text)).toBe(1);
    } finally {
      line.mend();
    }
  });

  test.concurrent.each(breaks)('the line stays broken, %s: the page is closed, opened again later, and the report is in once', async (where, at, request) => {
    const { apart, visit, count } = hostsWorld();
    await using own = await apart();
    const { website, line } = own;
    await using visited = await visit();
    const { page, context } = visited;
    await page.goto(`${website}/`);
    const text = `Rác trước đình, dây đứt hẳn ${where}.`;
    await fillIn(page, widgetsOf(page, plain), text);
    line.break({ at, request });
    try {
      const ended = await send(page, widgetsOf(page, plain));
      // What is similar is only a courtesy: where it cannot be asked, the report is sent.
      expect(ended).toBe(request.source.includes('similar') ? 'sent' : 'kept');
      expect(line.broken).toBeGreaterThan(1);
      expect(await count(text)).toBe(at === 'before-the-answer' || at === 'in-the-answer' || ended === 'sent' ? 1 : 0);
      await page.close();
    } finally {
      line.mend();
    }
    const later = await context.newPage();
    await later.goto(`${website}/`);
    const widgets = widgetsOf(later, plain);
    if (!request.source.includes('similar')) {
      await widgets.form.getByText(widgets.words.delivered).waitFor();
      expect(await codeIn(widgets)).toMatch(/^HUE-/);
    } else await widgets.form.getByLabel(widgets.words.category).waitFor();
    expect(await count(text)).toBe(1);
  });

  test.concurrent('two presses on send, by hand and by Enter, are one report', async () => {
    const { website, visit, count } = hostsWorld();
    await using visited = await visit();
    const { page } = visited;
    await page.goto(`${website}/`);
    const widgets = widgetsOf(page, plain);
    const text = 'Rác cạnh trường, bấm gửi liên tiếp.';
    await fillIn(page, widgets, text);
    await widgets.form.getByRole('button', { name: 'Gửi phản ánh', exact: true }).evaluate((button: HTMLElement) => {
      button.click();
      button.click();
    });
    await page.keyboard.press('Enter');
    const anyway = widgets.form.getByRole('button', { name: widgets.words.anyway });
    const sent = widgets.form.getByRole('heading', { name: widgets.words.sent });
    await sent.or(anyway).first().waitFor();
    if ((await anyway.count()) > 0) await anyway.evaluate((button: HTMLElement) => [1, 2].forEach(() => button.click()));
    await sent.waitFor();
    expect(await count(text)).toBe(1);
  });

  test.concurrent('the back button after sending, and forward again, sends nothing', async () => {
    const { website, visit, count } = hostsWorld();
    await using visited = await visit();
    const { page } = visited;
    await page.goto(`${website}/hosts/index.html`);
    await page.goto(`${website}/`);
    const text = 'Rác dưới chân cầu, bấm quay lại sau khi gửi.';
    await fillIn(page, widgetsOf(page, plain), text);
    expect(await send(page, widgetsOf(page, plain))).toBe('sent');
    await page.goBack();
    await page.goForward();
    await page.reload();
    await widgetsOf(page, plain).form.getByLabel('Điều gì đang xảy ra?').waitFor();
    expect(await count(text)).toBe(1);
  });

  test.concurrent.each([['behind', -1], ['ahead', 1]] as const)('on a device whose clock is a day %s, a report waits, is sent, and has the time of the province', async (_, days) => {
    const { apart, visit, hue, count } = hostsWorld();
    await using own = await apart();
    const { website, line } = own;
    await using visited = await visit();
    const { page, context } = visited;
    await context.addInitScript((ms) => {
      const now = Date.now.bind(Date);
      Date.now = () => now() + ms;
    }, days * 86_400_000);
    await page.goto(`${website}/`);
    const widgets = widgetsOf(page, plain);
    const text = `Rác ngoài bãi, đồng hồ lệch ${days} ngày.`;
    await fillIn(page, widgets, text);
    line.break({ at: 'before-the-answer', request: submit });
    expect(await send(page, widgets)).toBe('kept');
    line.mend();
    await widgets.form.getByRole('button', { name: widgets.words.sendNow }).press('Enter');
    await widgets.form.getByText(widgets.words.sent).or(widgets.form.getByText(widgets.words.delivered)).first().waitFor();
    expect(await count(text)).toBe(1);
    const { submittedAt } = (await (await hue.request(`${api}/reports/${await codeIn(widgets)}`)).json()) as { submittedAt: string };
    expect(Math.abs(Date.parse(submittedAt) - Date.now())).toBeLessThan(3_600_000);
  });

  test.concurrent('where the browser lets nothing be stored, a report is sent, and one that must wait says that the page has to stay open', async () => {
    const { website, visit, count } = hostsWorld();
    await using visited = await visit();
    const { page, context } = visited;
    await context.addInitScript(() => {
      const blocked = () => {
        throw new DOMException('The request was denied.', 'SecurityError');
      };
      for (const name of ['localStorage', 'sessionStorage', 'caches']) Object.defineProperty(window, name, { get: blocked });
      IDBFactory.prototype.open = blocked;
      LockManager.prototype.request = () => Promise.reject(new DOMException('The request was denied.', 'SecurityError'));
      window.BroadcastChannel = class {
        constructor() {
          blocked();
        }
      } as unknown as typeof BroadcastChannel;
    });
    await page.goto(`${website}/`);
    const widgets = widgetsOf(page, plain);
    const text = 'Rác sau nhà văn hóa, trình duyệt không cho lưu.';
    await fillIn(page, widgets, text);
    await context.setOffline(true);
    expect(await send(page, widgets)).toBe('kept');
    await widgets.form.getByText('Hãy giữ trang này mở').waitFor();
    await context.setOffline(false);
    await widgets.form.getByText(widgets.words.sent).or(widgets.form.getByText(widgets.words.delivered)).first().waitFor();
    expect(await count(text)).toBe(1);
  });
}
