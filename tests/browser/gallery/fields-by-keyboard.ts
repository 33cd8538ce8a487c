import type { Page } from 'playwright-core';
import { test } from 'vitest';
import { tabTo } from '../keyboard.ts';
import { focusedName } from './focused-name.ts';
import type { OpenGallery } from './open-gallery.ts';

const patient = { timeout: 15_000 };

/** A report is filled in without a mouse. */
export function fieldsByKeyboard(gallery: () => OpenGallery): void {
  test('a commune is found and chosen by keyboard alone', async ({ expect }) => {
    await using visit = await gallery().visit('commune-picker', 'plain');
    const { page } = visit;
    const field = page.getByRole('combobox', { name: 'Xã, phường, đặc khu' });

    // 1. Without accents, and chosen with the arrow keys.
    await tabTo(page, field);
    await page.keyboard.insertText('phu xuan');
    await page.getByRole('option', { name: 'Phú Xuân' }).waitFor();
    expect(await page.getByRole('status').innerText()).toContain('1 nơi');
    await page.keyboard.press('ArrowDown');
    expect(await field.getAttribute('aria-activedescendant')).toBe('o90000');
    await page.keyboard.press('Enter');
    expect([await field.inputValue(), await field.getAttribute('aria-expanded')]).toEqual(['Phường Phú Xuân', 'false']);

    // 2. Escape closes the list and leaves what was chosen; a second one empties the field.
    await page.keyboard.press('ArrowDown');
    expect(await field.getAttribute('aria-expanded')).toBe('true');
    await page.keyboard.press('Escape');
    expect(await field.inputValue()).toBe('Phường Phú Xuân');
    await page.keyboard.press('Escape');
    expect(await field.inputValue()).toBe('');

    // 3. A name written in full is taken when the field is left; what is no commune is said.
    await page.keyboard.insertText('xa a luoi 3');
    await page.keyboard.press('Tab');
    expect(await field.inputValue()).toBe('Xã A Lưới 3');
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('Control+A');
    await page.keyboard.insertText('Đà Nẵng');
    await page.keyboard.press('Tab');
    expect(await field.getAttribute('aria-invalid')).toBe('true');
    expect(await page.getByText('Không có nơi nào tên như vậy.').isVisible()).toBe(true);
  });

  test('pictures are chosen, made smaller, sent and removed by keyboard alone', async ({ expect }) => {
    await using visit = await gallery().visit('picture-input', 'plain');
    const { page } = visit;
    const add = page.locator('input[type=file]');

    // 1. The browser's own chooser opens with the space bar.
    await page.keyboard.press('Tab');
    expect(await add.and(page.locator(':focus')).count()).toBe(1);
    const chosen = page.waitForEvent('filechooser');
    // The browser has been told not to open its own by the time that it answers this.
    await page.evaluate(() => document.readyState);
    await page.keyboard.press('Space');
    const chooser = await chosen;
    const [landscape, portrait] = await Promise.all([largePicture(page, 4_000, 3_000), largePicture(page, 1_000, 2_000)]);
    await chooser.setFiles([
      { name: 'ngang.png', mimeType: 'image/png', buffer: landscape },
      { name: 'dung.png', mimeType: 'image/png', buffer: portrait },
    ]);

    // 2. What is sent is 1600 px long at most, and a JPEG.
    await page.getByText('Đã gửi').nth(1).waitFor();
    const sent = await page.locator('tt-picture-input').evaluate(async (element) => {
      const { pictures } = element as HTMLElement & { pictures: readonly { file: Blob }[] };
      return Promise.all(pictures.map(async ({ file }) => [file.type, ...(await createImageBitmap(file).then(({ width, height }) => [width, height]))]));
    });
    expect(sent).toEqual([
      ['image/jpeg', 1_600, 1_200],
      ['image/jpeg', 800, 1_600],
    ]);

    // 3. Removed one after the other, the focus goes on to what is left, and at last to the button that adds.
    await page.keyboard.press('Shift+Tab');
    expect(await focusedName(page)).toBe('Bỏ ảnh 2, dung.png');
    await page.keyboard.press('Enter');
    await expect.poll(() => focusedName(page), patient).toBe('Bỏ ảnh 1, ngang.png');
    await page.keyboard.press('Enter');
    await expect.poll(() => add.and(page.locator(':focus')).count(), patient).toBe(1);
  });

  test('a picture that did not arrive is sent again by keyboard alone', async ({ expect }) => {
    await using visit = await gallery().visit('picture-input', 'failed');
    const { page } = visit;
    await tabTo(page, page.getByRole('button', { name: 'Gửi lại ảnh' }));
    await page.keyboard.press('Enter');
    await expect.poll(() => page.getByText('Đã gửi ·').count(), patient).toBe(2);
    expect(await focusedName(page)).toContain('Bỏ ảnh 2');
  });

  test('a place is complete without a map: found by the device, corrected by hand, or only by hand', async ({ expect }) => {
    await using visit = await gallery().visit('place-field', 'plain', { permissions: ['geolocation'], geolocation: { latitude: 16.466, longitude: 107.59, accuracy: 20 } });
    const { context, page } = visit;
    const commune = page.getByRole('combobox');
    const value = () => page.locator('tt-place-field').evaluate((element) => (element as HTMLElement & { value: object }).value);

    // 1. The device finds it, and the commune is guessed and said to be guessed.
    await tabTo(page, page.getByRole('button', { name: 'Dùng vị trí của tôi' }));
    await page.keyboard.press('Enter');
    await page.getByText('chính xác khoảng 20').waitFor();
    expect(await page.getByText('Đoán theo vị trí').isVisible()).toBe(true);

    // 2. The person corrects it and names the street.
    await tabTo(page, commune);
    await page.keyboard.press('Control+A');
    await page.keyboard.insertText('an cuu');
    await page.keyboard.press('Enter');
    await tabTo(page, page.getByLabel('Số nhà, tên đường'));
    await page.keyboard.insertText('12 Hùng Vương');
    expect(await value()).toMatchObject({ lat: 16.466, lon: 107.59, accuracy: 20, commune: '90002', address: '12 Hùng Vương' });

    // 3. Whoever does not let the browser know is told that it needs nothing more.
    await context.clearPermissions();
    await page.reload();
    await tabTo(page, page.getByRole('button', { name: 'Dùng vị trí của tôi' }));
    await page.keyboard.press('Enter');
    await page.getByText('Trình duyệt chưa cho phép dùng vị trí.').waitFor();
    await tabTo(page, commune);
    await page.keyboard.insertText('thuan hoa');
    await page.keyboard.press('Tab');
    expect(await value()).toMatchObject({ commune: '90001' });
  });

  test('a form that cannot be sent leads to what is wrong, also within other elements', async ({ expect }) => {
    await using visit = await gallery().visit('fields', 'form-checked');
    const { page } = visit;
    expect(await focusedName(page)).toContain('Có chỗ chưa đúng');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    expect(await page.getByLabel('Điều gì đang xảy ra?').and(page.locator(':focus')).count()).toBe(1);
    await page.keyboard.insertText('Đèn đường không sáng từ tối thứ Hai.');
    expect(await page.getByText('Viết ít nhất 10 ký tự').count()).toBe(0);
  });
}

async function largePicture(page: Page, width: number, height: number): Promise<Buffer> {
  const bytes = await page.evaluate(
    async ([wide, high]) => {
      const canvas = Object.assign(document.createElement('canvas'), { width: wide, height: high });
      const context = canvas.getContext('2d')!;
      context.fillStyle = '#7a8a5b';
      context.fillRect(0, 0, wide, high);
      const blob = await new Promise<Blob>((resolve) => canvas.toBlob((made) => resolve(made!)));
      return [...new Uint8Array(await blob.arrayBuffer())];
    },
    [width, height] as const,
  );
  return Buffer.from(bytes);
}
