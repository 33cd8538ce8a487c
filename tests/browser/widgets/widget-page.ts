import type { BrowserContextOptions, Page } from 'playwright-core';
import type { HostsWorld, Served, Visit } from '../hosts/hosts-world.ts';

/** One widget on a page of another website, under as strict a policy as any webmaster has. */
export interface WidgetPage extends AsyncDisposable {
  readonly page: Page;
  readonly visit: Visit;
  readonly site: Served;
  /** What the widget has told the page around it: name and detail. */
  heard(): Promise<readonly (readonly [name: string, detail: { readonly code?: string }])[]>;
  /** The same page once more, in the same browser. */
  again(): Promise<Page>;
}

export interface WidgetPageOptions extends BrowserContextOptions {
  readonly attributes?: string;
  /** Before the page is opened. */
  before?(visit: Visit): Promise<unknown>;
}

export async function widgetPage({ servePage, visit, province }: HostsWorld, tag: string, { attributes = '', before, ...options }: WidgetPageOptions = {}): Promise<WidgetPage> {
  const policy = `default-src 'none'; script-src ${province}; style-src 'self'; img-src 'self' ${province}; connect-src ${province}; form-action 'self'; base-uri 'none'; require-trusted-types-for 'script'`;
  const site = await servePage(
    `<!doctype html><html lang="vi"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Phường</title></head><body>
    <h1>Trang của phường</h1><${tag} embed-key="%KEY%" ${attributes}><a href="%PROVINCE%/phan-anh">Phản ánh của thành phố</a> hoặc gọi 0234 1022</${tag}>
    <script type="module" crossorigin src="%PROVINCE%/embed/v1/tinhthong.js"></script></body></html>`,
    { 'content-security-policy': policy },
  );
  const visited = await visit(options);
  await visited.context.addInitScript(() => {
    const heard: unknown[] = (((globalThis as { heard?: unknown[] }).heard) = []);
    for (const name of ['tt-ready', 'tt-change', 'tt-submitted', 'tt-error']) document.addEventListener(name, (event) => heard.push([name, (event as CustomEvent).detail]));
  });
  await before?.(visited);
  await visited.page.goto(site.website);
  return {
    page: visited.page,
    visit: visited,
    site,
    heard: () => visited.page.evaluate(() => (globalThis as unknown as { heard: [string, { code?: string }][] }).heard),
    async again() {
      const page = await visited.context.newPage();
      await page.goto(site.website);
      return page;
    },
    async [Symbol.asyncDispose]() {
      await visited[Symbol.asyncDispose]();
      await site[Symbol.asyncDispose]();
    },
  };
}

/** As the province refuses. */
export function refusal(status: number, code: string, vi: string): { status: number; contentType: string; headers: Record<string, string>; body: string } {
  return {
    status,
    contentType: 'application/problem+json',
    headers: { 'access-control-allow-origin': '*' },
    body: JSON.stringify({ type: `/problems/${code}`, status, code, title: vi, messages: { vi, en: vi }, traceId: 't' }),
  };
}
