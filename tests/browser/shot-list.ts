import type { Page } from 'playwright-core';

/** A page of the demo, in a state, of which `npm run gallery:shots` makes pictures. Widgets and elements are in the gallery: `*.gallery.ts` beside each. */
export interface ShotPage {
  /** Its folder among the pictures. */
  readonly name: string;
  /** The province's own site, or the website of a commune beside it, of another origin. */
  readonly on: 'province' | 'website';
  readonly path: string;
  readonly withoutScript?: boolean;
  /** Brings the page into its state: presses, types, breaks the line. */
  act?(page: Page): Promise<unknown>;
}

const report = (page: Page) => page.getByRole('main').locator('a[href*="/phan-anh/HUE-"]').first().click();
const moving = async (page: Page) => {
  await page.locator('[data-moving] button').click();
  await page.locator('tt-reports-map .leaflet-container').first().waitFor();
};
/** As it looks without a line, once it has been seen with one. */
const kept = async (page: Page) => {
  await page.evaluate(async () => void (await navigator.serviceWorker.ready));
  await page.reload({ waitUntil: 'networkidle' });
  await page.context().setOffline(true);
  await page.reload();
  await page.locator('.kept').waitFor();
  await page.context().setOffline(false);
};

/** Whoever makes a page adds it here. */
export const shotPages: readonly ShotPage[] = [
  { name: 'portal-home', on: 'province', path: '/' },
  { name: 'portal-home-english', on: 'province', path: '/?lang=en' },
  { name: 'portal-search', on: 'province', path: '/tim-kiem?q=den+duong' },
  { name: 'portal-search-nothing', on: 'province', path: '/tim-kiem?q=khong+co+gi+nhu+vay' },
  { name: 'portal-about', on: 'province', path: '/gioi-thieu' },
  { name: 'portal-accessibility', on: 'province', path: '/kha-nang-tiep-can' },
  { name: 'portal-offline', on: 'province', path: '/ngoai-tuyen' },
  { name: 'portal-kept', on: 'province', path: '/gioi-thieu', act: kept },
  { name: 'portal-not-found', on: 'province', path: '/khong-co-trang-nay' },
  { name: 'reports-list', on: 'province', path: '/phan-anh' },
  { name: 'reports-list-nothing', on: 'province', path: '/phan-anh?q=khong+co+gi+nhu+vay' },
  { name: 'reports-part-of-map', on: 'province', path: '/phan-anh?bbox=107.5,16.4,107.7,16.6' },
  { name: 'reports-map', on: 'province', path: '/phan-anh/ban-do' },
  { name: 'reports-map-nothing', on: 'province', path: '/phan-anh/ban-do?category=tourism&commune=20044' },
  { name: 'reports-map-moving', on: 'province', path: '/phan-anh/ban-do', act: moving },
  { name: 'reports-one', on: 'province', path: '/phan-anh', act: report },
  { name: 'reports-figures', on: 'province', path: '/phan-anh/so-lieu' },
  { name: 'reports-track', on: 'province', path: '/phan-anh/theo-doi' },
  { name: 'reports-send', on: 'province', path: '/phan-anh/gui' },
  { name: 'reports-send-without-script', on: 'province', path: '/phan-anh/gui', withoutScript: true },
  { name: 'website-hosts', on: 'website', path: '/hosts/' },
  ...['plain', 'wordpress', 'liferay', 'sharepoint', 'dnn-webforms', 'joomla', 'nukeviet'].flatMap((host): readonly ShotPage[] => [
    { name: `website-${host}`, on: 'website', path: `/hosts/${host}/` },
    { name: `website-${host}-results`, on: 'website', path: `/hosts/${host}/results.html` },
  ]),
];
