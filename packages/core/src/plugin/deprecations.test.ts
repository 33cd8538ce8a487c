import { readFile } from 'node:fs/promises';
import { major } from 'semver';
import { expect, test } from 'vitest';
import { barePlugin } from '../kit/bare-plugin.ts';
import { type Deprecation, deprecatedIn, deprecations } from './deprecations.ts';

const wallTiles: Deprecation = {
  what: 'wallTiles',
  since: '1.3.0',
  gone: '2.0.0',
  instead: { vi: 'Dùng screens với place: wall.', en: 'Use screens with place: wall.' },
  usedBy: (plugin) => plugin.wallTiles !== undefined,
};

test('a plugin hears of what it uses, and of nothing else', () => {
  expect(deprecatedIn(barePlugin({ id: 'parks', wallTiles: [] }), [wallTiles])).toEqual([wallTiles]);
  expect(deprecatedIn(barePlugin({ id: 'parks' }), [wallTiles])).toEqual([]);
});

test('what is deprecated stays until the next major version, and docs/contract.md names it', async () => {
  const page = await readFile(new URL('../../../../docs/contract.md', import.meta.url), 'utf8');
  for (const { what, since, gone, instead } of deprecations) {
    expect(major(gone)).toBeGreaterThan(major(since));
    expect(page).toContain(`\`${what}\``);
    expect(page).toContain(instead.en);
  }
  expect(page).toContain(deprecations.length === 0 ? 'Nothing is deprecated.' : '| what | since | gone | instead |');
});
