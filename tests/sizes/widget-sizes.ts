import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join, normalize } from 'node:path';
import { gzipSync } from 'node:zlib';

/** What of a widget goes over the line, in bytes as they are served: compressed. */
export interface WidgetSize {
  readonly widget: string;
  /** The script that a page names. */
  readonly entry: number;
  /** With all that it fetches by itself, but for a map. */
  readonly whole: number;
  readonly requests: number;
  /** What a press on “Chọn trên bản đồ” fetches. */
  readonly map: number;
}

export interface Budget {
  readonly entry: number;
  readonly whole: number;
  readonly requests: number;
}

export const budget: Budget = { entry: 25_000, whole: 60_000, requests: 4 };

/** Of a map: `place-map-Ih1RqSYu.js`, `leaflet-6dKyTwb0.js`. */
const ofMap = /^(?:\w+-map|leaflet)-/;
const asked = /\bimport\s*\(\s*["'`](\.[^"'`]+)["'`]|(?:\bfrom|\bimport)\s*["'](\.[^"']+)["']/g;

/** The widgets of a plugin as its Vite has built them. @throws where they have not been built */
export function widgetSizes(plugin: string): WidgetSize[] {
  const folder = join(plugin, 'ui/widgets');
  const names = existsSync(folder) ? readdirSync(folder).map((name) => basename(name, '.ts')) : [];
  return names.toSorted().map((widget) => sizeOf(join(plugin, 'ui/dist'), `${widget}.js`));
}

function sizeOf(dist: string, entry: string): WidgetSize {
  const sizes = new Map<string, number>();
  const fetch = (file: string): void => {
    if (sizes.has(file)) return;
    const path = join(dist, file);
    if (!existsSync(path)) throw new Error(`${path} chưa có, hãy chạy / is not there, run: npm run build`);
    const code = readFileSync(path);
    sizes.set(file, gzipSync(code, { level: 9 }).length);
    for (const [, lazy, fixed] of code.toString().matchAll(asked)) fetch(normalize(join(dirname(file), lazy ?? fixed!)));
  };
  fetch(entry);
  const parts = [...sizes].filter(([file]) => !ofMap.test(basename(file)));
  const all = sum([...sizes.values()]);
  const whole = sum(parts.map(([, bytes]) => bytes));
  return { widget: basename(entry, '.js'), entry: sizes.get(entry)!, whole, requests: parts.length, map: all - whole };
}

const sum = (bytes: readonly number[]): number => bytes.reduce((total, one) => total + one, 0);

/** What is more than the budget allows, in words. */
export function overBudget({ widget, ...size }: WidgetSize, most: Budget = budget): string[] {
  return (Object.keys(most) as (keyof Budget)[]).flatMap((name) => (size[name] > most[name] ? [`${widget}: ${name} ${size[name]} > ${most[name]}`] : []));
}
