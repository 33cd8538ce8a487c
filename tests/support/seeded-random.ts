export interface Random {
  /** From 0 up to, but without, 1. */
  (): number;
  readonly seed: number;
}

/** Of this run: another one each time, unless `TEST_SEED` repeats a failed one. */
export const testSeed = Number(process.env['TEST_SEED'] ?? Math.trunc(Math.random() * 2 ** 32));

/** The same numbers for the same seed (mulberry32). */
export function seededRandom(seed = testSeed): Random {
  let state = seed;
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  return Object.assign(next, { seed });
}
