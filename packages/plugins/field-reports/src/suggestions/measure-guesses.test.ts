import { expect, test } from 'vitest';
import { type Guess, measureGuesses, precisionOf, recallOf } from './measure-guesses.ts';

const guess = (truth: string, guessed: string, confidence = 0.9): Guess => ({ truth, guessed, confidence });

test('of 4 waste reports 3 are found, and 1 of 4 guesses of waste is wrong: recall and precision 75 %', () => {
  const { right, byClass } = measureGuesses(
    [guess('waste', 'waste'), guess('waste', 'waste'), guess('waste', 'waste'), guess('waste', 'noise'), guess('trees', 'waste'), guess('noise', 'noise')],
    0.7,
  );
  expect(right).toBe(4);
  expect(byClass['waste']).toEqual({ reports: 4, guessed: 4, right: 3 });
  expect([precisionOf(byClass['waste']!), recallOf(byClass['waste']!)]).toEqual([0.75, 0.75]);
  expect([precisionOf(byClass['trees']!), recallOf(byClass['trees']!)]).toEqual([null, 0]);
});

test('below the threshold nothing is said, and what was not said is not counted as said', () => {
  const { said, saidRight } = measureGuesses([guess('waste', 'waste', 0.7), guess('waste', 'noise', 0.69), guess('noise', 'waste', 0.95)], 0.7);
  expect([said, saidRight]).toEqual([2, 1]);
});

test('who says 90 % and is right in 9 of 10 is honest; who is right in 5 is off by 40 %', () => {
  const with9 = Array.from({ length: 10 }, (_, i) => guess('a', i < 9 ? 'a' : 'b'));
  const with5 = Array.from({ length: 10 }, (_, i) => guess('a', i < 5 ? 'a' : 'b'));
  expect(measureGuesses(with9, 0.7).calibrationError).toBeCloseTo(0);
  expect(measureGuesses(with5, 0.7).calibrationError).toBeCloseTo(0.4);
});

test('of nothing, nothing is measured', () => {
  expect(measureGuesses([], 0.7)).toEqual({ reports: 0, right: 0, said: 0, saidRight: 0, calibrationError: 0, byClass: {} });
});
