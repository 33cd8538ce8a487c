import { test } from 'vitest';
import { type OpenGallery, phone } from './open-gallery.ts';

/** What is kept on the device arrives once. */
export function outbox(gallery: () => OpenGallery): void {
  test('what was pressed to be sent without a line is sent once, by one of two tabs, on the next visit', async ({ expect }) => {
    await using context = await gallery().browser.newContext({ viewport: phone });
    const arrived: (string | undefined)[] = [];
    await context.route('**/reports', async (route) => {
      arrived.push(route.request().headers()['idempotency-key']);
      await route.fulfill({ json: { code: `HUE-26-000000${arrived.length}` } });
    });
    const open = () => gallery().open(context, 'outbox', 'live');

    // 1. Nothing is stored before a press.
    const first = await open();
    expect(await first.evaluate(async () => (await indexedDB.databases()).length)).toBe(0);

    // 2. Without a line it is kept, and both tabs say so.
    const second = await open();
    await context.setOffline(true);
    await first.getByRole('button', { name: 'Gửi phản ánh' }).click();
    await first.getByText('Đã giữ trên máy này.').waitFor();
    await second.getByText('Đã giữ trên máy này.').waitFor();
    await second.close();
    await first.close();

    // 3. Two tabs at once, with a line.
    await context.setOffline(false);
    const [third, fourth] = await Promise.all([open(), open()]);
    await third.getByText('HUE-26-0000001').waitFor();
    await fourth.getByText('HUE-26-0000001').waitFor();
    expect(arrived).toHaveLength(1);

    // 4. Seen in one, it is gone from both.
    await third.getByRole('button', { name: 'Đã xem' }).click();
    await fourth.getByText('HUE-26-0000001').waitFor({ state: 'detached' });
  });

  test('what was cut off on its way is asked for under the same key on the next visit', async ({ expect }) => {
    await using context = await gallery().browser.newContext({ viewport: phone });
    const arrived: (string | undefined)[] = [];
    await context.route('**/reports', async (route) => {
      arrived.push(route.request().headers()['idempotency-key']);
      // The first arrives, and its answer is lost.
      await (arrived.length === 1 ? route.abort('connectionreset') : route.fulfill({ json: { code: 'HUE-26-0000001' } }));
    });
    const first = await gallery().open(context, 'outbox', 'live');
    await first.getByRole('button', { name: 'Gửi phản ánh' }).click();
    await first.getByText('Đã giữ trên máy này.').waitFor();
    expect(arrived).toHaveLength(1);
    await first.close();
    const second = await gallery().open(context, 'outbox', 'live');
    await second.getByText('HUE-26-0000001').waitFor();
    expect([arrived.length, new Set(arrived).size]).toEqual([2, 1]);
  });

  test('where the browser lets nothing be stored, what was pressed is sent as long as the page is open, and that is said', async ({ expect }) => {
    await using context = await gallery().browser.newContext({ viewport: phone });
    await context.addInitScript(() => Object.defineProperty(globalThis, 'indexedDB', { get: () => { throw new DOMException('blocked', 'SecurityError'); } }));
    let arrived = 0;
    await context.route('**/reports', async (route) => {
      arrived += 1;
      await route.fulfill({ json: { code: 'HUE-26-0000001' } });
    });
    const page = await gallery().open(context, 'outbox', 'live');
    await context.setOffline(true);
    await page.getByRole('button', { name: 'Gửi phản ánh' }).click();
    await page.getByText('Hãy giữ trang này mở').waitFor();
    await context.setOffline(false);
    await page.getByText('HUE-26-0000001').waitFor();
    expect(arrived).toBe(1);
  });
}
