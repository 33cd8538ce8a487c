// A picture of every element and widget in every state, and of every page of the demo, at three widths, light and dark,
// to be looked at. Elements come from the gallery, pages from shot-list.ts.
//   npm run gallery:shots [-- <name> …] [--to <folder>] [--demo <origin of a province that runs>]
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { serveGallery } from '../../packages/ui-webcomponents/gallery/serve-gallery.ts';
import { galleryStates, showState } from './gallery/gallery-states.ts';
import { openBrowser } from './open-browser.ts';
import { shotPages } from './shot-list.ts';
import { runningDemo, startDemo } from './start-demo.ts';

const screens = [360, 768, 1440].map((width) => ({ width, height: width < 500 ? 740 : 900 }));
const themes = ['light', 'dark'] as const;
const reader: BrowserContextOptions = { locale: 'vi-VN', timezoneId: 'Asia/Ho_Chi_Minh', reducedMotion: 'reduce' };
const { values, positionals: names } = parseArgs({ allowPositionals: true, options: { to: { type: 'string', default: 'dist/shots' }, demo: { type: 'string' } } });
const wanted = (name: string): boolean => names.length === 0 || names.includes(name);
let made = 0;

await using browser = await openBrowser();
await shootGallery(browser);
await shootPages(browser);
console.log(`${made} pictures in ${values.to}`);

async function shootGallery(from: Browser): Promise<void> {
  await using gallery = await serveGallery();
  const page = await from.newPage(reader);
  const states = await galleryStates(page, gallery.url);
  for (const shown of states.filter(({ element }) => wanted(element))) {
    for (const theme of themes) {
      for (const viewport of screens) {
        await page.setViewportSize(viewport);
        await showState(page, gallery.url, shown, { theme });
        await shoot(page, shown.element, `${shown.state}-${viewport.width}-${theme}`);
      }
    }
  }
}

async function shootPages(from: Browser): Promise<void> {
  const pages = shotPages.filter(({ name }) => wanted(name));
  if (pages.length === 0) return;
  await using demo = values.demo === undefined ? await startDemo() : runningDemo(values.demo);
  for (const { name, on, path, withoutScript = false, act } of pages) {
    for (const theme of themes) {
      for (const viewport of screens) {
        await using context = await from.newContext({ ...reader, viewport, colorScheme: theme, javaScriptEnabled: !withoutScript });
        const page = await context.newPage();
        await page.goto(`${demo[on]}${path}`, { waitUntil: 'networkidle' });
        await act?.(page);
        await page.waitForLoadState('networkidle');
        await shoot(page, name, `${viewport.width}-${theme}`);
      }
    }
  }
}

async function shoot(page: Page, folder: string, name: string): Promise<void> {
  await mkdir(join(values.to, folder), { recursive: true });
  await page.screenshot({ path: join(values.to, folder, `${name}.png`), fullPage: true });
  made += 1;
}
