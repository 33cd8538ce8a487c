import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, expect, test } from 'vitest';
import type { Tenant } from '../../plugin/context.ts';
import { readPortalTexts } from './portal-texts.ts';

const folder = mkdtempSync(join(tmpdir(), 'tinhthong-texts-'));
afterAll(() => rmSync(folder, { recursive: true }));
const write = (path: string, text: string) => {
  mkdirSync(join(folder, path, '..'), { recursive: true });
  writeFileSync(join(folder, path), text);
};
const tenant = (id: string) => ({ id, name: { vi: 'Thành phố Huế', en: 'Huế City' }, hotline: '0234 1022', hosts: ['hue.example'] }) as unknown as Tenant;

write('about.vi.md', '# {province}: gọi {hotline}, {khac}');
write('about.en.md', '# {province}: call {hotline}');
write('hue/about.vi.md', '# Riêng của Huế, {host}');
write('ghi-chu.txt', 'không phải của cổng');
const texts = readPortalTexts(pathToFileURL(`${folder}/`));

test('a province’s own text stands before the common one, in its language first', () => {
  expect(texts.of(tenant('hue'), 'about', 'vi')).toBe('# Riêng của Huế, hue.example');
  expect(texts.of(tenant('dak-lak'), 'about', 'vi')).toBe('# Thành phố Huế: gọi 0234 1022, {khac}');
  // Its own has no English: better the common words in the reader's language.
  expect(texts.of(tenant('hue'), 'about', 'en')).toBe('# Huế City: call 0234 1022');
});

test('what nobody wrote is not there, and a deployment without texts has none', () => {
  expect(texts.of(tenant('hue'), 'accessibility', 'vi')).toBeUndefined();
  expect(readPortalTexts(undefined).of(tenant('hue'), 'about', 'vi')).toBeUndefined();
});
