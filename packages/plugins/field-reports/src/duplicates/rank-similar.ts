import { metresBetween } from '@tinhthong/core';
import { likeness, trigramsOf } from './likeness.ts';

/** A place that is a whole commune says little: there, what was written decides. */
export const leastLikenessWithoutPlace = 0.35;

export interface Place {
  readonly lat: number;
  readonly lon: number;
  /** Whether somebody pointed at it; else it is the centre of the commune. */
  readonly exact: boolean;
}

export interface Ranked {
  /** Null where one of the two places is a whole commune. */
  readonly metres: number | null;
  /** 0 to 1; null where nothing was asked about a text. */
  readonly likeness: number | null;
}

/**
 * What may be the same thing, the likeliest first: nearness and likeness of the text count the same. Farther than the
 * radius is something else; without an exact place only a like text is the same.
 */
export function rankSimilar<T extends { readonly place: Place; readonly text: string }>(
  asked: { readonly place: Place; readonly text?: string | undefined },
  candidates: readonly T[],
  radius: number,
): (T & Ranked)[] {
  const wanted = asked.text === undefined ? undefined : trigramsOf(asked.text);
  return candidates
    .flatMap((candidate) => {
      const metres = asked.place.exact && candidate.place.exact ? Math.round(metresBetween(asked.place, candidate.place)) : null;
      const alike = wanted === undefined ? null : likeness(wanted, trigramsOf(candidate.text));
      if (metres === null ? (alike ?? 0) < leastLikenessWithoutPlace : metres > radius) return [];
      const nearness = metres === null ? alike! : 1 - metres / radius;
      return [{ score: nearness + (alike ?? nearness), ranked: { ...candidate, metres, likeness: alike === null ? null : Math.round(alike * 100) / 100 } }];
    })
    .toSorted((a, b) => b.score - a.score)
    .map(({ ranked }) => ranked);
}
