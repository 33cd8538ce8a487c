import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';

/** A file that pages link to, under an address that changes with its content. */
export interface Asset {
  /** `page` of `page.1a2b3c4d.css`. */
  readonly name: string;
  readonly extension: 'css' | 'svg';
  readonly path: string;
  readonly text: string;
  readonly gzip: Buffer<ArrayBuffer>;
}

export const mediaTypes = { css: 'text/css; charset=utf-8', svg: 'image/svg+xml; charset=utf-8' } as const;

export function assetOf(name: string, extension: Asset['extension'], text: string): Asset {
  const hash = createHash('sha256').update(text).digest('hex').slice(0, 10);
  return { name, extension, path: `/assets/${name}.${hash}.${extension}`, text, gzip: gzipSync(text, { level: 9 }) };
}

const read = (file: string) => readFileSync(new URL(file, import.meta.url), 'utf8');
const compact = (css: string) => css.replace(/\/\*.*?\*\//gs, '').replace(/\s*([{},;\n])\s*/g, (_, mark: string) => mark.trim()).replaceAll(': ', ':');

export const pageSheet = assetOf('page', 'css', compact(read('tokens.css') + read('page.css')));
export const icons = assetOf('icons', 'svg', read('icons.svg'));
