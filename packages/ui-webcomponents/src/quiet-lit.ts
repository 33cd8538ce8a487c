import type { Plugin } from 'vite';

type Change = readonly [from: RegExp, to: string];

const version: Change = [/\(\w+\.(?:reactiveElement|litHtml|litElement)Versions\s*\?\?=\s*\[\]\)\.push\((?:"|')[\d.]+(?:"|')\)/, '0'];
/** For decorators, of which we have none. */
const metadata: Change = [/Symbol\.metadata\s*\?\?=\s*Symbol\("metadata"\),\w+\.litPropertyMetadata\s*\?\?=\s*new WeakMap/, '0'];
const useOfMetadata: Change = [/this\[Symbol\.metadata\]/, 'null'];

const changes: Readonly<Record<string, readonly Change[]>> = {
  'reactive-element/reactive-element.js': [version, metadata, useOfMetadata],
  'lit-html/lit-html.js': [version],
  'lit-element/lit-element.js': [version],
};

/**
 * Lit writes its versions and a map on `window`, for its warnings and for decorators. A widget leaves nothing there: the page
 * belongs to somebody else. A Lit that does it in another way fails the build.
 */
export function quietLit(): Plugin {
  return {
    name: 'tinhthong-quiet-lit',
    transform(code, id) {
      const wanted = changes[id.split('?')[0]!.split('/').slice(-2).join('/')];
      if (wanted === undefined) return null;
      if (!wanted.every(([from]) => from.test(code))) throw new Error('quietLit: lit không còn như cũ / lit has changed');
      return { code: wanted.reduce((text, [from, to]) => text.replace(from, to), code), map: null };
    },
  };
}
