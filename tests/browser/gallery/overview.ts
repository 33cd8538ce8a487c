import { test } from 'vitest';
import { axeFaults, bringAxe, everyRule } from '../axe-in-page.ts';
import { sideways } from '../no-sideways.ts';
import { desk, type OpenGallery, phone } from './open-gallery.ts';

/** A vendor looks for an element. */
export function overview(gallery: () => OpenGallery): void {
  test('an element is found by what it is for, without accents, and says how to use it', async ({ expect }) => {
    await using context = await gallery().browser.newContext({ viewport: phone });
    const page = await context.newPage();
    await page.goto(gallery().url);
    await page.getByLabel('Tìm phần tử').fill('thu nho');
    await expect.poll(() => page.getByRole('status').innerText()).toBe('1 phần tử');
    await page.getByRole('link', { name: 'picture-input' }).click();
    await page.getByRole('heading', { name: 'Cách dùng' }).waitFor();
    const code = await page.getByLabel('Mã để chép').innerText();
    expect(code).toContain("import '@tinhthong/ui-webcomponents/picture-input';");
    expect(code).toContain('<tt-picture-input most="5"');
    expect(await page.locator('dt', { hasText: 'tt-change' }).count()).toBe(1);
    await page.goBack();
    expect(await page.getByLabel('Tìm phần tử').inputValue()).toBe('thu nho');
  });

  test.for([['', 'light'], ['commune-picker', 'dark'], ['report-form', 'light'], ['status', 'light']] as const)('the page of “%s” meets WCAG 2.2 AA', async ([element, theme], { expect }) => {
    await using context = await gallery().browser.newContext({ viewport: phone });
    await bringAxe(context);
    const page = await context.newPage();
    for (const viewport of [phone, desk]) {
      await page.setViewportSize(viewport);
      await page.goto(`${gallery().url}?${new URLSearchParams({ element, theme, lang: 'en' })}`);
      await page.waitForSelector('html[data-ready]');
      expect(await axeFaults(page, everyRule)).toEqual([]);
      expect(await sideways(page)).toEqual([]);
    }
  });
}
