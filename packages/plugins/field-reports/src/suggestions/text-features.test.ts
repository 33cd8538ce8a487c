import { expect, test } from 'vitest';
import { featureSpace, textFeatures } from './text-features.ts';

const shared = (a: string, b: string) => {
  const other = new Set(textFeatures(b));
  return textFeatures(a).filter((one) => other.has(one)).length / textFeatures(a).length;
};

test('a text typed without accents is read as the same words', () => {
  expect(shared('o ga lon truoc cong truong', 'Ổ gà lớn trước cổng trường')).toBe(1);
});

test('with accents more is known: "ma" is not "mà", "má" or "mạ"', () => {
  const accented = textFeatures('mạ');
  expect(accented.length).toBe(2);
  expect(shared('mạ', 'má')).toBe(0.5);
});

test('capitals, punctuation and composed or decomposed letters change nothing', () => {
  expect(textFeatures('Đèn đường TẮT, tối quá!')).toEqual(textFeatures('đèn đường tắt tối quá'.normalize('NFD')));
});

test('the order of syllables counts: "đường đèn" is not "đèn đường"', () => {
  expect(shared('đường đèn', 'đèn đường')).toBeLessThan(1);
});

test('house numbers and depths are all alike', () => {
  expect(textFeatures('trước nhà 12')).toEqual(textFeatures('trước nhà 347'));
});

test('a text of a thousand words weighs no more than a long one, and an empty one nothing', () => {
  expect(textFeatures('rác thải '.repeat(2_000)).length).toBeLessThan(20);
  expect(textFeatures(Array.from({ length: 2_000 }, (_, i) => `từ${String.fromCodePoint(0x100 + i)}`).join(' ')).length).toBeLessThanOrEqual(160 * 4);
  expect(textFeatures('… !!! 👍')).toEqual(new Uint32Array());
});

test('features are sorted, each once, and below the size of their space', () => {
  const features = [...textFeatures('rác rác rác trước nhà, rác trước ngõ')];
  expect(features).toEqual([...new Set(features)].toSorted((a, b) => a - b));
  expect(Math.max(...features)).toBeLessThan(featureSpace);
});
