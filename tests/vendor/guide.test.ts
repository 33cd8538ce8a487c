import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';

const read = (path: string) => readFile(new URL(`../../${path}`, import.meta.url), 'utf8');

test('what the guide for vendors quotes stands in the scaffold word for word', async () => {
  const guide = await read('docs/vendors.md');
  const snippets = [...guide.matchAll(/```ts\n([\s\S]*?)```/g)];
  expect(snippets.length).toBeGreaterThan(12);
  for (const { 1: snippet, index } of snippets) {
    // Where a paragraph has come between, the file is the last one named.
    const file = [...guide.slice(0, index).matchAll(/`((?:src|ui|test)\/[\w./-]+\.ts)`/g)].at(-1)![1]!;
    expect([file, await read(`templates/plugin/${file}`)]).toEqual([file, expect.stringContaining(snippet!)]);
  }
});

test('every file that the guide names is in the scaffold, and every npm script', async () => {
  const guide = await read('docs/vendors.md');
  const { scripts } = JSON.parse(await read('templates/plugin/package.json')) as { scripts: Record<string, string> };
  for (const [, file] of guide.matchAll(/`((?:src|ui|test)\/[\w./-]+\.(?:ts|md))`/g)) await read(`templates/plugin/${file}`);
  const named = [...guide.matchAll(/npm run (\w+)/g)].map(([, name]) => name!);
  expect(named.filter((name) => scripts[name] === undefined)).toEqual([]);
});
