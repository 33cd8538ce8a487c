import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect, test } from 'vitest';
import { quietLit } from './quiet-lit.ts';

const lit = createRequire(createRequire(import.meta.url).resolve('lit'));
const transform = quietLit().transform as (code: string, id: string) => { readonly code: string } | null;

// Node resolves to files of its own; browsers get the one beside the package's description.
test.each(['@lit/reactive-element', 'lit-html', 'lit-element'])('the %s that is installed leaves nothing on window', (name) => {
  const id = `${lit.resolve(name).split(`/${name}/`)[0]}/${name}/${name.split('/').at(-1)}.js`;
  expect(readFileSync(id, 'utf8')).toContain('Versions');
  expect(transform(readFileSync(id, 'utf8'), id)!.code).not.toMatch(/Versions|Symbol\.metadata|\?\?=new WeakMap/);
});

test('a Lit that has changed is noticed when it is built', () => {
  expect(() => transform('export const version = 2;', '/app/node_modules/lit-html/lit-html.js')).toThrow('lit has changed');
});

test('other modules are left alone', () => {
  expect(transform('(t.litHtmlVersions??=[]).push("3.3.3")', '/app/other.js')).toBeNull();
});
