export interface Scale {
  readonly from: number;
  readonly to: number;
  /** Round numbers from `from` to `to`. */
  readonly ticks: readonly number[];
}

export interface ScaleOptions {
  /** Ends that are given, for example 0 and 100 of shares. */
  readonly from?: number | undefined;
  readonly to?: number | undefined;
  /** How many steps there should be, about. */
  readonly steps?: number;
  /** Counts have no halves. */
  readonly whole?: boolean;
}

/** A scale of round numbers that holds all values, from zero unless another beginning is given. */
export function niceScale(values: readonly number[], { from, to, steps = 4, whole = false }: ScaleOptions = {}): Scale {
  const low = from ?? Math.min(0, ...values);
  const high = Math.max(to ?? Math.max(...values, low), low);
  const step = roundStep((high > low ? high - low : 1) / Math.max(1, steps), whole);
  const first = Math.floor(low / step + 1e-9);
  const last = to === undefined ? Math.max(Math.ceil(high / step - 1e-9), first + 1) : Math.floor(high / step + 1e-9);
  const ticks = [...Array(last - first + 1).keys()].map((i) => clean((first + i) * step)).filter((tick) => from === undefined || tick >= from);
  return { from: from ?? ticks[0]!, to: to ?? ticks.at(-1)!, ticks };
}

/** Where a value lies on its scale, 0 to 1; what lies beyond an end lies on it. */
export const placeOn = ({ from, to }: Scale, value: number): number => (to === from ? 0 : Math.min(1, Math.max(0, (value - from) / (to - from))));

/** The least of 1, 2, 2.5, 5 and 10 times a power of ten that is not below the wanted step. */
function roundStep(wanted: number, whole: boolean): number {
  if (whole && wanted <= 1) return 1;
  const power = 10 ** Math.floor(Math.log10(wanted));
  return [1, 2, 2.5, 5, 10].map((times) => clean(times * power)).find((step) => step >= wanted * (1 - 1e-9) && (!whole || Number.isInteger(step))) ?? 10 * power;
}

/** 0.30000000000000004 is 0.3. */
const clean = (value: number): number => Number(value.toPrecision(12));
