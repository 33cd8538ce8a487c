/**
 * Multinomial logistic regression by stochastic gradient descent: one weight a feature and class, typed arrays
 * throughout, the same result for the same examples and seed. Why not a library: docs/decisions, "suggestions".
 */

/** A sparse vector that is filled anew for every example, so that reading 124,000 of them allocates nothing. */
export interface Vector {
  readonly rows: Int32Array;
  readonly values: Float32Array;
  length: number;
}

export interface Examples {
  readonly count: number;
  /** Of each example its class, or −1 for one to learn nothing from. */
  readonly labels: Int32Array;
  read(example: number, into: Vector): void;
}

export interface LinearModel {
  readonly classes: number;
  /** Row by row: `weights[row * classes + class]`. */
  readonly weights: Float32Array;
  readonly bias: Float32Array;
}

export interface Training {
  /** From the example `from` to the one before `to`. */
  readonly from: number;
  readonly to: number;
  readonly epochs: number;
  readonly seed: number;
  /** Of the first step; it falls to nothing in the course of training. */
  readonly rate: number;
  /** Share of the features that each look leaves out, so that no single word decides alone. */
  readonly dropout: number;
}

const mostFeatures = 1_024;

/** Whoever is this sure of an example already learns nothing from it: most of a year's reports repeat what others said. */
const learnedAlready = 0.98;

export const emptyVector = (): Vector => ({ rows: new Int32Array(mostFeatures), values: new Float32Array(mostFeatures), length: 0 });

export const untrained = (features: number, classes: number): LinearModel => ({
  classes,
  weights: new Float32Array(features * classes),
  bias: new Float32Array(classes),
});

/** Goes on from what the model knows; changes it in place. */
export function train(model: LinearModel, examples: Examples, { from, to, epochs, seed, rate, dropout }: Training): void {
  const { classes, weights, bias } = model;
  const vector = emptyVector();
  const shares = new Float64Array(classes);
  const order = Int32Array.from({ length: to - from }, (_, i) => from + i);
  const random = randomNumbers(seed);
  const steps = epochs * order.length;
  let step = 0;
  for (let epoch = 0; epoch < epochs; epoch += 1) {
    shuffle(order, random);
    for (const example of order) {
      const speed = rate * (1 - step / steps);
      step += 1;
      const label = examples.labels[example]!;
      if (label < 0) continue;
      examples.read(example, vector);
      leaveOut(vector, dropout, random);
      scores(model, vector, shares);
      toShares(shares, 1);
      if (shares[label]! > learnedAlready) continue;
      for (let c = 0; c < classes; c += 1) {
        shares[c] = speed * (shares[c]! - (c === label ? 1 : 0));
        bias[c]! -= 0.1 * shares[c]!;
      }
      for (let i = 0; i < vector.length; i += 1) {
        const at = vector.rows[i]! * classes;
        const value = vector.values[i]!;
        for (let c = 0; c < classes; c += 1) weights[at + c]! -= shares[c]! * value;
      }
    }
  }
}

/** How much speaks for each class, into `into`. */
export function scores({ classes, weights, bias }: LinearModel, vector: Vector, into: Float64Array): void {
  for (let c = 0; c < classes; c += 1) into[c] = bias[c]!;
  for (let i = 0; i < vector.length; i += 1) {
    const at = vector.rows[i]! * classes;
    const value = vector.values[i]!;
    for (let c = 0; c < classes; c += 1) into[c]! += weights[at + c]! * value;
  }
}

/** Scores become shares of 1; a temperature above 1 makes them more modest. */
export function toShares(values: Float64Array, temperature: number): void {
  let most = -Infinity;
  for (const value of values) most = Math.max(most, value);
  let sum = 0;
  for (let c = 0; c < values.length; c += 1) {
    values[c] = Math.exp((values[c]! - most) / temperature);
    sum += values[c]!;
  }
  for (let c = 0; c < values.length; c += 1) values[c]! /= sum;
}

function leaveOut(vector: Vector, share: number, random: () => number): void {
  if (share === 0) return;
  let kept = 0;
  for (let i = 0; i < vector.length; i += 1) {
    if (random() < share) continue;
    vector.rows[kept] = vector.rows[i]!;
    vector.values[kept] = vector.values[i]! / (1 - share);
    kept += 1;
  }
  vector.length = kept;
}

function shuffle(order: Int32Array, random: () => number): void {
  for (let i = order.length - 1; i > 0; i -= 1) {
    const j = Math.floor(random() * (i + 1));
    [order[i], order[j]] = [order[j]!, order[i]!];
  }
}

/** xorshift32: quick, and always the same for a seed. */
function randomNumbers(seed: number): () => number {
  let state = (seed ^ 0x9e3779b9) | 1;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 4_294_967_296;
  };
}
