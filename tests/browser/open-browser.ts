import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

const places = [process.env['CHROME_PATH'], '/usr/bin/chromium', chromium.executablePath()];

/** The browser that tests run in: the one in `CHROME_PATH`, else Debian's, else Playwright's own. */
export const browserPath = places.find((place) => place !== undefined && existsSync(place));

if (browserPath === undefined) {
  const missing = 'NO BROWSER: the browser tests did not run. Install Chromium (apt-get install chromium) or set CHROME_PATH.';
  if (process.env['CI']) throw new Error(missing);
  console.warn(`\n${'!'.repeat(100)}\n${missing}\n${'!'.repeat(100)}\n`);
}

export function openBrowser(): Promise<Browser> {
  // As root Chromium has no sandbox; these pages are our own.
  const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  return chromium.launch({ executablePath: browserPath!, args: asRoot });
}
