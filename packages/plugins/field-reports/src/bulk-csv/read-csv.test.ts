import { Problem } from '@tinhthong/core';
import { expect, test } from 'vitest';
import { csvColumns } from './columns.ts';
import { mostLines, readCsv } from './read-csv.ts';

const header = csvColumns.join(',');
const row = (id: string) => `${id},2026-01-01T08:00:00+07:00,,,open,,web,Đường sá hư hỏng,,Ổ gà,,Lê Lợi,16.46,107.59`;
const refusal = (text: string) => readCsv(text).then(() => 'taken', (problem: unknown) => (problem instanceof Problem ? problem.errors[0]!.message.en : problem));

test('columns stand in any order and case; further ones are ignored', async () => {
  const turned = [...csvColumns].toReversed();
  const text = `${turned.map((name) => name.toUpperCase()).join(',')},Ghi chú\r\n${turned.map((name) => `<${name}>`).join(',')},thừa\r\n`;
  expect(await readCsv(text)).toEqual([{ line: 2, cells: Object.fromEntries(csvColumns.map((name) => [name, `<${name}>`])) }]);
});

test('semicolons and tabs separate as well, as spreadsheets write them', async () => {
  for (const sign of [';', '\t']) {
    const lines = await readCsv([header, row('A-1')].join('\n').replaceAll(',', sign));
    expect(lines.map(({ cells }) => [cells.service_request_id, cells.long])).toEqual([['A-1', '107.59']]);
  }
});

test('lines are counted as an editor shows them, also behind cells of several lines', async () => {
  const long = row('A-1').replace('Ổ gà', '"Ổ gà\nrất\nsâu"');
  expect((await readCsv(`${header}\n${long}\n\n${row('A-2')}\n`)).map(({ line }) => line)).toEqual([2, 6]);
});

test('the sign that keeps a spreadsheet from running a formula is not part of the text', async () => {
  const [line] = await readCsv(`${header}\n${row('A-1').replace('Ổ gà', "'=cmd|calc!A1")}\n`);
  expect(line?.cells.description).toBe('=cmd|calc!A1');
});

test('a missing column, a file without lines and one without end of quote are refused whole', async () => {
  expect(await refusal(`${header.replace(',lat', '')}\n`)).toBe('columns are missing: lat');
  expect(await refusal('')).toMatch(/empty/);
  expect(await refusal(`${header}\n`)).toMatch(/no line/);
  expect(await refusal(`${header}\n${row('A-1')}\n${row('A-2').replace('Ổ gà', '"Ổ gà')}`)).toMatch(/never closed|no CSV/);
  expect(await refusal(`${header}\n${row('A-1')}\nA-2,2026-01-01T08:00`)).toMatch(/line 3 lacks cells/);
  expect(await refusal('Kính gửi trung tâm điều hành,\ntôi xin phản ánh')).toMatch(/columns are missing/);
});

test('more lines than the limit are refused before anything is stored', async () => {
  expect(await refusal([header, ...Array.from({ length: mostLines + 1 }, (_, i) => row(`A-${i}`))].join('\n'))).toMatch(/at most/);
});
