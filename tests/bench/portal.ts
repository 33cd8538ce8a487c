import lighthouse from 'lighthouse';
import { chromium } from 'playwright-core';
import { browserPath } from '../browser/open-browser.ts';
import { freePort } from '../support/free-port.ts';
import { median } from './load.ts';

interface Options {
  /** Of the province, as browsers reach it. */
  readonly province: string;
  readonly visits: number;
}

const wanted = { performance: 0.95, accessibility: 1, 'best-practices': 0.95 } as const;
type Category = keyof typeof wanted;
const categories = Object.keys(wanted) as Category[];
const paths = ['/', '/phan-anh', '/phan-anh/ban-do', '/phan-anh/gui', '/phan-anh/so-lieu', '/gioi-thieu'];

/** What Lighthouse says of the portal's pages, a cheap phone on slow 4G, throttled while it looks and not reckoned afterwards. */
export async function portalFigures({ province, visits }: Options): Promise<Record<string, Record<string, string>>> {
  if (browserPath === undefined) return {};
  const port = await freePort();
  const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const browser = await chromium.launch({ executablePath: browserPath, args: [...asRoot, `--remote-debugging-port=${port}`] });
  const table: Record<string, Record<string, string>> = {};
  try {
    for (const path of paths) {
      const seen: Awaited<ReturnType<typeof look>>[] = [];
      // The first warms up the server and the disk.
      for (let visit = 0; visit <= visits; visit += 1) {
        const one = await look(port, province + path);
        if (visit > 0) seen.push(one);
      }
      const scores = Object.fromEntries(categories.map((name) => [name, median(seen.map(({ scores }) => scores[name]))])) as Record<Category, number>;
      const faults = [...new Set(seen.flatMap(({ faults }) => faults))];
      table[path] = {
        ...Object.fromEntries(categories.map((name) => [`${name} (≥ ${wanted[name] * 100})`, (scores[name] * 100).toFixed(0)])),
        'LCP ms': median(seen.map(({ lcp }) => lcp)).toFixed(0),
        'TBT ms': median(seen.map(({ tbt }) => tbt)).toFixed(0),
        met: categories.every((name) => scores[name] >= wanted[name]) ? 'yes' : 'NO',
        ...(faults.length > 0 && { faults: faults.join(', ') }),
      };
    }
  } finally {
    await browser.close();
  }
  return table;
}

async function look(port: number, url: string) {
  const found = await lighthouse(url, { port, output: 'json', logLevel: 'error' }, { extends: 'lighthouse:default', settings: { throttlingMethod: 'devtools', formFactor: 'mobile', onlyCategories: categories } });
  if (found === undefined) throw new Error(`Lighthouse saw nothing of ${url}`);
  const { lhr } = found;
  if (lhr.runtimeError !== undefined) throw new Error(`${url}: ${lhr.runtimeError.message}`);
  const figure = (audit: string) => lhr.audits[audit]?.numericValue ?? Number.NaN;
  // Of the categories that have to be whole.
  const faults = (['accessibility', 'best-practices'] as const).flatMap((name) => lhr.categories[name]?.auditRefs.flatMap(({ id, weight }) => (weight > 0 && (lhr.audits[id]?.score ?? 1) < 1 ? [id] : [])) ?? []);
  const scores = Object.fromEntries(categories.map((name) => [name, lhr.categories[name]?.score ?? 0])) as Record<Category, number>;
  return { scores, faults, lcp: figure('largest-contentful-paint'), tbt: figure('total-blocking-time') };
}
