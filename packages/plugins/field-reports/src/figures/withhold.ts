/** Fewer than so many people in a cell could be recognised. */
export const smallestShown = 10;

const small = (count: number) => count > 0 && count < smallestShown;

/**
 * Which cells of a published row or column are held back beside its total: those of 1 to 9, and where that leaves a
 * single one, or their sum is itself small, the smallest of the others too, so that the total does not give them away.
 */
export function withheldCells(counts: readonly number[]): boolean[] {
  const held = counts.map(small);
  const hidden = () => counts.reduce((sum, count, i) => (held[i] ? sum + count : sum), 0);
  const number = () => held.filter(Boolean).length;
  while (number() > 0 && (number() === 1 || small(hidden()))) {
    const next = counts.reduce((least, count, i) => (!held[i] && count > 0 && (least === -1 || count < counts[least]!) ? i : least), -1);
    if (next === -1) break;
    held[next] = true;
  }
  return held;
}

/** A figure is held back where one of the counts behind it is small: with the others it gives it away. */
export const isWithheld = (cells: readonly number[]): boolean => cells.some(small);
