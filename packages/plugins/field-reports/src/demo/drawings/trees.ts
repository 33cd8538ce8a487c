import { kerbTop, type Scene, motorbike, person, street, tree } from './scene.ts';
import { circle, each, ellipse, group, path, rect, stroke } from './svg.ts';

const crown = (leaf: string, shade: string): string =>
  [
    circle(-70, -250, 66, shade),
    circle(66, -256, 70, shade),
    circle(0, -316, 84, leaf),
    circle(-40, -256, 62, leaf),
    circle(34, -244, 58, leaf),
    circle(-20, -350, 40, '#ffffff', 'opacity=".08"'),
  ].join('');

const trunk =
  path('M-18 0 C-14 -80 -12 -150 -8 -230 H10 C12 -150 16 -80 22 0 Z', '#7a5a41') + stroke('M0 -160 L-44 -224 M4 -180 L46 -236', '#7a5a41', 12);

export function fallenTree(scene: Scene, after: boolean): string {
  const { light, random } = scene;
  const [leaf, shade] = light.leaf;
  const backdrop = street(scene);
  const x = random.whole(150, 210);
  if (after) {
    const stump =
      rect(x - 22, kerbTop - 40, 44, 44, '#7a5a41') + ellipse(x, kerbTop - 40, 22, 8, '#d8b48a') + ellipse(x, kerbTop - 40, 12, 4, '#b98e62');
    return backdrop + stump + motorbike(470, 552, '#3f8f8a', 1.3) + person(466, 514, 1, '#d9534f', 'helmet');
  }
  const roots = [-60, -36, 0, 34, 58].map((dx) => stroke(`M${x} ${kerbTop - 10} q${dx * 0.4} -34 ${dx - 34} -46`, '#5f4631', 9)).join('');
  return [
    backdrop,
    ellipse(430, 566, 330, 26, '#00000022'),
    path(`M${x - 70} ${kerbTop + 6} q60 -40 130 0 z`, '#6b4d35'),
    roots,
    group(`translate(${x} ${kerbTop + 4}) rotate(74) scale(1.35)`, trunk, crown(leaf, shade)),
    each('560,560 640,540 700,574 520,584', (cx, y) => ellipse(cx, y, 16, 8, leaf)),
  ].join('');
}

export function leaningTree(scene: Scene, after: boolean): string {
  const { light, random } = scene;
  const [leaf, shade] = light.leaf;
  const backdrop = street(scene);
  const x = random.whole(320, 420);
  const hole = `M${x - 60} ${kerbTop + 6} q60 -34 130 0 z`;
  if (after) {
    const stakes = stroke(`M${x - 44} ${kerbTop + 4} L${x - 4} 330 M${x + 52} ${kerbTop + 4} L${x + 8} 330`, '#b98e62', 8);
    return backdrop + rect(x - 52, kerbTop - 14, 112, 22, '#a8664c', 'rx="4"') + tree(x + 4, kerbTop - 8, 1.05, light) + stakes;
  }
  return [
    backdrop,
    path(hole, '#6b4d35'),
    group(`translate(${x} ${kerbTop + 2}) rotate(31)`, trunk, crown(random.chance(0.5) ? leaf : '#a58f52', random.chance(0.5) ? shade : '#8a7742')),
    stroke(`M${x - 18} ${kerbTop - 20} l14 -10 l-4 -14 l16 -8`, '#3f2d1e', 4),
    person(x - 140, 488, 1, '#8c5a9c'),
    person(x - 196, 484, 0.72, '#e0a63a', 'hair'),
  ].join('');
}
