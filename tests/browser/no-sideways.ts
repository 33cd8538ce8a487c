import type { Page } from 'playwright-core';
import { expect } from 'vitest';

/** How much wider the page is than its window; nothing where it is not. */
export async function sideways(page: Page): Promise<string[]> {
  const { scrollWidth, clientWidth } = await page.locator('html').evaluate(({ scrollWidth, clientWidth }) => ({ scrollWidth, clientWidth }));
  return scrollWidth > clientWidth ? [`${page.url()} is ${scrollWidth} px wide in a window of ${clientWidth}`] : [];
}

export async function noSideways(page: Page): Promise<void> {
  expect(await sideways(page)).toEqual([]);
}
