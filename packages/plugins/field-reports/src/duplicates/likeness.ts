const [blank, d, dBarred] = [0x20, 0x64, 0x111];
const [firstMark, lastMark] = [0x300, 0x36f];
const letterOrNumber = /[\p{L}\p{N}]/u;

/**
 * The threes of letters that a text is made of, without accents: half the citizens write without them. Each as one number,
 * and in one pass, because in a flood every form that is filled in compares its text with hundreds.
 */
export function trigramsOf(text: string): ReadonlySet<number> {
  const trigrams = new Set<number>();
  const letters = text.normalize('NFD').toLowerCase();
  // Two blanks before a word and one behind, so that its beginning counts more than its middle.
  let [first, second] = [blank, blank];
  for (let i = 0; i <= letters.length; i += 1) {
    const code = i < letters.length ? letters.charCodeAt(i) : blank;
    if (code >= firstMark && code <= lastMark) continue;
    if (isOfWord(code)) {
      const third = code === dBarred ? d : code;
      trigrams.add(trigram(first, second, third));
      [first, second] = [second, third];
    } else if (second !== blank) {
      trigrams.add(trigram(first, second, blank));
      [first, second] = [blank, blank];
    }
  }
  return trigrams;
}

/** How alike two texts are, from 0 to 1: what they share of what both of them hold (Dice). */
export function likeness(a: ReadonlySet<number>, b: ReadonlySet<number>): number {
  if (a.size === 0 || b.size === 0) return 0;
  const [fewer, more] = a.size < b.size ? [a, b] : [b, a];
  let shared = 0;
  for (const one of fewer) if (more.has(one)) shared += 1;
  return (2 * shared) / (a.size + b.size);
}

/** Exact for the Latin letters that accents leave; of other scripts now and then two fall together. */
const trigram = (first: number, second: number, third: number): number => ((first << 14) ^ (second << 7) ^ third) & 0x3fffffff;

function isOfWord(code: number): boolean {
  if (code < 0x80) return (code >= 0x61 && code <= 0x7a) || (code >= 0x30 && code <= 0x39);
  return code === dBarred || letterOrNumber.test(String.fromCharCode(code));
}
