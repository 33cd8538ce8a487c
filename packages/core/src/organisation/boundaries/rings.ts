import Flatbush from 'flatbush';
import type { Position, Ring } from './boundary.ts';

/** What is wrong with a single ring, or null. `at` is where to look. */
export function ringFault(ring: Ring): { readonly kind: 'unclosed' | 'too-few-points' | 'self-crossing'; readonly at: Position } | null {
  const [first] = ring;
  const last = ring.at(-1);
  if (first === undefined || last === undefined) return { kind: 'too-few-points', at: [0, 0] };
  if (!same(first, last)) return { kind: 'unclosed', at: last };
  if (ring.length < 4) return { kind: 'too-few-points', at: first };
  const at = selfCrossing(ring);
  return at === null ? null : { kind: 'self-crossing', at };
}

/** Where two edges of a ring cross. Edges that merely touch do no harm: inside and outside stay what they are. */
function selfCrossing(ring: Ring): Position | null {
  const edges = edgesIndex([ring]);
  for (let i = 0; i + 1 < ring.length; i += 1) {
    const [a, b] = [ring[i]!, ring[i + 1]!];
    for (const j of edges.search(...boxOf([a, b]))) {
      if (j > i && crosses(a, b, ring[j]!, ring[j + 1]!)) return a;
    }
  }
  return null;
}

/** The edges of rings by their boxes, numbered in order. */
export function edgesIndex(rings: readonly Ring[]): Flatbush {
  const index = new Flatbush(rings.reduce((sum, ring) => sum + ring.length - 1, 0));
  for (const ring of rings) {
    for (let i = 0; i + 1 < ring.length; i += 1) index.add(...boxOf([ring[i]!, ring[i + 1]!]));
  }
  index.finish();
  return index;
}

/** Whether two edges cross each other in their insides. */
export function crosses(a: Position, b: Position, c: Position, d: Position): boolean {
  return turn(a, b, c) * turn(a, b, d) < 0 && turn(c, d, a) * turn(c, d, b) < 0;
}

/** Positive where `c` lies to the left of the line from `a` to `b`. */
function turn(a: Position, b: Position, c: Position): number {
  return Math.sign((b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]));
}

/** Twice the area in square degrees; positive where the ring runs against the clock. */
export function signedArea(ring: Ring): number {
  let sum = 0;
  for (let i = 0; i + 1 < ring.length; i += 1) sum += ring[i]![0] * ring[i + 1]![1] - ring[i + 1]![0] * ring[i]![1];
  return sum;
}

export function boxOf(positions: readonly Position[]): [number, number, number, number] {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [lon, lat] of positions) {
    west = Math.min(west, lon);
    south = Math.min(south, lat);
    east = Math.max(east, lon);
    north = Math.max(north, lat);
  }
  return [west, south, east, north];
}

export function same(a: Position, b: Position): boolean {
  return a[0] === b[0] && a[1] === b[1];
}
