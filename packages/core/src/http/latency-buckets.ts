/** Milliseconds up to which each bucket counts; the last bucket counts the rest. Part of `registry.request_minutes`. */
export const bucketBounds: readonly number[] = [1, 2, 3, 5, 8, 12, 20, 30, 50, 80, 120, 200, 300, 500, 800, 1_200, 2_000, 3_000, 5_000, 10_000];

export function bucketOfMs(ms: number): number {
  const found = bucketBounds.findIndex((bound) => ms <= bound);
  return found === -1 ? bucketBounds.length : found;
}

/** The latency that this share of the requests stayed within, to the precision of a bucket; null where there were none. */
export function quantile(buckets: readonly number[], share: number): number | null {
  const all = buckets.reduce((sum, count) => sum + count, 0);
  if (all === 0) return null;
  let before = 0;
  for (const [index, count] of buckets.entries()) {
    if (count > 0 && before + count >= share * all) {
      const low = bucketBounds[index - 1] ?? 0;
      const high = bucketBounds[index] ?? low;
      return Math.round((low + ((high - low) * (share * all - before)) / count) * 10) / 10;
    }
    before += count;
  }
  return null;
}
