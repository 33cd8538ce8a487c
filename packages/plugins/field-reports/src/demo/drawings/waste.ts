import { type Scene, person, sky, street } from './scene.ts';
import { circle, each, ellipse, fade, group, path, rect, stroke } from './svg.ts';

const bagColours = ['#2f3640', '#3f7fb0', '#d8d2c4', '#4a8f5c', '#8c5a9c', '#d9534f'] as const;

/** A tied rubbish bag that stands on `y`. */
export const bag = (x: number, y: number, size: number, colour: string): string =>
  path(
    `M${x - 40 * size} ${y} C${x - 52 * size} ${y - 46 * size} ${x - 22 * size} ${y - 60 * size} ${x - 8 * size} ${y - 66 * size} L${x - 14 * size} ${y - 82 * size} L${x} ${y - 74 * size} L${x + 14 * size} ${y - 82 * size} L${x + 8 * size} ${y - 66 * size} C${x + 26 * size} ${y - 58 * size} ${x + 52 * size} ${y - 44 * size} ${x + 40 * size} ${y} Z`,
    colour,
  ) + stroke(`M${x - 16 * size} ${y - 44 * size} q-10 16 -8 30`, '#ffffff', 3, 'opacity=".25"');

const fly = (x: number, y: number): string => circle(x, y, 3, '#222') + stroke(`M${x - 6} ${y - 5} l5 4 M${x + 6} ${y - 5} l-5 4`, '#222', 1.5);

export function rubbish(scene: Scene, after: boolean): string {
  const { random, light } = scene;
  const x = random.whole(320, 480);
  const backdrop = street(scene);
  if (after) {
    const bins = ['#3f9a6b', '#e0a63a']
      .map(
        (colour, index) =>
          rect(x - 74 + index * 82, 350, 66, 92, colour, 'rx="6"') +
          rect(x - 80 + index * 82, 338, 78, 16, '#00000055', 'rx="6"') +
          circle(x - 58 + index * 82, 444, 8, '#2c2f36') +
          circle(x - 24 + index * 82, 444, 8, '#2c2f36'),
      )
      .join('');
    const flowers = Array.from({ length: 9 }, (_, index) =>
      circle(x + 130 + index * 20, 408 - (index % 2) * 9, 9, ['#e8577e', '#f3c53c', '#f08a4b'][index % 3] ?? '#e8577e'),
    ).join('');
    return backdrop + bins + rect(x + 116, 410, 200, 26, '#a8664c', 'rx="4"') + rect(x + 118, 400, 196, 14, light.leaf[0], 'rx="7"') + flowers;
  }
  const bags = each(
    '-150,470,1.1 130,474,1.2 -40,440,1.2 50,446,1.1 -90,496,1.3 70,508,1.4 -10,500,1.2 170,520,0.9 -190,512,0.9',
    (dx, y, size, index) => bag(x + dx, y, size, bagColours[(index + random.whole(0, 2)) % bagColours.length] ?? '#2f3640'),
  );
  const litter = [
    rect(x - 250, 520, 34, 22, '#c9a06a', 'transform="rotate(14 400 520)"'),
    ellipse(x + 230, 536, 26, 8, '#dfe7ea'),
    path(`M${x + 20} 560 h44 l-6 -24 h-32 z`, '#e9e2d2'),
    stroke(`M${x - 120} 548 q20 -14 44 -2`, '#e0a63a', 7),
  ].join('');
  return backdrop + ellipse(x, 524, 280, 40, '#00000022') + bags + litter + each('-60,360 30,340 100,372 -120,392 0,390', (dx, y) => fly(x + dx, y));
}

