import type { Random } from '../random.ts';
import { circle, ellipse, fade, path, rect, stroke } from './svg.ts';

/** Time of day and weather. */
export interface Light {
  sky: readonly [string, string];
  sun: string | null;
  walls: readonly string[];
  window: string;
  leaf: readonly [string, string];
  pavement: string;
  kerb: string;
  road: string;
  line: string;
}

/** A place: the same seed gives the same one before and after. */
export interface Scene {
  random: Random;
  light: Light;
}

const dayColours = { window: '#7fa6b8', pavement: '#d9cfbf', kerb: '#b5aa99', road: '#6f7378', line: '#f2ead6' };
const pastels = ['#f4e3c1', '#eac9a6', '#cfe3da', '#f2d6cf', '#d9d4ea', '#f7eedb', '#bfd8e3', '#f3d99b'] as const;

export const lights: Readonly<Record<'morning' | 'noon' | 'evening' | 'rain' | 'night', Light>> = {
  morning: { ...dayColours, sky: ['#a9d6ee', '#fdf1d8'], sun: '#fff3c4', walls: pastels, leaf: ['#5f9e5b', '#4c8650'] },
  noon: { ...dayColours, sky: ['#6fbbe6', '#dff2fb'], sun: '#fffbe6', walls: pastels, leaf: ['#58a35a', '#43854b'] },
  evening: {
    ...dayColours,
    sky: ['#f3a683', '#fde3b5'],
    sun: '#ffd27a',
    walls: ['#efd2ad', '#e3b894', '#c9cfc6', '#e9c2b4', '#cfc3d6', '#f0dcc0'],
    leaf: ['#6b9152', '#557a48'],
    pavement: '#d3bfa6',
    kerb: '#a8957f',
    road: '#6d6a6c',
  },
  rain: {
    ...dayColours,
    sky: ['#9aaab6', '#d5dde1'],
    sun: null,
    walls: ['#d9d2c4', '#cdbfb0', '#bfcbc8', '#d6c8c6', '#c5c5d0'],
    leaf: ['#5c8a63', '#497455'],
    window: '#738c99',
    pavement: '#bdb8af',
    kerb: '#99958d',
    road: '#5c6268',
  },
  night: {
    window: '#f7d98b',
    pavement: '#3c4358',
    kerb: '#2e3448',
    road: '#262b3b',
    line: '#59607a',
    sky: ['#0f1730', '#27345a'],
    sun: null,
    walls: ['#3a4260', '#333b57', '#404a6b', '#2f3752'],
    leaf: ['#22402f', '#1b3427'],
  },
};

export const horizon = 372;
export const kerbTop = 430;
export const roadTop = 446;

/** A street of a town: houses, pavement, road. */
export function street(scene: Scene): string {
  return sky(scene) + houses(scene) + pavement(scene) + road(scene);
}

export function sky({ light, random }: Scene): string {
  const x = random.between(90, 710);
  // Drawn or not, they take their numbers: the houses below must be the same in rain and in sunshine.
  const clouds = [0, 1, 2].map(() => cloud(random.between(20, 760), random.between(40, 140), random.between(0.6, 1.1))).join('');
  const fair = light.sun === null ? '' : circle(x, 96, 46, light.sun) + clouds;
  return `<defs>${fade('sky', ...light.sky)}</defs>${rect(0, 0, 800, 600, 'url(#sky)')}${fair}`;
}

function cloud(x: number, y: number, size: number): string {
  return [
    ellipse(x, y, 62 * size, 18 * size, '#fff', 'opacity=".75"'),
    circle(x - 20 * size, y - 12 * size, 22 * size, '#fff', 'opacity=".75"'),
    circle(x + 16 * size, y - 16 * size, 27 * size, '#fff', 'opacity=".75"'),
  ].join('');
}

export function pavement({ light }: Scene): string {
  const joints = Array.from({ length: 15 }, (_, index) =>
    stroke(`M${index * 62 - 20} ${kerbTop} L${index * 58 + 10} ${horizon}`, light.kerb, 1.5, 'opacity=".5"'),
  ).join('');
  return rect(0, horizon, 800, kerbTop - horizon, light.pavement) + joints + rect(0, kerbTop, 800, roadTop - kerbTop, light.kerb);
}

export function road({ light }: Scene): string {
  const dashes = [0, 1, 2, 3].map((index) => path(`M${index * 230 - 40} 566 h120 l-6 12 h-124 z`, light.line, 'opacity=".85"')).join('');
  return rect(0, roadTop, 800, 600 - roadTop, light.road) + rect(0, roadTop, 800, 5, '#000', 'opacity=".12"') + dashes;
}

const roofs = ['#b9543f', '#a8483a', '#c7694b', '#8d5b4c'] as const;
const shops = ['#d9534f', '#3f8f8a', '#e0a63a', '#4f79a8', '#7a9a4f'] as const;

