import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { tabTo } from '../keyboard.ts';
import type { HostsWorld, Served, Visit } from './hosts-world.ts';
import { fillIn, hosts, widgetsOf } from './journey.ts';

const plain = hosts[0]!;

/** Why a widget cannot work: the webmaster reads it on the console, the citizen has the link and the number. */
export function refusals(hostsWorld: () => HostsWorld): void {
  test('a website that the key does not name', async () => {
    const { serve } = hostsWorld();
    await using other = await serve();
    await using visited = await refused(other, 'origin-not-listed');
    // What the province has to enter stands there, word for word.
    expect(visited.console.join('\n')).toContain(other.website);
  });

  test('a key that was revoked, and one that never was', async () => {
    const { serve, makeKey, revoke, website } = hostsWorld();
    const key = await makeKey([website]);
    await revoke(key);
    for (const [embedKey, reason] of [[key, 'revoked'], ['pk_khong_co', 'unknown-key']] as const) {
      await using site = await serve({ embedKey });
      await using _visited = await refused(site, reason);
    }
  });

  test('a module that is switched off', async () => {
    const { hue, website } = hostsWorld();
    await hue.switch('field-reports', 'off');
    try {
      // The loader does not even know the widget: nothing is fetched, the link and the number are what there is.
      await using visited = await hostsWorld().visit();
      await visited.page.goto(`${website}/`, { waitUntil: 'networkidle' });
      await shows(visited.page);
    } finally {
      await hue.switch('field-reports', 'on');
    }
  });

  test('a module that is switched off while a page has its script from before', async () => {
    const { hue, servePage } = hostsWorld();
    const { widgets } = (await (await hue.request('/embed/v1/widgets.json')).json()) as { widgets: { tag: string; src: string; integrity: string }[] };
    const { src, integrity } = widgets.find(({ tag }) => tag === 'tt-report-form')!;
    await using site = await servePage(
      `<!doctype html><meta charset="utf-8"><script type="module" crossorigin src="%PROVINCE%${src}" integrity="${integrity}"></script><tt-report-form embed-key="%KEY%"><a href="%PROVINCE%/phan-anh/gui">Gửi phản ánh</a> hoặc gọi 0234 1022</tt-report-form>`,
    );
    await hue.switch('field-reports', 'off');
    try {
      await using _visited = await refused(site, 'module-off');
    } finally {
      await hue.switch('field-reports', 'on');
    }
  });

  test('a province that is suspended', async () => {
    const { world, website } = hostsWorld();
    const { registry } = world.kernel;
    const to = async (state: 'active' | 'suspended') => {
      await registry.db.updateTable('registry.provinces').set({ state }).where('id', '=', 'hue').execute();
      await registry.refresh();
    };
    await to('suspended');
    try {
      await using _visited = await refused({ website }, 'province-suspended');
    } finally {
      await to('active');
    }
  });

  test('a page without an origin, as a sandbox or a file is', async () => {
    const { servePage } = hostsWorld();
    await using site = await servePage(
      '<!doctype html><meta charset="utf-8"><script type="module" crossorigin src="%PROVINCE%/embed/v1/tinhthong.js"></script><tt-report-form embed-key="%KEY%"><a href="%PROVINCE%/phan-anh/gui">Gửi phản ánh</a> hoặc gọi 0234 1022</tt-report-form>',
      { 'content-security-policy': 'sandbox allow-scripts' },
    );
    await using _visited = await refused(site, 'origin-not-valid');
  });

  test('a province that does not answer is asked again at a press, and then the form is there', async () => {
    const { website, line, visit } = hostsWorld();
    await using visited = await visit();
    const { page } = visited;
    line.break({ at: 'before', request: /\/api\// });
    try {
      await page.goto(`${website}/`);
      const again = page.locator('tt-report-form').getByRole('button', { name: 'Thử lại' });
      await again.waitFor();
      await shows(page);
      line.mend();
      await tabTo(page, again);
      await page.keyboard.press('Enter');
      await widgetsOf(page, plain).form.getByLabel('Điều gì đang xảy ra?').waitFor();
    } finally {
      line.mend();
    }
  });

  test('a key that is revoked while somebody writes: the text stays, and another way is shown', async () => {
    const { servePage, visit, revoke, province, count } = hostsWorld();
    await using site = await servePage('<!doctype html><html lang="vi"><meta charset="utf-8"><script type="module" crossorigin src="%PROVINCE%/embed/v1/tinhthong.js"></script><tt-report-form embed-key="%KEY%"></tt-report-form><p id="key">%KEY%</p></html>');
    await using visited = await visit();
    const { page } = visited;
    await page.goto(site.website);
    const widgets = widgetsOf(page, plain);
    const text = 'Rác ở bến xe, khóa bị thu hồi khi đang viết.';
    await fillIn(page, widgets, text);
    await revoke(await page.locator('#key').innerText());
    await page.keyboard.press('Enter');
    await widgets.form.getByRole('link', { name: 'Gửi ở trang của tỉnh' }).waitFor();
    expect(await widgets.form.getByRole('link', { name: 'Gửi ở trang của tỉnh' }).getAttribute('href')).toBe(`${province}/phan-anh/gui`);
    expect(await widgets.form.getByLabel('Điều gì đang xảy ra?').inputValue()).toBe(text);
    expect(await count(text)).toBe(0);
  });

  async function refused({ website }: Pick<Served, 'website'>, reason: string): Promise<Visit> {
    const visited = await hostsWorld().visit();
    const codes = visited.page.waitForEvent('console', (message) => message.type() === 'warning' && message.text().includes('tt-report-form'));
    await visited.page.goto(`${website}/`);
    const warned = await codes;
    // Both languages and the code, so that it can be looked up.
    expect(warned.text()).toMatch(new RegExp(`^<tt-report-form> \\S.* / \\S.* \\(${reason}\\)`));
    await shows(visited.page);
    // What the page has kept for a whole form is given back: below the link no void is left.
    expect((await visited.page.locator('tt-report-form').boundingBox())!.height).toBeLessThan(200);
    return visited;
  }

  async function shows(page: Page): Promise<void> {
    const { province } = hostsWorld();
    const widget = page.locator('tt-report-form');
    await expect.poll(async () => (await widget.locator('form').count()) === 0 && widget.locator(`a[href="${province}/phan-anh/gui"]`).isVisible()).toBe(true);
    expect(await widget.innerText()).toContain('0234 1022');
  }
}

