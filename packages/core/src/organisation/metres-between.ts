/** Degrees, WGS 84. */
export interface Point {
  readonly lat: number;
  readonly lon: number;
}

// Mean radius of the earth (IUGG).
const earthMetres = 6_371_008.8;
const radians = (degrees: number) => (degrees * Math.PI) / 180;

/** Of latitude anywhere; of longitude times the cosine of the latitude. For boxes and grids around a place. */
export const metresPerDegree = radians(earthMetres);

/** Metres on the great circle: exact to half a percent, at any distance. */
export function metresBetween(a: Point, b: Point): number {
  const half = (from: number, to: number) => Math.sin(radians(to - from) / 2) ** 2;
  const h = half(a.lat, b.lat) + Math.cos(radians(a.lat)) * Math.cos(radians(b.lat)) * half(a.lon, b.lon);
  return 2 * earthMetres * Math.asin(Math.min(1, Math.sqrt(h)));
}
