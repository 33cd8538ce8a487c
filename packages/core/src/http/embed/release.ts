import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import type { FileStore } from '../../files/file-store.ts';
import { coreVersion } from '../../modules/plugin-list.ts';
import type { InterfacePart, Plugin } from '../../plugin/plugin.ts';
import { readBuilt } from '../built-interface.ts';

/** A widget as other websites embed it. */
export interface EmbeddedWidget extends InterfacePart {
  readonly plugin: string;
  /** Below `/embed/<release>/`. */
  readonly file: string;
  /** `sha384-…`, for the `integrity` of the script. */
  readonly integrity: string;
}

export interface EmbedFile {
  readonly plain: Uint8Array<ArrayBuffer>;
  readonly gzip: Uint8Array<ArrayBuffer>;
}

/** The widgets of all plugins as they are now: one release for the deployment, under addresses that never change. */
export interface EmbedRelease {
  readonly id: string;
  readonly widgets: readonly EmbeddedWidget[];
  file(name: string): EmbedFile | undefined;
  /** A file of this release or of one that was served before. */
  find(release: string, name: string): Promise<EmbedFile | undefined>;
}

const named = /^[a-z0-9][a-z0-9-]*(\/[A-Za-z0-9_-]+)?\/[A-Za-z0-9_.-]+\.js$/;
const loaderText = readFileSync(new URL('./loader.js', import.meta.url), 'utf8');

export function embedRelease(plugins: readonly Plugin[], files: Pick<FileStore, 'shared'>): EmbedRelease {
  const hash = createHash('sha256');
  const current = new Map<string, EmbedFile>();
  const widgets: EmbeddedWidget[] = [];
  for (const { id, built, widgets: parts = [] } of plugins) {
    if (built === undefined || parts.length === 0) continue;
    for (const [name, plain] of readBuilt(built)?.files ?? []) {
      if (!name.endsWith('.js')) continue;
      current.set(`${id}/${name}`, { plain, gzip: gzipSync(plain, { level: 9 }) });
      hash.update(`${id}/${name}`).update(plain);
    }
    for (const part of parts) {
      const plain = current.get(`${id}/${part.module}`)?.plain;
      if (plain !== undefined) widgets.push({ ...part, plugin: id, file: `${id}/${part.module}`, integrity: `sha384-${createHash('sha384').update(plain).digest('base64')}` });
    }
  }
  const id = `${coreVersion}-${hash.digest('hex').slice(0, 8)}`;

  let kept: Promise<unknown> | undefined;
  /** Once somebody has asked for it, a page may hold its address for years. */
  const keep = () => (kept ??= Promise.all([...current].map(([name, { plain }]) => files.shared.write(`embed/${id}/${name}`, plain))).catch(() => (kept = undefined)));

  return {
    id,
    widgets,
    file: (name) => current.get(name),
    async find(release, name) {
      if (!/^[\w.-]{1,60}$/.test(release) || !named.test(name)) return undefined;
      if (release === id) {
        await keep();
        return current.get(name);
      }
      const plain = await files.shared.read(`embed/${release}/${name}`);
      return plain && { plain: new Uint8Array(plain), gzip: gzipSync(plain) };
    },
  };
}

/** The script that fetches the widgets a page has, of the modules that are on. */
export function loaderOf({ id, widgets }: EmbedRelease, modules: ReadonlySet<string>): string {
  const known = widgets.filter(({ plugin }) => modules.has(plugin)).map(({ tag, file }) => [tag, `/embed/${id}/${file}`]);
  return `const widgets = ${JSON.stringify(Object.fromEntries(known))};\n${loaderText}`;
}
