import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { extname, join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

/** What a plugin's own Vite wrote. */
export interface BuiltInterface {
  /** Changes with any of the files, which import each other by relative paths. */
  readonly release: string;
  readonly files: ReadonlyMap<string, Uint8Array<ArrayBuffer>>;
}

const mediaTypes: Readonly<Record<string, string>> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml; charset=utf-8',
  '.woff2': 'font/woff2',
  '.webp': 'image/webp',
};

export const mediaTypeOf = (file: string) => mediaTypes[extname(file)];

/** Read once: what is served is what was there at the start. Undefined where nothing has been built. */
export function readBuilt(url: URL): BuiltInterface | undefined {
  const folder = fileURLToPath(url);
  if (!existsSync(folder)) return undefined;
  const hash = createHash('sha256');
  const files = new Map<string, Uint8Array<ArrayBuffer>>();
  for (const name of (readdirSync(folder, { recursive: true }) as string[]).toSorted()) {
    if (mediaTypeOf(name) === undefined) continue;
    const bytes = readFileSync(join(folder, name));
    hash.update(name).update(bytes);
    files.set(name.replaceAll(sep, '/'), bytes);
  }
  return { release: hash.digest('hex').slice(0, 10), files };
}
