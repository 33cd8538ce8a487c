/** `[longitude, latitude]` in degrees, as in GeoJSON. */
export type Position = readonly number[];

export interface Shape {
  readonly type: 'Feature';
  readonly id?: string | number;
  readonly properties: Readonly<Record<string, unknown>> | null;
  readonly geometry:
    | { readonly type: 'Polygon'; readonly coordinates: readonly (readonly Position[])[] }
    | { readonly type: 'MultiPolygon'; readonly coordinates: readonly (readonly (readonly Position[])[])[] }
    | { readonly type: 'Point'; readonly coordinates: Position };
}

/** `[west, south, east, north]` */
export type Bounds = readonly [number, number, number, number];

export interface Projection {
  readonly width: number;
  readonly height: number;
  readonly project: (position: Position) => readonly [number, number];
}

/** All rings of a shape; none of a point. */
export function ringsOf({ geometry }: Shape): readonly (readonly Position[])[] {
  if (geometry.type === 'Polygon') return geometry.coordinates;
  return geometry.type === 'MultiPolygon' ? geometry.coordinates.flat() : [];
}

export function boundsOf(shapes: readonly Shape[]): Bounds {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const shape of shapes) {
    const positions = shape.geometry.type === 'Point' ? [shape.geometry.coordinates] : ringsOf(shape).flat();
    for (const [lon = 0, lat = 0] of positions) {
      west = Math.min(west, lon);
      east = Math.max(east, lon);
      south = Math.min(south, lat);
      north = Math.max(north, lat);
    }
  }
  return [west, south, east, north];
}

/** Degrees to pixels within a box: lengths are true in the middle latitude, which is enough for a province or a country. */
export function projectionTo([west, south, east, north]: Bounds, width: number, mostHeight: number, padding = 4): Projection {
  const squeeze = Math.cos((((south + north) / 2) * Math.PI) / 180);
  const wide = Math.max((east - west) * squeeze, 1e-6);
  const high = Math.max(north - south, 1e-6);
  const scale = Math.min((width - 2 * padding) / wide, (mostHeight - 2 * padding) / high);
  const height = Math.round(high * scale + 2 * padding);
  const left = (width - wide * scale) / 2;
  return { width, height, project: ([lon = 0, lat = 0]) => [left + (lon - west) * squeeze * scale, padding + (north - lat) * scale] };
}

/** A shape as the path of an SVG; corners that would fall into the same half pixel are left out. */
export function pathOf(shape: Shape, project: Projection['project']): string {
  return ringsOf(shape)
    .map((ring) => {
      let [lastX, lastY] = [Infinity, Infinity];
      const corners: string[] = [];
      for (const position of ring) {
        const [x, y] = project(position);
        if (Math.abs(x - lastX) < 0.5 && Math.abs(y - lastY) < 0.5) continue;
        corners.push(`${x.toFixed(1)} ${y.toFixed(1)}`);
        [lastX, lastY] = [x, y];
      }
      return corners.length < 3 ? '' : `M${corners.join('L')}Z`;
    })
    .join('');
}

/** Whether a place lies in a shape: counted by the rings that a line to the east crosses, so that holes are outside. */
export function contains(shape: Shape, [lon = 0, lat = 0]: Position): boolean {
  let inside = false;
  for (const ring of ringsOf(shape)) {
    for (let i = 0, j = ring.length - 1; i < ring.length; j = i, i += 1) {
      const [x1 = 0, y1 = 0] = ring[i]!;
      const [x2 = 0, y2 = 0] = ring[j]!;
      if (y1 > lat !== y2 > lat && lon < ((x2 - x1) * (lat - y1)) / (y2 - y1) + x1) inside = !inside;
    }
  }
  return inside;
}
