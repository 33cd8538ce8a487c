/** Stretches of a series that have values, as `[first, last]` places: a line breaks where one is missing. */
export function runs(values: readonly (number | null)[]): (readonly [number, number])[] {
  const found: (readonly [number, number])[] = [];
  let start = -1;
  for (let i = 0; i <= values.length; i += 1) {
    const there = values[i] !== null && values[i] !== undefined;
    if (there && start === -1) start = i;
    if (!there && start !== -1) {
      found.push([start, i - 1]);
      start = -1;
    }
  }
  return found;
}
