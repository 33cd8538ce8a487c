import type { Boundary, Finding } from './boundary.ts';
import { finding } from './boundary.ts';
import { areaKm2, compareNeighbours } from './compare-neighbours.ts';
import { readBoundaries, type ReadOptions } from './read-boundaries.ts';

export interface Checked {
  readonly boundaries: readonly Boundary[];
  readonly points: number;
  readonly areaKm2: number;
  /** Each keeps the file from being saved. */
  readonly faults: readonly Finding[];
  /** Gaps, overlaps, communes that are missing: a province may begin with what it has. */
  readonly warnings: readonly Finding[];
}

/** All that can be said about a file of boundaries, without database and clock. */
export function checkBoundaries(bytes: Uint8Array, options: ReadOptions, mayGoOn?: () => boolean): Checked {
  const { boundaries, faults } = readBoundaries(bytes, options);
  const points = boundaries.reduce((sum, { shape }) => sum + shape.flat(2).length, 0);
  // What is measured between broken rings says nothing.
  if (faults.length > 0) return { boundaries, points, areaKm2: 0, faults, warnings: [] };
  if (boundaries.length === 0) {
    return { boundaries, points, areaKm2: 0, faults: [finding('unreadable', { vi: 'Tệp không có xã, phường nào.', en: 'The file holds no communes.' })], warnings: [] };
  }
  const drawn = new Set(boundaries.map(({ commune }) => commune));
  const missing = options.communes.filter(({ code }) => !drawn.has(code)).map(({ code, name }) =>
    finding('missing-commune', { vi: `Chưa có ranh giới của ${name} (${code}); nơi ở đó được xếp vào xã, phường gần nhất.`, en: `No boundary of ${name} (${code}); its places are given to the nearest commune.` }, { communes: [code] }),
  );
  const total = boundaries.reduce((sum, { shape }) => sum + areaKm2(shape), 0);
  return { boundaries, points, areaKm2: Math.round(total * 100) / 100, faults, warnings: [...missing, ...compareNeighbours(boundaries, options.communes, mayGoOn)] };
}
