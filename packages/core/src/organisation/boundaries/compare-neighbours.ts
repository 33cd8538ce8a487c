import { area } from '@turf/area';
import { booleanPointInPolygon } from '@turf/boolean-point-in-polygon';
import Flatbush from 'flatbush';
import * as polyclip from 'polyclip-ts';
import type { Boundary, Finding, KnownCommune, Position, Ring, Shape } from './boundary.ts';
import { finding } from './boundary.ts';
import { communeFinder } from './commune-finder.ts';
import { chained, type Edge, matchedEdges } from './outline.ts';
import { boxOf, crosses, signedArea } from './rings.ts';

/** Smaller ones are how two people draw the same stream; in km². */
const leastKm2 = 0.0005;
/** Uniting more than this takes longer than anybody waits for an answer. */
const mostPointsToUnite = 8_000;

export function areaKm2(shape: Shape): number {
  return area({ type: 'MultiPolygon', coordinates: shape }) / 1e6;
}

/**
 * Where areas of communes overlap, and where there is nothing between them, with the neighbours' names. Borders that
 * neighbours share point by point are right by construction; only the others are measured. `mayGoOn` is asked between
 * two measurements: what is left then is named without its area.
 */
export function compareNeighbours(boundaries: readonly Boundary[], communes: readonly KnownCommune[], mayGoOn: () => boolean = () => true): Finding[] {
  const names = new Map(communes.map(({ code, name }) => [code, name]));
  const named = (codes: readonly string[]) => codes.map((code) => names.get(code) ?? code).join(', ');
  const edges = matchedEdges(boundaries);
  const byCode = new Map(boundaries.map((boundary) => [boundary.commune, boundary]));
  const pairs = overlappingPairs(boundaries, edges);
  const findings: Finding[] = [];
  const unmeasured: string[][] = [];

  for (const pair of pairs) {
    if (!mayGoOn()) {
      unmeasured.push(pair);
      continue;
    }
    const [a, b] = pair.map((code) => byCode.get(code)!.shape);
    const common = polyclip.intersection(a!, b!);
    const km2 = common.length === 0 ? 0 : areaKm2(common);
    if (km2 < leastKm2) continue;
    findings.push(finding('overlap', { vi: `${named(pair)} chồng lên nhau ${inWords(km2, 'vi')} km².`, en: `${named(pair)} overlap by ${inWords(km2, 'en')} km².` }, { communes: pair, areaKm2: km2, at: largest(common) }));
  }

  const untidy = new Set(pairs.flat());
  const outside = mayGoOn() ? gapsIn(boundaries, edges, untidy) : null;
  for (const ring of outside ?? []) {
    const km2 = areaKm2([[ring]]);
    if (km2 < leastKm2) continue;
    const beside = neighboursOf(ring, boundaries);
    findings.push(finding('gap', { vi: `Khoảng trống ${inWords(km2, 'vi')} km² giữa ${named(beside)}.`, en: `A gap of ${inWords(km2, 'en')} km² between ${named(beside)}.` }, { communes: beside, areaKm2: km2, at: ring[0]! }));
  }
  if (unmeasured.length > 0 || outside === null) {
    const about = [...new Set(unmeasured.flat())];
    findings.push(finding('not-measured', {
      vi: `Các xã liền kề không dùng chung điểm ranh giới ở quá nhiều chỗ để đo hết${about.length > 0 ? `: ${named(about)}` : ''}. Hãy làm sạch lớp ranh giới (QGIS: v.clean; mapshaper: -clean) rồi kiểm tra lại.`,
      en: `Neighbours do not share the points of their borders in too many places to measure all of it${about.length > 0 ? `: ${named(about)}` : ''}. Please clean the layer (QGIS: v.clean; mapshaper: -clean) and check again.`,
    }, { communes: about }));
  }
  return findings.sort((a, b) => (b.areaKm2 ?? 0) - (a.areaKm2 ?? 0));
}

const inWords = (km2: number, language: 'vi' | 'en') => km2.toLocaleString(language === 'vi' ? 'vi-VN' : 'en-GB', { maximumFractionDigits: km2 < 1 ? 3 : 1 });

