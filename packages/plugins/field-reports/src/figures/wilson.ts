/** 97.5th percentile of the normal distribution: 95 % lie within, on both sides. */
const z = 1.959964;

/** The Wilson interval of a share, 95 %: where the true share may well lie, given so many cases. `null` without any. */
export function wilsonInterval(part: number, whole: number): { readonly low: number; readonly high: number } | null {
  if (whole === 0) return null;
  const share = part / whole;
  const z2 = z * z;
  const centre = (share + z2 / (2 * whole)) / (1 + z2 / whole);
  const half = (z / (1 + z2 / whole)) * Math.sqrt((share * (1 - share)) / whole + z2 / (4 * whole * whole));
  // None and all are bounds of the interval themselves, which reckoning misses by a hair.
  return { low: part === 0 ? 0 : centre - half, high: part === whole ? 1 : centre + half };
}
