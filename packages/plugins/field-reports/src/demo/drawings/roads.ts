import { roadTop, type Scene, pavement, person, road, sky, street } from './scene.ts';
import { circle, each, ellipse, group, path, rect, stroke } from './svg.ts';

const cone = (x: number, y: number): string =>
  path(`M${x - 24} ${y} L${x - 6} ${y - 56} h12 L${x + 24} ${y} Z`, '#e8682c') +
  path(`M${x - 15} ${y - 22} h30 l-4 -12 h-22 z`, '#fff') +
  rect(x - 30, y - 4, 60, 8, '#b94e1d', 'rx="3"');

/** The darker square of fresh asphalt. */
const patch = (x: number, y: number, width: number): string =>
  path(`M${x - width} ${y + 34} L${x - width * 0.84} ${y - 34} H${x + width * 0.84} L${x + width} ${y + 34} Z`, '#4a4e55') +
  stroke(`M${x - width} ${y + 34} L${x - width * 0.84} ${y - 34} H${x + width * 0.84} L${x + width} ${y + 34} Z`, '#3c4046', 3);

export function pothole(scene: Scene, after: boolean): string {
  const { random } = scene;
  const backdrop = street(scene);
  const x = random.between(310, 500);
  const puddle = random.chance(0.6);
  if (after) return backdrop + patch(x, 512, 190);
  return [
    backdrop,
    path(
      `M${x - 176} 516 C${x - 170} 470 ${x - 70} 486 ${x - 20} 470 C${x + 60} 452 ${x + 170} 470 ${x + 180} 506 C${x + 188} 548 ${x + 80} 560 ${x + 10} 560 C${x - 80} 566 ${x - 184} 560 ${x - 176} 516 Z`,
      '#8c8478',
    ),
    path(
      `M${x - 150} 518 C${x - 140} 482 ${x - 60} 496 ${x - 14} 482 C${x + 60} 468 ${x + 150} 482 ${x + 154} 508 C${x + 160} 540 ${x + 70} 548 ${x + 6} 548 C${x - 70} 554 ${x - 158} 548 ${x - 150} 518 Z`,
      '#3a3733',
    ),
    puddle ? ellipse(x + 6, 524, 112, 19, '#8fb0bd') + ellipse(x - 26, 519, 40, 5, '#c6dbe2') : ellipse(x, 526, 100, 17, '#57514a'),
    [-196, -150, 190, 214, 120].map((offset, index) => circle(x + offset, 486 + ((index * 37) % 74), 5 + (index % 3) * 2, '#9d9488')).join(''),
    stroke(`M${x + 176} 508 l44 -10 l26 14 M${x - 172} 520 l-46 8 l-30 -12 M${x + 40} 560 l24 26`, '#45484d', 3),
  ].join('');
}

export function sinkhole(scene: Scene, after: boolean): string {
  const x = scene.random.between(330, 470);
  const backdrop = street(scene);
  const rim = ellipse(x, 516, 104, 40, '#83878c');
  if (after) {
    const bars = [-54, -27, 0, 27, 54].map((offset) => rect(x + offset - 5, 500, 10, 34, '#3b3f45', 'rx="4"')).join('');
    return backdrop + rim + ellipse(x, 514, 90, 33, '#565b62') + bars;
  }
  const branch = stroke(`M${x - 8} 530 L${x + 26} 388 M${x + 10} 458 L${x - 28} 412 M${x + 18} 430 L${x + 58} 396`, '#6d4c33', 8);
  const leaves = each('26,380 -30,404 60,388 2,396 40,410', (dx, y) => ellipse(x + dx, y, 22, 14, scene.light.leaf[0]));
  return (
    backdrop +
    rim +
    ellipse(x, 518, 90, 33, '#17181b') +
    path(`M${x - 90} 518 a90 33 0 0 1 180 0 a90 24 0 0 0 -180 0 z`, '#3a3d42') +
    branch +
    leaves +
    stroke(`M${x + 104} 520 l54 12 M${x - 100} 526 l-50 18 l-22 -6`, '#4a4d52', 3)
  );
}

