import { existsSync, globSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '../..');
const left = new Set(['node_modules', 'dist', '.data', '.git', '.turbo']);
const pages = globSync('**/*.md', { cwd: root, exclude: (path) => left.has(basename(path)) });

/** Links to files beside the page, of Markdown and of HTML; code is left out. */
function linksOf(text: string): string[] {
  const prose = text.replaceAll(/```.*?```/gs, '').replaceAll(/`[^`\n]*`/g, '');
  return [...prose.matchAll(/\]\(([^)\s]+)\)|(?:src|href)="([^"]+)"/g)].map(([, markdown, html]) => (markdown ?? html)!).filter((link) => !/^[a-z]+:/.test(link));
}

/** As GitHub makes them of headings, and those that a page names itself: its translations have the same. */
function anchorsOf(text: string): Set<string> {
  const headings = [...text.matchAll(/^#+ (.+)$/gm)].map(([, heading]) => heading!);
  const named = [...text.matchAll(/<a id="([\w-]+)">/g)].map(([, name]) => name!);
  return new Set([...headings.map((heading) => heading.toLowerCase().replaceAll(/[^\p{L}\p{M}\p{N}\s_-]/gu, '').replaceAll(/\s/g, '-')), ...named]);
}

test.each(pages)('every link of %s leads somewhere', (page) => {
  const dead = linksOf(readFileSync(join(root, page), 'utf8')).filter((link) => {
    // The portal's own texts lead to its pages, which are no files.
    if (page.startsWith('templates/portal/texts/') && link.startsWith('/')) return false;
    const [path = '', anchor] = decodeURI(link).split('#');
    const target = path === '' ? join(root, page) : join(root, dirname(page), path);
    return !existsSync(target) || (anchor !== undefined && target.endsWith('.md') && !anchorsOf(readFileSync(target, 'utf8')).has(anchor));
  });
  expect(dead).toEqual([]);
});

test('a link to nowhere and a heading that is none are found', () => {
  expect(linksOf('[a](khong-co.md) `[b](c.md)` [d](https://vi.wikipedia.org)')).toEqual(['khong-co.md']);
  expect(anchorsOf('## Đội tỉnh · The fleet')).toEqual(new Set(['đội-tỉnh--the-fleet']));
});
