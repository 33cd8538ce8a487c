let segmenter: Intl.Segmenter | undefined;

/** Characters as a person counts them: `ế` typed in two parts is one, and so is a family of emoji. */
export function graphemes(text: string): number {
  segmenter ??= new Intl.Segmenter('vi');
  let count = 0;
  for (const _ of segmenter.segment(text.normalize('NFC'))) count += 1;
  return count;
}
