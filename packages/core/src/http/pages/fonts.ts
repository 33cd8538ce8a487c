import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Asset, assetOf } from './assets.ts';

const require = createRequire(import.meta.url);
const family = '@fontsource/be-vietnam-pro';
// Nothing in our pages is set in between: semi-bold is bold.
const weights = { 400: '400', 700: '600 700' };
const subsets = ['vietnamese', 'latin'] as const;

/**
 * Be Vietnam Pro (SIL Open Font License) from our own origin: a page fetches only the parts whose letters it holds. On a
 * phone it is not asked for: its own letters know Vietnamese, and 70 kB are seconds of a slow line.
 */
export function fontFaces(make: typeof assetOf): { readonly files: readonly Asset[]; readonly sheet: string } {
  const ranges = require(`${family}/unicode.json`) as Record<(typeof subsets)[number], string>;
  const files: Asset[] = [];
  let sheet = '';
  for (const [weight, covers] of Object.entries(weights)) {
    for (const subset of subsets) {
      const bytes = readFileSync(require.resolve(`${family}/files/be-vietnam-pro-${subset}-${weight}-normal.woff2`));
      const file = make(`be-vietnam-pro-${subset}-${weight}`, 'woff2', new Uint8Array(bytes));
      files.push(file);
      sheet += `@font-face{font-family:"Be Vietnam Pro";font-weight:${covers};font-display:swap;src:url(${file.path}) format("woff2");unicode-range:${ranges[subset]}}\n`;
    }
  }
  return { files, sheet: `@media (min-width:48rem){\n${sheet}}\n` };
}
