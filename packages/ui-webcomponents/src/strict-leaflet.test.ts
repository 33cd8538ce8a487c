import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect, test } from 'vitest';
import { strictLeaflet } from './strict-leaflet.ts';

const id = createRequire(import.meta.url).resolve('leaflet/dist/leaflet-src.esm.js');
const transform = strictLeaflet().transform as (code: string, id: string) => { readonly code: string } | null;

test('the Leaflet that is installed runs where markup as text and data: addresses are refused', () => {
  const { code } = transform(readFileSync(id, 'utf8'), id)!;
  expect(code).not.toContain("div.innerHTML = '<svg/>'");
  expect(code).not.toMatch(/['"]data:/);
});

test('a Leaflet that has changed is noticed when it is built, not on a strict page', () => {
  expect(() => transform('export const version = 2;', id)).toThrow('leaflet has changed');
});

test('other modules are left alone', () => {
  expect(transform("div.innerHTML = '<svg/>';", '/app/other.js')).toBeNull();
});
