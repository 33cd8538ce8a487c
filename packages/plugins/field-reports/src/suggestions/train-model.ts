import { temperatureOf } from './calibrate.ts';
import type { ClosedReport, History } from './history.ts';
import { type Known, knownFeatures, type Rows, rowsOf } from './known-features.ts';
import { emptyVector, type Examples, type LinearModel, scores, toShares, train, untrained } from './linear-model.ts';
import { type Accuracy, type Guess, measureGuesses } from './measure-guesses.ts';
import { headOf } from './pack-model.ts';
import { type Head, putNames, putText, type Question, questions, type SuggestionModel } from './suggestion-model.ts';

/** With fewer closed reports nothing is learned at all. */
export const leastHistory = 300;
/** A class with fewer is not learned: neither suggested nor, in the measured accuracy, ever right. */
export const leastOfClass = 20;

/** Of the reports by age: learned from; then those that tell how far to trust the scores; the newest to measure. */
const learnedShare = 0.8;
const calibratedShare = 0.9;
const training = { rate: 1.5, dropout: 0.3, seed: 46 };
/** So many looks at reports are enough: a large province looks at each three times, a small one five times. */
const looks = 300_000;
const mostEpochs = 5;
/** After the measuring the newest are learned as well: last month's trouble is what tomorrow's reports are about. */
const catchingUp = { epochs: 1, rate: 0.6, dropout: 0.3, seed: 66 };

export interface Measured {
  /** Closed reports that were read. */
  readonly reports: number;
  /** The newest of them, which the measured model had not learned from. */
  readonly measuredOn: number;
  readonly accuracy: Readonly<Partial<Record<Question, Accuracy>>>;
  /** Classes with too few closed reports, and how many they have. */
  readonly tooFew: Readonly<Partial<Record<Question, Readonly<Record<string, number>>>>>;
}

export type Trained = { readonly model: SuggestionModel; readonly measured: Measured } | { readonly model: null; readonly measured: Measured };

const truths: Readonly<Record<Question, (report: Omit<ClosedReport, 'text'>) => string>> = {
  category: ({ category }) => category,
  agency: ({ agency }) => agency,
  urgency: ({ urgent }) => (urgent ? 'immediate' : 'normal'),
};

/** Learns from a province's closed reports, the oldest first, and measures itself on the newest tenth. Uses the history up. */
export function trainModel(history: History, threshold: number): Trained {
  const count = history.reports.length;
  const measuredOn = count - Math.floor(count * calibratedShare);
  const tooFew: Partial<Record<Question, Record<string, number>>> = {};
  if (count < leastHistory) return { model: null, measured: { reports: count, measuredOn: 0, accuracy: {}, tooFew } };

  const known = knownFeatures(history);
  const rows = rowsOf(history, known.features);
  const heads: Partial<Record<Question, Head>> = {};
  const accuracy: Partial<Record<Question, Accuracy>> = {};
  for (const question of questions) {
    const sizes = sizesOf(history, question);
    tooFew[question] = Object.fromEntries([...sizes].filter(([, size]) => size < leastOfClass));
    const classes = [...sizes].flatMap(([name, size]) => (size < leastOfClass ? [] : [name])).toSorted();
    if (classes.length < 2) continue;
    const learned = learn({ history, rows, known }, question, classes, threshold);
    heads[question] = learned.head;
    accuracy[question] = learned.accuracy;
  }
  const measured = { reports: count, measuredOn, accuracy, tooFew };
  return heads.category === undefined ? { model: null, measured } : { model: { ...known, heads }, measured };
}

function sizesOf({ reports }: History, question: Question): Map<string, number> {
  const sizes = new Map<string, number>();
  for (const report of reports) sizes.set(truths[question](report), (sizes.get(truths[question](report)) ?? 0) + 1);
  return sizes;
}

interface Material {
  readonly history: History;
  readonly rows: Rows;
  readonly known: Known;
}

function learn(material: Material, question: Question, classes: readonly string[], threshold: number): { head: Head; accuracy: Accuracy } {
  const { history, known } = material;
  const examples = examplesOf(material, question, classes);
  const [learned, calibrated, count] = [Math.floor(examples.count * learnedShare), Math.floor(examples.count * calibratedShare), examples.count];
  const model = untrained(known.features.length, classes.length);
  const epochs = Math.min(mostEpochs, Math.max(1, Math.round(looks / learned)));
  train(model, examples, { ...training, epochs, from: 0, to: learned });
  const temperature = temperatureOf({ scores: scoresOf(model, examples, learned, calibrated), labels: examples.labels.subarray(learned, calibrated), classes: classes.length });
  const guesses = guessesOf(history, question, classes, scoresOf(model, examples, calibrated, count), calibrated, temperature);
  train(model, examples, { ...catchingUp, from: 0, to: count });
  return { head: headOf(model, classes, temperature), accuracy: measureGuesses(guesses, threshold) };
}

function examplesOf({ history: { reports }, rows: { text, starts, names }, known: { rarity } }: Material, question: Question, classes: readonly string[]): Examples {
  const numbers = new Map(classes.map((name, i) => [name, i]));
  return {
    count: reports.length,
    labels: Int32Array.from(reports, (report) => numbers.get(truths[question](report)) ?? -1),
    read(i, into) {
      putText(into, text, starts[i]!, starts[i + 1]!, rarity);
      if (question === 'agency') putNames(into, names.subarray(i * 3, i * 3 + 3));
    },
  };
}

function scoresOf(model: LinearModel, examples: Examples, from: number, to: number): Float32Array {
  const all = new Float32Array((to - from) * model.classes);
  const vector = emptyVector();
  const one = new Float64Array(model.classes);
  for (let example = from; example < to; example += 1) {
    examples.read(example, vector);
    scores(model, vector, one);
    all.set(one, (example - from) * model.classes);
  }
  return all;
}

function guessesOf({ reports }: History, question: Question, classes: readonly string[], all: Float32Array, from: number, temperature: number): Guess[] {
  const shares = new Float64Array(classes.length);
  return reports.slice(from).map((report, i) => {
    shares.set(all.subarray(i * classes.length, (i + 1) * classes.length));
    toShares(shares, temperature);
    const best = shares.indexOf(Math.max(...shares));
    return { truth: truths[question](report), guessed: classes[best]!, confidence: shares[best]! };
  });
}
