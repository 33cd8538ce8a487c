/** To a decimetre: more digits are noise. */
export function roundDegrees(degrees: number): number {
  return Math.round(degrees * 1_000_000) / 1_000_000;
}
