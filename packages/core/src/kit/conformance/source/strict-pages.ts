import { glob, readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Check, fault, type Fault } from '../fault.ts';
import type { Source, Sourced } from './source.ts';

/** Of the kit; not a dependency of the core, which has no interface of its own. */
type StrictPolicyFaults = (path: string, text: string) => readonly { readonly line: number; readonly found: string; readonly why: Record<'vi' | 'en', string>; readonly instead: Record<'vi' | 'en', string> }[];

const rule = '@tinhthong/ui-webcomponents/strict-policy';

export const strictPages: Check<Sourced> = {
  id: 'strict-pages',
  title: { vi: 'Giao diện chạy được trên trang nghiêm ngặt', en: 'The interface works on strict pages' },
  why: {
    vi: 'Trang của sở, của xã chặn style và mã viết trong trang; ở đó widget sẽ hiện sai hoặc không hiện.',
    en: 'Pages of agencies and communes block styles and code in markup; a widget would look wrong there, or not appear.',
  },
  run: async ({ source }) => {
    const files = await interfaceOf(source);
    return files.length === 0 ? [] : (await found(source, files)).slice(0, 50);
  },
};

async function interfaceOf({ folder }: Source): Promise<string[]> {
  const paths: string[] = [];
  for await (const path of glob('ui/**/*.{ts,js}', { cwd: folder, exclude: (name) => name === 'node_modules' || name === 'dist' })) {
    if (!/\.(test|gen|d)\.ts$/.test(path)) paths.push(path);
  }
  return paths.sort();
}

async function found({ folder }: Source, paths: readonly string[]): Promise<Fault[]> {
  const address = [join(folder, 'package.json'), import.meta.url].map(resolveFrom).find((one) => one !== undefined);
  if (address === undefined) {
    return [fault('ui', [`Không có ${rule} để xem giao diện.`, `There is no ${rule} to read the interface with.`], ['Cài @tinhthong/ui-webcomponents.', 'Install @tinhthong/ui-webcomponents.'])];
  }
  const { strictPolicyFaults } = (await import(pathToFileURL(address).href)) as { strictPolicyFaults: StrictPolicyFaults };
  const texts = await Promise.all(paths.map(async (path) => [path, await readFile(join(folder, path), 'utf8')] as const));
  return texts.flatMap(([path, text]) =>
    strictPolicyFaults(path, text).map(({ line, found: what, why, instead }) =>
      fault(`${path}:${line}`, [`"${what}": ${why.vi}.`, `"${what}": ${why.en}.`], [`${instead.vi}.`, `${instead.en}.`]),
    ),
  );
}

function resolveFrom(place: string): string | undefined {
  try {
    return createRequire(place).resolve(rule);
  } catch {
    return undefined;
  }
}
