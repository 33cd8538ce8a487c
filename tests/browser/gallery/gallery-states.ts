import type { Page } from 'playwright-core';

/** A state of an element, by its address in the gallery. */
export interface GalleryState {
  readonly element: string;
  readonly state: string;
}

/** Every element in every state, as the gallery lists them. */
export async function galleryStates(page: Page, gallery: string): Promise<GalleryState[]> {
  await page.goto(`${gallery}?bare`);
  await page.waitForSelector('html[data-ready]');
  const links = await page.locator('a[data-state]').evaluateAll((found) => found.map((link) => (link as HTMLAnchorElement).search));
  return links.map((search) => {
    const query = new URLSearchParams(search);
    return { element: query.get('element')!, state: query.get('state')! };
  });
}

/** Shows it in the page that is open, if that is the gallery: a new page for each would take three times as long. */
export async function showState(page: Page, gallery: string, { element, state }: GalleryState, view: Readonly<Record<string, string>> = {}): Promise<void> {
  const search = `?${new URLSearchParams({ element, state, bare: '', ...view })}`;
  if (page.url().startsWith(gallery)) return page.evaluate(async (to) => void (await navigation.navigate(to).finished), search);
  await page.goto(`${gallery}${search}`);
  await page.waitForSelector('html[data-ready]');
}
