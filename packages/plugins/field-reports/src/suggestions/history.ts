import { rememberedHashes, textFeatures } from './text-features.ts';

/** A closed report, as the classifier learns from it: nothing of it says who sent it. */
export interface ClosedReport {
  /** Masked, as everybody may read it. */
  readonly text: string;
  readonly category: string;
  readonly commune: string;
  /** Who answered it in the end; `$commune` for the committee of the commune where it happened. */
  readonly agency: string;
  readonly urgent: boolean;
}

/** The features of all reports, one after another in one array: what 124,000 objects would take ten times the memory for. */
export interface History {
  readonly reports: Omit<ClosedReport, 'text'>[];
  readonly features: Uint32Array;
  /** Where the features of each report begin; one more says where the last end. */
  readonly starts: Uint32Array;
}

/** Takes closed reports in batches, the oldest first, and keeps of their texts only the features. */
export function collectHistory() {
  const reports: Omit<ClosedReport, 'text'>[] = [];
  const names = new Map<string, string>();
  const features = growing();
  const starts = growing();
  const hashOf = rememberedHashes();
  let used = 0;
  // One text for a name, however many messages brought it.
  const once = (name: string) => {
    const known = names.get(name);
    if (known === undefined) names.set(name, name);
    return known ?? name;
  };

  return {
    add(batch: readonly ClosedReport[]): void {
      for (const { text, category, commune, agency, urgent } of batch) {
        const found = textFeatures(text, hashOf);
        makeRoom(features, used + found.length);
        features.set(found, used);
        used += found.length;
        reports.push({ category: once(category), commune: once(commune), agency: once(agency), urgent });
        makeRoom(starts, reports.length + 1);
        starts[reports.length] = used;
      }
    },
    history: (): History => ({ reports, features: features.subarray(0, used), starts: starts.subarray(0, reports.length + 1) }),
  };
}

const stepBytes = 2 ** 20;
// Only reserved, not used: a million reports.
const mostBytes = 2 ** 29;

/** Grows where it lies: a copy into a larger array would hold everything twice for a moment. */
const growing = (): Uint32Array<ArrayBuffer> => new Uint32Array(new ArrayBuffer(stepBytes, { maxByteLength: mostBytes }));

/** @throws RangeError beyond a million reports */
function makeRoom(array: Uint32Array<ArrayBuffer>, length: number): void {
  const missing = length * 4 - array.buffer.byteLength;
  if (missing > 0) array.buffer.resize(array.buffer.byteLength + Math.ceil(missing / stepBytes) * stepBytes);
}
