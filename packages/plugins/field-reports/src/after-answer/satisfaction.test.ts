import { sayIn } from '@tinhthong/core';
import { expect, test } from 'vitest';
import { satisfactionInWords, satisfactionOf } from './satisfaction.ts';

test('satisfied and accepted are the first two of three levels, and the rating rate stands beside them', () => {
  expect(satisfactionOf({ rated: 200, satisfied: 150, accepted: 30, closed: 1_000 })).toEqual({ share: 0.9, rate: 0.2 });
  expect(satisfactionInWords(sayIn('vi'), { rated: 1_234, satisfied: 1_000, accepted: 120, closed: 5_000 })).toEqual({ share: '90,8%', restsOn: '1.234 lượt đánh giá, 24,7% số phản ánh đã đóng' });
});

test('without a rating there is no satisfaction, rather than none', () => {
  expect(satisfactionInWords(sayIn('en'), { rated: 0, satisfied: 0, accepted: 0, closed: 12 })).toEqual({ share: '–', restsOn: '0 ratings, 0% of the reports closed' });
  expect(satisfactionOf({ rated: 0, satisfied: 0, accepted: 0, closed: 0 })).toEqual({ share: null, rate: null });
});

test('ratings that came after a reopening are not more than all', () => {
  expect(satisfactionOf({ rated: 3, satisfied: 3, accepted: 0, closed: 2 }).rate).toBe(1);
});
