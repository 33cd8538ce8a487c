export interface Placed<Item> {
  readonly item: Item;
  /** Pixels. */
  readonly x: number;
  readonly y: number;
}

export interface Cluster<Item> {
  readonly x: number;
  readonly y: number;
  readonly items: readonly Item[];
}

/**
 * Points that stand close together, taken as one: those of one square of a grid, and squares whose midsts would touch.
 * The grid lies still while the map moves, so that a cluster does not come and go at its border; `size` is in pixels, at
 * least a finger wide.
 */
export function clusters<Item>(points: readonly Placed<Item>[], size = 56): Cluster<Item>[] {
  const squares = new Map<string, Placed<Item>[]>();
  for (const point of points) {
    const square = `${Math.floor(point.x / size)}|${Math.floor(point.y / size)}`;
    const there = squares.get(square);
    if (there === undefined) squares.set(square, [point]);
    else there.push(point);
  }
  const found: Placed<Item>[][] = [];
  for (const members of [...squares.values()].toSorted((a, b) => b.length - a.length)) {
    const at = midst(members);
    const near = found.find((other) => Math.hypot(midst(other).x - at.x, midst(other).y - at.y) < size * 0.85);
    if (near === undefined) found.push([...members]);
    else near.push(...members);
  }
  return found.map((members) => ({ ...midst(members), items: members.map(({ item }) => item) }));
}

function midst(members: readonly Placed<unknown>[]): { readonly x: number; readonly y: number } {
  return { x: members.reduce((sum, { x }) => sum + x, 0) / members.length, y: members.reduce((sum, { y }) => sum + y, 0) / members.length };
}
