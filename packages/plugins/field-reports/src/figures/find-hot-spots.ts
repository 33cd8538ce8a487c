import { metresBetween, metresPerDegree } from '@tinhthong/core';

/** Hot spots without HTTP and SQL: the same report made again and again at the same place. */
export interface Reported {
  readonly code: string;
  readonly lat: number;
  readonly lon: number;
  readonly at: Date;
}

export interface Spot<R extends Reported> {
  /** Newest last. */
  readonly reports: readonly R[];
  readonly lat: number;
  readonly lon: number;
}

/** Reports this near to each other are one point with a weight: thousands from one corner cost no more than one. */
const grain = 3;

interface Point<R extends Reported> {
  readonly lat: number;
  readonly lon: number;
  readonly reports: readonly R[];
}

/**
 * The places where at least so many reports lie within so many metres of one of them. The densest first; a report
 * belongs to one spot alone; the same reports give the same spots, in whatever order they come.
 */
export function findHotSpots<R extends Reported>(reports: readonly R[], { metres, times }: { readonly metres: number; readonly times: number }): Spot<R>[] {
  const points = pointsOf(reports.toSorted(inTime));
  const near = neighbours(points, metres);
  const free = new Set(points.keys());
  const weightOf = (indexes: readonly number[]) => indexes.reduce((sum, index) => sum + points[index]!.reports.length, 0);
  const spots: Spot<R>[] = [];
  const queue = new Map<number, number[]>();
  for (const [index, others] of near.entries()) {
    const weight = weightOf(others);
    if (weight >= times) insertInOrder(queue, weight, index);
  }
  // Weights only fall: whoever still has what it stands under is the densest left.
  for (let weight = Math.max(0, ...queue.keys()); weight >= times; weight -= 1) {
    for (const index of queue.get(weight) ?? []) {
      if (!free.has(index)) continue;
      const members = near[index]!.filter((other) => free.has(other));
      const left = weightOf(members);
      if (left < weight) {
        insertInOrder(queue, left, index);
        continue;
      }
      for (const member of members) free.delete(member);
      spots.push(spotOf(members.flatMap((member) => points[member]!.reports)));
    }
  }
  return spots;
}

const inTime = (a: Reported, b: Reported) => a.at.getTime() - b.at.getTime() || (a.code < b.code ? -1 : 1);

function pointsOf<R extends Reported>(reports: readonly R[]): Point<R>[] {
  const groups = Map.groupBy(reports, (report) => cellOf(report, grain).join());
  return [...groups.values()].map((group) => ({ ...middleOf(group), reports: group }));
}

function cellOf({ lat, lon }: { readonly lat: number; readonly lon: number }, metres: number): readonly [row: number, column: number] {
  const height = metres / metresPerDegree;
  return [Math.floor(lat / height), Math.floor((lon * Math.cos((lat * Math.PI) / 180)) / height)];
}

/** For each, the indexes of those within reach, itself among them; by a grid, so that a flood of thousands takes milliseconds. */
function neighbours(points: readonly Point<Reported>[], metres: number): number[][] {
  const cells = Map.groupBy(points.keys(), (index) => cellOf(points[index]!, metres).join());
  return points.map((point) => {
    const [row, column] = cellOf(point, metres);
    const found: number[] = [];
    // Columns of neighbouring rows are shifted by the narrowing of the meridians: one more to either side.
    for (let dRow = -1; dRow <= 1; dRow += 1) {
      for (let dColumn = -2; dColumn <= 2; dColumn += 1) {
        for (const other of cells.get(`${row + dRow},${column + dColumn}`) ?? []) if (metresBetween(point, points[other]!) <= metres) found.push(other);
      }
    }
    return found.toSorted((a, b) => a - b);
  });
}

/** Those not yet come to keep the order of the reports. */
function insertInOrder(queue: Map<number, number[]>, weight: number, index: number): void {
  const list = queue.get(weight) ?? [];
  if (list.length === 0) queue.set(weight, list);
  if ((list.at(-1) ?? -1) < index) list.push(index);
  else list.splice(list.findIndex((other) => other > index), 0, index);
}

function spotOf<R extends Reported>(members: readonly R[]): Spot<R> {
  return { reports: members.toSorted(inTime), ...middleOf(members) };
}

function middleOf(reports: readonly Reported[]): { lat: number; lon: number } {
  const mean = (of: (report: Reported) => number) => reports.reduce((sum, report) => sum + of(report), 0) / reports.length;
  return { lat: mean(({ lat }) => lat), lon: mean(({ lon }) => lon) };
}
