import { assert, property, string, tuple, integer } from 'fast-check';
import { expect, test } from 'vitest';
import type { Tenant } from '../../plugin/context.ts';
import { contrast } from '../../tenancy/colour.ts';
import type { Asset } from './assets.ts';
import { brandOf } from './brand.ts';

const tenant = (name: string, branding: Record<string, string> = {}) => ({ id: 'x', name: { vi: name }, branding }) as unknown as Tenant;
const colourOf = (sheet: string, name: string) => [...sheet.matchAll(new RegExp(`--tt-${name}:(#[0-9a-f]{6})`, 'g'))].map(([, colour]) => colour!);

const textOf = ({ plain }: Asset) => new TextDecoder().decode(plain);

test('links and buttons can be read on every ground of both schemes, whatever colour a province has', () => {
  const channel = integer({ min: 0, max: 255 });
  assert(
    property(tuple(channel, channel, channel), (channels) => {
      const primary = `#${channels.map((value) => value.toString(16).padStart(2, '0')).join('')}`;
      const onPrimary = contrast(primary, '#ffffff') >= 4.5 ? '#ffffff' : '#000000';
      const text = textOf(brandOf(tenant('Huế', { primary, onPrimary, accent: '#c9a227' })).sheet);
      const [lightLink, darkLink] = colourOf(text, 'link');
      for (const ground of ['#ffffff', '#f3f4f7']) expect(contrast(lightLink!, ground)).toBeGreaterThanOrEqual(4.5);
      for (const ground of ['#14171c', '#1b1f26', '#20252d']) expect(contrast(darkLink!, ground)).toBeGreaterThanOrEqual(4.5);
      const [lightAction, darkAction] = colourOf(text, 'action');
      const [onLight, onDark] = colourOf(text, 'on-action');
      expect(contrast(lightAction!, onLight!)).toBeGreaterThanOrEqual(4.5);
      expect(contrast(darkAction!, onDark!)).toBeGreaterThanOrEqual(4.5);
      expect(contrast(lightAction!, '#ffffff')).toBeGreaterThanOrEqual(3);
    }),
  );
});

test('nothing but a colour gets from the registry into a style sheet or a drawing', () => {
  assert(
    property(string(), (text) => {
      const brand = brandOf(tenant('Huế', { primary: `#5b2c83;}${text}`, accent: text, onPrimary: `${text}#ffffff` }));
      expect(colourOf(textOf(brand.sheet), 'brand')).toEqual(['#0b4f6c']);
      expect(textOf(brand.mark)).toContain('fill="#0b4f6c"');
    }),
  );
});

test.each([
  ['Thành phố Huế', 'H'],
  ['Tỉnh Đắk Lắk', 'ĐL'],
  ['Thành phố Hồ Chí Minh', 'HC'],
  ['<script>', 'S'],
])('the sign of %s bears its initials', (name, letters) => {
  expect(textOf(brandOf(tenant(name)).mark)).toContain(`>${letters}</text>`);
});
