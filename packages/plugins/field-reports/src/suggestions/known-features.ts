import type { History } from './history.ts';
import { namesOf } from './suggestion-model.ts';
import { featureSpace } from './text-features.ts';

/**
 * In fewer reports than this a feature is left out: it could be somebody's name or address, and would teach nothing
 * that holds for others.
 */
export const leastReports = 5;
const mostFeatures = 2 ** 17;

export interface Known {
  /** The features that enough reports share, sorted; of too many the commonest, and the names of categories and communes always. */
  readonly features: Uint32Array;
  /** Of each how much it tells, by its rarity: what stands in every report tells nothing. */
  readonly rarity: Float32Array;
}

export function knownFeatures({ features, starts, reports }: History): Known {
  const seenIn = new Uint32Array(featureSpace);
  const end = starts[reports.length] ?? 0;
  for (let i = 0; i < end; i += 1) seenIn[features[i]!]! += 1;
  let least = leastReports;
  let count = atLeast(seenIn, least);
  while (count > mostFeatures) count = atLeast(seenIn, (least += Math.ceil(least / 4)));
  const known = new Set<number>();
  for (const named of namesIn(reports).values()) for (const feature of named) known.add(feature);
  for (let feature = 0; feature < featureSpace; feature += 1) if (seenIn[feature]! >= least) known.add(feature);
  const sorted = Uint32Array.from(known).sort();
  return { features: sorted, rarity: Float32Array.from(sorted, (feature) => Math.log((reports.length + 1) / Math.max(seenIn[feature]!, 1))) };
}

/** Each report's features as rows of the weights. */
export interface Rows {
  readonly text: Int32Array;
  readonly starts: Uint32Array;
  /** Three a report: its category, its commune, the one in the other. */
  readonly names: Int32Array;
}

/** Looked up once for all the times that training reads them, and written over the features: both at once would be too much. */
export function rowsOf({ features, starts, reports }: History, known: Uint32Array): Rows {
  const rowOf = new Int32Array(featureSpace).fill(-1);
  known.forEach((feature, row) => (rowOf[feature] = row));
  const text = new Int32Array(features.buffer, features.byteOffset, starts[reports.length] ?? 0);
  const rowStarts = new Uint32Array(reports.length + 1);
  let used = 0;
  for (let report = 0; report < reports.length; report += 1) {
    for (let i = starts[report]!; i < starts[report + 1]!; i += 1) {
      const row = rowOf[features[i]!]!;
      if (row >= 0) text[used++] = row;
    }
    rowStarts[report + 1] = used;
  }
  const names = new Int32Array(reports.length * 3);
  const rowsOfNames = new Map([...namesIn(reports)].map(([key, named]) => [key, Int32Array.from(named, (feature) => rowOf[feature]!)]));
  reports.forEach((report, i) => names.set(rowsOfNames.get(keyOf(report))!, i * 3));
  return { text, starts: rowStarts, names };
}

const keyOf = ({ category, commune }: History['reports'][number]) => `${category} in ${commune}`;

/** Of each category in each commune computed once, however many reports there are of it. */
function namesIn(reports: History['reports']): Map<string, Uint32Array> {
  const names = new Map<string, Uint32Array>();
  for (const report of reports) {
    const key = keyOf(report);
    if (!names.has(key)) names.set(key, namesOf('agency', report));
  }
  return names;
}

function atLeast(seenIn: Uint32Array, least: number): number {
  let count = 0;
  for (const seen of seenIn) if (seen >= least) count += 1;
  return count;
}
