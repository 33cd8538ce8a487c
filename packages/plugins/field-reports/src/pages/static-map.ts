import { type Html, type Say } from '@tinhthong/core';
import { html } from 'hono/html';

/** Degrees. */
interface Place {
  readonly lat: number;
  readonly lon: number;
}
export interface Named extends Place {
  readonly name: string;
}
/** Points that stand close together, and the piece of map that they are in. */
export interface Dot extends Place {
  readonly count: number;
  readonly box: readonly [west: number, south: number, east: number, north: number];
  /** The named place that is nearest. */
  readonly near: string;
}

// Drawn for a phone's width: there the circles still have the size of a finger.
const width = 480;
const margin = 40;
const cell = 32;

interface Drawn extends Dot {
  readonly x: number;
  readonly y: number;
}
interface Label {
  readonly x: number;
  readonly y: number;
  readonly text: string;
}

/**
 * A map without a script: points gathered in the squares of a grid, and squares whose circles would touch, each named
 * by the commune that is nearest. The same for everybody, and light: some kilobytes.
 */
export function drawStaticMap(points: readonly Place[], places: readonly Named[]): { readonly height: number; readonly dots: readonly Drawn[]; readonly labels: readonly Label[] } {
  const all = [...places, ...points];
  if (all.length === 0) return { height: 0, dots: [], labels: [] };
  const [west, east] = extent(all.map(({ lon }) => lon));
  const [south, north] = extent(all.map(({ lat }) => lat));
  const narrowed = Math.cos(((south + north) / 2) * (Math.PI / 180));
  const perDegree = (width - 2 * margin) / ((east - west) * narrowed);
  const height = Math.round((north - south) * perDegree + 2 * margin);
  const onPaper = ({ lat, lon }: Place) => ({ x: round(margin + (lon - west) * narrowed * perDegree), y: round(margin + (north - lat) * perDegree) });
  const squares = new Map<string, Place[]>();
  for (const point of points) {
    const { x, y } = onPaper(point);
    const square = `${Math.floor(x / cell)}|${Math.floor(y / cell)}`;
    const there = squares.get(square);
    if (there === undefined) squares.set(square, [point]);
    else there.push(point);
  }
  const dotOf = (members: readonly Place[]): Drawn & { readonly members: readonly Place[] } => {
    const middle = { lat: mean(members.map(({ lat }) => lat)), lon: mean(members.map(({ lon }) => lon)) };
    return { ...middle, ...onPaper(middle), members, count: members.length, box: boxOf(members), near: nearest(places, middle) };
  };
  let dots = [...squares.values()].map(dotOf);
  // Circles grow as they take others in, and then touch more.
  for (let touching = touchOf(dots); touching !== undefined; touching = touchOf(dots)) {
    const [one, other] = touching;
    dots = [...dots.filter((dot) => dot !== one && dot !== other), dotOf([...one.members, ...other.members])];
  }
  const drawn = dots.toSorted((a, b) => b.count - a.count).map(({ members: _, ...dot }) => dot);
  return { height, dots: drawn, labels: freeLabels(drawn) };
}

function touchOf<D extends Drawn>(dots: readonly D[]): readonly [D, D] | undefined {
  for (const [i, one] of dots.entries()) {
    const other = dots.slice(i + 1).find(({ x, y, count }) => Math.hypot(x - one.x, y - one.y) < radius(count) + radius(one.count) - 3);
    if (other !== undefined) return [one, other];
  }
  return undefined;
}

/** The same dots in words, for those who read: the map is a drawing of it. */
export function staticMap(say: Say, points: readonly Place[], places: readonly Named[], hrefOf: (dot: Dot) => string): Html {
  const { height, dots, labels } = drawStaticMap(points, places);
  const words = ({ count, near }: Dot) => say(`${count} phản ánh quanh ${near}`, `${count} ${count === 1 ? 'report' : 'reports'} around ${near}`);
  return html`<svg class="still-map" viewBox="0 0 ${width} ${height}" role="group" aria-label="${say('Bản đồ: số phản ánh theo từng ô', 'Map: reports by square')}">
${labels.map(({ x, y, text }) => html`<text x="${x}" y="${y}" aria-hidden="true">${text}</text>`)}
${dots.map((dot) => html`<a href="${hrefOf(dot)}" aria-label="${words(dot)}"><title>${words(dot)}</title><circle cx="${dot.x}" cy="${dot.y}" r="${radius(dot.count)}"/><text x="${dot.x}" y="${dot.y + 5}" aria-hidden="true">${dot.count}</text></a>`)}</svg>`;
}

/** The area grows with the number; never smaller than a finger on a phone needs. */
const radius = (count: number) => Math.min(25, Math.round(17.5 + 0.5 * Math.sqrt(count - 1)));

const halfLetter = 4.7;

/** The name of what is nearest to a circle is written below it, where it covers neither another name nor a circle. */
function freeLabels(dots: readonly Drawn[]): Label[] {
  const taken = dots.map(({ x, y, count }) => ({ left: x - radius(count), right: x + radius(count), top: y - radius(count), bottom: y + radius(count) }));
  const named = new Set<string>();
  return dots.flatMap(({ x, y, count, near }) => {
    const half = near.length * halfLetter;
    const top = y + radius(count);
    const room = { left: x - half, right: x + half, top: top + 1, bottom: top + 19 };
    if (near === '' || named.has(near) || room.left < 0 || room.right > width || taken.some((other) => room.left < other.right && room.right > other.left && room.top < other.bottom && room.bottom > other.top)) return [];
    taken.push(room);
    named.add(near);
    return [{ x, y: round(top + 15), text: near }];
  });
}

function boxOf(members: readonly Place[]): Dot['box'] {
  const lons = members.map(({ lon }) => lon);
  const lats = members.map(({ lat }) => lat);
  return [down(Math.min(...lons)), down(Math.min(...lats)), up(Math.max(...lons)), up(Math.max(...lats))];
}

function nearest(places: readonly Named[], { lat, lon }: Place): string {
  const far = (place: Place) => (place.lat - lat) ** 2 + ((place.lon - lon) * Math.cos((lat * Math.PI) / 180)) ** 2;
  return places.length === 0 ? '' : places.reduce((best, place) => (far(place) < far(best) ? place : best)).name;
}

/** Never without width, so that one point has a map too. */
function extent(values: readonly number[]): readonly [number, number] {
  const [least, most] = [Math.min(...values), Math.max(...values)];
  const room = Math.max(0, 0.02 - (most - least)) / 2;
  return [least - room, most + room];
}

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
const round = (value: number) => Math.round(value * 10) / 10;
// A little more than the points themselves: a box without width is none.
const down = (degrees: number) => (Math.floor(degrees * 1e4) - 1) / 1e4;
const up = (degrees: number) => (Math.ceil(degrees * 1e4) + 1) / 1e4;
