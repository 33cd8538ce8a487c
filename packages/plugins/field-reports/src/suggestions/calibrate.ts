import { toShares } from './linear-model.ts';

/** Scores of examples that the model has not learned from, and what they really were. */
export interface Judged {
  /** Row by row: `scores[example * classes + class]`. */
  readonly scores: Float32Array;
  readonly labels: Int32Array;
  readonly classes: number;
}

// Where the newest reports repeat the sentences of the older ones, as canned texts do, cooler would fit them still better:
// a certainty that ends with the first sentence of somebody else.
const [coolest, hottest] = [0.5, 10];
const golden = (Math.sqrt(5) - 1) / 2;

/**
 * The temperature at which confidence is honest: of what is said with 80 % confidence, 80 % should be right. Found on
 * examples the model has not seen, by the least log loss (Guo et al. 2017, "On calibration of modern neural networks").
 */
export function temperatureOf(judged: Judged): number {
  if (judged.labels.every((label) => label < 0)) return 1;
  let [low, high] = [Math.log(coolest), Math.log(hottest)];
  for (let round = 0; round < 25; round += 1) {
    const [left, right] = [high - golden * (high - low), low + golden * (high - low)];
    if (logLoss(judged, Math.exp(left)) < logLoss(judged, Math.exp(right))) high = right;
    else low = left;
  }
  return Math.exp((low + high) / 2);
}

export function logLoss({ scores, labels, classes }: Judged, temperature: number): number {
  const shares = new Float64Array(classes);
  let [sum, count] = [0, 0];
  for (const [example, label] of labels.entries()) {
    if (label < 0) continue;
    shares.set(scores.subarray(example * classes, (example + 1) * classes));
    toShares(shares, temperature);
    sum -= Math.log(Math.max(shares[label]!, 1e-12));
    count += 1;
  }
  return sum / Math.max(count, 1);
}
