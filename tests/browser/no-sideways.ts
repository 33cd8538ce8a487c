import type { Page } from 'playwright-core';
import { expect } from 'vitest';

export async function noSideways(page: Page): Promise<void> {
  const { scrollWidth, clientWidth } = await page.locator('html').evaluate(({ scrollWidth, clientWidth }) => ({ scrollWidth, clientWidth }));
  expect([page.url(), scrollWidth]).toEqual([page.url(), clientWidth]);
}
