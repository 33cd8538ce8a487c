import type { Cell } from './csv.ts';
import { spreadsheet } from './spreadsheet.ts';

/** Rows to come, a page at a time; then what they make as a sheet of this name. */
export type SpreadsheetMessage = { readonly add: readonly (readonly Cell[])[] } | { readonly sheet: string };

const rows: (readonly Cell[])[] = [];

/** The library makes a workbook in one go: 20,000 rows are a second in which nobody else would be answered. */
export async function answer(message: SpreadsheetMessage): Promise<Uint8Array | null> {
  if ('sheet' in message) return spreadsheet(rows, message.sheet);
  rows.push(...message.add);
  return null;
}
