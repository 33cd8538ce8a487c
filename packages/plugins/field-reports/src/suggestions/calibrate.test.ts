import { expect, test } from 'vitest';
import { type Judged, logLoss, temperatureOf } from './calibrate.ts';

/** Two classes; the first is scored higher by `margin` every time, and is right in `right` of 100. */
function judged(margin: number, right: number): Judged {
  return {
    classes: 2,
    scores: Float32Array.from({ length: 200 }, (_, i) => (i % 2 === 0 ? margin : 0)),
    labels: Int32Array.from({ length: 100 }, (_, i) => (i < right ? 0 : 1)),
  };
}

const confidence = (margin: number, temperature: number) => 1 / (1 + Math.exp(-margin / temperature));

test.each([[4, 80], [1, 85], [2, 70]])('scores %d apart that are right in %d of 100 are given that confidence', (margin, right) => {
  expect(confidence(margin, temperatureOf(judged(margin, right)))).toBeCloseTo(right / 100, 2);
});

test('what repeats sentences that were learned is no proof of certainty: scores are spread to the double and no further', () => {
  expect(temperatureOf(judged(1, 100))).toBeCloseTo(0.5, 2);
});

test('no other temperature fits better', () => {
  const all = judged(4, 80);
  const best = temperatureOf(all);
  for (const other of [best * 0.8, best * 1.25, 1]) expect(logLoss(all, best)).toBeLessThanOrEqual(logLoss(all, other));
});

test('without examples confidence stays as it is', () => {
  expect(temperatureOf({ classes: 2, scores: new Float32Array(), labels: new Int32Array() })).toBe(1);
});
