import { checkBoundaries } from './check-boundaries.ts';
import type { ReadOptions } from './read-boundaries.ts';

export interface CheckMessage {
  readonly bytes: Uint8Array;
  readonly options: ReadOptions;
  readonly seconds: number;
}

export function answer(message: unknown): unknown {
  const { bytes, options, seconds } = message as CheckMessage;
  const until = performance.now() + seconds * 1_000;
  return checkBoundaries(bytes, options, () => performance.now() < until);
}
