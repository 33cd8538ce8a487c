import { expect, test } from 'vitest';
import { csvLines } from './write-csv.ts';
import { csvColumns } from './columns.ts';
import { readCsv } from './read-csv.ts';

test('what a spreadsheet would run is text; numbers below zero stay numbers', () => {
  expect(csvLines([['=1+1', '+84900000123', '-2', '@SUM(A1)', '\t=1', '＝1+1', 'a=b', -2.5, null]])).toBe("'=1+1,'+84900000123,'-2,'@SUM(A1),'\t=1,'＝1+1,a=b,-2.5,\r\n");
});

test('commas, quotes and lines within a cell stay within it', () => {
  expect(csvLines([['Lê Lợi, "Huế"', 'hai\ndòng']])).toBe('"Lê Lợi, ""Huế""","hai\ndòng"\r\n');
});

test('what is written is read again as it was', async () => {
  const cells = ['A-1', '2026-01-01T08:00:00+07:00', '', '', 'open', '=HYPERLINK("http://ke-xau.example")', 'web', 'Đường sá', 'road-damage', '"Ổ gà",\nrất sâu', '@sở', '-', '16.46', '107.59'];
  const [line] = await readCsv(csvLines([csvColumns, cells]));
  expect(Object.values(line!.cells)).toEqual(cells);
});
