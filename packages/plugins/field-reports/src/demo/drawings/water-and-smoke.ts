import { type Scene, kerbTop, motorbike, person, sky, street, tree } from './scene.ts';
import { circle, each, ellipse, fade, group, path, rect, stroke } from './svg.ts';
import { bag } from './waste.ts';

export function floodedStreet(scene: Scene, after: boolean): string {
  const { random } = scene;
  const backdrop = street(scene);
  const x = random.whole(300, 500);
  if (after) {
    return (
      backdrop +
      each('160,540,70 600,498,90 430,586,60', (cx, y, rx) => ellipse(cx, y, rx, 9, '#9db4bf', 'opacity=".55"')) +
      motorbike(x, 540, '#d9534f', 1.25) +
      person(x - 4, 502, 0.95, '#4f79a8', 'helmet')
    );
  }
  const waves = Array.from({ length: 12 }, () => {
    const wx = random.between(-40, 760);
    return stroke(`M${wx} ${random.between(380, 590)} q22 -9 44 0 t44 0`, '#ffffff', 3.5, 'opacity=".38"');
  }).join('');
  const rain = Array.from({ length: 46 }, () => {
    const rx = random.between(0, 820);
    const ry = random.between(0, 560);
    return stroke(`M${rx} ${ry} l-7 26`, '#e8f1f5', 2, 'opacity=".55"');
  }).join('');
  return [
    backdrop,
    `<defs>${fade('flood', '#9c8f74', '#7d745f')}</defs>`,
    rect(0, 348, 800, 252, 'url(#flood)', 'opacity=".96"'),
    group('translate(0 8)', motorbike(x, 520, '#d9534f', 1.3), person(x - 90, 512, 1.15, '#3f8f8a')),
    rect(0, 486, 800, 114, '#857b64'),
    waves,
    ellipse(x - 40, 490, 150, 8, '#c9c0a8', 'opacity=".6"'),
    rain,
  ].join('');
}

export function blockedDrain(scene: Scene, after: boolean): string {
  const x = scene.random.whole(320, 480);
  const grate = (fill: string) =>
    rect(x - 120, kerbTop - 16, 240, 58, '#8d8778', 'rx="4"') +
    rect(x - 108, kerbTop - 6, 216, 40, fill) +
    [-90, -60, -30, 0, 30, 60, 90].map((offset) => rect(x + offset - 6, kerbTop - 6, 12, 40, '#565b62')).join('');
  const backdrop = street(scene);
  if (after) return backdrop + grate('#15171b') + stroke(`M${x - 320} 474 q60 -8 120 0 t90 -4`, '#a9c6d3', 4, 'opacity=".6"');
  return [
    backdrop,
    path(`M0 470 C120 452 260 456 ${x} 456 S700 452 800 466 V590 C640 604 420 586 260 596 S60 590 0 584 Z`, '#5b5a45'),
    path(`M40 500 C200 480 320 488 ${x} 484 S640 482 760 498 C640 524 420 512 300 520 S120 520 40 500 Z`, '#706e55'),
    grate('#3a382b'),
    bag(x - 54, kerbTop + 34, 0.9, '#d8d2c4'),
    bag(x + 58, kerbTop + 38, 1, '#3f7fb0'),
    each('-110,472 -6,462 106,476 30,486 -70,490', (dx, y, _, index) => ellipse(x + dx, y, 20, 8, index % 2 ? scene.light.leaf[1] : '#8a6b3f')),
    path(`M${x + 150} 500 h16 v-26 h-4 v-12 h-8 v12 h-4 z`, '#7fc4d8'),
    each('180,540 330,560 560,544 660,572', (cx, y) => circle(cx, y, 8, 'none', 'stroke="#9b997c" stroke-width="3"')),
  ].join('');
}

export function burstPipe(scene: Scene, after: boolean): string {
  const x = scene.random.whole(330, 470);
  const backdrop = street(scene);
  if (after) {
    return (
      backdrop +
      path(`M${x - 110} 548 L${x - 92} 486 H${x + 92} L${x + 110} 548 Z`, '#4a4e55') +
      rect(x - 22, kerbTop - 26, 44, 30, '#3f7fb0', 'rx="5"') +
      circle(x, kerbTop - 12, 7, '#cfe4ee')
    );
  }
  const jets = each(
    '-150,250 -84,150 -20,96 44,120 112,190 170,280',
    (dx, top) =>
      stroke(`M${x} 520 Q${x + dx * 0.6} ${top} ${x + dx} ${top + 210}`, '#bfe3f2', 13, 'opacity=".8"') +
      stroke(`M${x} 520 Q${x + dx * 0.6} ${top} ${x + dx} ${top + 210}`, '#ffffff', 4, 'opacity=".8"'),
  );
  const drops = Array.from({ length: 26 }, () =>
    circle(x + scene.random.between(-210, 210), scene.random.between(180, 470), scene.random.between(2, 6), '#d9f0f8'),
  ).join('');
  return [
    backdrop,
    path(`M0 540 C180 500 ${x - 100} 500 ${x} 512 S700 500 800 536 V600 H0 Z`, '#86b8cf', 'opacity=".85"'),
    ellipse(x, 528, 84, 28, '#3b3b3c'),
    rect(x - 76, 516, 64, 24, '#2f7fb5', 'rx="5"'),
    rect(x + 18, 514, 62, 24, '#2f7fb5', 'rx="5"'),
    jets,
    drops,
    ellipse(x, 534, 60, 14, '#d9f0f8', 'opacity=".8"'),
    each('120,566 620,560 430,584', (cx, y) => stroke(`M${cx} ${y} q22 -8 44 0 t44 0`, '#fff', 3, 'opacity=".6"')),
  ].join('');
}

