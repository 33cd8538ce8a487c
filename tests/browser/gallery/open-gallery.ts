import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { serveGallery } from '../../../packages/ui-webcomponents/gallery/serve-gallery.ts';
import { openBrowser } from '../open-browser.ts';
import { type GalleryState, galleryStates, showState } from './gallery-states.ts';

export const phone = { width: 360, height: 740 };
export const desk = { width: 1440, height: 900 };

/** One visitor with a browser of his own, who looks at one state. */
export interface Visit extends AsyncDisposable {
  readonly context: BrowserContext;
  readonly page: Page;
}

/** The gallery as it is built and served, in a browser. */
export interface OpenGallery extends AsyncDisposable {
  readonly browser: Browser;
  readonly url: string;
  readonly states: readonly GalleryState[];
  /** On a phone, unless told otherwise. Without a state, the element's first. */
  visit(element: string, state?: string, options?: BrowserContextOptions): Promise<Visit>;
  /** Another tab of the same visitor. */
  open(context: BrowserContext, element: string, state?: string): Promise<Page>;
}

export async function openGallery(): Promise<OpenGallery> {
  const gallery = await serveGallery();
  const browser = await openBrowser();
  const states = await galleryStates(await browser.newPage(), gallery.url);
  const open: OpenGallery['open'] = async (context, element, state = '') => {
    const page = await context.newPage();
    await showState(page, gallery.url, { element, state });
    return page;
  };
  return {
    browser,
    url: gallery.url,
    open,
    states,
    async visit(element, state, options = {}) {
      const context = await browser.newContext({ viewport: phone, ...options });
      const page = await open(context, element, state);
      return { context, page, [Symbol.asyncDispose]: () => context.close() };
    },
    async [Symbol.asyncDispose]() {
      await browser.close();
      await gallery[Symbol.asyncDispose]();
    },
  };
}
