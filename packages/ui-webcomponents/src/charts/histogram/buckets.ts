import type { Language, Say } from '../../base/language.ts';
import { amountText, numberText } from '../words.ts';

/** "đến 1 giờ", "trên 24 đến 48 giờ", "trên 480 giờ": a bound belongs to the bucket that it ends. */
export function bucketLabel(bounds: readonly number[], index: number, unit: string, language: Language, say: Say): string {
  const upper = bounds[index];
  const lower = bounds[index - 1];
  if (upper === undefined) return say(`trên ${amountText(lower ?? 0, unit, language)}`, `over ${amountText(lower ?? 0, unit, language)}`);
  const to = amountText(upper, unit, language);
  return lower === undefined ? say(`đến ${to}`, `up to ${to}`) : say(`trên ${numberText(lower, language)} đến ${to}`, `over ${numberText(lower, language)} to ${to}`);
}

/**
 * Where a value lies among buckets that are drawn equally wide, counted in buckets: 2.5 is the middle of the third. What
 * lies beyond the last bound lies in the middle of the last bucket, whose end nobody knows.
 */
export function placeAmong(bounds: readonly number[], value: number): number {
  const index = bounds.findIndex((bound) => value <= bound);
  if (index === -1) return bounds.length + 0.5;
  const lower = index === 0 ? 0 : bounds[index - 1]!;
  return index + Math.max(0, value - lower) / (bounds[index]! - lower);
}