export function rubble(scene: Scene, after: boolean): string {
  const { random } = scene;
  const backdrop = street(scene);
  const x = random.whole(330, 470);
  if (after) {
    return (
      backdrop +
      person(x - 130, 478, 1, '#e8682c', 'helmet') +
      stroke(`M${x - 106} 412 L${x - 40} 486`, '#7a5a41', 6) +
      path(`M${x - 62} 482 l40 -10 l8 26 l-40 4 z`, '#c9a562') +
      ellipse(x + 90, 520, 150, 14, '#ffffff', 'opacity=".12"')
    );
  }
  const heap =
    path(
      `M${x - 260} 560 L${x - 170} 482 L${x - 110} 470 L${x - 40} 410 L${x + 30} 400 L${x + 110} 452 L${x + 190} 486 L${x + 270} 560 Z`,
      '#a39a8d',
    ) + path(`M${x - 110} 560 L${x - 40} 410 L${x + 30} 400 L${x + 110} 452 L${x + 190} 486 L${x + 270} 560 Z`, '#948b7e');
  const pieces = Array.from({ length: 26 }, () => {
    const dx = random.between(-210, 210);
    const y = random.between(440 + Math.abs(dx) * 0.36, 556);
    const size = random.between(14, 34);
    return group(
      `rotate(${random.between(-40, 40)} ${x + dx} ${y})`,
      rect(x + dx, y - size / 2, size * 1.5, size * 0.8, random.pick(['#b9543f', '#c7694b', '#d8d2c6', '#7f786d', '#cfc6b8']), 'rx="2"'),
    );
  }).join('');
  return backdrop + heap + pieces + stroke(`M${x + 60} 440 l50 -70 M${x - 60} 470 l-40 -62`, '#6b5b4a', 6);
}

export function beachRubbish(scene: Scene, after: boolean): string {
  const { light, random } = scene;
  const palm = (x: number, lean: number) =>
    stroke(`M${x} 470 Q${x + lean * 0.3} 320 ${x + lean} 210`, '#8a6b4a', 14) +
    [-80, -50, -15, 20, 55, 85]
      .map((angle) =>
        group(`rotate(${angle} ${x + lean} 208)`, path(`M${x + lean} 208 q46 -66 6 -112 q-36 44 -6 112 z`, light.leaf[angle % 2 ? 0 : 1])),
      )
      .join('');
  const shore = [
    sky(scene),
    `<defs>${fade('sea', '#3f9fc4', '#8fd3dc')}</defs>`,
    rect(0, 250, 800, 180, 'url(#sea)'),
    [276, 310, 352]
      .map((y, index) =>
        stroke(`M${40 + index * 60} ${y} q40 -10 80 0 t80 0 M${440 - index * 30} ${y + 12} q40 -10 80 0 t80 0`, '#ffffff', 4, 'opacity=".6"'),
      )
      .join(''),
    path('M0 404 C160 380 300 424 460 400 S700 376 800 402 V600 H0 Z', '#f7efe0'),
    path('M0 420 C160 398 300 440 460 418 S700 394 800 420 V600 H0 Z', '#ecd4a0'),
    palm(random.pick([90, 690]), random.pick([-36, 40])),
    path('M330 268 q70 26 150 0 l-18 26 h-112 z', '#4f79a8') + stroke('M402 268 v-52', '#6d4c33', 5) + path('M406 216 l40 40 h-40 z', '#f3f0e8'),
  ].join('');
  if (after) {
    return (
      shore +
      stroke('M180 520 q60 -16 120 0 t120 0 t120 0', '#dcc189', 5) +
      each('300,478 560,540', (x, y) => path(`M${x} ${y} l8 -16 l8 16 l17 2 l-13 11 l4 17 l-16 -9 l-16 9 l4 -17 l-13 -11 z`, '#e58a5a'))
    );
  }
  const bottles = Array.from({ length: 13 }, () => {
    const x = random.between(60, 740);
    const y = random.between(446, 575);
    const size = random.between(0.8, 1.5);
    return group(
      `translate(${x} ${y}) rotate(${random.between(-80, 80)}) scale(${size})`,
      rect(-10, -22, 20, 44, random.pick(['#7fc4d8', '#9ad0a0', '#d8e6ea', '#e9a15b']), 'rx="6"'),
      rect(-5, -34, 10, 14, '#d9534f', 'rx="2"'),
    );
  }).join('');
  const foam = Array.from({ length: 9 }, () =>
    rect(
      random.between(40, 740),
      random.between(440, 570),
      random.between(20, 52),
      random.between(14, 26),
      '#fbfaf5',
      'rx="5" stroke="#cfc8b8" stroke-width="2"',
    ),
  ).join('');
  return shore + foam + bottles + bag(230, 540, 1, '#d8d2c4') + bag(560, 560, 1.2, '#3f7fb0') + stroke('M330 500 q40 30 90 8 t90 16', '#3f9a6b', 5);
}
