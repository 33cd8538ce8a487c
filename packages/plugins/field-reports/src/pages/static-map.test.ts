import { expect, test } from 'vitest';
import { drawStaticMap } from './static-map.ts';

const communes = [
  { name: 'Thuận Hóa', lat: 16.46, lon: 107.59 },
  { name: 'A Lưới 1', lat: 16.2, lon: 107.25 },
];

test('reports that stand close together are one dot, which names the nearest commune and holds all of them in its box', () => {
  const here = [0, 1, 2].map((i) => ({ lat: 16.46 + i / 1_000, lon: 107.59 }));
  const { dots } = drawStaticMap([...here, { lat: 16.2, lon: 107.25 }], communes);
  expect(dots.map(({ count, near }) => [count, near])).toEqual([[3, 'Thuận Hóa'], [1, 'A Lưới 1']]);
  const [west, south, east, north] = dots[0]!.box;
  expect(here.every(({ lat, lon }) => lon >= west && lon <= east && lat >= south && lat <= north)).toBe(true);
});

test('a map of one report, or of none, can be drawn too', () => {
  expect(drawStaticMap([{ lat: 16.46, lon: 107.59 }], []).dots).toMatchObject([{ count: 1, near: '' }]);
  expect(drawStaticMap([], []).dots).toEqual([]);
  const { dots, height } = drawStaticMap([], communes);
  expect([dots, Number.isFinite(height)]).toEqual([[], true]);
});

test('no circle covers another, and no name another', () => {
  const points = Array.from({ length: 400 }, (_, i) => ({ lat: 16.3 + ((i * 37) % 100) / 400, lon: 107.4 + ((i * 61) % 100) / 300 }));
  const { dots, labels } = drawStaticMap(points, communes);
  expect(dots.reduce((sum, { count }) => sum + count, 0)).toBe(400);
  const close = dots.flatMap((one, i) => dots.slice(i + 1).filter((other) => Math.hypot(one.x - other.x, one.y - other.y) < 31));
  expect(close).toEqual([]);
  expect(new Set(labels.map(({ text }) => text)).size).toBe(labels.length);
});
