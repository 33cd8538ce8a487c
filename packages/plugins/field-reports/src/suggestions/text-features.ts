/**
 * What a text is made of, for the classifier: its syllables, with accents and without, and pairs of neighbouring syllables
 * without. Vietnamese puts a space between syllables, not between words, so it is the pairs that carry the words; and
 * half the citizens type without accents, so every text is also read without them. Pairs with accents, threes of
 * syllables, runs of letters were tried on sentences left out of the learning: they recognised fewer.
 */

/** Features are numbers below this: room for a province's vocabulary many times over. */
export const featureSpace = 2 ** 22;

// What matters stands at the beginning; a text of 4,000 characters must not weigh as ten.
const mostSyllables = 160;
const syllablePattern = /\p{L}+|\d+/gu;

interface Syllable {
  readonly accented: number;
  readonly folded: number;
}

/** Sorted, each once. */
export function textFeatures(text: string, hashOf = hashed): Uint32Array {
  const syllables = text.normalize('NFC').toLowerCase().match(syllablePattern) ?? [];
  const features = new Uint32Array(Math.min(syllables.length, mostSyllables) * 3);
  let used = 0;
  let before = 0;
  for (let i = 0; i < syllables.length && i < mostSyllables; i += 1) {
    const { accented, folded } = hashOf(syllables[i]!);
    features[used++] = feature(1, 0, folded);
    if (before !== 0) features[used++] = feature(2, before, folded);
    if (accented !== folded) features[used++] = feature(3, 0, accented);
    before = folded;
  }
  return eachOnce(features.subarray(0, used).sort());
}

/** For many texts: a province has some ten thousand syllables, written millions of times. Remembers them as long as it lives. */
export function rememberedHashes(): (syllable: string) => Syllable {
  const known = new Map<string, Syllable>();
  return (syllable) => {
    const found = known.get(syllable) ?? hashed(syllable);
    if (known.size < mostRemembered) known.set(syllable, found);
    return found;
  };
}

const mostRemembered = 50_000;

function eachOnce(sorted: Uint32Array): Uint32Array {
  let kept = 0;
  for (const one of sorted) if (kept === 0 || one !== sorted[kept - 1]) sorted[kept++] = one;
  return sorted.subarray(0, kept);
}

/** A feature that is no text: the commune, the category, both together. */
export function namedFeature(name: string): number {
  return feature(5, 0, hash(name));
}

/** Numbers are alike: which house it is says nothing of what is wrong there. */
function hashed(syllable: string): Syllable {
  if (/\d/.test(syllable)) return { accented: number, folded: number };
  return { accented: hash(syllable), folded: hash(withoutAccents(syllable)) };
}

export function withoutAccents(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('đ', 'd').replaceAll('Đ', 'D');
}

/** FNV-1a over UTF-16 units; never 0, which stands for "nothing before it". */
function hash(text: string): number {
  let mixed = 0x811c9dc5;
  for (let i = 0; i < text.length; i += 1) mixed = Math.imul(mixed ^ text.charCodeAt(i), 0x01000193);
  return mixed >>> 0 || 1;
}

const number = hash('0');

function feature(kind: number, first: number, second: number): number {
  let mixed = Math.imul(first ^ (kind * 0x9e3779b1), 0x85ebca6b) ^ second;
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0xc2b2ae35);
  return ((mixed ^ (mixed >>> 13)) >>> 0) % featureSpace;
}
