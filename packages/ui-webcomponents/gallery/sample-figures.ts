import type { Shape } from '../src/charts/geometry/projection.ts';
import type { LinePoint, LineSeries } from '../src/charts/line-chart/line-series.ts';
import type { PointFeature } from '../src/map/points-map/points.ts';
import { cells, corner, hueCommunes } from './samples.ts';

export const communeShapes: readonly Shape[] = cells.slice(0, hueCommunes.length).map(({ x, y }, i) => {
  const sides = [[0, 0, 1, 0], [1, 0, 0, 1], [1, 1, -1, 0], [0, 1, 0, -1]] as const;
  const ring = sides.flatMap(([left, top, right, down]) => [...Array(4).keys()].map((at) => corner(x + left + (right * at) / 4, y + top + (down * at) / 4)));
  const { code, name } = hueCommunes[i]!;
  return { type: 'Feature', id: code, properties: { code, name }, geometry: { type: 'Polygon', coordinates: [[...ring, ring[0]!]] } };
});

/** Where a province has no borders yet. */
export const communeCentres: readonly Shape[] = communeShapes.map((shape, i) => ({ ...shape, geometry: { type: 'Point', coordinates: [hueCommunes[i]!.lon, hueCommunes[i]!.lat] } }));

export const months: readonly string[] = [...Array(14).keys()].map((i) => `${String(((i + 8) % 12) + 1).padStart(2, '0')}/${i < 4 ? 2025 : 2026}`);

/** A line that rises, with its own waves; the last month is not over. */
export function rising(label: string, seed: number, change: (point: LinePoint, month: number) => LinePoint = (point) => point): LineSeries {
  const points = months.map((_, i) => change({ value: Math.min(98.4, Math.round((52 + seed * 1.4 + i * 2.3 + 6 * Math.sin(i * 0.9 + seed)) * 10) / 10), ...(i === 13 && { provisional: true }) }, i));
  return { label, points };
}

export function samplePoints(titles: readonly string[], detail: string, count = 160): PointFeature[] {
  return [...Array(count).keys()].map((i) => ({
    type: 'Feature',
    id: `H-${i}`,
    geometry: { type: 'Point', coordinates: [107.2 + ((i * 7919) % 600) / 1000, 16.28 + ((i * 104729) % 380) / 1000] },
    properties: { title: titles[i % titles.length]!, detail, href: `#${i}` },
  }));
}
