import { expect, test } from 'vitest';
import { fateOf, isShown } from './fate.ts';

const suggested = { kind: 'category', suggested: 'trees', given: 'waste' } as const;

test('a citizen said waste, trees was suggested: trees is confirmed, waste is ignored, noise is changed', () => {
  expect(fateOf(suggested, 'trees')).toBe('confirmed');
  expect(fateOf(suggested, 'waste')).toBe('ignored');
  expect(fateOf(suggested, 'noise')).toBe('changed');
});

test('a duplicate that was suggested: merged into it, into another, or not at all', () => {
  const duplicate = { kind: 'duplicate', suggested: 'HUE-26-0000001', given: null } as const;
  expect(fateOf(duplicate, 'HUE-26-0000001')).toBe('confirmed');
  expect(fateOf(duplicate, 'HUE-26-0000002')).toBe('changed');
  expect(fateOf(duplicate, null)).toBe('ignored');
});

test('what a report came with anyway asks for nothing, and is not counted as shown', () => {
  expect(isShown(suggested)).toBe(true);
  expect(isShown({ ...suggested, suggested: 'waste' })).toBe(false);
  expect(fateOf({ ...suggested, suggested: 'waste' }, 'waste')).toBe('confirmed');
});

test('what is not seen as urgent may be shown as urgent, never the other way round', () => {
  expect(isShown({ kind: 'urgency', suggested: 'immediate', given: 'normal' })).toBe(true);
  expect(isShown({ kind: 'urgency', suggested: 'normal', given: 'immediate' })).toBe(false);
});
