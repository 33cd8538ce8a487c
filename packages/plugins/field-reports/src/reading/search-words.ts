/**
 * How what somebody looks for is matched, without HTTP and SQL. With accents as they were typed first, then without:
 * "ổ gà" finds "ổ gà" before "o ga"; "o ga" finds both, newest first. Of three words and more also those that hold all of
 * them apart from each other, last.
 */
export type Tier = 'exact' | 'plain' | 'apart';

const accents = /[\u0300-\u036f]|đ/;

/** The ways in which words are to be matched, the best first. Empty where there is nothing to look for. */
export function tiersOf(words: string): Tier[] {
  const { length } = plainWordsOf(words);
  if (length === 0) return [];
  return [...(accents.test(words.normalize('NFD').toLowerCase()) ? (['exact'] as const) : []), 'plain', ...(length > 2 ? (['apart'] as const) : [])];
}

/** The syllables without accents, as the column `words` holds them. Of other scripts nothing is kept that could be found. */
export function plainWordsOf(words: string): string[] {
  const plain = words.normalize('NFD').replace(/[\u0300-\u036f]/g, '').toLowerCase().replaceAll('đ', 'd');
  return plain.split(/[^a-z0-9]+/).filter((one) => one !== '');
}

/** The code of a report of this province, where that is what was typed: `hue-26-0000123`, `HUE 26 123`; not an alley, "ngõ 26 12". */
export function codeIn(words: string, codePrefix: string): string | undefined {
  const [, prefix = '', year, number = ''] = /^\s*([a-z]{2,5})[\s-]+(\d{2})[\s-]+(\d{1,7})\s*$/i.exec(words) ?? [];
  return prefix.toUpperCase() === codePrefix ? `${codePrefix}-${year}-${number.padStart(7, '0')}` : undefined;
}
