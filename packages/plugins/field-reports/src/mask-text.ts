/**
 * What a public text must not show: phone numbers, e-mail addresses, identity numbers. The original stays behind
 * the staff's permission.
 */
export function maskText(text: string): string {
  return text
    .replace(/[\p{L}\d._%+-]+@[\p{L}\d-]+(\.[\p{L}\d-]+)+/gu, '[email]')
    // A phone number as people write it: 0 or +84, then eight to ten digits with spaces, dots or dashes between.
    .replace(/(?<![\d.])(?:\+?84|0)(?:[ .-]?\d){8,10}(?!\d)/g, '[số điện thoại]')
    // Identity cards have 9 digits, citizens' cards 12.
    .replace(/(?<!\d)\d{9}(?:\d{3})?(?!\d)/g, '[số giấy tờ]');
}
