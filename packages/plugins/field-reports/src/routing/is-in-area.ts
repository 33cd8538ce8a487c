/** Longitude and latitude in degrees. */
export type Position = readonly [number, number];
/** Drawn on the map by whoever edits the rules: closed, the last position is the first. */
export type Ring = readonly Position[];

/** Whether a place lies within a drawn area: a line from it to the east crosses the border an odd number of times. */
export function isInArea(ring: Ring, lon: number, lat: number): boolean {
  let inside = false;
  for (let i = 0; i + 1 < ring.length; i += 1) {
    const [x1, y1] = ring[i]!;
    const [x2, y2] = ring[i + 1]!;
    if (y1 > lat !== y2 > lat && lon < x1 + ((lat - y1) / (y2 - y1)) * (x2 - x1)) inside = !inside;
  }
  return inside;
}

/** Whether two edges of it cross, so that nobody could say what is inside. */
export function crossesItself(ring: Ring): boolean {
  for (let i = 0; i + 1 < ring.length; i += 1) {
    for (let j = i + 2; j + 1 < ring.length; j += 1) {
      if (cross(ring[i]!, ring[i + 1]!, ring[j]!, ring[j + 1]!)) return true;
    }
  }
  return false;
}

function cross(a: Position, b: Position, c: Position, d: Position): boolean {
  return side(a, b, c) * side(a, b, d) < 0 && side(c, d, a) * side(c, d, b) < 0;
}

function side([ax, ay]: Position, [bx, by]: Position, [cx, cy]: Position): number {
  return Math.sign((bx - ax) * (cy - ay) - (by - ay) * (cx - ax));
}
