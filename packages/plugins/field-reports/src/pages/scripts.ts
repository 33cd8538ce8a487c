import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { zipped } from '@tinhthong/core';
import type { PageRequest } from './environment.ts';

/** A script that makes a page better and that no page needs, under an address that changes with its content. */
interface Script {
  readonly path: string;
  readonly text: string;
}

const read = (name: string): Script => {
  const text = readFileSync(new URL(`../../ui/pages/${name}.js`, import.meta.url), 'utf8');
  return { path: `/phan-anh/scripts/${name}.${createHash('sha256').update(text).digest('hex').slice(0, 10)}.js`, text };
};

export const draftScript = read('keep-draft');
export const takeOverScript = read('take-over');
export const mapScript = read('open-map');
export const drawScript = read('draw-region');
export const videoScript = read('send-video');
const scripts = [draftScript, takeOverScript, mapScript, drawScript, videoScript];

/** `/phan-anh/scripts/<name>.<hash>.js`: the same in every province, and holds nothing of it. */
export function scriptFile(c: PageRequest): Response | Promise<Response> {
  const script = scripts.find(({ path }) => path.endsWith(`/${c.req.param('file')}`));
  if (script === undefined) return c.notFound();
  return zipped(c, script.text, 200, { 'content-type': 'text/javascript; charset=utf-8', 'cache-control': 'public, max-age=31536000, immutable' });
}
