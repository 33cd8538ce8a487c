import { boundsOf, contains, type Position, type Shape } from '../../charts/geometry/projection.ts';

export interface NamedPlace {
  readonly name: string;
  /** It lies within; else that is the nearest centre, and borders are not known. */
  readonly within: boolean;
}

/** The name of a shape, as its properties say. */
export const nameOf = ({ properties }: Shape): string => String(properties?.['name'] ?? properties?.['label'] ?? '');

export function centreOf(shape: Shape): readonly [number, number] {
  if (shape.geometry.type === 'Point') return [shape.geometry.coordinates[0] ?? 0, shape.geometry.coordinates[1] ?? 0];
  const [west, south, east, north] = boundsOf([shape]);
  return [(west + east) / 2, (south + north) / 2];
}

/** The commune that a place lies in; where only centres are known, the nearest of them. */
export function placeName(places: readonly Shape[], [lon = 0, lat = 0]: Position): NamedPlace | undefined {
  const around = places.find((place) => contains(place, [lon, lat]));
  if (around !== undefined) return { name: nameOf(around), within: true };
  const points = places.filter(({ geometry }) => geometry.type === 'Point');
  const squeeze = Math.cos((lat * Math.PI) / 180);
  const far = (place: Shape) => Math.hypot((centreOf(place)[0] - lon) * squeeze, centreOf(place)[1] - lat);
  const nearest = points.toSorted((a, b) => far(a) - far(b))[0];
  return nearest === undefined ? undefined : { name: nameOf(nearest), within: false };
}
