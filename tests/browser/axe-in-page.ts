import { createRequire } from 'node:module';
import type { BrowserContext, Page } from 'playwright-core';

type Looked = { readonly violations: readonly { readonly id: string; readonly nodes: readonly { readonly target: readonly unknown[] }[] }[] };
type Axe = { run(options: object): Promise<Looked> };

const script = createRequire(createRequire(import.meta.url).resolve('@axe-core/playwright')).resolve('axe-core/axe.min.js');

/** WCAG 2.2 AA, and what axe holds good besides. */
export const everyRule = { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] } as const;

/** For pages that are looked at many times: `AxeBuilder` sends axe's half a megabyte again for every look. */
export async function bringAxe(context: BrowserContext): Promise<void> {
  await context.addInitScript({ path: script });
}

/** What axe finds: the rule, and where. Put together in the page: all that axe answers is a hundred times as much to carry over. */
export async function axeFaults(page: Page, runOnly: { readonly type: 'tag' | 'rule'; readonly values: readonly string[] }): Promise<readonly (readonly string[])[]> {
  return await page.evaluate(async (only) => {
    const { violations } = await (globalThis as unknown as { axe: Axe }).axe.run({ runOnly: only, resultTypes: ['violations'], preload: false });
    return violations.map(({ id, nodes }) => [id, ...nodes.map(({ target }) => target.join(' '))]);
  }, runOnly);
}
