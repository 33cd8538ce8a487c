/** With the separators that people write between digits. */
const apart = '[ .\\u00a0-]?';
const masks: readonly (readonly [RegExp, string])[] = [
  // So many letters at most, or a long text without any @ would take for ever.
  [/[\p{L}\d._%+-]{1,64}@[\p{L}\d-]+(\.[\p{L}\d-]+)+/gu, '[email]'],
  // A citizen's number has 12 digits and begins with 0, so it goes before telephones.
  [new RegExp(`(?<!\\d)0\\d{2}(?:${apart}\\d{3}){3}(?!\\d)`, 'g'), '[số giấy tờ]'],
  // A telephone: 0 or +84, with or without brackets, then eight to ten digits.
  [new RegExp(`(?<![\\d.])\\(?(?:\\+?84|0)(?:${apart}\\(?\\d\\)?){8,10}(?!\\d)`, 'g'), '[số điện thoại]'],
  // Older identity cards have 9 digits; with separators between them they are sums of money.
  [/(?<!\d)\d{9}(?:\d{3})?(?!\d)/g, '[số giấy tờ]'],
];

/**
 * What people write, as everybody may read it: telephone numbers, e-mail addresses and identity numbers are gone. Names
 * and addresses stay; keep the original behind a permission.
 *
 * @example maskContacts('Gọi 0905 123 456') // 'Gọi [số điện thoại]'
 */
export function maskContacts(text: string): string {
  return masks.reduce((masked, [pattern, instead]) => masked.replace(pattern, instead), text);
}
