import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { fontFaces } from './fonts.ts';

/** A file that pages link to, under an address that changes with its content. */
export interface Asset {
  /** `page` of `page.1a2b3c4d.css`. */
  readonly name: string;
  readonly extension: keyof typeof mediaTypes;
  readonly path: string;
  readonly plain: Uint8Array<ArrayBuffer>;
  /** What a font gains nothing from. */
  readonly gzip?: Uint8Array<ArrayBuffer>;
}

export const mediaTypes = { css: 'text/css; charset=utf-8', js: 'text/javascript; charset=utf-8', svg: 'image/svg+xml; charset=utf-8', woff2: 'font/woff2' } as const;

export function assetOf(name: string, extension: Asset['extension'], content: string | Uint8Array<ArrayBuffer>): Asset {
  const hash = createHash('sha256').update(content).digest('hex').slice(0, 10);
  const plain = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  return { name, extension, path: `/assets/${name}.${hash}.${extension}`, plain, ...(typeof content === 'string' && { gzip: gzipSync(content, { level: 9 }) }) };
}

const read = (file: string) => readFileSync(new URL(file, import.meta.url), 'utf8');
const compact = (css: string) => css.replace(/\/\*.*?\*\//gs, '').replace(/\s*([{},;\n])\s*/g, (_, mark: string) => mark.trim()).replaceAll(': ', ':');

const faces = fontFaces(assetOf);
export const fonts = faces.files;
export const pageSheet = assetOf('page', 'css', compact(faces.sheet + read('tokens.css') + read('page.css')));
export const icons = assetOf('icons', 'svg', read('icons.svg'));
export const fromLinkScript = assetOf('from-link', 'js', read('from-link.js'));
export const portalScript = assetOf('portal', 'js', read('../portal/portal.js'));
export const offlineScript = assetOf('offline', 'js', read('../portal/offline.js'));
export const frameScript = assetOf('frame', 'js', read('../embed/frame.js'));
export const frameSheet = assetOf('frame', 'css', 'body{margin:0}');
