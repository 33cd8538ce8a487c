import { inflateRawSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { csvLines } from './csv.ts';
import { spreadsheet } from './spreadsheet.ts';

const formulas = ['=HYPERLINK("http://xau.example")', '+84900000001', '-2+3', '@SUM(1+1)', '\t=1+1'];

/** Every part of a workbook, unpacked one after the other from its local headers. */
function partsOf(workbook: Buffer): string {
  const parts: string[] = [];
  for (let at = workbook.indexOf('PK\u0003\u0004'); at !== -1; at = workbook.indexOf('PK\u0003\u0004', at + 4)) {
    const data = workbook.subarray(at + 30 + workbook.readUInt16LE(at + 26) + workbook.readUInt16LE(at + 28));
    parts.push(workbook.readUInt16LE(at + 8) === 8 ? inflateRawSync(data).toString() : '');
  }
  return parts.join('\n');
}

test('what looks like a formula is a text in a workbook: there is no formula in it', async () => {
  const xml = partsOf(Buffer.from(await spreadsheet([['Nội dung'], ...formulas.map((text) => [text])], 'Phản ánh')));
  expect(xml).toContain('=HYPERLINK(');
  expect(xml).not.toMatch(/<f[ >]/);
});

test('in CSV it begins with an apostrophe', () => {
  expect(csvLines(formulas.map((text) => [text])).split('\r\n').slice(0, -1).map((line) => line.replace(/^"/, '')[0])).toEqual(formulas.map(() => "'"));
});
