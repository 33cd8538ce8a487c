import { emptyVector, toShares, type Vector } from './linear-model.ts';
import { namedFeature, textFeatures } from './text-features.ts';

/** What can be asked of a province's model; each with its own classes. */
export const questions = ['category', 'agency', 'urgency'] as const;
export type Question = (typeof questions)[number];

/** The weights of one question, a byte each; `weight × scale` of its class is what was learned. */
export interface Head {
  readonly classes: readonly string[];
  readonly weights: Int8Array;
  readonly scales: Float32Array;
  readonly bias: Float32Array;
  readonly temperature: number;
}

/** A province's model: numbers of syllables and what each speaks for. No text can be read off it. */
export interface SuggestionModel {
  /** Sorted; the place of a feature is its row in the weights. */
  readonly features: Uint32Array;
  /** How much each feature tells, by how few reports hold it. */
  readonly rarity: Float32Array;
  /** A question that history has no two answers to is missing. */
  readonly heads: Readonly<Partial<Record<Question, Head>>>;
}

export interface Asked {
  readonly text: string;
  readonly category?: string | undefined;
  readonly commune?: string | undefined;
}

export interface Answered {
  readonly value: string;
  /** 0 to 1: the share of such answers that are right, as measured on reports that the model had not seen. */
  readonly confidence: number;
}

/** The likeliest answer; nothing where nothing in the text is known. */
export function answer(model: SuggestionModel, question: Question, asked: Asked): Answered | undefined {
  const head = model.heads[question];
  if (head === undefined) return undefined;
  const rows = (features: Uint32Array) => Int32Array.from(features, (feature) => rowOf(model.features, feature)).filter((row) => row >= 0);
  const vector = emptyVector();
  const text = rows(textFeatures(asked.text));
  putText(vector, text, 0, text.length, model.rarity);
  putNames(vector, rows(namesOf(question, asked)));
  if (vector.length === 0) return undefined;
  const shares = headScores(head, vector);
  toShares(shares, head.temperature);
  let best = 0;
  for (let c = 1; c < shares.length; c += 1) if (shares[c]! > shares[best]!) best = c;
  return { value: head.classes[best]!, confidence: shares[best]! };
}

/** Which agency it is depends on the place as well, and on what it is about; the other two on the words alone. */
export function namesOf(question: Question, { category = '', commune = '' }: Omit<Asked, 'text'>): Uint32Array {
  if (question !== 'agency') return new Uint32Array();
  return Uint32Array.of(namedFeature(`category ${category}`), namedFeature(`commune ${commune}`), namedFeature(`${category} in ${commune}`));
}

// A name weighs as much as about twenty features of the text.
const nameValue = 0.6;

/** The known features of a text, `rows[from]` to the one before `rows[to]`: each by its rarity, together of length 1. */
export function putText(into: Vector, rows: Int32Array, from: number, to: number, rarity: Float32Array): void {
  const count = Math.min(to - from, into.rows.length);
  let sum = 0;
  for (let i = 0; i < count; i += 1) {
    const row = rows[from + i]!;
    const value = rarity[row]!;
    into.rows[i] = row;
    into.values[i] = value;
    sum += value * value;
  }
  into.length = count;
  const share = sum === 0 ? 0 : 1 / Math.sqrt(sum);
  for (let i = 0; i < count; i += 1) into.values[i]! *= share;
}

/** Beside a text, names; to nothing that is known of the text they add nothing. */
export function putNames(into: Vector, rows: Int32Array): void {
  if (into.length === 0) return;
  for (const row of rows) {
    if (into.length === into.rows.length) return;
    into.rows[into.length] = row;
    into.values[into.length] = nameValue;
    into.length += 1;
  }
}

/** Binary search: −1 for what the model does not know. */
function rowOf(known: Uint32Array, feature: number): number {
  let [low, high] = [0, known.length - 1];
  while (low <= high) {
    const middle = (low + high) >> 1;
    const found = known[middle]!;
    if (found === feature) return middle;
    if (found < feature) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}

function headScores({ classes, weights, scales, bias }: Head, vector: Vector): Float64Array {
  const sums = new Float64Array(classes.length);
  for (let i = 0; i < vector.length; i += 1) {
    const at = vector.rows[i]! * classes.length;
    for (let c = 0; c < classes.length; c += 1) sums[c]! += weights[at + c]! * vector.values[i]!;
  }
  for (let c = 0; c < classes.length; c += 1) sums[c] = sums[c]! * scales[c]! + bias[c]!;
  return sums;
}
