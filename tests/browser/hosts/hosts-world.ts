import { cp, mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { TestProvince, TestWorld } from '@tinhthong/core/testing';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { type DemoWebsite, serveDemoWebsite } from '../../../packages/core/src/cli/demo-website.ts';
import { testFolder } from '../../../packages/core/src/kit/test-folder.ts';
import { twoProvinces } from '../../isolation/two-provinces.ts';
import { freePort } from '../../support/free-port.ts';
import { openBrowser } from '../open-browser.ts';
import { type BreakableLine, breakableLine } from './breakable-line.ts';

/** The websites of `templates/portal/hosts`, of another origin than the province, which lies behind a line that can break. */
export interface HostsWorld extends AsyncDisposable {
  readonly world: TestWorld;
  readonly hue: TestProvince;
  readonly line: BreakableLine;
  /** Origin of the province, as browsers reach it. */
  readonly province: string;
  /** Origin of the websites. */
  readonly website: string;
  readonly key: string;
  readonly browser: Browser;
  /** Public reports with these words, counted through the API. */
  count(words: string): Promise<number>;
  /** What a browser does that complains aloud of blocked scripts and of what it logs. */
  visit(options?: Parameters<Browser['newContext']>[0]): Promise<Visit>;
  makeKey(origins: readonly string[]): Promise<string>;
  revoke(key: string): Promise<void>;
  /** The same websites at an origin of their own, whatever key they use. */
  serve(options?: Partial<DemoWebsite>): Promise<Served>;
  /** The websites at an origin of their own, with a key of their own, on a line that a test may break while others go on. */
  apart(): Promise<Apart>;
  /** One page at an origin of its own, which `%KEY%` is for; `beside` are folders of files that stand beside it. */
  servePage(html: string, headers?: Readonly<Record<string, string>>, beside?: readonly URL[]): Promise<Served>;
}

export interface Served extends AsyncDisposable {
  /** Its origin. */
  readonly website: string;
}

export interface Apart extends Served {
  readonly line: BreakableLine;
}

export interface Visit extends AsyncDisposable {
  readonly context: BrowserContext;
  readonly page: Page;
  /** Warnings and errors on the console, of every page of the visit. */
  readonly console: readonly string[];
  /** What a policy blocked. */
  readonly violations: readonly string[];
}

export const folder = new URL('../../../templates/portal/hosts/', import.meta.url);

export async function hostsWorld(): Promise<HostsWorld> {
  const world = await twoProvinces();
  const appPort = await world.listen();
  const [line, browser, sitePort] = await Promise.all([breakableLine(appPort), openBrowser(), freePort()]);
  const hue = world.province('hue');
  const admin = await hue.signIn({ name: 'quan-tri-web', roles: ['admin'] });
  const [province, website] = [`http://${hue.host}:${line.port}`, `http://localhost:${sitePort}`];
  const makeKey = async (origins: readonly string[]) => ((await (await hue.request('/api/core/embed-keys', { as: admin, json: { name: 'Trang của phường', origins } })).json()) as { key: string }).key;
  const key = await makeKey([website]);
  const serve: HostsWorld['serve'] = async (options = {}) => {
    const { port = await freePort(), ...rest } = options;
    const server = await serveDemoWebsite({ folder, province, embedKey: key, host: '127.0.0.1', port, ...rest });
    return {
      website: `http://localhost:${port}`,
      async [Symbol.asyncDispose]() {
        server.close().closeAllConnections();
      },
    };
  };
  const apart: HostsWorld['apart'] = async () => {
    const [own, port] = await Promise.all([breakableLine(appPort), freePort()]);
    const websites = await serve({ port, province: `http://${hue.host}:${own.port}`, embedKey: await makeKey([`http://localhost:${port}`]) });
    return {
      line: own,
      website: websites.website,
      async [Symbol.asyncDispose]() {
        await websites[Symbol.asyncDispose]();
        await own[Symbol.asyncDispose]();
      },
    };
  };
  const servePage: HostsWorld['servePage'] = async (html, headers = {}, beside = []) => {
    const [own, port] = [await testFolder(), await freePort()];
    await mkdir(join(own, 'plain'));
    for (const files of beside) await cp(files, join(own, 'plain'), { recursive: true });
    await writeFile(join(own, 'plain', 'index.html'), html);
    await writeFile(join(own, 'plain', 'headers.json'), JSON.stringify(headers));
    const page = await serve({ folder: pathToFileURL(`${own}/`), port, embedKey: await makeKey([`http://localhost:${port}`]) });
    return {
      website: page.website,
      async [Symbol.asyncDispose]() {
        await page[Symbol.asyncDispose]();
        await rm(own, { recursive: true });
      },
    };
  };
  const served = await serve({ port: sitePort });
  let asked = 0;
  return {
    world, hue, line, province, website, key, browser, makeKey, serve, apart, servePage,
    async revoke(revoked) {
      await hue.request(`/api/core/embed-keys/${revoked}`, { method: 'DELETE', as: admin });
    },
    async count(words) {
      // The same address twice within a second gets the same answer: each time it is another one.
      const answer = await hue.request(`/api/field-reports/reports?limit=${(asked = (asked + 1) % 50) + 50}&q=${encodeURIComponent(words)}`);
      const { items } = (await answer.json()) as { items: { text: string }[] };
      return items.filter(({ text }) => text.includes(words)).length;
    },
    async visit(options) {
      const context = await browser.newContext({ locale: 'vi-VN', viewport: { width: 360, height: 740 }, reducedMotion: 'reduce', ...options });
      context.setDefaultTimeout(20_000);
      const logged: string[] = [];
      const violations: string[] = [];
      context.on('console', (message) => {
        const text = message.text();
        if (text.startsWith('violation of')) violations.push(text);
        else if (['warning', 'error'].includes(message.type()) && !message.location().url.endsWith('/favicon.ico')) logged.push(text);
      });
      context.on('weberror', (error) => void logged.push(String(error.error())));
      await context.addInitScript(() => {
        document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sourceFile, sample }) => console.error('violation of', violatedDirective, blockedURI, sourceFile, sample));
      });
      return { context, page: await context.newPage(), console: logged, violations, [Symbol.asyncDispose]: () => context.close() };
    },
    async [Symbol.asyncDispose]() {
      await browser.close();
      await served[Symbol.asyncDispose]();
      await line[Symbol.asyncDispose]();
      await world[Symbol.asyncDispose]();
    },
  };
}
