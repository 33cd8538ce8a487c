import { expect, test } from 'vitest';
import { textsByCategory } from '../../src/demo/texts/by-category.ts';
import * as names from '../../src/demo/texts/place-names.ts';
import * as shared from '../../src/demo/texts/shared-phrases.ts';
import { withoutAccents } from '../../src/suggestions/text-features.ts';
import * as other from './other-texts.ts';

/** Every string in a value, however deep. */
function* stringsIn(value: unknown): Generator<string> {
  if (typeof value === 'string') yield value;
  else if (value instanceof Map) for (const one of value.values()) yield* stringsIn(one);
  else if (typeof value === 'object' && value !== null) for (const one of Object.values(value)) yield* stringsIn(one);
}

/** So many syllables in a row, as they stand between choices and slots, without accents and capitals. */
function runsOf(texts: Iterable<string>, length: number): Set<string> {
  const runs = new Set<string>();
  for (const text of texts) {
    for (const part of withoutAccents(text).toLowerCase().split(/[[\]|<>,.;:!?()]/)) {
      const syllables = part.match(/[\p{L}\d]+/gu) ?? [];
      for (let i = 0; i + length <= syllables.length; i += 1) runs.add(syllables.slice(i, i + length).join(' '));
    }
  }
  return runs;
}

const learned = [...stringsIn(textsByCategory), ...stringsIn(shared), ...stringsIn(names)];
const tried = [...stringsIn(other)];

test('no sentence that suggestions are tried on occurs among those they were learned from', () => {
  const known = new Set(learned);
  expect(tried.filter((text) => text !== '' && known.has(text))).toEqual([]);
});

test('they do not even have four syllables in a row in common', () => {
  const known = runsOf(learned, 4);
  expect([...runsOf(tried, 4)].filter((run) => known.has(run))).toEqual([]);
  expect(runsOf(tried, 4).size).toBeGreaterThan(500);
});

test('every category has texts in both', () => {
  expect(Object.keys(other.otherTexts).toSorted()).toEqual([...textsByCategory.keys()].toSorted());
});
