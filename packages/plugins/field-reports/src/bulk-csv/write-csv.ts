import { stringify } from 'csv-stringify/sync';

/** So that spreadsheets read it as UTF-8. */
export const mark = '\ufeff';

/**
 * Lines of CSV, CRLF between them. What a spreadsheet would run as a formula is text: cells that begin with = + - @ or
 * a tab get an apostrophe, also where the sign hides behind a carriage return or is one of its wide forms.
 */
export function csvLines(records: readonly (readonly (string | number | null)[])[]): string {
  return stringify(records.map((record) => record.map(cellOf)), { record_delimiter: 'windows', quoted_match: /[\r\n]/ });
}

function cellOf(value: string | number | null): string {
  if (value === null) return '';
  // A number is ours, a minus before it no formula.
  if (typeof value === 'number') return String(value);
  return /^[=+\-@\t\r＝＋－＠]/.test(value) ? `'${value}` : value;
}
