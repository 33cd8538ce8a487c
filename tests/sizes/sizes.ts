// What the widgets weigh on a citizen's line, as a table; fails where one is over its budget.
//   npm run sizes
import { globSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { budget, overBudget, widgetSizes } from './widget-sizes.ts';

const plugins = globSync('packages/plugins/*', { cwd: fileURLToPath(new URL('../../', import.meta.url)) });
const sizes = plugins.toSorted().flatMap((plugin) => widgetSizes(fileURLToPath(new URL(`../../${plugin}`, import.meta.url))));
const kB = (bytes: number): string => `${(bytes / 1_000).toFixed(1)} kB`;
const rows = [
  ['widget, gzip', 'entry', 'all but the map', 'requests', 'map, when pressed'],
  ...sizes.map(({ widget, entry, whole, requests, map }) => [widget, kB(entry), kB(whole), String(requests), map === 0 ? '–' : kB(map)]),
  ['at most', kB(budget.entry), kB(budget.whole), String(budget.requests), ''],
];
const widths = rows[0]!.map((_, column) => Math.max(...rows.map((row) => row[column]!.length)));
for (const row of rows) console.log(row.map((cell, column) => (column === 0 ? cell.padEnd(widths[column]!) : cell.padStart(widths[column]!))).join('   '));
const faults = sizes.flatMap((size) => overBudget(size));
for (const fault of faults) console.error(`✗ ${fault}`);
process.exitCode = faults.length > 0 ? 1 : 0;
