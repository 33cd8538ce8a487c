import { lights, type Scene, street } from './scene.ts';
import { circle, ellipse, glow, group, path, rect, stroke } from './svg.ts';

export function streetLight(scene: Scene, after: boolean): string {
  const night = { ...scene, light: lights.night };
  const x = scene.random.whole(330, 470);
  const lamp = [
    stroke(`M${x} 470 V150 C${x} 110 ${x + 50} 104 ${x + 104} 112`, '#7b8496', 13),
    rect(x - 22, 448, 44, 24, '#5d6578', 'rx="4"'),
    path(`M${x + 84} 100 h66 l-10 26 h-46 z`, '#aab1c0'),
  ].join('');
  const stars = Array.from({ length: 22 }, () =>
    circle(scene.random.between(0, 800), scene.random.between(0, 150), scene.random.between(0.8, 2), '#fff', 'opacity=".7"'),
  ).join('');
  const backdrop = street(night) + stars;
  if (!after) return backdrop + rect(0, 0, 800, 600, '#070b18', 'opacity=".35"') + lamp + path(`M${x + 96} 126 h42 l-4 8 h-34 z`, '#3a4152');
  return [
    backdrop,
    `<defs>${glow('halo', '#ffe9a8', 0.95)}</defs>`,
    path(`M${x + 96} 126 h42 L${x + 330} 600 H${x - 110} Z`, '#ffe9a8', 'opacity=".34"'),
    ellipse(x + 112, 528, 230, 66, '#ffe9a8', 'opacity=".34"'),
    lamp,
    circle(x + 117, 130, 92, 'url(#halo)'),
    path(`M${x + 96} 126 h42 l-6 14 h-30 z`, '#fffbe0'),
  ].join('');
}

export function leaningPole(scene: Scene, after: boolean): string {
  const { random } = scene;
  const x = random.whole(340, 460);
  const side = random.pick([-1, 1]);
  const pole = [
    path(`M${x - 11} 446 L${x - 7} 70 h14 L${x + 11} 446 Z`, '#a59d90'),
    rect(x - 76, 98, 152, 10, '#6d665b'),
    [-66, -26, 26, 66].map((offset) => rect(x + offset - 5, 82, 10, 18, '#5c7f9a', 'rx="3"')).join(''),
    rect(x - 26, 210, 52, 70, '#8a9199', 'rx="5"'),
    [146, 172].map((y) => rect(x - 14, y, 28, 6, '#6d665b')).join(''),
  ].join('');
  const wires = (tilt: number, sag: number) =>
    [-66, -26, 26, 66]
      .map((offset) =>
        stroke(
          `M0 ${70 + offset * 0.2} Q${x / 2} ${110 + sag} ${x + offset + tilt} 84 Q${(x + 800) / 2} ${110 + sag} 800 ${70 - offset * 0.2}`,
          '#33363c',
          3,
        ),
      )
      .join('');
  const backdrop = street(scene);
  if (after) return backdrop + wires(0, 26) + pole + rect(x - 34, 430, 68, 24, '#bdb6a8', 'rx="4"');
  const crack = stroke(`M${x - 12} 404 l10 8 l-6 9 l18 8`, '#4d473f', 4);
  return (
    backdrop +
    wires(side * 92, 96) +
    group(`rotate(${side * 15} ${x} 446)`, pole, crack) +
    path(`M${x - 60} 452 l24 -22 l22 14 l26 -18 l40 26 z`, '#8b7359')
  );
}

export function saggingCables(scene: Scene, after: boolean): string {
  const { random } = scene;
  const backdrop = street(scene);
  const poles = [150, 650]
    .map((x) => path(`M${x - 10} 446 L${x - 6} 90 h12 L${x + 10} 446 Z`, '#a59d90') + rect(x - 50, 116, 100, 9, '#6d665b'))
    .join('');
  if (after) {
    const tidy = [0, 1, 2]
      .map((index) =>
        stroke(
          `M0 ${130 + index * 9} Q80 ${140 + index * 9} 150 ${122 + index * 9} Q400 ${158 + index * 9} 650 ${122 + index * 9} Q720 ${140 + index * 9} 800 ${130 + index * 9}`,
          '#2f3238',
          5,
        ),
      )
      .join('');
    return backdrop + tidy + poles + [280, 400, 520].map((x) => rect(x - 5, 140, 10, 34, '#2f3238', 'rx="4"')).join('');
  }
  const mess = Array.from({ length: 15 }, (_, index) => {
    const low = random.between(190, 350);
    return stroke(
      `M${-10} ${random.between(100, 160)} Q80 ${random.between(150, 230)} 150 ${116 + index * 4} C280 ${low} 500 ${low + random.between(-50, 60)} 650 ${116 + index * 4} Q730 ${random.between(150, 230)} 810 ${random.between(100, 160)}`,
      random.pick(['#26282d', '#33363c', '#3d4047']),
      random.between(2.5, 6),
    );
  }).join('');
  const coils = [150, 650]
    .map((x) =>
      [0, 1, 2, 3].map((index) => ellipse(x + index * 5 - 8, 178 + index * 7, 38, 30, 'none', 'stroke="#26282d" stroke-width="5"')).join(''),
    )
    .join('');
  const hanging = stroke(`M420 300 C440 400 380 460 430 520 C460 556 520 540 540 566`, '#26282d', 6);
  return backdrop + poles + mess + coils + hanging;
}

export function trafficLight(scene: Scene, after: boolean): string {
  const { random } = scene;
  const x = random.whole(330, 470);
  const lamps = after ? ['#4a1f1d', '#4d431c', '#3ddc71'] : ['#3b3231', '#3b3931', '#313a33'];
  const head = [
    rect(x - 60, 70, 120, 276, '#23262c', 'rx="22"'),
    lamps
      .map(
        (colour, index) =>
          circle(x, 120 + index * 88, 35, colour) + path(`M${x - 42} ${112 + index * 88} a42 42 0 0 1 84 0 l-8 0 a34 34 0 0 0 -68 0 z`, '#15171b'),
      )
      .join(''),
  ].join('');
  const post = rect(x - 9, 340, 18, 110, '#6d737b');
  const glowing = after ? `<defs>${glow('green', '#3ddc71', 0.8)}</defs>${circle(x, 296, 84, 'url(#green)')}` : '';
  const crossing = Array.from({ length: 7 }, (_, index) => path(`M${90 + index * 96} 600 l34 -120 h36 l-16 120 z`, '#f5f1e6', 'opacity=".8"')).join(
    '',
  );
  const cars = after ? '' : car(150, 560, '#c14f45') + group('translate(1180 0) scale(-1 1)', car(520, 590, '#4f79a8'));
  return street(scene) + crossing + post + (after ? head : group(`rotate(${random.pick([-9, 9])} ${x} 340)`, head)) + glowing + cars;
}

function car(x: number, ground: number, colour: string): string {
  return [
    path(`M${x - 110} ${ground - 24} v-34 q0 -10 14 -12 l26 -4 l34 -40 q6 -8 18 -8 h56 q12 0 18 8 l26 40 l22 6 q14 4 14 16 v28 z`, colour),
    path(`M${x - 58} ${ground - 76} l24 -30 q4 -6 12 -6 h14 v36 z M${x + 2} ${ground - 112} h34 q8 0 12 6 l18 30 h-64 z`, '#cfe4ee'),
    [-66, 70].map((offset) => circle(x + offset, ground - 24, 24, '#24262b') + circle(x + offset, ground - 24, 11, '#9aa0a8')).join(''),
  ].join('');
}
