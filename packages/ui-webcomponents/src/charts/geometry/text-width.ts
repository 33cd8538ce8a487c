const narrow = /[iIlíìỉĩịtfjr.,:;'’|()\s–-]/;
const wide = /[mwMW%@]/;

/**
 * How wide a text is at most, in pixels, at a size of type: estimated on the wide side, because what is measured needs
 * the font, which may come later or be another one.
 */
export function textWidth(text: string, size: number): number {
  let em = 0;
  for (const letter of text.normalize('NFC')) em += narrow.test(letter) ? 0.38 : wide.test(letter) ? 0.96 : letter !== letter.toLowerCase() ? 0.76 : 0.62;
  return em * size;
}

/**
 * Which of the labels at equal distances can stand in a row without touching: all, every second, every third … The last
 * one, the newest, is always among them.
 */
export function fitting(labels: readonly string[], distance: number, size: number, gap = 8): boolean[] {
  const last = labels.length - 1;
  const widest = Math.max(0, ...labels.map((label) => textWidth(label, size)));
  const every = distance <= 0 ? labels.length : Math.max(1, Math.ceil((widest + gap) / distance));
  return labels.map((_, i) => (last - i) % every === 0);
}
