import { type Scene, motorbike, person, street } from './scene.ts';
import { circle, each, ellipse, group, path, rect, stroke } from './svg.ts';

export function loudspeaker(scene: Scene, after: boolean): string {
  const { random } = scene;
  const x = random.whole(330, 430);
  const box = [
    rect(x - 80, 250, 160, 262, '#2c2f36', 'rx="12"'),
    circle(x, 322, 44, '#4a4f58'),
    circle(x, 322, 22, '#1c1e22'),
    circle(x, 430, 60, '#4a4f58'),
    circle(x, 430, 30, '#1c1e22'),
    rect(x - 40, 262, 80, 10, after ? '#555' : '#e8577e', 'rx="5"'),
    circle(x - 54, 516, 12, '#15171b'),
    circle(x + 54, 516, 12, '#15171b'),
  ].join('');
  const backdrop = street(scene);
  if (after) {
    return (
      backdrop +
      box +
      person(x + 200, 530, 1.15, '#3f8f8a', 'hair') +
      person(x + 262, 526, 0.85, '#e0a63a', 'hair') +
      circle(x + 70, 250, 52, '#fff') +
      circle(x + 70, 250, 44, '#3f9a6b') +
      path(`M${x + 46} 240 h14 l18 -16 v52 l-18 -16 h-14 z`, '#fff') +
      stroke(`M${x + 88} 240 l16 20 M${x + 104} 240 l-16 20`, '#fff', 6)
    );
  }
  const waves = [0, 1, 2]
    .map(
      (index) =>
        stroke(`M${x + 110 + index * 42} ${330 - index * 34} q${46 + index * 14} ${52 + index * 34} 0 ${104 + index * 68}`, '#e8577e', 11) +
        stroke(`M${x - 110 - index * 42} ${330 - index * 34} q${-46 - index * 14} ${52 + index * 34} 0 ${104 + index * 68}`, '#e8577e', 11),
    )
    .join('');
  const note = (nx: number, y: number) => ellipse(nx, y, 13, 10, '#fff') + stroke(`M${nx + 11} ${y} v-52 l24 -8 v18`, '#fff', 6);
  return (
    backdrop +
    waves +
    box +
    note(x - 170, 210) +
    note(x + 160, 180) +
    note(x + 20, 160) +
    person(x + 270, 530, 1.1, '#f3d99b', 'hair') +
    stroke(`M${x + 246} 452 L${x + 200} 430`, '#d9a77f', 10)
  );
}

export function occupiedPavement(scene: Scene, after: boolean): string {
  const { random } = scene;
  const backdrop = street(scene);
  const shift = random.whole(-40, 40);
  if (after) {
    return (
      backdrop +
      person(260 + shift, 424, 1.1, '#3f8f8a') +
      person(330 + shift, 422, 0.8, '#e8577e') +
      person(560 + shift, 426, 1.05, '#4f79a8') +
      stroke('M40 408 H760', '#ffffff', 5, 'opacity=".8"')
    );
  }
  const table = (x: number, colour: string) =>
    [
      rect(x - 62, 400, 124, 14, '#cfd6da', 'rx="5"'),
      rect(x - 6, 412, 12, 66, '#9aa0a8'),
      rect(x - 26, 474, 52, 8, '#9aa0a8', 'rx="4"'),
      [-116, 76]
        .map(
          (dx, side) =>
            rect(x + dx, 432, 42, 12, colour, 'rx="4"') +
            rect(x + dx + side * 32, 388, 10, 50, colour, 'rx="4"') +
            stroke(`M${x + dx + 5} 444 v36 M${x + dx + 37} 444 v36`, colour, 6),
        )
        .join(''),
      rect(x - 28, 372, 14, 28, '#7fc48a', 'rx="4"'),
      rect(x - 8, 380, 12, 20, '#e9b44c', 'rx="3"'),
      ellipse(x + 28, 397, 20, 6, '#fff'),
    ].join('');
  const umbrella =
    path(`M${250 + shift} 270 q130 -110 260 0 z`, '#e8577e') +
    path(`M${315 + shift} 270 q65 -108 130 0 z`, '#f6efe0') +
    rect(376 + shift, 268, 8, 210, '#8d8d88');
  return (
    backdrop +
    umbrella +
    table(190 + shift, '#d9534f') +
    table(380 + shift, '#3f7fb0') +
    table(570 + shift, '#e0a63a') +
    motorbike(724 + shift, 490, '#3f8f8a', 1.2) +
    person(420, 572, 1.15, '#8c5a9c')
  );
}

