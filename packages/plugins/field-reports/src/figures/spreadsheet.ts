import writeExcelFile, { type SheetData } from 'write-excel-file/node';
import type { Cell } from './csv.ts';

export const spreadsheetType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** A workbook of one sheet, the first row its head. Texts are typed as texts: nothing in them is run. */
export async function spreadsheet(rows: readonly (readonly Cell[])[], sheet: string): Promise<Uint8Array> {
  const cells: SheetData = rows.map((row, i) =>
    row.map((value) => (value === null ? null : { ...(typeof value === 'number' ? { value, type: Number } : { value, type: String }), ...(i === 0 && { fontWeight: 'bold' as const }) })),
  );
  return writeExcelFile(cells, { sheet, stickyRowsCount: 1 }).toBuffer();
}