export function landslide(scene: Scene, after: boolean): string {
  const { light, random } = scene;
  const tilt = random.between(-16, 16);
  const hill = [
    sky(scene),
    path(`M0 330 C180 ${250 + tilt} 320 ${300 - tilt} 520 240 S720 220 800 262 V600 H0 Z`, light.leaf[1], 'opacity=".55"'),
    path(`M250 600 L330 300 C420 ${170 + tilt} 560 110 800 84 V600 Z`, light.leaf[0]),
    rect(0, roadTop - 10, 800, 170, light.road),
    [0, 1, 2, 3].map((index) => rect(index * 210 + 10, 530, 110, 9, light.line, 'opacity=".85"')).join(''),
    [60, 150, 240].map((x) => rect(x, 392, 10, 50, '#f4f1ea') + rect(x, 402, 10, 10, '#d9534f')).join('') + rect(40, 404, 240, 7, '#d6d3cb'),
  ].join('');
  const scar =
    path(`M470 442 C500 330 540 240 600 190 C650 220 700 320 730 442 Z`, '#b77f53') +
    path('M520 442 C545 350 575 280 612 226 C640 290 664 360 676 442 Z', '#a36d44');
  if (after) {
    const wall = [0, 1, 2]
      .map((row) =>
        Array.from({ length: 7 }, (_, column) => rect(452 + column * 42 + (row % 2) * 14, 404 - row * 30, 38, 26, '#a9a59c', 'rx="4"')).join(''),
      )
      .join('');
    return hill + scar + wall + rect(440, 434, 310, 10, '#8f8b83');
  }
  const earth =
    path('M330 560 C380 470 470 410 560 404 C660 398 740 440 800 470 V580 C640 600 440 600 330 560 Z', '#a86f45') +
    path('M400 560 C450 500 520 470 590 466 C680 462 740 500 800 520 V580 C650 592 490 592 400 560 Z', '#8f5b37');
  const rocks = each('390,552,26 470,520,34 560,560,30 650,508,40 720,556,28 345,574,16', (x, y, size) =>
    path(
      `M${x - size} ${y} l${size * 0.4} ${-size * 0.8} l${size * 0.9} ${-size * 0.1} l${size * 0.6} ${size * 0.7} l${-size * 0.5} ${size * 0.5} h${-size} z`,
      '#8d8a84',
    ),
  );
  return hill + scar + earth + rocks + cone(250, 566);
}

export function buildingSite(scene: Scene, after: boolean): string {
  const x = scene.random.whole(300, 420);
  const frame = [
    rect(x - 90, 120, 330, 252, '#cfc8bb'),
    [0, 1, 2]
      .map(
        (floor) =>
          rect(x - 100, 120 + floor * 84, 350, 12, '#aaa294') +
          [0, 1, 2].map((bay) => rect(x - 70 + bay * 104, 136 + floor * 84, 78, 64, '#6f6a62', 'opacity=".55"')).join(''),
      )
      .join(''),
    [0, 1, 2, 3].map((pole) => stroke(`M${x - 96 + pole * 112} 108 V372`, '#8a6b3f', 6)).join('') +
      [160, 245, 330].map((y) => stroke(`M${x - 104} ${y} H${x + 250}`, '#8a6b3f', 5)).join(''),
  ].join('');
  const backdrop = street(scene) + frame + pavement(scene) + road(scene);
  if (after) {
    const net =
      rect(x - 104, 108, 358, 264, '#3f9a6b', 'opacity=".75"') +
      [0, 1, 2, 3, 4].map((index) => stroke(`M${x - 104 + index * 89} 108 V372`, '#2f7a54', 2)).join('');
    const fence = Array.from({ length: 7 }, (_, index) => rect(x - 130 + index * 58, 356, 55, 70, index % 2 ? '#3f7fb0' : '#4a8cbd')).join('');
    return backdrop + net + fence;
  }
  return [
    backdrop,
    path(`M${x - 210} 560 C${x - 150} 470 ${x - 90} 430 ${x - 40} 426 C${x + 20} 440 ${x + 60} 500 ${x + 110} 560 Z`, '#d8b778'),
    path(`M${x - 120} 560 C${x - 90} 500 ${x - 60} 460 ${x - 40} 426 C${x + 20} 440 ${x + 60} 500 ${x + 110} 560 Z`, '#c9a562'),
    Array.from({ length: 18 }, (_, index) =>
      rect(x + 130 + (index % 6) * 34, 534 - Math.floor(index / 6) * 24, 31, 21, index % 2 ? '#b9543f' : '#c7694b', 'rx="2"'),
    ).join(''),
    person(x - 210, 470, 0.95, '#4f79a8', 'helmet'),
    stroke(`M${x - 40} 430 L${x - 4} 350`, '#7a5a41', 6) + path(`M${x - 58} 436 l30 -14 l14 26 l-28 12 z`, '#7d848c'),
  ].join('');
}

