/**
 * Lower bounds of the classes of a map above the first, in rising order: about as many places in each, at round numbers
 * that can be said. Fewer classes where values are few or alike.
 */
export function classBreaks(values: readonly number[], classes = 5): number[] {
  const sorted = values.toSorted((a, b) => a - b);
  const low = sorted[0];
  const high = sorted.at(-1);
  if (low === undefined || high === undefined || low === high) return [];
  const unit = 10 ** Math.floor(Math.log10((high - low) / classes));
  const step = (high - low) / classes / unit >= 5 ? unit * 5 : unit;
  const breaks = [...Array(classes - 1).keys()].map((i) => {
    const value = sorted[Math.floor(((i + 1) / classes) * sorted.length)]!;
    return Number((Math.round(value / step) * step).toPrecision(12));
  });
  return breaks.filter((value, i) => value > low && value <= high && value !== breaks[i - 1]);
}

/** Index of the class of a value: a bound belongs to the class that it begins. */
export const classOf = (breaks: readonly number[], value: number): number => breaks.filter((bound) => value >= bound).length;
