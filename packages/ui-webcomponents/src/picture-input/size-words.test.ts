import { expect, test } from 'vitest';
import { sizeWords } from './size-words.ts';

test('sizes are said as a person says them', () => {
  expect([400, 482_113, 1_449_000, 12_000_000].map((bytes) => sizeWords(bytes, 'vi'))).toEqual(['1\u00a0kB', '482\u00a0kB', '1,4\u00a0MB', '12\u00a0MB']);
});
