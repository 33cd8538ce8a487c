import { expect, test } from 'vitest';
import { duplicateConfidence, firstWeights, learnDuplicates, leastPairs, likenessOf, type Pair } from './likely-duplicate.ts';

const near: Pair = { text: 'Cây đổ chắn ngang đường trước trường học', otherText: 'cay do chan ngang duong, xe khong qua duoc', metres: 40, hours: 2 };
const far: Pair = { text: 'Cây đổ chắn ngang đường trước trường học', otherText: 'Hàng cây mới trồng chết khô, không ai tưới', metres: 140, hours: 400 };

test('two neighbours who write of the same fallen tree within hours are likely one matter, with accents or without', () => {
  expect(duplicateConfidence(near, firstWeights)).toBeGreaterThan(0.7);
  expect(duplicateConfidence(far, firstWeights)).toBeLessThan(0.1);
});

test('a copied text is as like as can be, another matter hardly at all', () => {
  expect(likenessOf(near.text, near.text)).toBeCloseTo(1);
  expect(likenessOf(near.text, 'Loa kéo hát tới nửa đêm')).toBeLessThan(0.1);
  expect(likenessOf('', near.text)).toBe(0);
});

test('until staff have merged enough, nothing is learned from what they merged', () => {
  expect(learnDuplicates(Array.from({ length: leastPairs - 1 }, () => ({ pair: near, merged: true })))).toEqual(firstWeights);
});

test('where staff merge what is far apart in time, time counts for less', () => {
  const late = { ...near, hours: 300 };
  const pairs = Array.from({ length: 60 }, () => [{ pair: late, merged: true }, { pair: far, merged: false }]).flat();
  const learned = learnDuplicates(pairs);
  expect(learned.pairs).toBe(60);
  expect(duplicateConfidence(late, learned)).toBeGreaterThan(duplicateConfidence(late, firstWeights));
  expect(duplicateConfidence(far, learned)).toBeLessThan(0.2);
});
