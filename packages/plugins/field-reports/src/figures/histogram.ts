/** Upper bounds of the buckets of durations, in hours; one more bucket takes what lies above. Every province has the same, so that histograms can be added up. */
export const hourBounds = [1, 2, 4, 8, 24, 48, 72, 120, 240, 480] as const;

/** Index of the bucket that a duration falls into: a bound belongs to the bucket that it ends. */
export function bucketOf(bounds: readonly number[], value: number): number {
  const index = bounds.findIndex((bound) => value <= bound);
  return index === -1 ? bounds.length : index;
}

/** Histograms of the same bounds, added up: of days, agencies or provinces. */
export function mergeHistograms(histograms: readonly (readonly number[])[], buckets = hourBounds.length + 1): number[] {
  return Array.from({ length: buckets }, (_, i) => histograms.reduce((sum, histogram) => sum + (histogram[i] ?? 0), 0));
}

export interface Quantile {
  readonly value: number;
  /** The quantile lies beyond the last bound: all that is known is that it is more than `value`. */
  readonly beyond: boolean;
}

/**
 * The value below which a share of the counted durations lies, as far as buckets tell: within its bucket it is taken to
 * be spread evenly. `null` where nothing was counted.
 */
export function quantile(bounds: readonly number[], histogram: readonly number[], share: number): Quantile | null {
  const total = histogram.reduce((sum, count) => sum + count, 0);
  if (total === 0) return null;
  const wanted = share * total;
  let before = 0;
  for (const [i, count] of histogram.entries()) {
    if (count > 0 && before + count >= wanted) {
      const upper = bounds[i];
      if (upper === undefined) break;
      const lower = i === 0 ? 0 : bounds[i - 1]!;
      return { value: lower + ((wanted - before) / count) * (upper - lower), beyond: false };
    }
    before += count;
  }
  return { value: bounds.at(-1)!, beyond: true };
}