export function brokenPavement(scene: Scene, after: boolean): string {
  const { light, random } = scene;
  const backdrop = street(scene);
  // Seen from nearer than the other streets, because the tiles matter: their rows widen towards the viewer.
  const at = (column: number, row: number) => ({ x: 400 + (column - 6) * 74 * (0.6 + row * 0.24), y: 400 + row * 34 + row * row * 6 });
  const tile = (column: number, row: number, colour: string, gap: number) => {
    const [a, b, c, d] = [at(column, row), at(column + 1, row), at(column + 1, row + 1), at(column, row + 1)];
    return path(`M${a.x + gap} ${a.y + gap} L${b.x - gap} ${b.y + gap} L${c.x - gap} ${c.y - gap} L${d.x + gap} ${d.y - gap} Z`, colour);
  };
  const tones = ['#dba583', '#d39a77', '#e0af90'];
  const tiles: string[] = [];
  for (let row = 0; row < 4; row += 1) {
    for (let column = 0; column < 12; column += 1) {
      const { x, y } = at(column + 0.5, row + 0.5);
      const tone = random.pick(tones);
      const turn = random.between(-24, 24);
      const broken = !after && (x - 400) ** 2 / 250 ** 2 + (y - 490) ** 2 / 82 ** 2 < 1;
      if (!broken) tiles.push(tile(column, row, tone, 2));
      else if ((row + column) % 2 === 0) tiles.push(group(`rotate(${turn} ${x} ${y}) translate(0 ${turn / 3})`, tile(column, row, tone, 9)));
    }
  }
  const hole = after ? '' : ellipse(400, 492, 262, 88, '#8f7050') + ellipse(420, 500, 170, 52, '#74573c');
  const stones = after ? '' : each('300,474 520,530 430,452 350,540 470,486', (x, y) => circle(x, y, 9, '#b39b82'));
  return backdrop + rect(0, 396, 800, 204, light.kerb) + hole + tiles.join('') + stones;
}

export function missingSign(scene: Scene, after: boolean): string {
  const { random } = scene;
  const x = random.between(300, 480);
  const crossing = Array.from({ length: 7 }, (_, index) =>
    path(`M${90 + index * 96} 600 l34 -130 h36 l-16 130 z`, '#f5f1e6', after ? '' : 'opacity=".16"'),
  ).join('');
  const sign = (post: string) =>
    [
      rect(x - 6, 190, 12, 240, post),
      path(`M${x} 84 L${x + 88} 232 H${x - 88} Z`, '#d63b34', 'stroke-linejoin="round"'),
      path(`M${x} 116 L${x + 62} 218 H${x - 62} Z`, '#ffd84d'),
      circle(x, 152, 9, '#222'),
      stroke(`M${x} 164 v22 l-14 22 M${x} 186 l14 22 M${x - 18} 172 h36`, '#222', 7),
    ].join('');
  return (
    street(scene) +
    crossing +
    (after ? sign('#9aa0a8') : ellipse(x, 432, 26, 7, '#777') + group(`rotate(${random.pick([-68, -62, 64, 70])} ${x} 430)`, sign('#8a8377')))
  );
}
