import { textFeatures } from './text-features.ts';

/** Two reports of the same category, as far as they may be one: the newer one, and one that is there already. */
export interface Pair {
  readonly text: string;
  readonly otherText: string;
  readonly metres: number;
  /** Between the two. */
  readonly hours: number;
}

/** What speaks for a pair being one matter; learned from what staff merged, once they have merged enough. */
export interface DuplicateWeights {
  readonly bias: number;
  readonly nearness: number;
  readonly recency: number;
  readonly likeness: number;
  /** Pairs that it was learned from: 0 for the values to start from. */
  readonly pairs: number;
}

/** Two who write of the same thing a hundred metres apart on one day: likely; other words a street further: not. */
export const firstWeights: DuplicateWeights = { bias: -5.2, nearness: 3, recency: 1.6, likeness: 9, pairs: 0 };

/** With fewer merged pairs nothing is learned from them. */
export const leastPairs = 50;

const metresScale = 100;
const hoursScale = 72;

/** 0 to 1. */
export function duplicateConfidence(pair: Pair, weights: DuplicateWeights): number {
  const [nearness, recency, likeness] = measuresOf(pair);
  return 1 / (1 + Math.exp(-(weights.bias + weights.nearness * nearness + weights.recency * recency + weights.likeness * likeness)));
}

/** A pair, and whether staff made one report of it. */
export interface MergedOrNot {
  readonly pair: Pair;
  readonly merged: boolean;
}

/** Logistic regression over three numbers: what staff merged, against neighbours that they left apart. */
export function learnDuplicates(pairs: readonly MergedOrNot[]): DuplicateWeights {
  const merged = pairs.filter((one) => one.merged).length;
  if (merged < leastPairs || merged === pairs.length) return firstWeights;
  const measured = pairs.map((one) => ({ measures: measuresOf(one.pair), truth: Number(one.merged) }));
  const first = [firstWeights.bias, firstWeights.nearness, firstWeights.recency, firstWeights.likeness] as const;
  const weights: [number, number, number, number] = [...first];
  const rounds = 400;
  for (let round = 0; round < rounds; round += 1) {
    const slope = [0, 0, 0, 0];
    for (const { measures, truth } of measured) {
      const all = [1, ...measures] as const;
      const error = 1 / (1 + Math.exp(-all.reduce((sum, value, i) => sum + value * weights[i]!, 0))) - truth;
      all.forEach((value, i) => (slope[i]! += (error * value) / measured.length));
    }
    // Held near where they began: a province that merged fifty pairs has not seen everything.
    for (let i = 0; i < 4; i += 1) weights[i]! -= 2 * (slope[i]! + 0.001 * (weights[i]! - first[i]!));
  }
  const [bias, nearness, recency, likeness] = weights;
  return { bias, nearness, recency, likeness, pairs: merged };
}

function measuresOf({ text, otherText, metres, hours }: Pair): readonly [number, number, number] {
  return [Math.exp(-metres / metresScale), Math.exp(-Math.abs(hours) / hoursScale), likenessOf(text, otherText)];
}

/** Share of the features that two texts have in common: 0 to 1. */
export function likenessOf(a: string, b: string): number {
  const [one, other] = [textFeatures(a), textFeatures(b)];
  const known = new Set(one);
  const both = other.reduce((count, feature) => count + Number(known.has(feature)), 0);
  return both === 0 ? 0 : both / Math.sqrt(one.length * other.length);
}
