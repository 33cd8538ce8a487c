import { createHash } from 'node:crypto';
import { createRequire } from 'node:module';
import sharp from 'sharp';
import type { Tenant } from '../../plugin/context.ts';
import { coloursOf, initialsOf } from '../pages/brand.ts';

/** The province's sign as a picture, for the screen that an app is installed on. */
export interface AppIcon {
  readonly file: string;
  readonly path: string;
  readonly size: number;
  /** `maskable` fills the whole square, with what matters in its midst: systems cut it to their own shape. */
  readonly purpose: 'any' | 'maskable';
  png(): Promise<Uint8Array<ArrayBuffer>>;
}

const wanted = [
  ['icon', 192, 'any'],
  ['icon', 512, 'any'],
  ['icon-maskable', 192, 'maskable'],
  ['icon-maskable', 512, 'maskable'],
  // What iOS takes for its home screen.
  ['icon-touch', 180, 'maskable'],
] as const;

const drawn = new WeakMap<Tenant, readonly AppIcon[]>();

/** Drawn when they are asked for, under addresses that change with what they show. */
export function appIcons(tenant: Tenant): readonly AppIcon[] {
  let icons = drawn.get(tenant);
  if (icons === undefined) {
    const recipe = { letters: initialsOf(tenant.name.vi), ...coloursOf(tenant.branding) };
    const hash = createHash('sha256').update(JSON.stringify(recipe)).digest('hex').slice(0, 10);
    icons = wanted.map(([name, size, purpose]) => {
      const file = `${name}-${size}.${hash}.png`;
      let made: Promise<Uint8Array<ArrayBuffer>> | undefined;
      return { file, path: `/assets/${file}`, size, purpose, png: () => (made ??= draw(recipe, size, purpose)) };
    });
    drawn.set(tenant, icons);
  }
  return icons;
}

type Recipe = { readonly letters: string } & ReturnType<typeof coloursOf>;

async function draw({ letters, primary, onPrimary, accent }: Recipe, size: number, purpose: AppIcon['purpose']): Promise<Uint8Array<ArrayBuffer>> {
  const whole = purpose === 'maskable';
  const at = (share: number) => Math.round(size * share);
  // Within the circle that every system leaves of a maskable icon.
  const [capital, most] = whole ? [at(0.28), at(0.5)] : [at(0.36), at(0.66)];
  const ground = `<svg xmlns="http://www.w3.org/2000/svg" width="${size}" height="${size}">
    <rect width="${size}" height="${size}" rx="${whole ? 0 : at(0.22)}" fill="${primary}"/>
    <rect x="${at(0.5) - most / 2}" y="${at(whole ? 0.66 : 0.72)}" width="${most}" height="${at(0.055)}" rx="${at(0.0275)}" fill="${accent}"/></svg>`;
  const written = await Promise.all([...letters].map((letter) => letterOf(letter, onPrimary, capital)));
  const gap = at(0.03);
  const width = written.reduce((sum, one) => sum + one.width, gap * (written.length - 1));
  let left = Math.round((size - width) / 2);
  const placed = written.map(({ data, width: own, height }) => {
    const here = { input: data, left, top: at(whole ? 0.6 : 0.65) - height };
    left += own + gap;
    return here;
  });
  return new Uint8Array(await sharp(Buffer.from(ground)).composite(placed).png({ palette: true }).toBuffer());
}

const require = createRequire(import.meta.url);
const fontFile = (subset: 'latin' | 'vietnamese') => require.resolve(`@fontsource/be-vietnam-pro/files/be-vietnam-pro-${subset}-700-normal.woff`);

/** From the font's own file: a server has no fonts, and a sign without its letters would be a blank square. */
async function letterOf(letter: string, colour: string, capital: number) {
  const fontfile = fontFile(letter.charCodeAt(0) < 0x100 ? 'latin' : 'vietnamese');
  const text = { text: `<span foreground="${colour}">${letter}</span>`, font: 'Be Vietnam Pro Bold', fontfile, dpi: 1_200, rgba: true };
  const large = await sharp({ text }).png().toBuffer({ resolveWithObject: true });
  const width = Math.max(1, Math.round((large.info.width * capital) / large.info.height));
  const { data, info } = await sharp(large.data).resize({ width, height: capital }).png().toBuffer({ resolveWithObject: true });
  return { data, width: info.width, height: info.height };
}
