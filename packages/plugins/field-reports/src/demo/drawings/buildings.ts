import { type Scene, person, sky, tree } from './scene.ts';
import { circle, each, group, path, rect, stroke } from './svg.ts';

export function serviceCounter(scene: Scene, after: boolean): string {
  const { random } = scene;
  const shirts = ['#d9534f', '#3f8f8a', '#e0a63a', '#4f79a8', '#8c5a9c', '#7a9a4f', '#c7694b'];
  const wall = random.pick(['#f1e7d6', '#e4ecee', '#efe9dd']);
  const counters = [0, 1, 2]
    .map((index) => {
      const open = after || index === 0;
      const x = 70 + index * 240;
      return [
        rect(x, 150, 200, 130, open ? '#cfe6ee' : '#b9bec4', 'rx="6"'),
        open
          ? person(x + 100, 330, 1.05, '#ffffff', 'hair')
          : Array.from({ length: 6 }, (_, row) => rect(x, 156 + row * 21, 200, 15, '#9aa1a9')).join(''),
        rect(x - 10, 280, 220, 26, '#a8764c', 'rx="4"'),
        rect(x, 306, 200, 74, '#c69a6c'),
        rect(x + 66, 104, 68, 36, '#26303c', 'rx="6"'),
        circle(x + 100, 122, 9, open ? '#3ddc71' : '#d9534f'),
      ].join('');
    })
    .join('');
  const room =
    rect(0, 0, 800, 600, wall) +
    rect(0, 380, 800, 220, '#c9bfae') +
    stroke('M0 440 H800 M0 510 H800', '#b9ae9b', 2) +
    rect(0, 40, 800, 34, '#b23b36') +
    [130, 400, 670].map((x) => rect(x - 40, 0, 80, 12, '#fff8dc')).join('') +
    counters;
  const crowd = Array.from({ length: after ? 4 : 15 }, (_, index) => ({
    x: after ? 190 + index * 140 : 50 + ((index * 137) % 700),
    y: after ? 540 : 440 + Math.floor(index / 5) * 66,
    shirt: shirts[(index + random.whole(0, 3)) % shirts.length] ?? '#d9534f',
  }));
  const chairs = after
    ? [150, 290, 430, 570]
        .map((x) => rect(x + 6, 500, 68, 14, '#3f7fb0', 'rx="4"') + stroke(`M${x + 14} 514 v50 M${x + 66} 514 v50`, '#5d636a', 5))
        .join('')
    : '';
  return room + chairs + crowd.map(({ x, y, shirt }) => person(x, y, after ? 1 : 1.15, shirt, 'hair')).join('');
}

export function monument(scene: Scene, after: boolean): string {
  const { light, random } = scene;
  const tile = random.pick(['#a8483a', '#b9773f', '#8d5b4c']);
  const roof = (y: number, width: number) =>
    path(
      `M${400 - width} ${y} C${400 - width * 0.8} ${y - 10} ${400 - width * 0.6} ${y - 46} ${400 - width * 0.5} ${y - 62} H${400 + width * 0.5} C${400 + width * 0.6} ${y - 46} ${400 + width * 0.8} ${y - 10} ${400 + width} ${y} L${400 + width + 24} ${y - 22} L${400 + width - 6} ${y + 14} H${400 - width + 6} L${400 - width - 24} ${y - 22} Z`,
      tile,
    );
  const gate = [
    sky(scene),
    [60, 170, 640, 750].map((x) => tree(x, 400, random.between(1, 1.3), light)).join(''),
    rect(0, 396, 800, 204, '#d5c6a5'),
    rect(150, 226, 500, 190, '#e6d2a4'),
    rect(250, 120, 300, 110, '#dcc491'),
    roof(232, 280),
    roof(126, 180),
    [210, 350, 490].map((x, index) => path(`M${x} 416 v-94 a${50} ${50} 0 0 1 100 0 v94 z`, index === 1 ? '#7d2f28' : '#5a4a3a')).join(''),
    rect(330, 150, 140, 40, '#8d2f28', 'rx="4"'),
    rect(342, 158, 116, 24, '#e0b04a', 'rx="2"'),
    path('M250 416 H550 L620 470 H180 Z', '#bfae8c') + path('M180 470 H620 L670 520 H130 Z', '#b09e7b'),
  ].join('');
  if (after) {
    return (
      gate +
      [150, 650]
        .map(
          (x) =>
            rect(x - 34, 440, 68, 40, '#8a5a44', 'rx="6"') +
            circle(x, 426, 30, light.leaf[0]) +
            circle(x - 14, 412, 9, '#f3c53c') +
            circle(x + 14, 418, 9, '#e8577e'),
        )
        .join('') +
      person(330, 560, 0.9, '#e8577e') +
      person(380, 560, 0.9, '#4f79a8')
    );
  }
  const scrawl =
    stroke(
      'M166 300 l14 36 l12 -40 l14 40 l10 -30 M592 290 c24 -20 40 10 16 24 c-26 16 -10 36 14 26 M590 372 l44 -22 M166 372 q20 -20 36 0',
      '#2f6fb0',
      6,
    ) + stroke('M610 260 l20 24 M630 260 l-20 24', '#d9342e', 6);
  const weeds = Array.from({ length: 26 }, (_, index) => {
    const x = 20 + index * 31;
    return stroke(`M${x} 440 q-6 -22 -14 -34 M${x} 440 q2 -26 2 -42 M${x} 440 q8 -18 16 -28`, light.leaf[index % 2 ? 0 : 1], 5);
  }).join('');
  const fallen = each('220,540 300,560 560,548 500,574', (x, y, _, index) =>
    group(`rotate(${index * 37} ${x} ${y})`, rect(x, y, 40, 14, tile, 'rx="3"')),
  );
  return gate + path('M250 176 l26 -8 l10 22 l-22 8 z M560 206 l34 -6 l8 22 l-30 4 z', '#8f7a52') + scrawl + weeds + fallen;
}
