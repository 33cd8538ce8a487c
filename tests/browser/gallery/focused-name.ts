import type { Page } from 'playwright-core';

/** The words of what has the focus, in whatever tree it stands. */
export function focusedName(page: Page): Promise<string> {
  return page.evaluate(() => {
    let focused = document.activeElement;
    while (focused?.shadowRoot?.activeElement) focused = focused.shadowRoot.activeElement;
    return (focused?.textContent ?? '').replace(/\s+/g, ' ').trim();
  });
}
