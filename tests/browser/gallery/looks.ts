import type { Page } from 'playwright-core';
import { test } from 'vitest';
import { axeFaults, bringAxe, everyRule } from '../axe-in-page.ts';
import { hardToSee } from '../hard-to-see.ts';
import { sideways } from '../no-sideways.ts';
import { showState } from './gallery-states.ts';
import { desk, type OpenGallery, phone } from './open-gallery.ts';

/** What another width or other colours can change. */
const differing = { type: 'rule', values: ['color-contrast', 'scrollable-region-focusable'] } as const;

/** Every element in every state, from all sides. */
export function looks(elements: readonly string[], gallery: () => OpenGallery): void {
  const idle: Page[] = [];

  /** A page of those who looked before, as the browser begins a document: a context of its own costs more than looking at most elements. */
  async function lend(): Promise<AsyncDisposable & { readonly page: Page }> {
    const page = idle.pop() ?? (await newPage());
    return {
      page,
      async [Symbol.asyncDispose]() {
        page.removeAllListeners();
        await page.goto('about:blank');
        idle.push(page);
      },
    };
  }

  async function newPage(): Promise<Page> {
    const context = await gallery().browser.newContext({ locale: 'vi-VN', reducedMotion: 'reduce' });
    await bringAxe(context);
    return context.newPage();
  }

  // Shown once, and looked at from all sides; every second state in English, whose words are longer.
  test.for(elements)('%s meets WCAG 2.2 AA in every state, light and dark, from 320 to 1440 px, enlarged and in forced colours, and breaks no strict policy', async (element, { expect }) => {
    const own = gallery().states.filter((one) => one.element === element);
    expect(own).not.toEqual([]);
    await using lent = await lend();
    const { page } = lent;
    const complaints = listen(page);
    const faults: unknown[] = [];
    for (const [at, of] of own.entries()) {
      const lang = at % 2 === 0 ? 'vi' : 'en';
      const look = async (view: string, found: readonly unknown[] = []) => faults.push(...[...found, ...(await sideways(page))].map((one) => [of.state, lang, view, one]));
      await page.setViewportSize(phone);
      await showState(page, gallery().url, of, { lang, theme: 'light' });
      await look('phone, light', await axeFaults(page, everyRule));
      await page.setViewportSize({ width: 320, height: 640 });
      await look('320 px');
      await page.setViewportSize({ width: 640, height: 900 });
      await page.evaluate(() => document.documentElement.style.setProperty('font-size', '200%'));
      await look('text of twice its size');
      await page.evaluate(() => document.documentElement.style.removeProperty('font-size'));
      await page.setViewportSize(desk);
      await showState(page, gallery().url, of, { lang, theme: 'dark' });
      await look('desk, dark', await axeFaults(page, differing));
      await page.emulateMedia({ forcedColors: 'active' });
      await look('forced colours', await hardToSee(page));
      await page.emulateMedia({ forcedColors: 'none' });
    }
    expect(faults).toEqual([]);
    expect(complaints).toEqual([]);
  });

  test('what forced colours would hide, and what moves against the reader’s wish, is noticed', async ({ expect }) => {
    await using visit = await gallery().visit('bar-chart', 'lying', { forcedColors: 'active', reducedMotion: 'reduce' });
    const { page } = visit;
    expect(await hardToSee(page)).toEqual([]);
    await page.locator('tt-bar-chart').evaluate(({ shadowRoot }) => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync('.bar { fill: Canvas !important } summary { animation: fade 9s infinite } @keyframes fade { to { opacity: .5 } }');
      shadowRoot!.adoptedStyleSheets = [...shadowRoot!.adoptedStyleSheets, sheet];
    });
    expect(await hardToSee(page)).toEqual(expect.arrayContaining(['not to be seen: rect.bar', 'moves: summary.']));
  });
}

/** What the strict policy stopped, and what was thrown. */
function listen(page: Page): string[] {
  const heard: string[] = [];
  page.on('pageerror', (error) => heard.push(`${page.url()} ${error.message}`));
  page.on('console', (message) => {
    if (message.type() === 'error') heard.push(`${page.url()} ${message.text()}`);
  });
  return heard;
}