/** Pairs of communes that have a piece of land in common, as far as their odd edges tell. */
function overlappingPairs(boundaries: readonly Boundary[], edges: readonly Edge[]): [string, string][] {
  const odd = edges.filter((edge) => edge.odd);
  if (odd.length === 0) return [];
  const index = new Flatbush(edges.length);
  for (const { from, to } of edges) index.add(...boxOf([from, to]));
  index.finish();
  const areas = new Flatbush(boundaries.length);
  for (const { shape } of boundaries) areas.add(...boxOf(shape.flat(2)));
  areas.finish();

  const pairs = new Map<string, [string, string]>();
  const add = (a: string, b: string) => a !== b && pairs.set([a, b].toSorted().join(), [a, b].toSorted() as [string, string]);
  const ofAnother = (commune: string) => (i: number) => boundaries[i]!.commune !== commune;
  let [ringBefore, touchedBefore] = [0, false];
  for (const { from, to, commune, ring, meets } of odd) {
    const near = index.search(...boxOf([from, to]), (i) => edges[i]!.commune !== commune);
    for (const i of near) {
      const other = edges[i]!;
      const twice = other.odd && other.from[0] === from[0] && other.from[1] === from[1] && other.to[0] === to[0] && other.to[1] === to[1];
      if (twice || crosses(from, to, other.from, other.to)) add(commune, other.commune);
    }
    // A border that touches no other lies in another area with all of it or with nothing: one look at each run of it is enough.
    if (meets || near.length > 0 || touchedBefore || ring !== ringBefore) {
      const middle: Position = [(from[0] + to[0]) / 2, (from[1] + to[1]) / 2];
      for (const i of areas.search(...middle, ...middle, ofAnother(commune))) {
        if (booleanPointInPolygon(middle, { type: 'MultiPolygon', coordinates: boundaries[i]!.shape }, { ignoreBoundary: true })) add(commune, boundaries[i]!.commune);
      }
    }
    [ringBefore, touchedBefore] = [ring, near.length > 0];
  }
  return [...pairs.values()];
}

/** Rings around land that is no commune's though communes lie all around it; null where that cannot be told. */
function gapsIn(boundaries: readonly Boundary[], edges: readonly Edge[], untidy: ReadonlySet<string>): Ring[] | null {
  const isHole = (ring: Ring) => signedArea(ring) < 0;
  if (untidy.size === 0) return chained(edges.filter(({ odd }) => odd)).filter(isHole);
  const tidy = boundaries.filter(({ commune }) => !untidy.has(commune));
  const rest = boundaries.filter(({ commune }) => untidy.has(commune)).map(({ shape }) => shape);
  const outline = withHoles(chained(matchedEdges(tidy).filter(({ odd }) => odd)));
  const points = [outline, ...rest].reduce((sum, shape) => sum + shape.flat(2).length, 0);
  if (points > mostPointsToUnite) return null;
  return polyclip.union(outline, ...rest).flatMap(([, ...holes]) => holes);
}

/** Puts each hole into the smallest ring that holds it. */
function withHoles(rings: readonly Ring[]): Shape {
  const parts = rings.filter((ring) => signedArea(ring) > 0).sort((a, b) => signedArea(a) - signedArea(b)).map((ring) => [ring]);
  for (const hole of rings.filter((ring) => signedArea(ring) < 0)) {
    parts.find(([outer]) => booleanPointInPolygon(hole[0]!, { type: 'Polygon', coordinates: [outer!] }))?.push(hole);
  }
  return parts;
}

/** A fifth of a metre. */
const aside = 2e-6;

/** Whoever lies just beside one of the ring's edges, on either side. */
function neighboursOf(ring: Ring, boundaries: readonly Boundary[]): string[] {
  const find = communeFinder(boundaries);
  const beside = new Set<string>();
  for (let i = 0; i + 1 < ring.length; i += 1) {
    const [[x1, y1], [x2, y2]] = [ring[i]!, ring[i + 1]!];
    const length = Math.hypot(x2 - x1, y2 - y1) || 1;
    const [dx, dy] = [((y2 - y1) / length) * aside, ((x1 - x2) / length) * aside];
    for (const side of [1, -1]) {
      const found = find((y1 + y2) / 2 + side * dy, (x1 + x2) / 2 + side * dx);
      if (found !== null) beside.add(found);
    }
  }
  return [...beside].sort();
}

/** A corner of the largest piece. */
function largest(shape: Shape): Position | null {
  const outers = shape.map(([outer]) => outer!).sort((a, b) => Math.abs(signedArea(b)) - Math.abs(signedArea(a)));
  return outers[0]?.[0] ?? null;
}
