import { runs } from './runs.ts';

export interface Segment {
  readonly from: number;
  readonly to: number;
  /** Its end is not settled: dashed. */
  readonly provisional: boolean;
}

/**
 * The straight pieces of a line between periods that have values: none across a gap, none across a cut, where what was
 * counted before is not what was counted after.
 */
export function segments(points: readonly { readonly value: number | null; readonly provisional?: boolean }[], cut?: number): Segment[] {
  return runs(points.map(({ value }) => value)).flatMap(([first, last]) =>
    [...Array(last - first).keys()]
      .map((i) => first + i)
      .filter((from) => from + 1 !== cut)
      .map((from) => ({ from, to: from + 1, provisional: points[from]!.provisional === true || points[from + 1]!.provisional === true })),
  );
}