export function foodStall(scene: Scene, after: boolean): string {
  const { random } = scene;
  const x = random.whole(340, 460);
  const awning = Array.from({ length: 8 }, (_, index) =>
    path(`M${x - 200 + index * 50} 210 h50 v46 q-25 22 -50 0 z`, index % 2 ? '#f6efe0' : '#d9534f'),
  ).join('');
  const cart = [
    rect(x - 180, 340, 360, 120, '#cfd6da', 'rx="6"'),
    rect(x - 180, 340, 360, 14, '#aab3b9'),
    rect(x - 184, 250, 8, 100, '#8d8d88'),
    rect(x + 176, 250, 8, 100, '#8d8d88'),
    circle(x - 120, 468, 26, '#2c2f36'),
    circle(x + 120, 468, 26, '#2c2f36'),
    circle(x - 120, 468, 10, '#9aa0a8'),
    circle(x + 120, 468, 10, '#9aa0a8'),
  ].join('');
  const loaves = [-140, -96, -52]
    .map((dx) => ellipse(x + dx, 328, 26, 12, '#d99a4e') + stroke(`M${x + dx - 10} 324 l8 6 M${x + dx + 4} 322 l8 6`, '#b97c36', 3))
    .join('');
  const pot = rect(x + 60, 298, 84, 44, '#7d848c', 'rx="6"') + ellipse(x + 102, 298, 42, 9, '#5d636a');
  const backdrop = street(scene);
  if (after) {
    return (
      backdrop +
      person(x + 20, 412, 1.3, '#ffffff', 'hair') +
      cart +
      awning +
      loaves +
      pot +
      rect(x - 172, 286, 170, 58, '#d9f0f8', 'opacity=".5" stroke="#9fc4d3" stroke-width="3"') +
      circle(x + 20, 402, 20, '#3f9a6b') +
      stroke(`M${x + 11} 402 l7 8 l12 -16`, '#fff', 5)
    );
  }
  const flies = each(
    '-120,290 -80,300 -40,282 0,310 110,272 -150,306',
    (dx, y) => circle(x + dx, y, 4, '#222') + stroke(`M${x + dx - 7} ${y - 6} l6 5 M${x + dx + 7} ${y - 6} l-6 5`, '#222', 2),
  );
  const puddle =
    ellipse(x + 40, 510, 190, 22, '#6f6a55', 'opacity=".8"') +
    rect(x - 230, 470, 54, 40, '#e0a63a', 'rx="5"') +
    ellipse(x - 203, 470, 27, 8, '#6f6a55');
  return (
    backdrop +
    person(x + 20, 412, 1.3, '#8c5a9c', 'hair') +
    cart +
    awning +
    loaves +
    pot +
    puddle +
    flies +
    each('-60,520 150,526 20,540', (dx, y) => rect(x + dx, y, 22, 12, '#f3f0e8', 'rx="2"'))
  );
}

/** Standing, its nose to the right. */
function dog(coat: string, gear: 'loose' | 'muzzled'): string {
  const legs = [-62, -44, 34, 52].map((x, index) => rect(x, -46, 13, 46, coat, `rx="6" ${index % 2 ? '' : 'opacity=".85"'}`)).join('');
  const face =
    gear === 'muzzled'
      ? rect(112, -112, 34, 24, '#3f7fb0', 'rx="7"') + rect(62, -106, 12, 40, '#d9534f', 'rx="5" transform="rotate(24 68 -86)"')
      : path('M120 -92 l24 0 l-6 14 h-14 z', '#7d2f28') + path('M122 -92 l5 9 l5 -9 z M134 -92 l4 8 l4 -8 z', '#fff');
  return [
    stroke('M-60 -84 q-34 -16 -30 -50', coat, 12),
    legs,
    path(
      'M-70 -66 C-70 -92 -40 -98 0 -94 C30 -92 48 -98 66 -112 L96 -92 C88 -70 78 -54 60 -40 C30 -34 -30 -34 -60 -40 C-68 -46 -70 -56 -70 -66 Z',
      coat,
    ),
    path('M58 -112 C58 -136 78 -146 98 -140 C108 -136 112 -128 118 -120 L146 -110 C150 -100 144 -92 134 -90 L96 -88 C76 -88 58 -94 58 -112 Z', coat),
    path('M66 -134 L58 -164 L88 -142 Z', coat),
    path('M70 -138 L65 -154 L81 -142 Z', '#00000033'),
    circle(98, -124, 5, '#1c1c1c'),
    circle(145, -106, 6, '#1c1c1c'),
    face,
  ].join('');
}

export function strayDog(scene: Scene, after: boolean): string {
  const { random } = scene;
  const coat = random.pick(['#b98046', '#7a5b3c', '#d8b98a', '#5b5552']);
  const other = random.pick(['#4d4a47', '#c99a5f', '#8a6b4a']);
  const backdrop = street(scene);
  if (after) {
    return (
      backdrop +
      stroke('M396 478 Q450 520 510 462', '#d9534f', 5) +
      group('translate(330 552) scale(1.02)', dog(coat, 'muzzled')) +
      person(530, 552, 1.35, '#3f8f8a')
    );
  }
  return (
    backdrop +
    group('translate(600 452) scale(-.62 .62)', dog(other, 'loose')) +
    person(548, 556, 1.1, '#e8577e', 'hair') +
    stroke('M530 480 l-30 -30 M566 480 l30 -32', '#d9a77f', 9) +
    group('translate(300 560) scale(1.02)', dog(coat, 'loose'))
  );
}
