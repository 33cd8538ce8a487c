import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { browserPath } from '../open-browser.ts';
import { type OpenPortal, openPortal } from './portal.ts';

interface Manifest {
  readonly name: string;
  readonly short_name: string;
  readonly theme_color: string;
  readonly lang: string;
  readonly icons: readonly { readonly src: string; readonly sizes: string; readonly type: string; readonly purpose: string }[];
  readonly shortcuts: readonly { readonly name: string; readonly url: string }[];
}

describe.skipIf(browserPath === undefined)('the portal as an app', { timeout: 60_000 }, () => {
  let portal: OpenPortal;
  beforeAll(async () => void (portal = await openPortal()), 120_000);
  afterAll(() => portal?.[Symbol.asyncDispose]());

  const manifestOf = async (province: string, lang: string) => (await (await portal.world.province(province).request(`/manifest.webmanifest?lang=${lang}`)).json()) as Manifest;

  test('a browser takes the manifest without complaint, and offers to install the app', async () => {
    await using context = await portal.browser.newContext({ locale: 'vi-VN' });
    const page = await context.newPage();
    await page.goto(portal.home, { waitUntil: 'networkidle' });
    await page.evaluate(() => navigator.serviceWorker.ready);
    const devtools = await context.newCDPSession(page);
    const { url, errors, data } = await devtools.send('Page.getAppManifest');
    expect([url, errors]).toEqual([`${portal.home}/manifest.webmanifest?lang=vi`, []]);
    expect(JSON.parse(data!)).toMatchObject({ id: '/', start_url: '/', scope: '/', display: 'standalone' });
    const { installabilityErrors } = await devtools.send('Page.getInstallabilityErrors');
    // A window without traces installs nothing: the only reason there may be.
    expect(installabilityErrors.map(({ errorId }) => errorId).filter((id) => id !== 'in-incognito')).toEqual([]);
    expect(await page.locator('meta[name="theme-color"]').getAttribute('content')).toBe('#5b2c83');
  });

  test('each province has its own name, colours and sign, in both languages', async () => {
    const [hue, english, dakLak] = await Promise.all([manifestOf('hue', 'vi'), manifestOf('hue', 'en'), manifestOf('dak-lak', 'vi')]);
    expect([hue.name, hue.short_name, hue.lang]).toEqual(['Thành phố Huế – Đô thị thông minh', 'Huế', 'vi']);
    expect([english.name, english.lang]).toEqual(['Huế City – Smart city', 'en']);
    expect([dakLak.short_name, dakLak.theme_color === hue.theme_color]).toEqual(['Đắk Lắk', false]);
    expect(hue.shortcuts.map(({ url }) => url)).toEqual(['/phan-anh/gui', '/phan-anh', '/phan-anh/theo-doi', '/phan-anh/so-lieu']);
    const [sign, other] = await Promise.all([pictureOf('hue', hue.icons[0]!.src), pictureOf('dak-lak', dakLak.icons[0]!.src)]);
    expect(sign.bytes.equals(other.bytes)).toBe(false);
  });

  test('the icons are pictures of the size they say; those that a system cuts to shape fill their square', async () => {
    const { icons } = await manifestOf('dak-lak', 'vi');
    expect(icons.map(({ sizes, purpose }) => `${sizes} ${purpose}`)).toEqual(['192x192 any', '512x512 any', '192x192 maskable', '512x512 maskable']);
    for (const { src, sizes, purpose, type } of icons) {
      const { bytes, headers } = await pictureOf('dak-lak', src);
      const { width, height, format } = await sharp(bytes).metadata();
      expect([`${width}x${height}`, `image/${format}`, headers.get('content-type'), headers.get('cache-control')]).toEqual([sizes, type, type, 'public, max-age=31536000, immutable']);
      const { data, info } = await sharp(bytes).ensureAlpha().raw().toBuffer({ resolveWithObject: true });
      expect([purpose, data[3]]).toEqual([purpose, purpose === 'maskable' ? 255 : 0]);
      // The letters are there: on a server without fonts they come from our own.
      const row = Math.round(info.height * 0.55);
      const colours = new Set(Array.from({ length: info.width }, (_, x) => data.readUIntBE((row * info.width + x) * 4, 3)));
      expect(colours.size).toBeGreaterThan(2);
    }
  });

  async function pictureOf(province: string, path: string) {
    const answer = await portal.world.province(province).request(path);
    return { bytes: Buffer.from(await answer.arrayBuffer()), headers: answer.headers };
  }
});
