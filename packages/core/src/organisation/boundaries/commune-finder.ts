import { booleanPointInPolygon } from '@turf/boolean-point-in-polygon';
import Flatbush from 'flatbush';
import type { Boundary } from './boundary.ts';
import { boxOf } from './rings.ts';

/** The commune in whose area a place lies, or null for a place outside of all of them. */
export type CommuneFinder = (lat: number, lon: number) => string | null;

/**
 * Finds communes in memory, in some hundredths of a millisecond. Where two areas overlap, the smaller commune is
 * answered, always the same one: it is the one that was cut out of the other.
 */
export function communeFinder(boundaries: readonly Boundary[]): CommuneFinder {
  if (boundaries.length === 0) return () => null;
  const boxes = boundaries.map(({ shape }) => boxOf(shape.flatMap(([outer = []]) => outer)));
  const size = boxes.map(([west, south, east, north]) => (east - west) * (north - south));
  const index = new Flatbush(boundaries.length);
  for (const box of boxes) index.add(...box);
  index.finish();
  return (lat, lon) => {
    const near = index.search(lon, lat, lon, lat).sort((a, b) => size[a]! - size[b]!);
    const found = near.find((i) => booleanPointInPolygon([lon, lat], { type: 'MultiPolygon', coordinates: boundaries[i]!.shape }));
    return found === undefined ? null : boundaries[found]!.commune;
  };
}
