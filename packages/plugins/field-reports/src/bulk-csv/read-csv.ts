import { pipeline, Readable } from 'node:stream';
import { invalid, type Text } from '@tinhthong/core';
import { CsvError, parse } from 'csv-parse';
import { type CsvCells, csvColumns } from './columns.ts';

export const mostLines = 20_000;
const mostCell = 64 * 1024;
const piece = 64 * 1024;

export interface CsvLine {
  /** Counted from 1, as an editor shows it: the line where the record begins. */
  readonly line: number;
  readonly cells: CsvCells;
}

/**
 * The lines of a file in the bulk shape: its columns in any order and case, further ones ignored; separated by commas,
 * semicolons (as spreadsheets of this country write) or tabs.
 *
 * @throws Problem 422 for what is no CSV, lacks a column, is cut off or too long: then nothing of it counts
 */
export async function readCsv(text: string): Promise<CsvLine[]> {
  const delimiter = delimiterOf(text);
  const parser = parse({ delimiter, relax_column_count: true, skip_empty_lines: true, info: true, max_record_size: mostCell * csvColumns.length });
  // What goes wrong is thrown where the lines are read; this ends the source with them.
  pipeline(Readable.from(pieces(text)), parser, () => {});
  let places: readonly number[] | undefined;
  let width = 0;
  let reached = 0;
  const lines: CsvLine[] = [];
  try {
    for await (const { record, info } of parser as AsyncIterable<{ record: string[]; info: { lines: number } }>) {
      reached = info.lines;
      if (places === undefined) {
        places = placesOf(record);
        width = record.length;
        continue;
      }
      if (record.every((cell) => cell.trim() === '')) continue;
      if (lines.length === mostLines) throw refused({ vi: `tối đa ${mostLines} dòng; hãy chia tệp`, en: `at most ${mostLines} lines; please split the file` });
      const line = reached - record.join('').split('\n').length + 1;
      lines.push({ line, cells: cellsOf(record, places) });
      // A last line with too few cells and no end of line is half a line.
      if (record.length < width && !text.slice(-2).includes('\n') && isLast(reached, text)) throw refused({ vi: `dòng ${line} thiếu ô: tệp bị cắt giữa chừng`, en: `line ${line} lacks cells: the file is cut off` });
    }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw error.code === 'CSV_QUOTE_NOT_CLOSED'
      ? refused({ vi: `ngoặc kép mở ở dòng ${reached + 1} không đóng: tệp bị cắt giữa chừng`, en: `a quote opened on line ${reached + 1} is never closed: the file is cut off` })
      : refused({ vi: `không phải CSV, từ dòng ${reached + 1}`, en: `is no CSV, from line ${reached + 1} on` });
  }
  if (places === undefined) throw refused({ vi: 'tệp trống', en: 'the file is empty' });
  if (lines.length === 0) throw refused({ vi: 'chỉ có tiêu đề, không có dòng nào', en: 'there is a header and no line' });
  return lines;
}

function* pieces(text: string): Generator<string> {
  for (let at = 0; at < text.length; at += piece) yield text.slice(at, at + piece);
}

const isLast = (last: number, text: string) => last >= text.split('\n').length;

const plain = (name: string) => name.trim().toLowerCase().replaceAll(/[\s-]+/g, '_');

function delimiterOf(text: string): string {
  const header = text.slice(0, text.search(/[\r\n]|$/));
  const known = (delimiter: string) => header.replaceAll('"', '').split(delimiter).filter((name) => (csvColumns as readonly string[]).includes(plain(name))).length;
  return [',', ';', '\t'].toSorted((a, b) => known(b) - known(a))[0]!;
}

/** Where each column stands. */
function placesOf(header: readonly string[]): readonly number[] {
  const names = header.map(plain);
  const missing = csvColumns.filter((column) => !names.includes(column));
  if (missing.length > 0) throw refused({ vi: `thiếu cột: ${missing.join(', ')}`, en: `columns are missing: ${missing.join(', ')}` });
  return csvColumns.map((column) => names.indexOf(column));
}

function cellsOf(record: readonly string[], places: readonly number[]): CsvCells {
  return Object.fromEntries(csvColumns.map((column, i) => [column, unguarded(record[places[i]!] ?? '').trim()])) as unknown as CsvCells;
}

/** The sign before a formula is ours, or that of whoever exported it. */
function unguarded(cell: string): string {
  return /^'[=+\-@\t]/.test(cell) ? cell.slice(1) : cell;
}

const refused = (message: Text) => invalid('body', message);
