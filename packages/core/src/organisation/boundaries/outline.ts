import type { Boundary, Position, Ring } from './boundary.ts';
import { signedArea } from './rings.ts';

/** An edge of a commune's border, with the commune on its left. */
export interface Edge {
  readonly from: Position;
  readonly to: Position;
  readonly commune: string;
  /** Number of its ring. */
  readonly ring: number;
  /** Whether its neighbour has the very same edge the other way round. Odd ones bound the province, or are a fault. */
  readonly odd: boolean;
  /** Whether the border of another commune begins or ends here too. */
  readonly meets: boolean;
}

/** All edges of all communes, matched with those of their neighbours. */
export function matchedEdges(boundaries: readonly Boundary[]): Edge[] {
  const ids = new Map<string, number>();
  const owners: (string | null)[] = [];
  const idOf = ([lon, lat]: Position, commune: string): number => {
    const key = `${lon},${lat}`;
    let id = ids.get(key);
    if (id === undefined) {
      ids.set(key, (id = owners.length));
      owners.push(commune);
    } else if (owners[id] !== commune) owners[id] = null;
    return id;
  };
  const most = 2 ** 26;
  const edges: { from: Position; to: Position; commune: string; ring: number; a: number; b: number }[] = [];
  let rings = 0;
  const times = new Map<number, number>();
  for (const { commune, shape } of boundaries) {
    for (const part of shape) {
      for (const [i, ring] of part.entries()) {
        const points = leftwards(ring, i === 0);
        rings += 1;
        for (let at = 0; at + 1 < points.length; at += 1) {
          const [from, to] = [points[at]!, points[at + 1]!];
          const [a, b] = [idOf(from, commune), idOf(to, commune)];
          edges.push({ from, to, commune, ring: rings, a, b });
          times.set(a * most + b, (times.get(a * most + b) ?? 0) + 1);
        }
      }
    }
  }
  return edges.map(({ from, to, commune, ring, a, b }) => ({
    from, to, commune, ring,
    odd: times.get(a * most + b) !== 1 || times.get(b * most + a) !== 1,
    meets: owners[a] === null || owners[b] === null,
  }));
}

/** Outer rings against the clock, holes with it: the area always lies on the left. */
function leftwards(ring: Ring, outer: boolean): Ring {
  return signedArea(ring) > 0 === outer ? ring : ring.toReversed();
}

/**
 * Chains edges to closed rings, keeping to the right where several go on, so that a hole that touches the outline is a
 * ring of its own. Rings against the clock bound the area from outside, those with it are its holes.
 */
export function chained(edges: readonly Edge[]): Ring[] {
  const key = ([lon, lat]: Position) => `${lon},${lat}`;
  const leaving = new Map<string, Edge[]>();
  for (const edge of edges) {
    const others = leaving.get(key(edge.from));
    if (others === undefined) leaving.set(key(edge.from), [edge]);
    else others.push(edge);
  }
  const rings: Ring[] = [];
  for (const start of edges) {
    if (!take(leaving.get(key(start.from))!, start)) continue;
    const ring: Ring = [start.from, start.to];
    for (let edge = start; key(edge.to) !== key(start.from); ) {
      const next = rightmost(edge, leaving.get(key(edge.to)) ?? []);
      if (next === undefined) break;
      take(leaving.get(key(next.from))!, next);
      ring.push(next.to);
      edge = next;
    }
    if (key(ring.at(-1)!) === key(start.from)) rings.push(ring);
  }
  return rings;
}

function take(edges: Edge[], edge: Edge): boolean {
  const at = edges.indexOf(edge);
  if (at !== -1) edges.splice(at, 1);
  return at !== -1;
}

function rightmost(edge: Edge, next: readonly Edge[]): Edge | undefined {
  if (next.length < 2) return next[0];
  const angle = ({ from, to }: Edge) => Math.atan2(to[1] - from[1], to[0] - from[0]);
  const back = angle(edge) + Math.PI;
  // How far against the clock from where we came: the least is the sharpest turn to the right.
  const turn = (one: Edge) => (((angle(one) - back) % (2 * Math.PI)) + 2 * Math.PI) % (2 * Math.PI) || 2 * Math.PI;
  return next.toSorted((a, b) => turn(a) - turn(b))[0];
}
