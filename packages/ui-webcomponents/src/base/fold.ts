/**
 * Folds Vietnamese for matching, as the server does: no tone or vowel marks, đ → d, lower case, ’ → '.
 * `hue`, `Huế` and `HUẾ` fold alike, and so do `Hoá` and `Hóa`.
 *
 * @example fold('Phường Phú Xuân') // 'phuong phu xuan'
 */
export function fold(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('đ', 'd')
    .replaceAll('’', "'")
    .replace(/\s+/g, ' ')
    .trim();
}
