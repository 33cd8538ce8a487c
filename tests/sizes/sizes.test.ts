import { globSync, mkdtempSync, writeFileSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { overBudget, widgetSizes } from './widget-sizes.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));

test('no widget is heavier on a citizen’s line than its budget allows', () => {
  const sizes = globSync('packages/plugins/*', { cwd: root }).flatMap((plugin) => widgetSizes(join(root, plugin)));
  expect(sizes.map(({ widget }) => widget)).toContain('report-form');
  expect(sizes.flatMap((size) => overBudget(size))).toEqual([]);
});

test('what a widget fetches later counts, but for the map, and what it fetches twice counts once', async () => {
  const plugin = mkdtempSync(join(tmpdir(), 'tt-sizes-'));
  await mkdir(join(plugin, 'ui/widgets/lamp'), { recursive: true });
  await mkdir(join(plugin, 'ui/dist/shared'), { recursive: true });
  const write = (name: string, code: string) => writeFileSync(join(plugin, 'ui/dist', name), code);
  write('lamp.js', 'const later=()=>Promise.all([import("./shared/later-a1.js"),import(`./shared/place-map-b2.js`)]);');
  write('shared/later-a1.js', 'import{a}from"../lamp.js";import"./words-c3.js";');
  write('shared/words-c3.js', 'export const a=1;');
  write('shared/place-map-b2.js', 'import"../lamp.js";export const map=()=>import("./leaflet-d4.js");');
  write('shared/leaflet-d4.js', `export const L="${'leaflet '.repeat(40)}";`);
  const [lamp] = widgetSizes(plugin);
  expect(lamp).toMatchObject({ widget: 'lamp', requests: 3 });
  expect(lamp!.whole).toBeGreaterThan(lamp!.entry);
  expect(lamp!.map).toBeGreaterThan(60);
  expect(overBudget(lamp!, { entry: 10, whole: 60_000, requests: 2 })).toEqual([`lamp: entry ${lamp!.entry} > 10`, 'lamp: requests 3 > 2']);
});

test('a widget that has not been built is an error, not nothing', async () => {
  const plugin = mkdtempSync(join(tmpdir(), 'tt-sizes-'));
  await mkdir(join(plugin, 'ui/widgets/lamp'), { recursive: true });
  expect(() => widgetSizes(plugin)).toThrow('npm run build');
});
