import type { Tenant } from '../../plugin/context.ts';
import { contrast, readableOn } from '../../tenancy/colour.ts';
import { type Asset, assetOf } from './assets.ts';

export interface Brand {
  /** The province's colours as custom properties: pages carry no inline style. */
  readonly sheet: Asset;
  /** A sign with its initials, for the header and the browser's tab. */
  readonly mark: Asset;
}

// The darkest ground of the light scheme and the lightest of the dark one, as in tokens.css: what reads here reads everywhere.
const lightGround = '#f3f4f7';
const darkGround = '#262b33';
const darkText = '#14171c';
const fallback = { primary: '#0b4f6c', onPrimary: '#ffffff', accent: '#d99a1c' };

const brands = new WeakMap<Tenant, Brand>();

export function brandOf(tenant: Tenant): Brand {
  let brand = brands.get(tenant);
  if (brand === undefined) brands.set(tenant, (brand = { sheet: assetOf('brand', 'css', sheet(tenant)), mark: assetOf('mark', 'svg', mark(tenant)) }));
  return brand;
}

/** A province's own colours on light and on dark ground, each mixed until it can be read there. */
export function brandColours({ branding }: Pick<Tenant, 'branding'>) {
  const { primary, onPrimary, accent } = coloursOf(branding);
  const link = readableOn(lightGround, primary);
  const [action, onAction] = contrast(primary, lightGround) >= 3 ? [primary, onPrimary] : [link, '#ffffff'];
  return { brand: primary, onBrand: onPrimary, accent, link, action, onAction, darkLink: readableOn(darkGround, primary, 5.5) };
}

function sheet(tenant: Tenant): string {
  const { brand, onBrand, accent, link, action, onAction, darkLink } = brandColours(tenant);
  return `:root{--tt-brand:${brand};--tt-on-brand:${onBrand};--tt-accent:${accent};--tt-link:${link};--tt-action:${action};--tt-on-action:${onAction}}
@media (prefers-color-scheme:dark){:root{--tt-link:${darkLink};--tt-action:${darkLink};--tt-on-action:${darkText}}}`;
}

function mark({ branding, name }: Tenant): string {
  const { primary, onPrimary, accent } = coloursOf(branding);
  const letters = initialsOf(name.vi);
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 48 48"><rect width="48" height="48" rx="11" fill="${onPrimary}"/><path d="M9 38h30" stroke="${accent}" stroke-width="4" stroke-linecap="round"/><text x="24" y="30" font-family="system-ui,sans-serif" font-weight="700" font-size="${letters.length > 1 ? 21 : 26}" text-anchor="middle" fill="${primary}">${letters}</text></svg>`;
}

/** Only what is a colour gets into a sheet, whoever wrote the registry. */
export function coloursOf(branding: Tenant['branding']): typeof fallback {
  const colour = (name: keyof typeof fallback) => (/^#[0-9a-f]{6}$/i.test(branding[name] ?? '') ? branding[name]! : fallback[name]);
  return { primary: colour('primary'), onPrimary: colour('onPrimary'), accent: colour('accent') };
}

/** `Thành phố Huế` → `H`, `Tỉnh Đắk Lắk` → `ĐL`. */
export function initialsOf(name: string): string {
  const words = name.replace(/^(Thành phố|Tỉnh)\s+/, '').match(/\p{L}+/gu) ?? [];
  return words.slice(0, 2).map((word) => word[0]!.toUpperCase()).join('');
}
