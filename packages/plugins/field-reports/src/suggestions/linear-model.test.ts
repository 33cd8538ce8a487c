import { expect, test } from 'vitest';
import { emptyVector, type Examples, scores, toShares, train, untrained } from './linear-model.ts';

/** Class c has the features 2c and 2c + 1, and one of six that all share. */
function examplesOf(count: number): Examples {
  const labels = Int32Array.from({ length: count }, (_, i) => i % 3);
  return {
    count,
    labels,
    read(i, into) {
      const features = [labels[i]! * 2 + (i % 2), 6 + (i % 5)];
      features.forEach((row, at) => ((into.rows[at] = row), (into.values[at] = 0.7)));
      into.length = features.length;
    },
  };
}

const training = { from: 0, to: 300, epochs: 5, seed: 1, rate: 1, dropout: 0.2 };

function sharesOf(rows: readonly number[], seed = 1): Float64Array {
  const model = untrained(11, 3);
  train(model, examplesOf(300), { ...training, seed });
  const vector = emptyVector();
  rows.forEach((row, at) => ((vector.rows[at] = row), (vector.values[at] = 0.7)));
  vector.length = rows.length;
  const shares = new Float64Array(3);
  scores(model, vector, shares);
  toShares(shares, 1);
  return shares;
}

test('what marks a class is learned, and what all classes share says little', () => {
  expect(sharesOf([4, 6])[2]).toBeGreaterThan(0.85);
  for (const share of sharesOf([8])) expect(share).toBeCloseTo(1 / 3, 0.5);
});

test('the same examples and seed give the same model to the last bit, another seed nearly the same', () => {
  expect(sharesOf([0, 7])).toEqual(sharesOf([0, 7]));
  expect(sharesOf([0, 7], 2)[0]).toBeCloseTo(sharesOf([0, 7])[0]!, 1);
});

test('an example without a class teaches nothing', () => {
  const examples = examplesOf(300);
  examples.labels.fill(-1);
  const model = untrained(11, 3);
  train(model, examples, training);
  expect(model).toEqual(untrained(11, 3));
});

test('shares add up to 1, also of scores that are far apart, and a temperature makes them more modest', () => {
  const [sure, modest] = [Float64Array.of(800, 0, -800), Float64Array.of(3, 1, 0)];
  toShares(sure, 1);
  expect([...sure]).toEqual([1, 0, 0]);
  const before = Float64Array.of(3, 1, 0);
  toShares(before, 1);
  toShares(modest, 2);
  expect(modest[0]).toBeLessThan(before[0]!);
  expect(modest.reduce((sum, share) => sum + share)).toBeCloseTo(1);
});