export function dirtyCanal(scene: Scene, after: boolean): string {
  const { light, random } = scene;
  const water = after ? fade('canal', '#6fb3c9', '#4f96b3') : fade('canal', '#4b4a3a', '#2e2d24');
  const bank = [
    sky(scene),
    path('M0 250 C140 220 260 240 400 226 S680 236 800 214 V320 H0 Z', light.leaf[1], 'opacity=".6"'),
    [70, 190, 330, 540, 720].map((x) => tree(x, 318, random.between(0.7, 1), light)).join(''),
    path('M0 310 H800 V600 H0 Z', '#b9b09c'),
    path('M0 310 H800 V330 H0 Z', light.leaf[0]),
    `<defs>${water}</defs>`,
    path('M230 330 H570 L760 600 H40 Z', 'url(#canal)'),
    path('M230 330 L40 600 H0 V560 L206 330 Z M570 330 L760 600 H800 V560 L594 330 Z', '#948b78'),
  ].join('');
  if (after) {
    return (
      bank +
      [380, 440, 510, 566].map((y, index) => stroke(`M${250 - index * 20} ${y} q40 -10 80 0 t80 0 t80 0`, '#fff', 4, 'opacity=".45"')).join('') +
      each('330,480 470,540', (x, y) => ellipse(x, y, 34, 10, '#4f9a58') + circle(x + 6, y - 8, 9, '#f2a7c0'))
    );
  }
  const floating = [
    bag(300, 520, 0.7, '#d8d2c4'),
    bag(480, 470, 0.55, '#3f7fb0'),
    rect(380, 552, 44, 14, '#c9a06a', 'rx="3"'),
    ellipse(420, 430, 26, 7, '#e9e2d2'),
    ellipse(560, 560, 40, 9, '#8c8a60'),
  ].join('');
  const fish = each(
    '350,496 520,520 430,586',
    (x, y) => ellipse(x, y, 24, 9, '#c7ccc6') + path(`M${x + 20} ${y} l16 -9 v18 z`, '#c7ccc6') + circle(x - 12, y - 2, 2.5, '#333'),
  );
  const pipe =
    rect(590, 372, 120, 46, '#8d8d88', 'rx="4"') +
    ellipse(592, 395, 14, 23, '#3b3b38') +
    path('M592 380 C560 390 548 430 540 500 H578 C580 440 590 420 600 412 Z', '#3a382c');
  return (
    bank +
    floating +
    fish +
    pipe +
    each('270,560 460,500 340,446 520,586 400,520', (x, y) => circle(x, y, 7, 'none', 'stroke="#8c8a60" stroke-width="3"'))
  );
}

export function smoke(scene: Scene, after: boolean): string {
  const { random } = scene;
  const x = random.whole(360, 480);
  const backdrop = street(scene);
  if (after) {
    return (
      backdrop +
      ellipse(x, 508, 110, 16, '#4d4a47', 'opacity=".5"') +
      tree(x + 200, kerbTop, 0.7, scene.light) +
      person(x - 120, 486, 1, '#3f7fb0') +
      stroke(`M${x - 96} 420 L${x - 40} 500`, '#8a6b3f', 6)
    );
  }
  const puffs = Array.from({ length: 15 }, (_, index) =>
    circle(
      x + 26 * Math.sin(index) + index * 13 + random.between(-20, 20),
      450 - index * 30,
      30 + index * 7,
      ['#4c4a4a', '#5d5b5b', '#6f6d6c'][index % 3] ?? '#5d5b5b',
      `opacity="${0.82 - index * 0.035}"`,
    ),
  ).join('');
  const fire =
    path(
      `M${x - 70} 520 C${x - 90} 460 ${x - 40} 450 ${x - 36} 410 C${x - 6} 440 ${x} 450 ${x + 14} 400 C${x + 40} 446 ${x + 84} 460 ${x + 70} 520 Z`,
      '#f08a3c',
    ) + path(`M${x - 36} 520 C${x - 50} 480 ${x - 14} 470 ${x - 6} 440 C${x + 20} 476 ${x + 44} 480 ${x + 34} 520 Z`, '#ffd257');
  return backdrop + puffs + ellipse(x, 526, 140, 24, '#3b3633') + bag(x - 96, 532, 0.8, '#2f3640') + bag(x + 100, 534, 0.9, '#3f7fb0') + fire;
}
