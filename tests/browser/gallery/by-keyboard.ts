import { test } from 'vitest';
import { tabTo } from '../keyboard.ts';
import { focusedName } from './focused-name.ts';
import { desk, type OpenGallery } from './open-gallery.ts';

const patient = { timeout: 15_000 };

/** What a person without a mouse does with them. */
export function byKeyboard(gallery: () => OpenGallery): void {
  test('a dialog is opened and closed by keyboard alone, keeps the focus in, and gives it back', async ({ expect }) => {
    await using visit = await gallery().visit('dialog', 'closed');
    const { page } = visit;
    const opener = page.getByRole('button', { name: 'Bỏ bản nháp' });
    await tabTo(page, opener);
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog', { name: 'Bỏ bản nháp này?' });
    await dialog.waitFor();
    for (const name of ['Đóng', 'Bỏ bản nháp', 'Giữ lại']) {
      await page.keyboard.press('Tab');
      expect(await focusedName(page)).toBe(name);
    }
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'hidden' });
    expect(await opener.and(page.locator(':focus')).count()).toBe(1);
    await page.keyboard.press('Enter');
    await dialog.waitFor();
    await tabTo(page, page.getByRole('button', { name: 'Giữ lại' }));
    await page.keyboard.press('Enter');
    await dialog.waitFor({ state: 'hidden' });
  });

  test('tabs are walked with the arrow keys, and Tab leads into what is open', async ({ expect }) => {
    await using visit = await gallery().visit('tabs', 'plain');
    const { page } = visit;
    const selected = () => page.getByRole('tab', { selected: true }).innerText();
    await tabTo(page, page.getByRole('tab', { name: 'Danh sách' }));
    await page.keyboard.press('ArrowLeft');
    expect(await selected()).toBe('Cách tính');
    await page.keyboard.press('Home');
    await page.keyboard.press('ArrowRight');
    expect(await selected()).toBe('Bản đồ');
    await page.keyboard.press('Tab');
    expect(await page.getByText('Bản đồ được tải khi bạn mở.').isVisible()).toBe(true);
    expect(await page.locator(':focus').last().getAttribute('role')).toBe('tabpanel');
  });

  test.for(['bar-chart', 'dot-chart', 'line-chart', 'small-multiples', 'histogram', 'choropleth'])('the figures of a %s are a table after one press of a key', async (element, { expect }) => {
    await using visit = await gallery().visit(element);
    const { page } = visit;
    const table = page.getByRole('table');
    expect(await table.isVisible()).toBe(false);
    await tabTo(page, page.getByText('Xem bảng số liệu'));
    await page.keyboard.press('Enter');
    await table.waitFor();
    expect(await table.getByRole('row').count()).toBeGreaterThan(2);
    expect(await table.getByRole('columnheader').allInnerTexts()).not.toContain('');
  });

  test('rows are sorted by keyboard alone, and that is said', async ({ expect }) => {
    await using visit = await gallery().visit('data-table', 'sorted', { viewport: desk });
    const { page } = visit;
    await tabTo(page, page.getByRole('button', { name: 'Phản ánh' }));
    await page.keyboard.press('Enter');
    expect(await page.getByRole('columnheader', { name: 'Phản ánh' }).getAttribute('aria-sort')).toBe('descending');
    expect(await page.getByRole('status').innerText()).toBe('Phản ánh: nhiều đến ít');
    const counts = (await page.getByRole('row').locator('td:nth-of-type(1) span:last-child').allInnerTexts()).map(Number);
    expect(counts).toEqual(counts.toSorted((a, b) => b - a));
  });

  test('a long list is read on by keyboard without its map', async ({ expect }) => {
    await using visit = await gallery().visit('points-map', 'list');
    const { page } = visit;
    const items = page.getByRole('listitem');
    expect(await items.count()).toBe(20);
    await tabTo(page, page.getByRole('button', { name: 'Xem thêm' }));
    await page.keyboard.press('Enter');
    await expect.poll(() => items.count(), patient).toBe(40);
    expect(await items.nth(20).getByRole('link').and(page.locator(':focus')).count()).toBe(1);
  });
}
