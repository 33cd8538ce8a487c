import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { Plugin } from '../plugin/plugin.ts';

export type Language = 'vi' | 'en';
/** Place in the declaration → text, for example `permissions/report:read/title` → `Xem phản ánh`. */
export type Catalogue = Readonly<Record<string, string>>;

/**
 * The parts of a declaration whose texts people meet. Routes are left out: their texts are for developers, and a
 * module's pages call them by identity.
 */
const parts = [
  'title', 'summary', 'permissions', 'secrets', 'events', 'jobs', 'messages', 'metrics', 'layers', 'functions', 'widgets', 'screens', 'wallTiles', 'personalData',
] as const;

const catalogueFile = z.record(z.string(), z.string());

/** Every text of a plugin in one language; where it has none in that language, an empty one. */
export function textsOf(plugin: Plugin, language: Language): Catalogue {
  const texts: Record<string, string> = {};
  for (const part of parts) {
    walk(plugin[part], part, (text, place) => {
      texts[place] = text[language] ?? '';
      return text;
    });
  }
  return texts;
}

/** The plugin with other texts; places that it does not have (any more) change nothing. An empty text is none. */
export function withTexts(plugin: Plugin, language: Language, catalogue: Catalogue): Plugin {
  const changed = Object.fromEntries(
    parts.flatMap((part) => {
      if (plugin[part] === undefined) return [];
      return [[part, walk(plugin[part], part, (text, place) => (catalogue[place] ? { ...text, [language]: catalogue[place] } : text))]];
    }),
  );
  return { ...plugin, ...changed };
}

/** The catalogue `<folder>/<language>.json`; empty where there is none. */
export async function readCatalogue(folder: string, language: Language): Promise<Catalogue> {
  const file = join(folder, `${language}.json`);
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return '{}';
    throw error;
  });
  try {
    return catalogueFile.parse(JSON.parse(text));
  } catch (cause) {
    throw new Error(`Không đọc được bản dịch / a catalogue of texts cannot be read: ${file}`, { cause });
  }
}

/** The plugin in the words of `vi.json` and `en.json` in a folder. */
export async function inWordsOf(folder: string, plugin: Plugin): Promise<Plugin> {
  const [vi, en] = await Promise.all([readCatalogue(folder, 'vi'), readCatalogue(folder, 'en')]);
  const translated = Object.keys(vi).length === 0 ? plugin : withTexts(plugin, 'vi', vi);
  return Object.keys(en).length === 0 ? translated : withTexts(translated, 'en', en);
}

type Found = { readonly vi: string } & { readonly [L in Language]?: string };

/** A copy along the way to each text; whatever is no plain data (schemas, handlers) stays the very same. */
function walk(value: unknown, place: string, visit: (text: Found, place: string) => Found): unknown {
  if (Array.isArray(value)) return value.map((one: unknown, i) => walk(one, `${place}/${nameOf(one) ?? i}`, visit));
  if (typeof value !== 'object' || value === null || Object.getPrototypeOf(value) !== Object.prototype) return value;
  if (isText(value)) return visit(value, place);
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, walk(one, `${place}/${name}`, visit)]));
}

function isText(value: object): value is Found {
  return 'vi' in value && typeof value.vi === 'string' && Object.keys(value).every((name) => name === 'vi' || name === 'en');
}

/** Lists are told apart by what does not change when one is added. */
function nameOf(value: unknown): string | undefined {
  const { tag, href } = (value ?? {}) as { tag?: unknown; href?: unknown };
  return [tag, href].find((name) => typeof name === 'string') as string | undefined;
}