function houses({ light, random }: Scene): string {
  const drawn: string[] = [];
  for (let x = -random.whole(10, 70); x < 800;) {
    const width = random.whole(92, 150);
    const top = horizon - random.whole(130, 235);
    drawn.push(random.chance(0.16) ? tree(x + width / 2, horizon, random.between(0.9, 1.2), light) : house({ light, random }, x, top, width));
    x += width + (random.chance(0.25) ? random.whole(10, 34) : 2);
  }
  return rect(0, horizon - 60, 800, 60, light.leaf[1], 'opacity=".55"') + drawn.join('');
}

/** A narrow town house: shop below, a window or two above. */
function house({ light, random }: Scene, x: number, top: number, width: number): string {
  const wall = random.pick(light.walls);
  const shop = random.pick(shops);
  const roof = random.chance(0.5)
    ? path(`M${x - 8} ${top} L${x + width / 2} ${top - 38} L${x + width + 8} ${top} Z`, random.pick(roofs))
    : rect(x - 4, top - 10, width + 8, 14, wall) + rect(x - 4, top, width + 8, 5, '#000', 'opacity=".12"');
  const floors = Math.floor((horizon - 84 - top) / 62);
  const windows = Array.from({ length: floors }, (_, floor) => {
    const y = top + 20 + floor * 62;
    const lit = random.chance(0.75) ? light.window : '#00000033';
    return (
      rect(x + width * 0.18, y, width * 0.26, 34, lit, 'rx="2"') +
      rect(x + width * 0.56, y, width * 0.26, 34, lit, 'rx="2"') +
      rect(x + width * 0.1, y + 38, width * 0.8, 4, '#000', 'opacity=".14"')
    );
  }).join('');
  const awning = path(`M${x + 4} ${horizon - 78} h${width - 8} l8 22 h${-(width + 8)} z`, shop);
  const door =
    rect(x + width * 0.14, horizon - 56, width * 0.72, 56, '#000', 'opacity=".28"') +
    rect(x + width * 0.55, horizon - 52, width * 0.26, 52, light.window, 'opacity=".6"');
  return faded(light, rect(x, top, width, horizon - top, wall) + roof + windows + door + awning);
}

// At night even a red awning is nearly black.
const faded = (light: Light, shapes: string): string => (light === lights.night ? `<g opacity=".8">${shapes}</g>` : shapes);

export function tree(x: number, ground: number, size: number, light: Light): string {
  const [leaf, shade] = light.leaf;
  return [
    rect(x - 7 * size, ground - 80 * size, 14 * size, 80 * size, '#7a5a41'),
    circle(x - 34 * size, ground - 98 * size, 40 * size, shade),
    circle(x + 34 * size, ground - 102 * size, 42 * size, shade),
    circle(x, ground - 128 * size, 52 * size, leaf),
    circle(x - 16 * size, ground - 100 * size, 38 * size, leaf),
  ].join('');
}

/** Someone who gives the picture its scale, in the sun under a conical hat. */
export function person(x: number, ground: number, size: number, shirt: string, head: 'hat' | 'helmet' | 'hair' = 'hat'): string {
  const top = ground - 97 * size;
  const cover = {
    hat: path(`M${x - 26 * size} ${top} L${x} ${top - 25 * size} L${x + 26 * size} ${top} Z`, '#e8d6a4'),
    helmet: path(`M${x - 16 * size} ${top} a${16 * size} ${16 * size} 0 0 1 ${32 * size} 0 z`, '#f0c33c'),
    hair: path(
      `M${x - 14 * size} ${top + 4 * size} a${14 * size} ${15 * size} 0 0 1 ${28 * size} 0 q${-14 * size} ${-9 * size} ${-28 * size} 0 z`,
      '#2f2622',
    ),
  };
  return [
    rect(x - 11 * size, ground - 40 * size, 9 * size, 40 * size, '#3d4658', 'rx="3"'),
    rect(x + 2 * size, ground - 40 * size, 9 * size, 40 * size, '#3d4658', 'rx="3"'),
    rect(x - 15 * size, ground - 84 * size, 30 * size, 50 * size, shirt, `rx="${9 * size}"`),
    circle(x, ground - 96 * size, 13 * size, '#d9a77f'),
    cover[head],
  ].join('');
}

export function motorbike(x: number, ground: number, colour: string, size = 1): string {
  const at = (dx: number, dy: number) => `${x + dx * size} ${ground - dy * size}`;
  return [
    circle(x - 34 * size, ground - 18 * size, 18 * size, '#2c2f36'),
    circle(x + 34 * size, ground - 18 * size, 18 * size, '#2c2f36'),
    circle(x - 34 * size, ground - 18 * size, 8 * size, '#9aa0a8'),
    circle(x + 34 * size, ground - 18 * size, 8 * size, '#9aa0a8'),
    path(
      `M${at(-42, 34)} L${at(-30, 46)} L${at(4, 44)} L${at(10, 30)} L${at(24, 30)} L${at(28, 58)} L${at(36, 58)} L${at(40, 22)} L${at(20, 16)} L${at(-20, 16)} Z`,
      colour,
    ),
    path(`M${at(-44, 46)} L${at(0, 46)} L${at(4, 54)} L${at(-40, 56)} Z`, '#30343c'),
    stroke(`M${at(24, 66)} L${at(38, 62)}`, '#30343c', 5 * size),
  ].join('');
}
