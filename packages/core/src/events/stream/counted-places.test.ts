import { expect, test } from 'vitest';
import { countedPlaces } from './counted-places.ts';

test('a place is taken under every name or under none, and given back', () => {
  const take = countedPlaces({ address: 2, account: 1 });
  const first = take({ address: 'a', account: 'an' })!;
  // The account is full: the address must not lose a place by asking.
  expect(take({ address: 'a', account: 'an' })).toBeUndefined();
  expect(take({ address: 'a', account: null })).toBeTypeOf('function');
  expect(take({ address: 'a', account: null })).toBeUndefined();
  expect(take({ address: 'b', account: null })).toBeTypeOf('function');
  first();
  expect(take({ address: 'a', account: 'an' })).toBeTypeOf('function');
});
