import type { FrameLocator, Locator, Page } from 'playwright-core';

const mostStops = 80;

/**
 * Walks with Tab to a control, as a person without a mouse does; `within` is the frame that it stands in.
 *
 * @throws where Tab never gets there, or focus is not seen
 */
export async function tabTo(page: Page, target: Locator, within: Page | FrameLocator = page): Promise<void> {
  const focused = target.and(within.locator(':focus'));
  for (let stop = 0; stop < mostStops; stop += 1) {
    await page.keyboard.press('Tab');
    if ((await focused.count()) > 0) return seen(focused);
  }
  throw new Error(`The keyboard never reached ${String(target)} on ${page.url()}`);
}

/** Follows a link or sends a form, and waits for the page that answers. */
export async function press(page: Page, target: Locator): Promise<void> {
  await tabTo(page, target);
  await Promise.all([page.waitForEvent('load'), page.keyboard.press('Enter')]);
}

export async function type(page: Page, target: Locator, text: string): Promise<void> {
  await tabTo(page, target);
  await page.keyboard.insertText(text);
}

async function seen(focused: Locator): Promise<void> {
  const outline = await focused.evaluate((element) => getComputedStyle(element).outlineStyle);
  if (outline === 'none') throw new Error(`Focus cannot be seen on ${String(focused)}`);
}
