/**
 * Folds Vietnamese for matching: NFC, no tone or vowel marks, đ → d, lower case, ’ → '.
 * `hue`, `Huế` and `HUẾ` fold alike, and so do `Hoá` and `Hóa`.
 */
export function fold(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replaceAll('đ', 'd')
    .replaceAll('Đ', 'D')
    .replaceAll('’', "'")
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .trim();
}
